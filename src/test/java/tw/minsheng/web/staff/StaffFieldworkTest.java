package tw.minsheng.web.staff;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tw.minsheng.acceptance.FormWithFiles;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Outcome;
import tw.minsheng.collect.Source;
import tw.minsheng.kernel.Act;

/** 接觸與回應 as a page: who is missing, how contacts ended, and the rates that follow. */
@TestMethodOrder(org.junit.jupiter.api.MethodOrderer.MethodName.class)
class StaffFieldworkTest {

    private static final Act ACT = new Act("analyst", "kcg-pwb", Instant.parse("2026-11-10T01:00:00Z"));
    private static final String PATH = "/agency/surveys/layered/fieldwork";
    private static StaffSite site;
    private static Visitor analyst;

    /** 40 people in two strata, 20 of them drawn and invited; ten have answered, one was turned away. */
    @BeforeAll
    static void start() {
        site = new StaffSite(0);
        site.collect.add("kcg-pwb", StaffCollect.survey("layered", "名單調查", "List survey"), true);
        StaffSite.await(site.collect.open(ACT, "layered", DataSet.LIVE, "115", Instant.parse("2026-12-01T00:00:00Z")));
        analyst = site.signedIn("analyst");
        analyst.get("/agency/surveys/layered/sample").expect(200);
        byte[] csv = IntStream.range(0, 40)
                .mapToObj(i -> "C%02d,%s,p%d@example.org".formatted(i, i < 25 ? "lamp" : "road", i))
                .collect(Collectors.joining("\n", "no,kind,email\n", "\n"))
                .getBytes(StandardCharsets.UTF_8);
        has(analyst.get(PATH + "?lang=en").expect(200).body(), "Nobody of this wave was drawn and invited yet");
        analyst.postFiles(
                        "/agency/surveys/layered/sample/frame",
                        new FormWithFiles()
                                .field("name", "名單")
                                .field("asof", "2026-10-31")
                                .file("a.csv", csv))
                .expect(303);
        analyst.postFiles(
                        "/agency/surveys/layered/sample/draw",
                        new FormWithFiles()
                                .field("design", "stratified")
                                .field("share", "equal")
                                .field("size", "20")
                                .field("seed", "7")
                                .field("group", "kind")
                                .field("email", "email")
                                .file("a.csv", csv))
                .expect(303);
        analyst.post("/agency/surveys/layered/sample/invite").expect(303);
        for (int day = 0; day < 2; day++) {
            site.collect.count(
                    "layered",
                    DataSet.LIVE,
                    "115",
                    LocalDate.parse("2026-11-18").plusDays(day),
                    Outcome.COMPLETE,
                    Source.DRAWN,
                    5);
        }
        site.collect.count(
                "layered", DataSet.LIVE, "115", LocalDate.parse("2026-11-19"), Outcome.SCREENED_OUT, Source.DRAWN, 1);
        site.collect.count(
                "layered", DataSet.LIVE, "115", LocalDate.parse("2026-11-19"), Outcome.COMPLETE, Source.OPEN, 99);
        site.invited.answered("lamp", 8);
        site.invited.answered("road", 3);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static String page() {
        return analyst.get(PATH + "?lang=en").expect(200).body();
    }

    private static void has(String page, String... words) {
        for (String word : words) {
            assertTrue(page.contains(word), () -> word + " in " + page);
        }
    }

    private static String drawn() {
        return drawn(0);
    }

    private static String drawn(int no) {
        return analyst.get("/agency/surveys/layered/sample/selected.csv")
                .expect(200)
                .body()
                .lines()
                .skip(1 + no)
                .findFirst()
                .orElseThrow()
                .split(",", -1)[0];
    }

    @Test
    void whoOpensNoWavesSeesNothing() {
        site.signedIn("handler").get(PATH).expect(404);
    }

    @Test
    void whoIsMissingIsToldInWordsByStratumAndByDay() {
        String page = page();
        has(page, "20 people were drawn and 11 have answered (55.0%)");
        has(page, "“road” is below the whole: 10 drawn, 3 answered (30.0%)");
        has(page, "<h2 id=\"F1.1\">Answers so far", "<td>5</td><td>10</td>", "<polyline");
        assertFalse(page.contains("99"), "answers over the open link are not of those drawn");
    }

    /** The answers of a day came during it: the line climbs over the day, it does not stand upright at an edge. */
    @Test
    void theLineClimbsOverTheDayOfItsAnswers() {
        String page = page();
        has(page, "straight from the opening to the last day");
        has(page, "<svg class=\"wide\"", "<svg class=\"narrow\" viewBox=\"-54 -18 360 292\"");
        String[] points = page.substring(page.lastIndexOf("<polyline points=\"") + 18)
                .split("\"", 2)[0]
                .split(" ", -1);
        for (int i = 1; i < points.length; i++) {
            String[] from = points[i - 1].split(",", 2);
            String[] to = points[i].split(",", 2);
            assertTrue(!from[0].equals(to[0]) || from[1].equals(to[1]), points[i - 1] + " " + points[i]);
        }
    }

    /** By hand: I 10, NE 1, the other 9 unheard: RR1 = 10/19, e = 10/11, RR3 = 10/(10 + 9·10/11). */
    @Test
    void ratesFollowFromTheTableOfContacts() {
        String page = page();
        has(page, "id=\"T2.3\"", "complete answer (I)", "<td>10</td><td>50.0%</td>", "<td>9</td><td>45.0%</td>");
        has(page, "e = 90.9%", "<td>52.6%</td>", "<td>55.0%</td>");
        has(page, "RR1</th><td>52.6%</td>", "Response: complete / (eligible + unknown)");
        assertTrue(page.indexOf("name=\"units\"") < page.indexOf("RR1</th>"), page);
        assertTrue(page.indexOf("The other rates of AAPOR") < page.indexOf("RR2</th>"), page);
        has(page, "Response: complete / (eligible + e × unknown)");
    }

    @Test
    void staffWriteDownHowItEndedAndTakeItBack() {
        String unit = drawn();
        String done = analyst.post(PATH, "act", "set", "code", "R", "units", unit)
                .expect(303)
                .location();
        has(analyst.get(done + "&lang=en").expect(200).body(), "Written down; people: 1");
        String page = page();
        has(page, "refusal or break-off (R)</th><td>1</td><td>5.0%</td>", "Take back what was written of " + unit);
        has(page, "unknown for other reasons (nothing heard) (UO)</th><td>8</td>");
        assertTrue(site.ends.audit.contains("sample.end layered 115 R 1"));
        assertFalse(site.ends.audit.toString().contains(unit), "the audit trail names nobody");
        analyst.post(PATH, "act", "undo", "units", unit).expect(303);
        assertFalse(page().contains("Take back what was written of " + unit));
    }

    @Test
    void idsMayStandBesideEachOtherAsPeoplePasteThem() {
        for (String between : java.util.List.of(" ", "\t", "、", "　", "；", ", ")) {
            String both = drawn(1) + between + drawn(2);
            has(
                    analyst.post(PATH, "act", "set", "code", "R", "units", both)
                            .expect(303)
                            .location(),
                    "done=set&n=2");
            has(analyst.post(PATH, "act", "undo", "units", both).expect(303).location(), "done=undo&n=2");
        }
    }

    @Test
    void takingBackWhereNothingIsWrittenSaysSo() {
        String none =
                analyst.post(PATH, "act", "undo", "units", drawn(3)).expect(303).location();
        has(
                analyst.get(none + "&lang=en").expect(200).body(),
                "Nothing was written down of these ids; nothing was changed");
    }

    @Test
    void anIdOfAnyLengthIsToldInShort() {
        String page = analyst.post(PATH + "?lang=en", "act", "set", "code", "R", "units", "x".repeat(5000))
                .expect(422)
                .body();
        has(page, "These ids were not drawn: " + "x".repeat(40) + "….");
    }

    @Test
    void whatCannotBeWrittenIsToldAndNothingTypedIsLost() {
        has(
                analyst.post(PATH + "?lang=en", "act", "set", "code", "R", "units", " ")
                        .expect(422)
                        .body(),
                "id=\"e-units\"");
        has(
                analyst.post(PATH + "?lang=en", "act", "set", "code", "I", "units", "C01")
                        .expect(422)
                        .body(),
                "id=\"e-code\"");
        String page = analyst.post(PATH + "?lang=en", "act", "set", "code", "NC", "units", drawn() + "\nZ9，Z8")
                .expect(422)
                .body();
        has(page, "These ids were not drawn: Z9, Z8", "nothing was changed", "Z9，Z8</textarea>");
        assertFalse(page.contains("eligible, not contacted (NC)</th><td>1</td>"));
        analyst.post(PATH, "act", "erase", "units", "C01").expect(400);
    }

    @Test
    void zOutcomesOfAnOlderWaveCanStillBeWrittenDown() {
        String unit = drawn();
        StaffSite.await(site.collect.close(ACT, "layered", DataSet.LIVE, "115"));
        StaffSite.await(site.collect.open(ACT, "layered", DataSet.LIVE, "116", Instant.parse("2027-12-01T00:00:00Z")));
        has(page(), "Nobody of this wave was drawn and invited yet", "?wave=115\">Wave 115</a>");
        String older = analyst.get(PATH + "?lang=en&wave=115").expect(200).body();
        has(older, "20 people were drawn and 11 have answered", "come late can still be written down here");
        has(
                analyst.post(PATH + "?lang=en&wave=115", "act", "set", "code", "R", "units", "Z9")
                        .expect(422)
                        .body(),
                "These ids were not drawn: Z9");
        String done = analyst.post(PATH + "?lang=en&wave=115", "act", "set", "code", "O", "units", unit)
                .expect(303)
                .location();
        assertTrue(done.endsWith("done=set&wave=115&n=1"), done);
        has(
                analyst.get(done + "&lang=en").expect(200).body(),
                "This is wave 115",
                "other (ill, absent, no common language) (O)");
        analyst.get(PATH + "?wave=1999").expect(404);
    }

    @Test
    void aSurveyThatDrawsNobodySaysSo() {
        has(
                analyst.get("/agency/surveys/counter/fieldwork?lang=en")
                        .expect(200)
                        .body(),
                "declares convenience sampling");
    }
}
