package tw.minsheng.web;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** What every answer says to browsers: run nothing that is not ours, be framed by nobody, tell nobody. */
final class SecurityHeaders implements Handler<RoutingContext> {

    private static final CharSequence POLICY = HttpHeaders.createOptimized("default-src 'none'; style-src 'self'; "
            + "script-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    private static final CharSequence PERMISSIONS = HttpHeaders.createOptimized(
            "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()");

    private final boolean secure;

    SecurityHeaders(boolean secure) {
        this.secure = secure;
    }

    @Override
    public void handle(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.set("Content-Security-Policy", POLICY)
                .set("X-Content-Type-Options", "nosniff")
                .set("X-Frame-Options", "DENY")
                .set("Referrer-Policy", "same-origin")
                .set("Permissions-Policy", PERMISSIONS)
                .set("Cross-Origin-Opener-Policy", "same-origin")
                .set("Cross-Origin-Resource-Policy", "same-origin");
        if (secure) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        context.next();
    }
}
