package tw.minsheng.web;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts connections that hold a place without asking anything. Header bytes that trickle in keep the idle time-out of the
 * server awake, so what counts here is when the last whole request came. Belongs to one event loop.
 */
final class Connections {

    private final long silenceNanos;
    private final long sweepMillis;

    /** @param asking whether a request is being answered */
    private record Seen(long at, boolean asking) {}

    private final Map<HttpConnection, Seen> seen = new HashMap<>();

    /**
     * @param silence for how long a connection may hold its place without a whole request
     * @param sweep how often that is looked at
     */
    Connections(Duration silence, Duration sweep) {
        this.silenceNanos = silence.toNanos();
        this.sweepMillis = sweep.toMillis();
    }

    void watch(Vertx vertx) {
        vertx.setPeriodic(sweepMillis, tick -> sweep());
    }

    void opened(HttpConnection connection) {
        seen.put(connection, new Seen(System.nanoTime(), false));
        connection.closeHandler(closed -> seen.remove(connection));
    }

    Handler<HttpServerRequest> around(Handler<HttpServerRequest> inner) {
        return request -> {
            HttpConnection connection = request.connection();
            seen.replace(connection, new Seen(System.nanoTime(), true));
            request.response().endHandler(sent -> seen.replace(connection, new Seen(System.nanoTime(), false)));
            inner.handle(request);
        };
    }

    private void sweep() {
        long now = System.nanoTime();
        List<HttpConnection> silent = seen.entrySet().stream()
                .filter(each ->
                        !each.getValue().asking() && now - each.getValue().at() > silenceNanos)
                .map(Map.Entry::getKey)
                .toList();
        silent.forEach(HttpConnection::close);
    }
}
