package tw.minsheng.web;

import io.vertx.ext.web.Router;

/** The requests of one audience. */
@FunctionalInterface
public interface Routes {

    /** Adds the routes; failures go to the router's own failure handler. */
    void mount(Router router);
}
