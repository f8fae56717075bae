package tw.minsheng.notify;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.TimeUnit;

/**
 * Text messages through a gateway of the agency: {@code POST} of {@code {"id", "to", "text"}} as JSON, with the header
 * {@code Idempotency-Key}. 2xx is taken over, 400 and 422 are refused, everything else is tried again.
 */
public final class SmsCarrier implements Carrier {

    private static final int CONNECT_MS = 10_000;
    private static final int IDLE_SECONDS = 60;

    private final HttpClient client;
    private final String url;
    private final String token;

    /** @param token for {@code Authorization: Bearer}, "" for none */
    public SmsCarrier(Vertx vertx, String url, String token) {
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_MS)
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setVerifyHost(true));
        this.url = url;
        this.token = token;
    }

    @Override
    public Future<String> carry(Message message) {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url)
                .putHeader("Content-Type", "application/json")
                .putHeader("Idempotency-Key", message.id());
        if (!token.isEmpty()) {
            request.putHeader("Authorization", "Bearer " + token);
        }
        JsonObject body = new JsonObject()
                .put("id", message.id())
                .put("to", message.to())
                .put("text", message.wording().text().strip());
        return client.request(request)
                .compose(opened -> opened.send(body.toBuffer()))
                .compose(answer -> answer.end().map(answer.statusCode()))
                .recover(failure -> Future.failedFuture(
                        new Undelivered(Trouble.AWAY, String.valueOf(failure.getMessage()), failure)))
                .map(status -> taken(status, message.id()));
    }

    private static String taken(int status, String id) {
        if (status / 100 == 2) {
            return id;
        }
        Trouble trouble = switch (status) {
            case 400, 422 -> Trouble.REFUSED;
            case 401, 403, 404 -> Trouble.AWAY;
            default -> status >= 500 ? Trouble.AWAY : Trouble.NOT_NOW;
        };
        throw new Undelivered(trouble, "HTTP " + status, new IllegalStateException("HTTP " + status));
    }
}
