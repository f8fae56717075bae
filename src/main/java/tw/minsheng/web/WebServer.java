package tw.minsheng.web;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tw.minsheng.kernel.Problem;

/** The HTTP server: one acceptor per event loop, limits for every request, open requests finish before it stops. */
public final class WebServer {

    /** Longer than a browser waits between two pages, shorter than what a proxy keeps. */
    private static final int IDLE_SECONDS = 75;

    /** Until a connection that sends no whole request is cut. */
    private static final Duration SILENCE = Duration.ofSeconds(90);

    private static final Duration SWEEP = Duration.ofSeconds(10);

    private static final long DRAIN_SECONDS = 20;

    private final Vertx vertx;
    private final String deployment;
    private final int port;

    private WebServer(Vertx vertx, String deployment, int port) {
        this.vertx = vertx;
        this.deployment = deployment;
        this.port = port;
    }

    /**
     * Starts listening with as many event loops as given.
     *
     * @return fails with {@code web.not_listening} when another program listens there
     */
    public static Future<WebServer> start(
            Vertx vertx, WebSettings settings, FrontDoor door, List<Routes> routes, int loops) {
        int port;
        try {
            port = settings.port() == 0 ? freePort(settings.host()) : settings.port();
        } catch (IOException e) {
            return Future.failedFuture(notListening(settings.host(), settings.port(), e));
        }
        Router router = door.router(vertx, routes);
        DeploymentOptions options =
                new DeploymentOptions().setInstances(loops).setThreadingModel(ThreadingModel.EVENT_LOOP);
        return vertx.deployVerticle(() -> new Acceptor(router, options(settings, port)), options)
                .map(deployment -> new WebServer(vertx, deployment, port))
                .recover(failure -> Future.failedFuture(notListening(settings.host(), port, failure)));
    }

    /** The port that it listens on. */
    public int port() {
        return port;
    }

    /** Takes no new requests; completes when the open ones are answered, after 20 seconds at the latest. */
    public Future<Void> stop() {
        return vertx.undeploy(deployment);
    }

    private static int freePort(String host) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(host))) {
            return socket.getLocalPort();
        }
    }

    /** What to tell when a port cannot be listened on. */
    public static Problem notListening(String host, int port, Throwable cause) {
        return new Problem(
                Problem.Kind.UNAVAILABLE,
                "web.not_listening",
                Map.of("host", host, "port", Integer.toString(port), "reason", String.valueOf(cause.getMessage())),
                cause);
    }

    /** Bytes; what somebody types into the strata of a plan stands in its address, nine for a Chinese character. */
    private static final int LONGEST_LINE = 65_536;

    /** Without HTTP/2 in clear text, whose handshake would hide a connection until its first request is whole. */
    static HttpServerOptions options(WebSettings settings, int port) {
        return new HttpServerOptions()
                .setHost(settings.host())
                .setPort(port)
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setHandle100ContinueAutomatically(true)
                .setMaxHeaderSize(16_384)
                .setMaxInitialLineLength(LONGEST_LINE)
                .setMaxFormAttributeSize(262_144)
                .setMaxFormFields(4_096)
                .setCompressionSupported(true)
                .setCompressionLevel(4)
                .setCompressionContentSizeThreshold(512)
                .setHttp2ClearTextEnabled(false)
                .setTcpNoDelay(true);
    }

    private static final class Acceptor extends VerticleBase {

        private final Router router;
        private final HttpServerOptions options;
        private final List<HttpServer> servers = new ArrayList<>(1);

        Acceptor(Router router, HttpServerOptions options) {
            this.router = router;
            this.options = options;
        }

        @Override
        public Future<?> start() {
            Connections connections = new Connections(SILENCE, SWEEP);
            connections.watch(vertx);
            HttpServer server = vertx.createHttpServer(options)
                    .connectionHandler(connections::opened)
                    .requestHandler(connections.around(router));
            servers.add(server);
            return server.listen();
        }

        @Override
        public Future<?> stop() {
            return Future.all(servers.stream()
                    .map(server -> server.shutdown(DRAIN_SECONDS, TimeUnit.SECONDS))
                    .toList());
        }
    }
}
