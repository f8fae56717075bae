package tw.minsheng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Problem;

class MetricsTest {

    private static final String HOST = "127.0.0.1";

    @Test
    void takenPortIsToldInWords() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            Problem problem =
                    assertThrows(Problem.class, () -> Metrics.vertx(new VertxOptions(), HOST, taken.getLocalPort()));
            assertEquals("web.not_listening", problem.code());
        }
    }

    @Test
    void requestsAreCountedWithoutTheirAddresses() throws Exception {
        int port = freePort();
        Vertx vertx = Metrics.vertx(new VertxOptions(), HOST, port);
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> request.response().end())
                .listen(0, HOST)
                .await(10, TimeUnit.SECONDS);
        get(server.actualPort(), "/s/survey/answer/secret-code");
        HttpResponse<String> figures = get(port, "/metrics");
        assertTrue(figures.body().contains("vertx_http_server_requests_total"), figures.body());
        assertFalse(figures.body().contains("secret-code"));
        assertEquals(404, get(port, "/").statusCode());
        vertx.close().await(10, TimeUnit.SECONDS);
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://" + HOST + ":" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
