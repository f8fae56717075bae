package tw.minsheng.web.staff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tw.minsheng.acceptance.FormWithFiles;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Wave;
import tw.minsheng.invite.draw.SampleDraw;
import tw.minsheng.invite.draw.SampleDraws;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Sha256;
import tw.minsheng.report.draw.DrawOrder;
import tw.minsheng.report.draw.FrameDesk;

/** 抽樣 as a page: a list is registered, drawn from once, and the draw proved. */
class StaffSampleTest {

    private static final Act ACT = new Act("analyst", "kcg-pwb", Instant.parse("2026-11-20T01:00:00Z"));
    private static final AtomicInteger NUMBER = new AtomicInteger(300);
    private static StaffSite site;

    @BeforeAll
    static void start() {
        site = new StaffSite(0);
        for (String id : List.of("listed", "layered", "grouped")) {
            site.collect.add("kcg-pwb", StaffCollect.survey(id, "名單調查", "List survey"), true);
        }
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    /** A survey with a wave of its own, and who may draw in it. */
    private static final class Desk {
        private final String survey;
        private final String wave = Integer.toString(NUMBER.incrementAndGet());
        private final Visitor analyst = site.signedIn("analyst");

        Desk(String survey) {
            this.survey = survey;
            StaffSite.await(site.collect.of(survey, DataSet.LIVE)).stream()
                    .filter(Wave::open)
                    .forEach(open -> StaffSite.await(site.collect.close(ACT, survey, DataSet.LIVE, open.code())));
            StaffSite.await(site.collect.open(ACT, survey, DataSet.LIVE, wave, Wave.NO_END));
            analyst.get(path("")).expect(200);
        }

        String path(String more) {
            return "/agency/surveys/" + survey + "/sample" + more;
        }

        String page() {
            return analyst.get(path("?lang=en")).expect(200).body();
        }

        Visitor.Seen frame(String csv) {
            return analyst.postFiles(
                    path("/frame?lang=en"),
                    new FormWithFiles()
                            .field("name", "叫號紀錄")
                            .field("asof", "2026-10-31")
                            .field("id", "case_no")
                            .file("C:\\frames\\tickets.csv", bytes(csv)));
        }

        Visitor.Seen draw(String csv, String design, String size, String... more) {
            FormWithFiles form = new FormWithFiles()
                    .field("design", design)
                    .field("size", size)
                    .field("seed", "42");
            List<String> names = IntStream.range(0, more.length / 2)
                    .mapToObj(i -> more[2 * i])
                    .toList();
            if (!names.contains("share")) {
                form.field("share", "proportional");
            }
            for (int i = 0; i < more.length; i += 2) {
                form.field(more[i], more[i + 1]);
            }
            return analyst.postFiles(path("/draw?lang=en"), form.file("tickets.csv", bytes(csv)));
        }

        SampleDraw standing() {
            return StaffSite.await(site.draws.all(new SampleDraws.Of(survey, wave)))
                    .get(0);
        }

        boolean audited(String what) {
            return site.draws.audit.contains(what.replace("*", survey + " " + wave));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** 60 people of three kinds. */
    private static String people() {
        return IntStream.range(0, 60)
                .mapToObj(i -> "C%03d,%s,D%d,p%d@example.org,王%d"
                        .formatted(i, i < 35 ? "lamp" : i < 55 ? "road" : "other", i % 6, i, i))
                .collect(Collectors.joining("\n", "case_no,kind,district,email,name\n", "\n"));
    }

    private static void has(String page, String... words) {
        for (String word : words) {
            assertTrue(page.contains(word), () -> word + " in " + page);
        }
    }

    @Test
    void whoOpensNoWavesDrawsNone() {
        site.signedIn("handler").get("/agency/surveys/listed/sample").expect(404);
    }

    @Test
    void aListIsToldByItsFactsAndNothingOfItIsKept() {
        Desk desk = new Desk("listed");
        has(desk.page(), "Check and register");
        desk.frame(people()).expect(303);
        String page = desk.page();
        has(page, "叫號紀錄", "60", "tickets.csv", "case_no, kind, district, email, name", Sha256.hex(people()));
        has(page, "does not stay on the server", "Write down the seed and draw");
        assertFalse(page.contains("p1@example.org"));
        assertTrue(desk.audited("sample.frame * " + Sha256.hex(people())));
    }

    /** A simple draw has no strata, and sizes lie behind their own words. */
    @Test
    void theFormShowsWhatBelongsToItsDesign() {
        Desk simple = new Desk("listed");
        simple.frame(people()).expect(303);
        String page = simple.page();
        for (String name : List.of("group", "least")) {
            assertFalse(page.contains("name=\"" + name + "\""), page);
        }
        has(page, "<summary>Only in proportion to size</summary>", "name=\"measure\"", "name=\"share\" value=");
        Desk layered = new Desk("layered");
        layered.frame(people()).expect(303);
        has(layered.page(), "<legend>Strata</legend>", "name=\"group\"", "name=\"least\"");
        has(
                layered.draw(people(), "stratified", "12", "group", "kind", "least", "-1")
                        .expect(422)
                        .body(),
                "id=\"e-least\"");
        Desk grouped = new Desk("grouped");
        grouped.frame(people()).expect(303);
        has(grouped.page(), "<legend>Clusters</legend>", "name=\"group\"");
        assertFalse(grouped.page().contains("name=\"least\""));
    }

    @Test
    void whereTheSeedCameFromIsToldAndWrittenDown() {
        Desk typed = new Desk("listed");
        typed.frame(people()).expect(303);
        typed.draw(people(), "srs", "12").expect(303);
        has(typed.page(), "typed by whoever drew");
        Desk made = new Desk("listed");
        made.frame(people()).expect(303);
        made.analyst
                .postFiles(
                        made.path("/draw?lang=en"),
                        new FormWithFiles()
                                .field("design", "srs")
                                .field("share", "proportional")
                                .field("size", "12")
                                .file("tickets.csv", bytes(people())))
                .expect(303);
        has(made.page(), "made by the program");
        assertTrue(made.audited("sample.seed * " + made.standing().rule().seed().value() + " made"));
    }

    @Test
    void everyFaultOfAListIsToldWithItsPlace() {
        Desk desk = new Desk("listed");
        String page = desk.analyst
                .postFiles(
                        desk.path("/frame?lang=en"),
                        new FormWithFiles().field("name", "").field("asof", "soon"))
                .expect(422)
                .body();
        has(page, "id=\"e-name\"", "id=\"e-asof\"", "id=\"e-files\"", "Choose the list file");
        has(desk.frame("case_no,kind\nA,x\nA,y\n").expect(422).body(), "row 3: “A” in “case_no” came before");
        has(desk.frame("case_no,kind\n,x\n").expect(422).body(), "row 2: “case_no” is empty", "value=\"叫號紀錄\"");
        has(desk.frame("no,kind\n1,x\n").expect(422).body(), "has no column “case_no”. Its columns: no, kind");
        has(desk.frame("case_no,kind\n").expect(422).body(), "has no rows");
        has(desk.frame("case_no,kind,kind\nA,x,y\n").expect(422).body(), "has two columns “kind”; rename one");
        String many = desk.frame("case_no,kind\n" + "A,x\n".repeat(3) + ",y\n".repeat(25))
                .expect(422)
                .body();
        has(many, "has 27 cells to be corrected", "row 3: “A” in “case_no” came before", "row 22: “case_no” is empty");
        has(many, "7 more are not listed");
        assertFalse(many.contains("row 23"));
        String latin = new String(new byte[] {'n', (byte) 0xE9}, StandardCharsets.ISO_8859_1);
        String wrong = desk.analyst
                .postFiles(
                        desk.path("/frame?lang=en"),
                        new FormWithFiles()
                                .field("name", "x")
                                .field("asof", "2026-10-31")
                                .file("a.csv", ("id\n" + latin + "\n").getBytes(StandardCharsets.ISO_8859_1)))
                .expect(422)
                .body();
        has(wrong, "line 2 is not UTF-8");
        has(desk.frame("case_no\n" + "x".repeat(250_000)).expect(422).body(), "larger than 300 MB");
        assertTrue(StaffSite.await(site.draws.frame(new SampleDraws.Of("listed", desk.wave)))
                .isEmpty());
    }

    @Test
    void whomTheDrawPickedCanBeProved() throws Exception {
        Desk desk = new Desk("listed");
        desk.frame(people()).expect(303);
        desk.draw(people(), "srs", "12", "email", "email", "person", "name").expect(303);
        assertTrue(desk.audited("sample.seed * 42 typed"));
        assertTrue(site.draws.audit.indexOf("sample.seed listed " + desk.wave + " 42 typed")
                < site.draws.audit.indexOf("sample.draw listed " + desk.wave + " "
                        + desk.standing().sha256()));
        String page = desk.page();
        has(page, "Whom did the draw pick?", "60 rows of “叫號紀錄” 12 were drawn at random", "<td>5.00</td>");
        has(
                page,
                "minsheng sample draw --frame tickets.csv --id case_no --design srs --size 12 --seed 42 --by analyst");
        FrameDesk.Drawn again = FrameDesk.draw(
                "other.csv",
                () -> new java.io.ByteArrayInputStream(bytes(people())),
                Sha256.hex(people()),
                new DrawOrder("srs", "proportional", 12, 0, 42, "case_no", "", ""),
                "analyst",
                "2026-11-20",
                List.of());
        assertArrayEquals(bytes(again.audit()), desk.analyst.bytes(desk.path("/audit.json")));
        String list = desk.analyst.get(desk.path("/selected.csv")).expect(200).body();
        assertEquals(13, list.lines().count());
        has(list, "case_no,_weight", again.rows().get(11).id() + ",5");
        assertTrue(desk.audited("sample.read * 12"));
        assertEquals(303, repeat(desk, people()).status());
        has(repeat(desk, people()).location(), "done=same");
        has(repeat(desk, people() + "C999,lamp,D1,,\n").expect(422).body(), "is not the registered list");
        desk.draw(people(), "srs", "12").expect(422);
    }

    private static Visitor.Seen repeat(Desk desk, String csv) {
        return desk.analyst.postFiles(desk.path("/repeat?lang=en"), new FormWithFiles().file("again.csv", bytes(csv)));
    }

    @Test
    void strataShareWithAMinimum() {
        Desk desk = new Desk("layered");
        desk.frame(people()).expect(303);
        has(
                desk.draw(people(), "stratified", "18", "group", "kind", "least", "7")
                        .expect(422)
                        .body(),
                "With 7 from each stratum 19 are needed at least, and 18 are to be drawn");
    }

    @Test
    void strataAreToldWithWhatTheyStandFor() {
        Desk desk = new Desk("layered");
        desk.frame(people()).expect(303);
        has(
                desk.draw(people(), "stratified", "100001", "group", "kind")
                        .expect(422)
                        .body(),
                "draws at most 100,000");
        desk.draw(people(), "stratified", "20", "group", "kind", "least", "5").expect(303);
        String page = desk.page();
        has(page, "in 3 strata by “kind”", "<th scope=\"row\" class=\"words\">lamp</th>", "5 (all of it)");
        has(page, "--strata kind --allocation proportional --least 5");
        assertEquals(
                List.of(10L, 5L, 5L),
                desk.standing().groups().stream().map(SampleDraw.Group::drawn).toList());
        has(desk.analyst.get(desk.path("/selected.csv")).expect(200).body(), "case_no,_stratum,_weight");
    }

    /** Two of three strata get one each, and nobody of the third has a chance. */
    @Test
    void aStratumThatIsLeftOutIsNotCalledImprecise() {
        Desk desk = new Desk("layered");
        desk.frame(people()).expect(303);
        desk.draw(people(), "stratified", "2", "group", "kind").expect(303);
        has(desk.page(), "Nobody of “other” was drawn: none of its 5 people had a chance");
    }

    @Test
    void clustersAreTakenWhole() {
        Desk desk = new Desk("grouped");
        desk.frame(people()).expect(303);
        has(desk.draw(people(), "cluster", "2").expect(422).body(), "needs the column of the clusters");
        desk.draw(people(), "cluster", "2", "group", "district").expect(303);
        has(desk.page(), "2 clusters by “district” were drawn at random and taken whole: 20 in all");
        has(
                desk.page(),
                "The whole list (the 2 clusters drawn: 20 rows)</th><td>60</td><td>–</td><td>20</td><td>3.00</td>");
        has(desk.analyst.get(desk.path("/selected.csv")).expect(200).body(), "case_no,_psu,_weight");
    }

    @Test
    void everyFaultOfADrawIsToldAndNothingTypedIsLost() {
        Desk desk = new Desk("listed");
        desk.frame(people()).expect(303);
        String page = desk.analyst
                .postFiles(
                        desk.path("/draw?lang=en"),
                        new FormWithFiles()
                                .field("design", "stratified")
                                .field("share", "equal")
                                .field("size", "many")
                                .field("seed", "x")
                                .field("email", "mail"))
                .expect(422)
                .body();
        has(page, "id=\"e-design\"", "id=\"e-size\"", "id=\"e-seed\"", "id=\"e-email\"", "id=\"e-files\"");
        has(page, "value=\"many\"", "The survey file declares another design");
        has(desk.draw(people(), "srs", "61").expect(422).body(), "61 are to be drawn, the list has only 60");
        has(desk.draw("case_no\nA\n", "srs", "1").expect(422).body(), "is not the registered list");
        assertEquals(List.of(), StaffSite.await(site.draws.all(new SampleDraws.Of("listed", desk.wave))));
    }

    @Test
    void aDrawIsTakenBackWithAReasonAndItsRecordStays() {
        Desk desk = new Desk("listed");
        desk.frame(people()).expect(303);
        desk.draw(people(), "srs", "12").expect(303);
        has(desk.frame(people()).expect(422).body(), "This wave has its draw");
        has(
                desk.analyst
                        .post(desk.path("/discard?lang=en"), "reason", " ")
                        .expect(422)
                        .body(),
                "Write why it is taken back");
        desk.analyst.post(desk.path("/discard?lang=en"), "reason", "缺三月").expect(303);
        String page = desk.page();
        has(page, "Draws that were taken back", "drew 12 rows (seed 42)", "缺三月", "Write down the seed and draw");
        has(desk.analyst.get(desk.path("/selected.csv?lang=en")).expect(200).body(), "Draws that were taken back");
        has(desk.analyst.get(desk.path("/audit.json?no=0")).expect(200).body(), "\"seed\": \"42\"");
        assertTrue(desk.audited("sample.discard * 缺三月"));
        desk.analyst
                .post(desk.path("/discard?lang=en"), "reason", "noch einmal")
                .expect(409);
    }

    @Test
    void thoseDrawnBecomeTheListOfInvitations() {
        Desk desk = new Desk("listed");
        String invitations = "/agency/surveys/listed/invitations?lang=en";
        desk.frame(people()).expect(303);
        desk.draw(people(), "srs", "12").expect(303);
        has(desk.analyst.post(desk.path("/invite?lang=en")).expect(422).body(), "Nobody drawn has an e-mail address");
        desk.analyst.post(desk.path("/discard"), "reason", "聯絡欄").expect(303);
        desk.draw(people(), "srs", "12", "email", "email", "person", "name").expect(303);
        has(
                desk.analyst
                        .post(invitations, "act", "add", "csv", "email\nx@example.org\n")
                        .expect(422)
                        .body(),
                "nobody is added beside them");
        String done =
                desk.analyst.post(desk.path("/invite?lang=en")).expect(303).location();
        has(desk.analyst.get(done + "&lang=en").expect(200).body(), "Of the 12 people drawn 12 who can be reached");
        has(desk.page(), "the draw can no longer be taken back");
        has(desk.analyst.post(desk.path("/invite?lang=en")).expect(422).body(), "No draw waits for its invitations");
        desk.analyst.post(desk.path("/discard"), "reason", "too late").expect(409);
    }

    @Test
    void aDrawBySizeGivesAListAndInvitesNobody() {
        Desk desk = new Desk("listed");
        String csv = "no,size,email\nA,3,a@example.org\nB,2,b@example.org\nC,5,c@example.org\n";
        desk.analyst
                .postFiles(
                        desk.path("/frame"),
                        new FormWithFiles()
                                .field("name", "x")
                                .field("asof", "2026-10-31")
                                .file("a.csv", bytes(csv)))
                .expect(303);
        desk.draw(csv, "pps", "1", "measure", "size").expect(303);
        String page = desk.page();
        has(page, "in proportion to “size”", "so nobody is invited from here");
        assertFalse(page.contains("/sample/invite"));
    }

    @Test
    void nobodyIsInvitedWherePeopleAreAskedOnSite() {
        site.collect.add("kcg-pwb", StaffCollect.survey("tickets", "臨櫃抽樣調查", "Tickets"), true);
        StaffSite.await(site.collect.open(ACT, "tickets", DataSet.LIVE, "300", Wave.NO_END));
        Visitor analyst = site.signedIn("analyst");
        String path = "/agency/surveys/tickets/invitations?lang=en";
        String page = analyst.get(path).expect(200).body();
        has(page, "nobody is invited by mail");
        assertFalse(page.contains("name=\"csv\""), page);
        analyst.post(path, "act", "add", "csv", "email\nx@example.org\n").expect(422);
    }

    @Test
    void theDrawOfAnOlderWaveCanBeLookedAt() {
        Desk older = new Desk("listed");
        older.frame(people()).expect(303);
        older.draw(people(), "srs", "12").expect(303);
        String proof = older.standing().sha256();
        Desk desk = new Desk("listed");
        String of = "?lang=en&wave=" + older.wave;
        has(
                desk.page(),
                "<a href=\"/agency/surveys/listed/sample?wave=" + older.wave + "\">Wave " + older.wave + "</a>",
                "aria-current=\"true\">Wave " + desk.wave);
        String page = desk.analyst.get(desk.path(of)).expect(200).body();
        has(page, proof, "to be looked at and downloaded only", "/audit.json?wave=" + older.wave + "\"");
        assertFalse(page.contains("/sample/invite") || page.contains("/sample/discard"), page);
        assertEquals(
                older.standing().audit(),
                desk.analyst.get(desk.path("/audit.json" + of)).expect(200).body());
        assertEquals(
                13,
                desk.analyst
                        .get(desk.path("/selected.csv" + of))
                        .expect(200)
                        .body()
                        .lines()
                        .count());
        has(
                desk.analyst
                        .postFiles(desk.path("/repeat" + of), new FormWithFiles().file("again.csv", bytes(people())))
                        .expect(303)
                        .location(),
                "done=same&wave=" + older.wave);
        has(
                desk.analyst
                        .post(desk.path("/discard" + of), "reason", "too late")
                        .expect(409)
                        .body(),
                "no longer the present wave");
        assertEquals(SampleDraw.State.DRAWN, older.standing().state());
        for (String file : List.of("", "/audit.json", "/selected.csv")) {
            desk.analyst.get(desk.path(file + "?wave=1999")).expect(404);
        }
    }

    @Test
    void aSurveyWithoutAListSaysSo() {
        String page = site.signedIn("analyst")
                .get("/agency/surveys/counter/sample?lang=en")
                .expect(200)
                .body();
        has(page, "declares convenience sampling");
        assertEquals(Optional.empty(), Optional.of(page).filter(text -> text.contains("Check and register")));
    }
}
