package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.minsheng.report.ForbiddenWords;
import tw.minsheng.report.wording.WeightingSentence;
import tw.minsheng.web.staff.Visitor;

/** The work of the staff over HTTP, on the real program with its database. */
class StaffWorkIT {

    private static final String SURVEY = "/agency/surveys/kcg-pwb-counter";

    @RegisterExtension
    static final ServedProduct PRODUCT = new ServedProduct("--demo");

    private static String found(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertTrue(found.find(), () -> pattern + " is not in " + text);
        return found.group(1);
    }

    /** D8: statistics that lie. Sources: EUSurvey#248 (0 responses after an update), LimeSurvey PR#5096. */
    @Test
    void theNumberOnTheScreenInTheResultsAndInTheExportIsTheSame() {
        Visitor analyst = PRODUCT.signedIn("analyst");
        String page = analyst.get(SURVEY + "/results?set=demo").expect(200).body();
        String shown = found("n＝([0-9,]+)", page).replace(",", "");
        String json = analyst.get(SURVEY + "/results.json?set=demo").expect(200).body();
        String rows = found("\"rows\"\\s*:\\s*(\\d+)", json);
        String csv = analyst.get(SURVEY + "/answers.csv?set=demo").expect(200).body();
        assertEquals(shown, rows);
        assertEquals(Long.parseLong(shown), csv.lines().count() - 1);
        assertNotEquals("0", shown);
    }

    /** D7: a staff action destroys data. Sources: EUSurvey delete, LimeSurvey deactivate, Formbricks cascade delete. */
    @Test
    void closingAndReopeningAWaveChangesNoAnswer() {
        Visitor analyst = PRODUCT.signedIn("analyst");
        String before = export(analyst, "demo");
        analyst.get(SURVEY + "/waves").expect(200);
        String wave =
                found("waves\\?close=([^\"]+)\"", analyst.get(SURVEY + "/waves").body());
        analyst.post(SURVEY + "/waves", "act", "close", "code", wave).expect(303);
        PRODUCT.visitor().get("/s/kcg-pwb-counter").expect(410);
        assertEquals(before, export(analyst, "demo"));
        analyst.get(SURVEY + "/waves").expect(200);
        analyst.post(SURVEY + "/waves", "act", "open", "code", wave, "again", "1")
                .expect(303);
        PRODUCT.visitor().get("/s/kcg-pwb-counter").expect(200);
        assertEquals(before, export(analyst, "demo"));
    }

    /** Nobody of an open survey is drawn, and no page of it, for citizens or staff, has a word of drawn people. */
    @ParameterizedTest
    @CsvSource({"zh-TW, zh_TW", "en, en"})
    void openSurveyHasNoWordOfDrawnPeopleOnAnyPage(String language, String file) throws IOException {
        String survey = "kcg-finance-non-public-property";
        Pattern sentence = generated(file);
        List<String> found = new ArrayList<>();
        Visitor citizen = PRODUCT.visitor();
        for (String path : List.of("/s/" + survey, "/s/" + survey + "/notice")) {
            search(path, citizen.get(path + "?lang=" + language).expect(200).body(), sentence, found);
        }
        Visitor analyst = PRODUCT.signedIn("analyst");
        String home = analyst.get("/agency/?lang=" + language).expect(200).body();
        Matcher tile = Pattern.compile("(?s)<tr[^>]*>(?:(?!</tr>).)*" + survey + "(?:(?!</tr>).)*</tr>")
                .matcher(home);
        assertTrue(tile.find(), home);
        search("tile", tile.group(), sentence, found);
        for (String page : List.of(
                "",
                "/plan",
                "/link",
                "/waves",
                "/sample",
                "/invitations",
                "/fieldwork",
                "/results",
                "/scales",
                "/analysis",
                "/weighting",
                "/report",
                "/export")) {
            String path = "/agency/surveys/" + survey + page;
            String body =
                    analyst.get(path + "?set=demo&lang=" + language).expect(200).body();
            search(path, body, sentence, found);
        }
        assertEquals(List.of(), found);
    }

