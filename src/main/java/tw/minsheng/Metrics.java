package tw.minsheng;

import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.minsheng.cli.Settings;
import tw.minsheng.kernel.Problem;
import tw.minsheng.web.WebServer;

/**
 * Figures for monitoring: requests, connections, the pool, memory. They count and time; no path, address or name is
 * among them. Served on a port of their own, so that a proxy cannot let the public see them by mistake.
 */
final class Metrics {

    private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);
    private static final int NOT_FOUND = 404;

    private final PrometheusMeterRegistry registry;

    private Metrics() {
        this.registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /**
     * Starts Vert.x, watched only when somebody wants to see the figures; where they are served is told in the log.
     *
     * @param port 0 for a free one, {@link Settings#NO_PORT} when nobody wants to see them
     */
    static Vertx vertx(VertxOptions options, String host, int port) {
        if (port == Settings.NO_PORT) {
            return Vertx.vertx(options);
        }
        Metrics metrics = new Metrics();
        Vertx vertx = Vertx.builder()
                .with(options.setMetricsOptions(new MicrometerMetricsOptions().setEnabled(true)))
                .withMetrics(new MicrometerMetricsFactory(metrics.registry))
                .build();
        try {
            HttpServer serving = Server.await(metrics.serve(vertx, host, port));
            LOG.info("metrics {}/metrics", Server.url(host, serving.actualPort()));
            return vertx;
        } catch (Problem e) {
            Server.await(vertx.close());
            throw e;
        }
    }

    private Future<HttpServer> serve(Vertx vertx, String host, int port) {
        return vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(port, host)
                .recover(failure -> Future.failedFuture(WebServer.notListening(host, port, failure)));
    }

    private void answer(HttpServerRequest request) {
        boolean wanted = HttpMethod.GET.equals(request.method()) && "/metrics".equals(request.path());
        Future<Void> unused = wanted
                ? request.response()
                        .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                        .end(registry.scrape())
                : request.response().setStatusCode(NOT_FOUND).end();
    }
}
