package tw.minsheng.web.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.regex.Pattern;
import tw.minsheng.kernel.Problem;

/** How requests of programs are read: their key and their JSON. What has the wrong form is a bad request. */
final class ApiRequest {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{16,64}");

    private ApiRequest() {}

    /** The key under which something is sent once. */
    static String key(HttpServerRequest request) {
        String key = request.getHeader("Idempotency-Key");
        if (key == null || !KEY.matcher(key).matches()) {
            throw Problem.of(Problem.Kind.BAD_REQUEST, "key.missing");
        }
        return key;
    }

    static JsonObject object(Buffer body) {
        try {
            return body.toJsonObject();
        } catch (DecodeException | ClassCastException notAnObject) {
            throw Problem.of(Problem.Kind.BAD_REQUEST, "json.malformed");
        }
    }

    static Problem malformed(String field) {
        return Problem.of(Problem.Kind.BAD_REQUEST, "json.field", Map.of("field", field));
    }
}
