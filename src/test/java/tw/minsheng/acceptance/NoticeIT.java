package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.minsheng.notify.PostOffice;

/** P5 with the built product and a real mail server: petitions over the API, mails, restarts in the middle. */
class NoticeIT {

    private static final Pattern LINK = Pattern.compile("http://\\S+(/petition/confirm/[A-Za-z0-9_-]{43})");

    private static final int MANY = 200;

    @TempDir
    static Path folder;

    @AutoClose
    private final PostOffice office = new PostOffice();

    private Product serve(String data) {
        return Product.serve(
                folder.resolve(data),
                Map.of("MINSHENG_RATE_LIMITS", "off"),
                "--smtp",
                "smtp+plain://127.0.0.1:" + office.address().port(),
                "--mail-from",
                "notice@example.org");
    }

    @Test
    void anOrderlyRestartInTheMiddleSendsEachMailOnceAndItsLinkConfirms() throws Exception {
        Product before = serve("orderly");
        for (int i = 0; i < MANY; i++) {
            send(before, i);
        }
        office.open();
        until(() -> office.taken().size() >= 3);
        before.close();
        int sent = office.taken().size();
        assertTrue(sent < MANY, "stopped in the middle, not after " + sent);
        try (Product after = serve("orderly")) {
            // what was tried while the server was away waits its minute
            until(() -> office.taken().size() >= MANY);
            Thread.sleep(3_000);
            assertEquals(MANY, office.taken().size());
            assertEquals(MANY, new HashSet<>(office.ids()).size());
            confirm(after);
            until(() -> office.taken().size() == MANY + 1);
            assertTrue(office.taken().stream()
                    .anyMatch(mail -> PostOffice.text(mail).contains("已收件")));
        }
    }

    /** What the killed program had in its hands waits for its lease; nothing is sent twice. */
    @Test
    void aKillInTheMiddleDoublesNothing() throws Exception {
        Product before = serve("killed");
        for (int i = 0; i < MANY; i++) {
            send(before, i);
        }
        office.open();
        until(() -> office.taken().size() >= 3);
        before.process().destroyForcibly().waitFor();
        int sent = office.taken().size();
        assertTrue(sent < MANY, "killed in the middle, not after " + sent);
        try (Product after = serve("killed")) {
            until(() -> office.taken().size() >= MANY - 1);
            Thread.sleep(3_000);
            assertEquals(office.taken().size(), new HashSet<>(office.ids()).size());
        }
    }

    private void confirm(Product product) {
        Matcher link = LINK.matcher(PostOffice.text(office.taken().get(0)));
        assertTrue(link.find());
        Citizen citizen = new Citizen(product.address().toString());
        assertEquals(200, citizen.get(link.group(1)).status());
        assertEquals(
                200,
                citizen.post(link.group(1), Map.of("go", List.of("finish"))).status());
    }

    private static void send(Product product, int each) throws IOException, InterruptedException {
        String body = """
                {"kind": "repair", "type": "street-light", "text": "路燈不亮",
                 "contact": {"email": "p%d@example.org"}, "language": "zh-TW"}""".formatted(each);
        HttpRequest request = HttpRequest.newBuilder(URI.create(product.address() + "/api/v1/petitions"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "a-key-of-this-test-" + each)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(201, answer.statusCode(), answer.body());
    }

    private static void until(BooleanSupplier done) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!done.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it did not happen");
            Thread.sleep(50);
        }
    }
}
