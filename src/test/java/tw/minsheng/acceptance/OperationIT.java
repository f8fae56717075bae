package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.minsheng.acceptance.Citizen.Page;

/** What an operator relies on: limits by address, proxies that are believed, and a stop that loses nothing. */
class OperationIT {

    private static final String SURVEY = "kcg-pwb-counter";

    /** Finished answers that one address may send in ten minutes. */
    private static final int MOST = 240;

    @TempDir
    Path folder;

    /** Sends nothing of use, but counts; says how it was taken. */
    private static Page send(Citizen citizen, String root, String forwarded, String language) {
        String path = "/api/v1/surveys/" + SURVEY + "/responses";
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("X-Forwarded-For", forwarded)
                .header("Accept-Language", language)
                .POST(HttpRequest.BodyPublishers.ofString("{\"answers\":{}}"));
        return citizen.send(request, path);
    }

    /**
     * Sends until it is refused; while a slow machine sends, some more are allowed again.
     *
     * @param least so many must have been taken before
     */
    private static Page exhaust(
            Citizen citizen, String root, int least, IntFunction<String> forwarded, String language) {
        for (int sent = 0; sent < 2 * MOST; sent++) {
            Page page = send(citizen, root, forwarded.apply(sent), language);
            if (page.status() == 429) {
                assertTrue(sent >= least, () -> "refused too early: " + page);
                return page;
            }
            assertEquals(422, page.status());
        }
        throw new AssertionError("never refused");
    }

    @Test
    void aForwardedAddressFromAnywhereElseChangesNothing() {
        try (Product product = Product.serve(folder.resolve("var"))) {
            String root = product.address().toString();
            Citizen citizen = new Citizen(root);
            Page chinese = exhaust(citizen, root, MOST, sent -> "203.0.113." + sent % 250, "zh-TW");
            assertTrue(chinese.html().contains("這個網路位址在短時間內送出太多次"), chinese.html());
            assertTrue(Integer.parseInt(chinese.headers().get("retry-after")) >= 1);
            Page english = exhaust(citizen, root, 0, sent -> "203.0.113.251", "en");
            assertTrue(english.html().contains("Too much was sent from this network address"), english.html());
            Page page = citizen.get("/s/" + SURVEY);
            assertEquals(200, page.status(), "who may not send for a while may read");
            assertFalse(product.log().contains("203.0.113"), "no address stands in the log");
        }
    }

    @Test
    void everyAddressBehindATrustedProxyHasItsOwnLimit() {
        Map<String, String> trusting = Map.of("MINSHENG_TRUSTED_PROXIES", "127.0.0.1");
        try (Product product = Product.serve(folder.resolve("var"), trusting)) {
            String root = product.address().toString();
            Citizen citizen = new Citizen(root);
            assertEquals(
                    429,
                    exhaust(citizen, root, MOST, sent -> "203.0.113.7", "zh-TW").status());
            assertEquals(422, send(citizen, root, "203.0.113.8", "zh-TW").status());
            // the last hop that is not ours counts; what the browser itself has written before it does not
            assertEquals(
                    429,
                    exhaust(citizen, root, 0, sent -> "198.51.100." + sent % 250 + ", 203.0.113.7", "en")
                            .status());
            assertEquals(
                    429,
                    exhaust(citizen, root, 0, sent -> "203.0.113.7, 127.0.0.1", "en")
                            .status());
        }
    }

    @Test
    void anOpenRequestIsStoredAndAnsweredBeforeTheProgramEnds() throws Exception {
        Path data = folder.resolve("var");
        String key = "drain-" + UUID.randomUUID();
        Wire.Request finish;
        String status;
        try (Product product = Product.serve(data)) {
            finish = upToTheEnd(product, key);
            try (Socket idle = new Socket(
                            InetAddress.getLoopbackAddress(), product.address().getPort());
                    Socket busy = new Socket(
                            InetAddress.getLoopbackAddress(), product.address().getPort())) {
                idle.setSoTimeout(1_000);
                byte[] body = finish.body().getBytes(StandardCharsets.UTF_8);
                OutputStream out = busy.getOutputStream();
                out.write(("POST " + finish.path() + " HTTP/1.1\r\nHost: "
                                + product.address().getAuthority() + "\r\n" + finish.headers() + "Content-Length: "
                                + body.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.write(body, 0, body.length / 2);
                out.flush();
                Thread.sleep(500);
                Instant asked = Instant.now();
                product.process().destroy();
                Thread.sleep(2_000);
                assertTrue(product.process().isAlive(), "it waits for the open request");
                out.write(body, body.length / 2, body.length - body.length / 2);
                out.flush();
                busy.setSoTimeout(10_000);
                status = new BufferedReader(new InputStreamReader(busy.getInputStream(), StandardCharsets.UTF_8))
                        .readLine();
                assertTrue(product.process().waitFor(30, TimeUnit.SECONDS), product.log());
                Duration took = Duration.between(asked, Instant.now());
                assertTrue(took.compareTo(Duration.ofSeconds(15)) < 0, "an idle connection holds up nothing: " + took);
                // 128 + 15: ended by the signal, after its work
                assertEquals(143, product.process().exitValue());
            }
        }
        assertEquals("HTTP/1.1 303 See Other", status);
        List<Map<String, String>> export = Exports.of(SURVEY, data);
        assertEquals(1, export.size());
        assertEquals(key, export.get(0).get("comment"));
    }

    /** D6: duplicates. Sources: formbricks/formbricks PR#795 (retry sent twice), getodk/central#961. */
    @Test
    void twentyFinishesOfOneFormAtOnceGiveOneAnswerAndOneReceipt() {
        Path data = folder.resolve("var");
        String key = "twenty-" + UUID.randomUUID();
        ExecutorService people = Executors.newFixedThreadPool(20);
        try (Product product = Product.serve(data)) {
            Citizen citizen = new Citizen(product.address().toString());
            Wire.Request finish = upToTheEnd(product, key);
            List<CompletableFuture<String>> receipts = IntStream.range(0, 20)
                    .mapToObj(each -> CompletableFuture.supplyAsync(
                            () -> citizen.follow(post(citizen, product, finish)).receipt(), people))
                    .toList();
            assertEquals(
                    1, receipts.stream().map(CompletableFuture::join).distinct().count());
            List<Map<String, String>> export = Exports.of(SURVEY, data);
            assertEquals(1, export.size());
            assertEquals(key, export.get(0).get("comment"));
        } finally {
            people.shutdown();
        }
    }

    private static Page post(Citizen citizen, Product product, Wire.Request form) {
        HttpRequest.Builder request = HttpRequest.newBuilder(product.address().resolve(form.path()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.body()));
        return citizen.send(request, form.path());
    }

    /** Fills in every page; the form that finishes is left to be sent. */
    private static Wire.Request upToTheEnd(Product product, String words) {
        Citizen citizen = new Citizen(product.address().toString());
        SentPage page = new SentPage(citizen.get("/s/" + SURVEY).html());
        for (int i = 0; i < Shipped.MOST_PAGES; i++) {
            Wire.Request filled = page.filled(words, new Random(i));
            if (filled.body().endsWith("go=finish")) {
                return filled;
            }
            page = new SentPage(citizen.follow(post(citizen, product, filled)).html());
        }
        throw new IllegalStateException("no end: " + page.html());
    }
}
