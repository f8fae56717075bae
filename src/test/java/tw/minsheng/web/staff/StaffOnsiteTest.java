package tw.minsheng.web.staff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.minsheng.cli.Shell;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Wave;
import tw.minsheng.invite.onsite.OnsitePlan;
import tw.minsheng.invite.onsite.OnsiteSession;
import tw.minsheng.kernel.Act;
import tw.minsheng.petition.OfficePeriod;

/** 現場系統抽樣 as pages: drawn once, printed, counted, proved. */
class StaffOnsiteTest {

    private static final Act ACT = new Act("analyst", "kcg-pwb", Instant.parse("2026-11-20T01:00:00Z"));
    private static final AtomicInteger NUMBER = new AtomicInteger(200);
    private static StaffSite site;

    private int next;

    @BeforeAll
    static void start() {
        site = new StaffSite(0);
        site.collect.add("kcg-pwb", StaffCollect.survey("tickets", "臨櫃抽樣調查", "Tickets"), true);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    /** Each test has a wave of its own. */
    @BeforeEach
    void wave() {
        next = NUMBER.incrementAndGet();
        StaffSite.await(site.collect.of("tickets", DataSet.LIVE)).stream()
                .filter(Wave::open)
                .forEach(wave -> StaffSite.await(site.collect.close(ACT, "tickets", DataSet.LIVE, wave.code())));
        StaffSite.await(site.collect.open(ACT, "tickets", DataSet.LIVE, Integer.toString(next), Wave.NO_END));
    }

    private static String path(String more) {
        return "/agency/surveys/tickets/onsite" + more;
    }

    private static Visitor analyst() {
        Visitor analyst = site.signedIn("analyst");
        analyst.get(path("")).expect(200);
        return analyst;
    }

    private static String[] typed(String... other) {
        String[] usual = {
            "from",
            "2026-11-30",
            "to",
            "2026-12-11",
            "am",
            "1",
            "pm",
            "1",
            "closed",
            "2026-12-04",
            "opened",
            "",
            "visitors",
            "",
            "seed",
            "114"
        };
        for (int i = 0; i < other.length; i += 2) {
            for (int place = 0; place < usual.length; place += 2) {
                if (usual[place].equals(other[i])) {
                    usual[place + 1] = other[i + 1];
                }
            }
        }
        return usual;
    }

    private static Visitor.Seen look(Visitor analyst, String step, String... other) {
        StringBuilder query = new StringBuilder("?lang=en&step=" + step);
        String[] fields = typed(other);
        for (int i = 0; i < fields.length; i += 2) {
            query.append('&')
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return analyst.get(path(query.toString()));
    }

    /** As a browser does it: what was typed is looked at, and then confirmed. */
    private static Visitor.Seen draw(Visitor analyst, String... other) {
        String frame = look(analyst, "confirm", other).expect(200).hidden("frame");
        return post(analyst, frame, other);
    }

    private static Visitor.Seen post(Visitor analyst, String frame, String... other) {
        String[] fields = typed(other);
        String[] all = java.util.Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = "frame";
        all[fields.length + 1] = frame;
        return analyst.post(path("?lang=en"), all);
    }

    /** Sessions that are over by the clock of the tests. */
    private static void drawPast(Visitor analyst) {
        draw(analyst, "from", "2026-11-02", "to", "2026-11-13", "closed", "").expect(303);
    }

    private OnsitePlan plan() {
        return StaffSite.await(site.onsite.find("tickets", Integer.toString(next)))
                .orElseThrow();
    }

    private static void has(String page, String... words) {
        for (String word : words) {
            assertTrue(page.contains(word), () -> word + " in " + page);
        }
    }

    @Test
    void whoOpensNoWavesDrawsNone() {
        site.signedIn("handler").get(path("")).expect(404);
    }

    @Test
    void theSessionsAreDrawnOnceAndCanBeProved() {
        Visitor analyst = analyst();
        has(analyst.get(path("?lang=en")).expect(200).body(), "Counters: Counter 1, Counter 2", "5 half-day sessions");
        draw(analyst).expect(303);
        String page = analyst.get(path("?lang=en")).expect(200).body();
        has(page, "5 sessions were drawn", "The same sessions", "114", plan().drawnHash(), "Not begun");
        assertEquals(9 * 2, plan().wish().halfDays().size());
        has(
                analyst.get(path("/record.json")).expect(200).body(),
                "\"seed\" : 114",
                plan().frameHash(),
                "\"2026-11-30 am\"");
        assertTrue(site.onsite.audit.contains("onsite.seed tickets " + next + " 114 typed"));
        has(page, "typed by whoever drew");
        assertEquals(114, plan().seed().value());
    }

    @Test
    void whatCanBeDrawnIsShownTwiceBeforeAnythingIsDrawn() {
        Visitor analyst = analyst();
        String[] typed = {
            "to", "2026-12-27", "closed", "2026-12-24 2026-12-25", "opened", "2026-12-12", "visitors", "40"
        };
        String preview = look(analyst, "preview", typed).expect(200).body();
        String confirm = look(analyst, "confirm", typed).expect(200).body();
        for (String page : List.of(preview, confirm)) {
            has(
                    page,
                    "there are 19 days and 38 half-days; with 2 counters that makes 76 sessions",
                    "5 of them will be drawn",
                    "Saturdays and Sundays: 7 days fall out",
                    "falls out (行憲紀念日): a day off in the office calendar",
                    "typed above as closed",
                    "typed above as open",
                    "change nothing",
                    "With 40 visitors in a half-day about 50 are asked",
                    "value=\"2026-12-24 2026-12-25\"");
        }
        has(preview, "Go on to the draw", ">2026-12-24 2026-12-25</textarea>");
        has(confirm, "Draw the sessions of wave " + next + " now?", "Back, change something");
        assertTrue(StaffSite.await(site.onsite.find("tickets", Integer.toString(next)))
                .isEmpty());
        assertFalse(site.onsite.audit.stream().anyMatch(line -> line.contains("tickets " + next + " ")));
        draw(analyst, typed).expect(303);
        String page = analyst.get(path("?lang=en")).expect(200).body();
        has(page, "Taken out by hand", "Put in by hand", site.calendars.version());
        has(analyst.get(path("/record.json")).expect(200).body(), "\"opened_by_hand\" : [ \"2026-12-12\" ]");
    }

    /** 2025-02-08 was a Saturday on which the offices made up for a day of the New Year. */
    @Test
    void aMakeUpWorkdayIsDrawnFromAndAClosureOfTheMorningFallsOut() {
        LocalDate saturday = LocalDate.parse("2025-02-08");
        OnsiteForm form = OnsiteForm.of(field -> switch (field) {
            case "from" -> "2025-02-03";
            case "to" -> "2025-02-09";
            case "am", "pm" -> "1";
            default -> "";
        });
        OnsiteDays days = OnsiteDays.of(site.calendars.period(form.from(), form.to()), form);
        assertEquals(6, days.days());
        assertEquals("made_up", days.in().get(0).why());
        assertEquals(1, days.weekends());
        OfficePeriod.Day half = new OfficePeriod.Day(saturday, false, true, OfficePeriod.Why.CLOSED, "颱風");
        OnsiteDays stormy = OnsiteDays.of(new OfficePeriod("v", true, List.of(half)), form);
        assertEquals(List.of(new OnsiteDays.Day(saturday, "am", "closed", "颱風")), stormy.out());
        assertEquals(List.of(new OnsitePlan.HalfDay(saturday, OnsiteSession.Half.PM)), stormy.halfDays());
    }

    /** In another folder, language and time zone. */
    @Test
    void theCommandOfThePageMakesTheSameBytes(@TempDir Path home) throws IOException {
        Visitor analyst = analyst();
        draw(analyst).expect(303);
        String page = analyst.get(path("?lang=en")).expect(200).body();
        String command = page.substring(page.indexOf("minsheng sample draw"), page.indexOf("</code>"));
        Path frame = home.resolve("tickets-" + next + "-frame.csv");
        Files.write(frame, analyst.bytes(path("/frame.csv")));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            List<String> words =
                    new ArrayList<>(List.of(command.replace("minsheng ", "").split(" ", -1)));
            words.replaceAll(word -> word.equals(frame.getFileName().toString()) ? frame.toString() : word);
            words.set(words.size() - 1, home.resolve("drawn").toString());
            assertEquals(0, Shell.run(words.toArray(String[]::new)).code());
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        for (String file : List.of("selected.csv", "audit.json")) {
            assertArrayEquals(
                    Files.readAllBytes(home.resolve("drawn").resolve(file)), analyst.bytes(path("/" + file)), file);
        }
        String selected = Files.readString(home.resolve("drawn").resolve("selected.csv"));
        plan().sessions()
                .forEach(session -> assertTrue(
                        selected.contains(session.code() + "," + session.counter() + ",")
                                && selected.contains("," + session.start()),
                        selected));
        has(
                Files.readString(home.resolve("drawn").resolve("audit.json")).replace(" ", ""),
                "\"interval\":4",
                "\"seed\":\"114\"",
                "\"strata\":\"counter\"");
    }

    @Test
    void whoDrawsTwiceIsToldSoAndSeesWhatHolds() {
        Visitor analyst = analyst();
        String frame = look(analyst, "confirm").expect(200).hidden("frame");
        post(analyst, frame).expect(303);
        String again = post(analyst, frame, "seed", "115").expect(409).body();
        has(again, "have been drawn already", plan().drawnHash());
        has(look(analyst, "confirm").expect(200).body(), plan().drawnHash());
        assertEquals(114, plan().seed().value());
    }

    /** A closure may be written down between the two. */
    @Test
    void whatWasNotLookedAtIsNotDrawn() {
        Visitor analyst = analyst();
        String frame = look(analyst, "confirm").expect(200).hidden("frame");
        String page = post(analyst, frame, "closed", "").expect(422).body();
        has(page, "Nothing was drawn", "there are 10 days");
        assertTrue(StaffSite.await(site.onsite.find("tickets", Integer.toString(next)))
                .isEmpty());
    }

    @Test
    void everyFaultOfTheDrawIsToldAndNothingTypedIsLost() {
        Visitor analyst = analyst();
        String page = look(
                        analyst,
                        "preview",
                        "from",
                        "2026-13-01",
                        "am",
                        "",
                        "pm",
                        "",
                        "closed",
                        "soon",
                        "visitors",
                        "many",
                        "seed",
                        "x")
                .expect(422)
                .body();
        has(
                page,
                "id=\"e-from\"",
                "id=\"e-am\"",
                "id=\"e-closed\"",
                "id=\"e-visitors\"",
                "id=\"e-seed\"",
                ">soon</textarea>",
                "value=\"x\"");
        has(look(analyst, "confirm", "to", "2026-11-29").expect(422).body(), "The last day comes after the first");
        has(
                look(analyst, "confirm", "to", "2026-11-30", "pm", "")
                        .expect(422)
                        .body(),
                "fewer half-days than are to be drawn");
        assertTrue(StaffSite.await(site.onsite.find("tickets", Integer.toString(next)))
                .isEmpty());
    }

    @Test
    void slipsCarryTheCodeOfTheirSessionAndNobodysName() {
        Visitor analyst = analyst();
        draw(analyst).expect(303);
        String page =
                analyst.get(path("/slips/2?lang=en&n=3&from=5")).expect(200).body();
        OnsiteSession session = plan().sessions().get(1);
        has(page, session.code() + " · 5", session.code() + " · 7", "This slip takes one answer");
        assertFalse(page.contains(session.code() + " · 8"));
        assertEquals(3, page.split("<section class=\"slip\"", -1).length - 1);
        analyst.get(path("/slips/99")).expect(404);
        String sheets = analyst.get(path("/sheets?lang=en")).expect(200).body();
        assertEquals(5, sheets.split("<section class=\"sheet\"", -1).length - 1);
        has(sheets, "From visitor " + session.start() + " on, one visitor in every 4 is asked");
    }

    @Test
    void countsAreKeyedInAndMoveTheWeights() {
        Visitor analyst = analyst();
        drawPast(analyst);
        OnsiteSession first = plan().sessions().get(0);
        site.slipAnswers.put(first.code(), 8L);
        has(
                analyst.get(path("?lang=en")).expect(200).body(),
                "Not counted",
                "Sessions with answers that were not counted: 1");
        String wrong = analyst.post(
                        path("/counts/1?lang=en"),
                        "passed",
                        "60",
                        "approached",
                        "12",
                        "refused",
                        "9",
                        "ineligible",
                        "many")
                .expect(422)
                .body();
        has(wrong, "id=\"e-ineligible\"", "value=\"many\"", "value=\"60\"");
        String misfit = analyst.post(
                        path("/counts/1?lang=en"),
                        "passed",
                        "60",
                        "approached",
                        "12",
                        "refused",
                        "3",
                        "ineligible",
                        "2")
                .expect(422)
                .body();
        has(misfit, "Refusals, visitors not meant and answers make 13, more than the 12 who were asked");
        analyst.post(path("/counts/1?lang=en"), "passed", "６０", "approached", "12", "refused", "2", "ineligible", "2")
                .expect(303);
        String page = analyst.get(path("?lang=en")).expect(200).body();
        String weight = String.format(java.util.Locale.ROOT, "%,.1f", 60 * 10 / 12.0 / 8 / first.probability());
        has(page, "Complete", ">" + weight + "</td>");
        assertTrue(site.onsite.audit.contains("onsite.count tickets " + next + " 1"));
        site.slipAnswers.clear();
    }

    @Test
    void nothingWasCountedInASessionThatHasNotBegun() {
        Visitor analyst = analyst();
        draw(analyst).expect(303);
        assertFalse(analyst.get(path("?lang=en")).expect(200).body().contains("/counts/1"));
        has(analyst.get(path("/counts/1?lang=en")).expect(200).body(), "Session 1", "has not begun");
        String page = analyst.post(
                        path("/counts/1?lang=en"),
                        "passed",
                        "60",
                        "approached",
                        "12",
                        "refused",
                        "2",
                        "ineligible",
                        "0")
                .expect(422)
                .body();
        has(page, "has not begun", "choose its session in the list", "value=\"60\"");
        assertFalse(site.onsite.audit.contains("onsite.count tickets " + next + " 1"));
    }

    /** Papers come in late, and the weights of the older wave follow them. */
    @Test
    void theSessionsOfAnOlderWaveStayInReach() {
        Visitor analyst = analyst();
        drawPast(analyst);
        int older = next;
        wave();
        String now = analyst.get(path("?lang=en")).expect(200).body();
        has(now, "?wave=" + older + "\">Wave " + older + "</a>", "Look at what can be drawn");
        String of = "?lang=en&wave=" + older;
        String page = analyst.get(path(of)).expect(200).body();
        has(page, "This is wave " + older, "/counts/1?wave=" + older, "The same sessions");
        assertFalse(page.contains("/slips/1"), page);
        String back = analyst.post(
                        path("/counts/1" + of), "passed", "60", "approached", "12", "refused", "2", "ineligible", "2")
                .expect(303)
                .location();
        assertTrue(back.endsWith("?done=count&wave=" + older), back);
        assertTrue(site.onsite.audit.contains("onsite.count tickets " + older + " 1"));
        analyst.post(path(of), typed()).expect(409);
        analyst.get(path("?wave=1999")).expect(404);
    }

    /** One visitor in four: of 100 about 25 are asked, and 12 are less than half of them; 23 are near enough. */
    @Test
    void countsThatTheRuleCannotGiveAreMarkedAndKept() {
        Visitor analyst = analyst();
        drawPast(analyst);
        count(analyst, "12");
        has(
                analyst.get(path("?lang=en")).expect(200).body(),
                "one visitor in 4 makes about 25 to be asked, and 12 were counted; check the paper");
        count(analyst, "23");
        assertFalse(analyst.get(path("?lang=en")).expect(200).body().contains("check the paper"));
    }

    private static void count(Visitor analyst, String asked) {
        analyst.post(path("/counts/1"), "passed", "100", "approached", asked, "refused", "2", "ineligible", "0")
                .expect(303);
    }

    @Test
    void aSurveyThatDrawsNoSessionsSaysSo() {
        Visitor analyst = analyst();
        has(
                analyst.get("/agency/surveys/counter/onsite?lang=en")
                        .expect(200)
                        .body(),
                "This survey does not draw sessions");
        analyst.get("/agency/surveys/counter/onsite/sheets").expect(200);
        analyst.get("/agency/surveys/counter/onsite/slips/1").expect(200);
    }
}
