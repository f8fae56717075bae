package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever has seen a receipt has answered, once: whatever breaks, and however often the button is pressed. */
class CrashIT {

    private static final int PRESSES = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern RECEIPT = Pattern.compile("\"receipt\":\"([^\"]+)\"");

    @TempDir
    static Path folder;

    private static Site site;

    @BeforeAll
    static void open() {
        site = Site.open(folder.resolve("var"));
    }

    @AfterAll
    static void close() {
        if (site != null) {
            site.close();
        }
    }

    /** D6: a nervous finger, two devices, a proxy that repeats. */
    @Test
    void twentyFinishesOfOneFormAreOneAnswer() throws Exception {
        String key = UUID.randomUUID().toString();
        Wire.Request finish = filledUpToTheEnd(key);
        List<Wire.Answer> answers = atOnce(finish);
        assertEquals(Collections.nCopies(PRESSES, 303), statuses(answers));
        List<String> receipts = new ArrayList<>();
        try (Wire wire = new Wire(site.address(), PATIENCE)) {
            for (Wire.Answer answer : answers) {
                SentPage page = new SentPage(
                        wire.send(Wire.Request.get(answer.location())).body());
                receipts.add(page.receipt().orElseThrow());
            }
        }
        assertEquals(1, receipts.stream().distinct().count());
        assertEquals(1, stored(key));
    }

    /** D6 */
    @Test
    void twentyPostsUnderOneKeyAreOneAnswer() throws Exception {
        String key = UUID.randomUUID().toString();
        List<Wire.Answer> answers = atOnce(Wire.Request.json(
                "/api/v1/surveys/" + Crowd.SURVEY + "/responses", key, Crowd.BODY.replace("%s", key)));
        List<Integer> statuses = statuses(answers);
        assertEquals(1, Collections.frequency(statuses, 201));
        assertEquals(PRESSES - 1, Collections.frequency(statuses, 200));
        assertEquals(1, answers.stream().map(CrashIT::receipt).distinct().count());
        assertEquals(1, stored(key));
    }

    /** One round of each; {@code make crash} has many. */
    @Test
    void killsLoseNothingAndDoubleNothing() throws Exception {
        KillTest.Outcome outcome =
                new KillTest(16, 30).run(List.of(Disaster.PROGRAM, Disaster.DATABASE, Disaster.BOTH), site, folder);
        System.out.println("kills: " + outcome);
        assertTrue(outcome.isSound(), outcome::toString);
        assertTrue(outcome.slowest() < 30, outcome::toString);
    }

    /** P7: the receipt of a petition stands for its files, too. */
    @Test
    void killsLeaveEveryCaseItsFiles() throws Exception {
        KillFilesTest.Outcome outcome =
                new KillFilesTest(6, 8).run(List.of(Disaster.PROGRAM, Disaster.DATABASE, Disaster.BOTH), site);
        System.out.println("kills with files: " + outcome);
        assertTrue(outcome.isSound(), outcome::toString);
    }

    private static Wire.Request filledUpToTheEnd(String key) throws IOException {
        try (Wire wire = new Wire(site.address(), PATIENCE)) {
            SentPage page = new SentPage(
                    wire.send(Wire.Request.get("/s/" + Crowd.SURVEY)).body());
            Wire.Request filled = page.filled(key, ThreadLocalRandom.current());
            while (!filled.body().endsWith("go=finish")) {
                String next = wire.send(filled).location();
                page = new SentPage(wire.send(Wire.Request.get(next)).body());
                filled = page.filled(key, ThreadLocalRandom.current());
            }
            return filled;
        }
    }

    private static List<Wire.Answer> atOnce(Wire.Request request) throws InterruptedException, ExecutionException {
        ExecutorService fingers = Executors.newFixedThreadPool(PRESSES);
        try {
            List<Wire.Answer> answers = new ArrayList<>();
            Callable<Wire.Answer> press = () -> press(request);
            for (Future<Wire.Answer> answer : fingers.invokeAll(Collections.nCopies(PRESSES, press))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            fingers.shutdown();
        }
    }

    private static Wire.Answer press(Wire.Request request) throws IOException {
        try (Wire wire = new Wire(site.address(), PATIENCE)) {
            return wire.send(request);
        }
    }

    private static List<Integer> statuses(List<Wire.Answer> answers) {
        return answers.stream().map(Wire.Answer::status).toList();
    }

    private static String receipt(Wire.Answer answer) {
        Matcher receipt = RECEIPT.matcher(answer.body());
        assertTrue(receipt.find(), answer::toString);
        return receipt.group(1);
    }

    private static int stored(String key) throws IOException {
        return Collections.frequency(site.storedTexts(Crowd.SURVEY, "comment", folder.resolve("stored.csv")), key);
    }
}
