package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.notify.PostOffice;
import tw.minsheng.web.staff.Visitor;

/** The survey among colleagues with the built product and a mail server: list, mails, answers, groups of ten, the end of the wave. */
class ColleaguesIT {

    private static final String SURVEY = "kcg-staff-colleagues";
    private static final String INVITATIONS = "/agency/surveys/" + SURVEY + "/invitations";
    private static final int PEOPLE = 13;
    /** Answers are released every quarter of a minute. */
    private static final Duration TWO_RELEASES = Duration.ofSeconds(32);

    private static final PostOffice OFFICE = new PostOffice().open();

    @RegisterExtension
    static final ServedProduct PRODUCT = new ServedProduct(
                    "--demo",
                    "--smtp",
                    "smtp+plain://127.0.0.1:" + OFFICE.address().port(),
                    "--mail-from",
                    "notice@example.org")
            .unlimited();

    @AfterAll
    static void close() {
        OFFICE.close();
    }

    @Test
    void colleaguesAnswerByLinksOfTheirOwnAndNoAnswerStandsAlone() throws Exception {
        Citizen stranger = new Citizen(PRODUCT.address().toString());
        assertEquals(404, stranger.get("/s/" + SURVEY).status());
        Visitor admin = PRODUCT.signedIn("admin");
        admin.get(INVITATIONS).expect(200);
        String list = IntStream.range(0, PEOPLE)
                .mapToObj(i -> "c" + i + "@example.org," + (i < 2 ? "small" : "large"))
                .collect(Collectors.joining("\n", "email,stratum\n", "\n"));
        admin.post(INVITATIONS, "act", "add", "csv", list).expect(200);
        String again = admin.post(INVITATIONS, "act", "add", "csv", list.replace("c0@", "C0@"))
                .expect(200)
                .body();
        assertTrue(again.contains("已加入 0 人；原來就在名單上的 13 人不變"), again);
        admin.post(INVITATIONS, "act", "send", "last", "2099-01-01").expect(303);
        until(() -> OFFICE.taken().size() == PEOPLE);
        List<String> links = links();
        assertEquals(PEOPLE, new HashSet<>(links).size());

        for (int i = 0; i < 9; i++) {
            answer(links.get(i), "first " + i);
        }
        Thread.sleep(TWO_RELEASES.toMillis());
        assertEquals(List.of(), exported(), "nine are fewer than ten");
        String page = admin.get(INVITATIONS).expect(200).body();
        assertFalse(page.contains(">small<"), "two people are counted with the others");
        assertTrue(page.contains(">large + small<"), page);

        admin.post(INVITATIONS, "act", "remind").expect(303);
        until(() -> OFFICE.taken().size() == PEOPLE + 4);
        Thread.sleep(3_000);
        assertEquals(PEOPLE + 4, OFFICE.taken().size());
        assertEquals(PEOPLE + 4, new HashSet<>(OFFICE.ids()).size());

        answer(links.get(9), "first 9");
        answer(links.get(10), "late 10");
        answer(links.get(11), "late 11");
        Set<String> before = untilExported();
        String waves = "/agency/surveys/" + SURVEY + "/waves";
        Matcher open = Pattern.compile("waves\\?close=([^\"]+)\"")
                .matcher(admin.get(waves).expect(200).body());
        assertTrue(open.find());
        admin.post(waves, "act", "close", "code", open.group(1)).expect(303);
        Thread.sleep(TWO_RELEASES.toMillis());
        Set<String> after = Set.copyOf(exported());
        Set<String> added = new HashSet<>(after);
        added.removeAll(before);
        assertTrue(added.isEmpty() || added.size() >= 10, "told by two exports: " + added);
        assertEquals(410, stranger.get(links.get(12)).status());
    }

    private static Set<String> untilExported() throws InterruptedException {
        Thread.sleep(TWO_RELEASES.toMillis());
        return Set.copyOf(exported());
    }

    /** Comments of all answers that came out. */
    private static List<String> exported() {
        return Exports.of(SURVEY, PRODUCT.data()).stream()
                .map(row -> row.getOrDefault("comment", ""))
                .toList();
    }

    private static List<String> links() {
        List<String> links = new ArrayList<>();
        OFFICE.taken().forEach(mail -> {
            Matcher link = Pattern.compile("https?://[^/\\s]+(/s/" + SURVEY + "/i/[A-Za-z0-9_-]{43})")
                    .matcher(PostOffice.text(mail));
            assertTrue(link.find(), PostOffice.text(mail));
            links.add(link.group(1));
        });
        return links;
    }

    /** As a browser does that keeps no cookie and runs no script. */
    private static void answer(String link, String comment) {
        Citizen citizen = new Citizen(PRODUCT.address().toString());
        Citizen.Page page = citizen.follow(citizen.get(link));
        Random random = new Random(comment.hashCode());
        for (int i = 0; i < Shipped.MOST_PAGES; i++) {
            SentPage sent = new SentPage(page.html());
            if (sent.receipt().isPresent()) {
                return;
            }
            Wire.Request filled = sent.filled(comment, random);
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(PRODUCT.address() + filled.path()))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Origin", PRODUCT.address().toString())
                    .POST(HttpRequest.BodyPublishers.ofString(filled.body()));
            page = citizen.follow(citizen.send(request, filled.path()));
            assertEquals(200, page.status(), page.html());
        }
        throw new AssertionError("no receipt: " + page.html());
    }

    private static void until(BooleanSupplier done) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!done.getAsBoolean()) {
            assertTrue(
                    System.nanoTime() < end,
                    "it did not happen: " + Map.of("mails", OFFICE.taken().size()));
            Thread.sleep(50);
        }
    }
}
