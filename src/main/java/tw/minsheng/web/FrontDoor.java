package tw.minsheng.web;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.List;

/** What holds for every request before its own route answers it. */
public final class FrontDoor {

    private final boolean secure;
    private final Failures failures;

    public FrontDoor(WebSettings settings, Failures failures) {
        this.secure = settings.secure();
        this.failures = failures;
    }

    Router router(Vertx vertx, List<Routes> routes) {
        Router router = Router.router(vertx);
        router.route().handler(new SecurityHeaders(secure));
        routes.forEach(each -> each.mount(router));
        router.route().failureHandler(failures);
        for (int status : new int[] {400, 404, 405, 406, 413, 414, 415, 500, 501}) {
            router.errorHandler(status, failures);
        }
        return router;
    }
}
