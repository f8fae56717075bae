package tw.minsheng.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.minsheng.kernel.Language;

/** The gateway for text messages, played by a server that answers what it is told. */
class SmsCarrierTest {

    private static final Message CODE =
            new Message("id-1", "0912-345678", Language.ZH_TW, new Wording("", "碼 123456\n"));

    private final Vertx vertx = Vertx.vertx();
    private final List<String> got = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() throws Exception {
        await(vertx.close());
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.await(20, TimeUnit.SECONDS);
    }

    private SmsCarrier gateway(int status) throws Exception {
        HttpServer server = await(vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    got.add(request.getHeader("Idempotency-Key") + " " + request.getHeader("Authorization") + " "
                            + body);
                    request.response().setStatusCode(status).end().onFailure(Throwable::printStackTrace);
                }))
                .listen(0, "127.0.0.1"));
        return new SmsCarrier(vertx, "http://127.0.0.1:" + server.actualPort() + "/send", "token");
    }

    @ParameterizedTest
    @CsvSource({"400,REFUSED", "422,REFUSED", "429,NOT_NOW", "401,AWAY", "503,AWAY"})
    void whatTheGatewayDoesNotTakeIsTold(int status, Carrier.Trouble trouble) throws Exception {
        SmsCarrier carrier = gateway(status);
        Carrier.Undelivered refused = assertThrows(Carrier.Undelivered.class, () -> await(carrier.carry(CODE)));
        assertEquals(trouble, refused.trouble());
        assertEquals("HTTP " + status, refused.getMessage());
    }

    @Test
    void aGatewayThatIsNotThereIsAway() {
        SmsCarrier carrier = new SmsCarrier(vertx, "http://127.0.0.1:1/send", "");
        Carrier.Undelivered refused = assertThrows(Carrier.Undelivered.class, () -> await(carrier.carry(CODE)));
        assertEquals(Carrier.Trouble.AWAY, refused.trouble());
    }

    @Test
    void aMessageGoesOutUnderItsOwnKey() throws Exception {
        assertEquals("id-1", await(gateway(202).carry(CODE)));
        assertEquals(List.of("id-1 Bearer token {\"id\":\"id-1\",\"to\":\"0912-345678\",\"text\":\"碼 123456\"}"), got);
    }
}
