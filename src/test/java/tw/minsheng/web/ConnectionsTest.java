package tw.minsheng.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real connections that send too little, with seconds in place of the minutes of the server. */
@Timeout(30)
class ConnectionsTest {

    private static final Duration SILENCE = Duration.ofSeconds(2);

    private static final WebSettings SETTINGS = new WebSettings("127.0.0.1", 0, "", Set.of(), false, ZoneOffset.UTC);

    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;

    @BeforeEach
    void start() {
        Connections connections = new Connections(SILENCE, Duration.ofMillis(200));
        // timers and connections belong to one event loop, so the server is made on it
        server = await(Future.future(promise -> vertx.runOnContext(loop -> {
            connections.watch(vertx);
            vertx.createHttpServer(WebServer.options(SETTINGS, 0))
                    .connectionHandler(connections::opened)
                    .requestHandler(connections.around(request -> {
                        if (request.path().equals("/slow")) {
                            vertx.setTimer(5_000, late -> request.response().end("late"));
                        } else {
                            request.response().end("soon");
                        }
                    }))
                    .listen()
                    .onComplete(promise);
        })));
    }

    @AfterEach
    void stop() {
        await(vertx.close());
    }

    @Test
    void aHeadThatTricklesInIsCut() throws Exception {
        Instant opened = Instant.now();
        try (Socket socket = open()) {
            OutputStream out = socket.getOutputStream();
            out.write(bytes("GET / HTTP/1.1\r\nHost: a\r\n"));
            assertTrue(trickle(socket, out), "the connection is still there");
        }
        Duration held = Duration.between(opened, Instant.now());
        assertTrue(held.compareTo(SILENCE) >= 0 && held.compareTo(SILENCE.multipliedBy(3)) < 0, held.toString());
    }

    @Test
    void whoWaitsForALongAnswerIsNotCut() throws Exception {
        try (Socket socket = open()) {
            socket.getOutputStream().write(bytes("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n"));
            assertEquals("HTTP/1.1 200 OK", line(socket));
        }
    }

    @Test
    void whoAsksNowAndThenIsNotCut() throws Exception {
        try (Socket socket = open()) {
            BufferedReader in = reader(socket);
            for (int i = 0; i < 4; i++) {
                socket.getOutputStream().write(bytes("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
                assertEquals("HTTP/1.1 200 OK", in.readLine());
                while (!in.readLine().isEmpty()) {
                    // the other headers
                }
                assertEquals("soon", "" + (char) in.read() + (char) in.read() + (char) in.read() + (char) in.read());
                Thread.sleep(1_000);
            }
        }
    }

    /** Sends a byte of a header again and again; true when the other side has closed. */
    private static boolean trickle(Socket socket, OutputStream out) throws IOException {
        socket.setSoTimeout(100);
        for (int i = 0; i < 100; i++) {
            try {
                out.write('x');
                if (socket.getInputStream().read() < 0) {
                    return true;
                }
            } catch (SocketTimeoutException nothing) {
                // the other side says nothing, which is well
            } catch (IOException closed) {
                return true;
            }
        }
        return false;
    }

    private Socket open() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.actualPort());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String line(Socket socket) throws IOException {
        return String.valueOf(reader(socket).readLine());
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
