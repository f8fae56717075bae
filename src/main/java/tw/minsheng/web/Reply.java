package tw.minsheng.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what was decided. */
public final class Reply {

    private static final Logger LOG = LoggerFactory.getLogger(Reply.class);
    private static final CharSequence HTML = HttpHeaders.createOptimized("text/html; charset=utf-8");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");

    private Reply() {}

    /** A page that no cache may keep. */
    public static void page(RoutingContext context, int status, Buffer html) {
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .putHeader(HttpHeaders.CONTENT_TYPE, HTML);
        finish(context, context.response().end(html));
    }

    /** Off to another page of ours, after a good POST too. */
    public static void seeOther(RoutingContext context, String path) {
        context.response()
                .setStatusCode(303)
                .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .putHeader(HttpHeaders.LOCATION, path);
        finish(context, context.response().end());
    }

    public static void json(RoutingContext context, int status, String type, Buffer json) {
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .putHeader(HttpHeaders.CONTENT_TYPE, type);
        finish(context, context.response().end(json));
    }

    /** A browser that went away in the middle of an answer is no failure of ours. */
    static void finish(RoutingContext context, Future<Void> sent) {
        sent.onFailure(failure ->
                LOG.debug("an answer was not taken: {}", failure.getClass().getSimpleName()));
    }
}
