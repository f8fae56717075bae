package tw.minsheng.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real connections over the loopback addresses of both families. */
@Timeout(30)
class ClientAddressTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() throws Exception {
        vertx.close().await(10, TimeUnit.SECONDS);
    }

    @Test
    void aStrangerIsNotBelieved() throws Exception {
        assertEquals("127.0.0.1", seen(Set.of("::1"), "127.0.0.1", "198.51.100.7"));
    }

    @Test
    void aProxyIsBelievedHoweverItsAddressIsWritten() throws Exception {
        assertEquals("198.51.100.7", seen(Set.of("::ffff:127.0.0.1"), "127.0.0.1", "1.1.1.1, 198.51.100.7:4711"));
        assertEquals(
                "198.51.100.7", seen(Set.of("127.0.0.1", "2001:db8::9"), "127.0.0.1", "198.51.100.7, [2001:DB8::9]"));
    }

    @Test
    void aProxyOfTheNewerFamilyIsBelieved() throws Exception {
        assertEquals("198.51.100.7", seen(Set.of("::1"), "::1", "198.51.100.7"));
    }

    private String seen(Set<String> trusted, String host, String forwarded) throws Exception {
        ClientAddress address = new ClientAddress(trusted);
        HttpServer server;
        try {
            server = vertx.createHttpServer()
                    .requestHandler(request -> request.response().end(address.of(request)))
                    .listen(0, host)
                    .await(10, TimeUnit.SECONDS);
        } catch (Exception noSuchFamily) {
            return Assumptions.abort("this machine has no address " + host);
        }
        String name = host.contains(":") ? "[" + host + "]" : host;
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://" + name + ":" + server.actualPort()))
                                .header("X-Forwarded-For", forwarded)
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