    /** The sentence about answers over an open link, whatever the survey fills into it. */
    private static Pattern generated(String language) throws IOException {
        Properties messages = new Properties();
        try (InputStream in = WeightingSentence.class.getResourceAsStream("messages_" + language + ".properties")) {
            messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        String[] parts = messages.getProperty("sample.w5").split("\\{[a-z]+\\}", -1);
        return Pattern.compile(Arrays.stream(parts).map(Pattern::quote).collect(Collectors.joining("[^<]*?")));
    }

    private static void search(String page, String body, Pattern sentence, List<String> found) {
        String rest = sentence.matcher(body.replace("&quot;", "\"").replace("&#39;", "'"))
                .replaceAll("");
        ForbiddenWords.in(rest, List.of()).forEach(words -> found.add(page + ": " + words));
    }

    /** D7, 3.6: what is answered on trial stays in the test set. */
    @Test
    void anAnswerOnTrialIsInTheTestSetOnly() {
        Visitor analyst = PRODUCT.signedIn("analyst");
        String live = export(analyst, "live");
        String demo = export(analyst, "demo");
        long before = export(analyst, "test").lines().count();
        analyst.get(SURVEY + "/try").expect(200);
        String path = analyst.post(SURVEY + "/try").expect(303).location();
        SentPage page = new SentPage(analyst.get(path).expect(200).body());
        for (int i = 0; i < 20 && page.receipt().isEmpty(); i++) {
            Wire.Request filled = page.filled("試填", new Random(i));
            assertTrue(filled.path().startsWith(SURVEY + "/try/a/"), filled.path());
            String next = analyst.postBody(filled.path(), filled.body(), Map.of())
                    .expect(303)
                    .location();
            page = new SentPage(analyst.get(next).expect(200).body());
        }
        assertTrue(page.receipt().isPresent());
        assertEquals(before + 1, export(analyst, "test").lines().count());
        assertEquals(live, export(analyst, "live"));
        assertEquals(demo, export(analyst, "demo"));
    }

    /** Drawn, printed, answered, counted, exported: each slip once, and its answer stands for the visitors who were counted. */
    @Test
    void theSlipsOfADrawnSessionAreAnsweredCountedAndExported() {
        Visitor analyst = PRODUCT.signedIn("analyst");
        String onsite = SURVEY + "/onsite";
        analyst.get(onsite).expect(200);
        drawSessionsOfTheLastDays(analyst, onsite);
        String slips = analyst.get(onsite + "/slips/1?n=4").expect(200).body();
        Matcher address =
                Pattern.compile("(/s/kcg-pwb-counter/t/([a-z0-9-]+)\\.[^<]+)<").matcher(slips);
        String session = "";
        for (int slip = 0; address.find(); slip++) {
            session = address.group(2);
            answer(address.group(1), slip);
            answer(address.group(1), slip);
        }
        String wanted = "," + session + ",";
        long answers = export(analyst, "live")
                .lines()
                .filter(line -> line.contains(wanted))
                .count();
        assertTrue(answers >= 1 && answers <= 4, "answers: " + answers);
        analyst.get(onsite + "/counts/1").expect(200);
        analyst.post(onsite + "/counts/1", "passed", "40", "approached", "20", "refused", "9", "ineligible", "0")
                .expect(303);
        // ten of 26 half-days: 40 visitors over that chance, less those of whom nothing is known, shared by the answers
        export(analyst, "live")
                .lines()
                .filter(line -> line.contains(wanted))
                .map(line -> line.split(",", 7))
                .forEach(cells -> {
                    assertEquals("drawn", cells[2]);
                    assertEquals(104.0 / answers, Double.parseDouble(cells[3]), 1e-9);
                });
        String page = analyst.get(onsite + "?lang=en").expect(200).body();
        assertTrue(page.contains("The same sessions") && page.contains("Complete"), page);
    }

    /** Every one of the last 13 days is open, whatever the office calendar says of them. */
    private static void drawSessionsOfTheLastDays(Visitor analyst, String onsite) {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Taipei"));
        String all = IntStream.rangeClosed(1, 13)
                .mapToObj(ago -> today.minusDays(ago).toString())
                .collect(Collectors.joining("+"));
        String from = today.minusDays(13).toString();
        String to = today.minusDays(1).toString();
        String typed = "from=" + from + "&to=" + to + "&am=1&pm=1&closed=&opened=" + all + "&visitors=&seed=114";
        String frame =
                analyst.get(onsite + "?step=confirm&" + typed).expect(200).hidden("frame");
        String opened = all.replace('+', ' ');
        analyst.post(
                        onsite, "from", from, "to", to, "am", "1", "pm", "1", "opened", opened, "seed", "114", "frame",
                        frame)
                .expect(303);
    }

    /** Answers a slip; when it is answered already there is nothing to fill in. */
    private static void answer(String slip, int seed) {
        Visitor citizen = PRODUCT.visitor();
        if (citizen.get(slip).status() != 200) {
            return;
        }
        SentPage page = new SentPage(citizen.get(citizen.post(slip).expect(303).location())
                .expect(200)
                .body());
        for (int i = 0; i < 20 && page.receipt().isEmpty(); i++) {
            Wire.Request filled = page.filled("抽樣", new Random(seed * 100L + i));
            String next = citizen.postBody(filled.path(), filled.body(), Map.of())
                    .expect(303)
                    .location();
            page = new SentPage(citizen.get(next).expect(200).body());
        }
        assertTrue(page.receipt().isPresent());
    }

    private static String export(Visitor visitor, String set) {
        return visitor.get(SURVEY + "/answers.csv?set=" + set).expect(200).body();
    }

    @Test
    void theReportComesAsPageAndAsPdf() {
        Visitor reviewer = PRODUCT.signedIn("reviewer");
        String page =
                reviewer.get("/reports/kcg-pwb-counter?set=demo").expect(200).body();
        for (String chapter : new String[] {"調查設計", "抽樣設計", "調查結果", "統計分析", "檢討改善"}) {
            assertTrue(page.contains(chapter), chapter);
        }
        assertTrue(reviewer.get("/reports/kcg-pwb-counter/report.pdf?set=demo")
                .expect(200)
                .body()
                .startsWith("%PDF-"));
        reviewer.get(SURVEY + "/answers.csv?set=demo").expect(404);
        reviewer.get("/agency/").expect(404);
    }

    @Test
    void whoExportedWhatStandsInTheAuditTrail() {
        PRODUCT.signedIn("analyst").get(SURVEY + "/answers.csv?set=demo").expect(200);
        String trail = PRODUCT.signedIn("admin")
                .get("/agency/audit?object=kcg-pwb-counter&lang=zh-TW")
                .expect(200)
                .body();
        assertTrue(
                trail.contains("匯出答案")
                        && trail.contains(
                                DemoStaff.of(PRODUCT.product(), "analyst").name()),
                trail);
    }

    @Test
    void aPersonIsLockedOutAfterFiveFailures() {
        Visitor visitor = PRODUCT.visitor();
        for (int i = 0; i < 5; i++) {
            visitor.get("/login");
            visitor.post("/login", "name", "nobody.at.all", "password", "seven lanterns on a hill")
                    .expect(422);
        }
        visitor.get("/login");
        visitor.post("/login", "name", "nobody.at.all", "password", "seven lanterns on a hill")
                .expect(429);
    }

    /** The log must tell nothing of what was typed, no session and no link. */
    @Test
    void theLogHoldsNoSecret() {
        DemoStaff analyst = DemoStaff.of(PRODUCT.product(), "analyst");
        PRODUCT.signedIn("analyst").get(SURVEY + "/answers.csv?set=demo").expect(200);
        assertFalse(PRODUCT.product().log().contains(analyst.password()));
        assertFalse(PRODUCT.product().log().contains("minsheng_staff"));
    }
}
