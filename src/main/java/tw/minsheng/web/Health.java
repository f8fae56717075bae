package tw.minsheng.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** {@code /health/live} says that the program runs, {@code /health/ready} that it can answer, part by part. */
public final class Health implements Routes {

    private static final long PATIENCE_SECONDS = 2;

    private final Map<String, Supplier<Future<?>>> parts;

    /** @param parts by name; a part is up when its future succeeds in time */
    public Health(Map<String, Supplier<Future<?>>> parts) {
        this.parts = new LinkedHashMap<>(parts);
    }

    @Override
    public void mount(Router router) {
        router.get("/health/live").handler(context -> answer(context, new JsonObject()));
        router.get("/health/ready").handler(this::ready);
    }

    private void ready(RoutingContext context) {
        Future<JsonObject> all = Future.succeededFuture(new JsonObject());
        for (Map.Entry<String, Supplier<Future<?>>> part : parts.entrySet()) {
            all = all.compose(states -> ask(part.getValue()).map(up -> states.put(part.getKey(), up ? "up" : "down")));
        }
        all.onSuccess(states -> answer(context, states)).onFailure(context::fail);
    }

    private static Future<Boolean> ask(Supplier<Future<?>> part) {
        try {
            return part.get()
                    .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .map(up -> true)
                    .otherwise(false);
        } catch (RuntimeException down) {
            return Future.succeededFuture(false);
        }
    }

    private static void answer(RoutingContext context, JsonObject states) {
        boolean up = states.stream().allMatch(state -> "up".equals(state.getValue()));
        JsonObject body = new JsonObject().put("status", up ? "up" : "down").put("parts", states);
        Reply.json(context, up ? 200 : 503, "application/json", body.toBuffer());
    }
}
