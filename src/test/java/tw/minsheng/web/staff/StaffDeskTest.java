package tw.minsheng.web.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.State;
import tw.minsheng.security.Role;

/** Daily work at the desk: many cases at once, the last step taken back. */
class StaffDeskTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final CaseNumber OWN = new CaseNumber(115, 2);
    private static final CaseNumber UNDER = new CaseNumber(115, 3);
    private static final CaseNumber FOREIGN = new CaseNumber(115, 4);

    @AutoClose
    private final StaffSite site = new StaffSite(0);

    private CaseFile file(CaseNumber number) {
        return StaffSite.await(site.cases.find(number));
    }

    private static String path(CaseNumber number) {
        return "/agency/cases/" + number.text();
    }

    /** Ticks these cases as they were seen at revision 1. */
    private static Visitor.Seen assign(Visitor visitor, String unit, String handler, CaseNumber... numbers) {
        visitor.get("/agency/cases").expect(200);
        String cases = Arrays.stream(numbers)
                .map(number -> "&case=" + number.text() + "%3A1")
                .collect(Collectors.joining());
        String csrf = URLEncoder.encode(visitor.csrf(), StandardCharsets.UTF_8);
        return visitor.postBody(
                "/agency/cases", "csrf=" + csrf + "&unit=" + unit + "&handler=" + handler + cases, Map.of());
    }

    private static Visitor.Seen act(Visitor visitor, CaseNumber number, String act, String... fields) {
        String revision = visitor.get(path(number)).expect(200).hidden("revision");
        return visitor.post(
                path(number),
                Stream.concat(Stream.of("act", act, "revision", revision), Arrays.stream(fields))
                        .toArray(String[]::new));
    }

    @Test
    void aForeignCaseAmongManyGivesNobodyAnything() {
        Visitor head = site.signedIn("head");
        assign(head, "kcg-pwb", "", OWN, FOREIGN).expect(404);
        assign(head, "kcg-pwb", "", OWN, new CaseNumber(115, 99)).expect(404);
        assign(head, "kcg-pwb", "finhead", OWN).expect(422);
        assign(head, "kcg-fin", "", OWN).expect(422);
        assign(head, "kcg-pwb", "").expect(422);
        assign(site.signedIn("control"), "kcg-pwb", "", OWN).expect(404);
        assertEquals(State.RECEIVED, file(OWN).state());
    }

    @Test
    void whenSomebodyWasFasterNoneIsAssignedAndTheCaseIsNamed() {
        Visitor head = site.signedIn("head");
        act(head, UNDER, "note", "reason", "先看過").expect(303);
        String body = assign(head, "kcg-pwb-road", "", OWN, UNDER).expect(409).body();
        assertTrue(body.contains(UNDER.text()), body);
        assertEquals(State.RECEIVED, file(OWN).state());
        assertEquals(State.RECEIVED, file(UNDER).state());
    }

    @Test
    void manyCasesAreGivenToOneUnitEachWithItsEvent() {
        Visitor head = site.signedIn("head");
        // a case of the office under the bureau is not given to the bureau
        assign(head, "kcg-pwb", "", OWN, UNDER).expect(422);
        String location =
                assign(head, "kcg-pwb-road", "roadhand", OWN, UNDER).expect(303).location();
        assertTrue(head.get(location).expect(200).body().contains("已分派 2 件"));
        for (CaseNumber number : List.of(OWN, UNDER)) {
            assertEquals(State.ASSIGNED, file(number).state());
            assertEquals("kcg-pwb-road", file(number).unit());
            assertEquals(
                    "assign", StaffSite.await(site.cases.history(number)).get(1).what());
        }
        assertFalse(head.get("/agency/cases").expect(200).body().contains("type=\"checkbox\""));
    }

    /** The list that was shown, what was ticked and what was chosen are there again beside the fault. */
    @Test
    void aRefusedAssignmentKeepsTheListAndTheTicks() {
        Visitor head = site.signedIn("head");
        String list = head.get("/agency/cases?scope=inbox&text=坑洞").expect(200).body();
        String pick = OWN.text() + ":" + file(OWN).revision();
        assertTrue(list.contains("value=\"" + pick + "\""), list);
        String body = head.post("/agency/cases", "scope", "inbox", "text", "坑洞", "page", "0", "case", pick, "unit", "")
                .expect(422)
                .body();
        assertTrue(body.matches("(?s).*value=\"" + pick + "\" checked.*"), body);
        assertTrue(body.matches("(?s).*<option value=\"inbox\" selected.*") && body.contains("value=\"坑洞\""), body);
        String again = head.post(
                        "/agency/cases", "scope", "inbox", "text", "坑洞", "page", "0", "case", pick, "unit", "kcg-pwb")
                .expect(303)
                .location();
        assertTrue(again.contains("scope=inbox") && again.contains("done=assign"), again);
        String name = head.post("/agency/cases/filters", "scope", "overdue", "text", "坑", "name", "x".repeat(61))
                .expect(422)
                .body();
        assertTrue(name.matches("(?s).*<option value=\"overdue\" selected.*") && name.contains("x".repeat(61)), name);
    }

    @Test
    void whatWasClosedOrToldIsNotTakenBack() {
        Visitor handler = site.signedIn("handler");
        assertFalse(handler.get(path(OWN)).body().contains("value=\"undo\""));
        act(handler, OWN, "undo").expect(409);
        act(handler, OWN, "note", "told", "我們會在週五到場").expect(303);
        act(handler, OWN, "undo").expect(409);
        act(handler, OWN, "assign", "unit", "kcg-pwb", "handler", "handler").expect(303);
        act(handler, OWN, "start").expect(303);
        act(handler, OWN, "ask", "question", "請補照片", "channel", "phone").expect(303);
        act(handler, OWN, "undo").expect(409);
        act(handler, OWN, "withdraw").expect(303);
        act(handler, OWN, "undo").expect(409);
        assertEquals(State.WITHDRAWN, file(OWN).state());
    }

    @Test
    void assignmentsAndNotesAreTakenBackOneByOneAndBothLinesStay() {
        Visitor handler = site.signedIn("handler");
        CaseFile before = file(OWN);
        act(handler, OWN, "assign", "unit", "kcg-pwb-road", "handler", "roadhand")
                .expect(303);
        act(handler, OWN, "undo").expect(303);
        CaseFile again = file(OWN);
        assertEquals(State.RECEIVED, again.state());
        assertEquals(before.unit(), again.unit());
        assertEquals(before.handler(), again.handler());
        assertEquals(before.time(), again.time());
        act(handler, OWN, "undo").expect(409);
        act(handler, OWN, "assign", "unit", "kcg-pwb", "handler", "head").expect(303);
        act(handler, OWN, "start").expect(303);
        assertEquals("handler", file(OWN).handler());
        act(handler, OWN, "undo").expect(303);
        assertEquals("head", file(OWN).handler());
        assertEquals(State.ASSIGNED, file(OWN).state());
        assertEquals(
                List.of("open", "assign", "undo", "assign", "start", "undo"),
                StaffSite.await(site.cases.history(OWN)).stream()
                        .map(event -> event.what())
                        .toList());
    }

    /** Assigned on Friday the 20th: one working day is Monday the 23rd, two are Tuesday the 24th. */
    @Test
    void untilWhenAWrongAssignmentMayBeMovedStandsOnThePage() {
        Visitor handler = site.signedIn("handler");
        act(handler, OWN, "assign", "unit", "kcg-pwb", "handler", "handler").expect(303);
        site.clock.pass(Duration.ofMinutes(5));
        String body = handler.get(path(OWN)).expect(200).body();
        assertTrue(body.contains("115年11月23日") && body.contains("115年11月24日"), body);
    }

    private static boolean lists(Visitor visitor, String query, CaseNumber number) {
        return visitor.get("/agency/cases?" + query).expect(200).body().contains(number.text());
    }

    @Test
    void aDeputyIsAppointedForOneselfOrByAHeadAndForAnotherPersonOnly() {
        String path = "/agency/cases/deputies";
        Visitor handler = site.signedIn("handler");
        handler.get(path).expect(200);
        for (String[] wrong : List.of(
                new String[] {"head", "handler", "2026-11-20", "2026-11-27"},
                new String[] {"handler", "handler", "2026-11-20", "2026-11-27"},
                new String[] {"handler", "finhead", "2026-11-20", "2026-11-27"},
                new String[] {"handler", "head", "2026-11-27", "2026-11-20"},
                new String[] {"handler", "head", "2026-11-01", "2026-11-19"},
                new String[] {"handler", "head", "2026-11-20", "2028-11-20"},
                new String[] {"handler", "head", "", "soon"})) {
            handler.post(
                            path, "act", "appoint", "account", wrong[0], "deputy", wrong[1], "from", wrong[2], "until",
                            wrong[3])
                    .expect(422);
        }
        handler.post(path, "act", "dismiss", "account", "head").expect(404);
        assertEquals(List.of(), StaffSite.await(site.places.deputies(Set.of("handler", "head"), DAY)));
        Visitor head = site.signedIn("head");
        head.get(path).expect(200);
        head.post(
                        path,
                        "act",
                        "appoint",
                        "account",
                        "roadhand",
                        "deputy",
                        "handler",
                        "from",
                        "2026-11-20",
                        "until",
                        "2026-11-21")
                .expect(303);
        assertEquals(List.of("roadhand"), StaffSite.await(site.places.standsInFor("handler", DAY)));
        site.account("sister", Role.HANDLER, "kcg-pwb-road");
        // of a unit beside or below: she could not open one case of whom she stands in for
        String refused = head.post(
                        path,
                        "act",
                        "appoint",
                        "account",
                        "handler",
                        "deputy",
                        "sister",
                        "from",
                        "2026-11-20",
                        "until",
                        "2026-11-21")
                .expect(422)
                .body();
        assertTrue(refused.contains("看不到請假者單位的案件"), refused);
        assertTrue(site.security.auditRows().stream()
                .anyMatch(row -> row.entry().what().equals("case.deputy")
                        && row.entry().object().equals("roadhand")));
    }

    /** 代理制度: what belongs to somebody who is away stands among the deputy's own cases, as long as she is away. */
    @Test
    void casesOfWhoIsAwayAreAmongTheDeputysOwn() {
        Visitor handler = site.signedIn("handler");
        Visitor head = site.signedIn("head");
        act(handler, OWN, "assign", "unit", "kcg-pwb", "handler", "handler").expect(303);
        assertTrue(lists(handler, "scope=mine", OWN));
        assertFalse(lists(head, "scope=mine", OWN));
        handler.get("/agency/cases/deputies").expect(200);
        handler.post(
                        "/agency/cases/deputies",
                        "act",
                        "appoint",
                        "account",
                        "handler",
                        "deputy",
                        "head",
                        "from",
                        "2026-11-20",
                        "until",
                        "2026-11-21")
                .expect(303);
        assertTrue(lists(head, "scope=mine", OWN));
        assertTrue(head.get(path(OWN)).expect(200).body().contains("代理人"));
        site.clock.pass(Duration.ofDays(2));
        assertFalse(lists(site.signedIn("head"), "scope=mine", OWN));
    }

    @Test
    void theInboxAndWhatIsDueSoonAreListsOfTheirOwn() {
        Visitor head = site.signedIn("head");
        assertTrue(lists(head, "scope=inbox", OWN));
        assertFalse(lists(head, "scope=due", OWN));
        act(head, OWN, "assign", "unit", "kcg-pwb", "handler", "handler").expect(303);
        assertFalse(lists(head, "scope=inbox", OWN));
        // due on Monday the 30th, so that it is on the list of three days from Friday the 27th on
        site.clock.pass(Duration.ofDays(6));
        assertFalse(lists(site.signedIn("head"), "scope=due", OWN));
        site.clock.pass(Duration.ofDays(1));
        assertTrue(lists(site.signedIn("head"), "scope=due", OWN));
    }

    @Test
    void aListIsSavedUnderAName() {
        Visitor head = site.signedIn("head");
        head.get("/agency/cases?scope=overdue").expect(200);
        head.post("/agency/cases/filters", "scope", "overdue", "state", "", "text", "坑洞", "name", " ")
                .expect(422);
        String location = head.post(
                        "/agency/cases/filters", "scope", "overdue", "state", "assigned", "text", "坑洞", "name", "逾期的坑洞")
                .expect(303)
                .location();
        String page = head.get(location).expect(200).body();
        assertTrue(page.contains("逾期的坑洞") && page.contains("scope=overdue&amp;state=assigned"), page);
        assertFalse(site.signedIn("handler").get("/agency/cases").body().contains("逾期的坑洞"));
        head.post("/agency/cases/filters", "forget", "逾期的坑洞").expect(303);
        assertFalse(head.get("/agency/cases").body().contains("逾期的坑洞"));
        site.signedIn("finance").get("/agency/cases").expect(404);
    }

    /** 研考: figures of its subtree, and no word of anybody. */
    @Test
    void theControlOfficeSeesFiguresOfWhatStandsUnderItAndNoTexts() {
        Visitor control = site.signedIn("control");
        control.get(path(UNDER)).expect(404);
        String page = control.get("/agency/cases/figures").expect(200).body();
        assertTrue(page.contains("工務局") && page.contains("養護工程處"), page);
        assertFalse(page.contains("財政局") || page.contains("坑洞") || page.contains("07-3368333"), page);
        Visitor.Seen csv = control.get("/agency/cases/figures.csv?from=2026-11-01&until=2026-11-30")
                .expect(200);
        assertEquals(
                List.of(
                        "\uFEFFagency,unit,from,until,counted_at,received,open,overdue,closed,within,extended,late",
                        "kcg-pwb,,2026-11-01,2026-11-30,2026-11-20T10:00,1,1,0,0,0,0,0",
                        "kcg-pwb-road,,2026-11-01,2026-11-30,2026-11-20T10:00,1,1,0,0,0,0,0"),
                csv.body().lines().toList());
        site.signedIn("handler").get("/agency/cases/figures").expect(404);
        site.signedIn("head")
                .get("/agency/cases/figures?from=x&until=2026-99-99")
                .expect(200);
    }

    /** A case of another agency that her unit holds is in her figures as in her list; one that it does not hold is in neither. */
    @Test
    void aHeadOfAUnitSeesTheFiguresOfWhatHerUnitHolds() {
        Visitor head = site.signedIn("roadhead");
        String before = head.get("/agency/cases/figures.csv").expect(200).body();
        assertFalse(before.contains("kcg-pwb,"), before);
        assign(site.signedIn("head"), "kcg-pwb-road", "", OWN).expect(303);
        String after = head.get("/agency/cases/figures.csv").expect(200).body();
        assertTrue(after.contains("kcg-pwb,kcg-pwb-road,"), after);
        assertFalse(after.contains("kcg-pwb,,") || after.contains("kcg-fin"), after);
        head.get("/agency/cases/analysis").expect(200);
        assertEquals(Set.of("kcg-pwb-road"), site.caseReports.asked().agencies());
    }

    /** Duties are figures: of the subtree, without a word of anybody; what is not owed is not there. */
    @Test
    void dutiesAreListedForWhoeverSeesFigures() {
        site.signedIn("handler").get("/agency/cases/duties").expect(404);
        String page =
                site.signedIn("control").get("/agency/cases/duties").expect(200).body();
        assertTrue(page.contains("養護工程處") && page.contains("回覆"), page);
        assertFalse(page.contains("財政局") || page.contains("坑洞"), page);
        String csv = site.signedIn("control")
                .get("/agency/cases/duties.csv")
                .expect(200)
                .body();
        assertTrue(csv.startsWith("\uFEFFagency,unit,duty,due,state,owed,late,counted_at\r\nkcg-pwb,,answer,"), csv);
        assertTrue(csv.contains("\r\nkcg-pwb-road,,answer,"), csv);
        site.signedIn("handler").get("/agency/cases/flow").expect(404);
        assertTrue(site.signedIn("control")
                .get("/agency/cases/flow")
                .expect(200)
                .body()
                .contains("案件流程"));
        String steps = site.signedIn("control")
                .get("/agency/cases/flow.csv?from=2020-01-01&until=2026-11-30")
                .expect(200)
                .body();
        assertTrue(steps.startsWith("\uFEFFfrom_day,until_day,step,from,to,n,median_days,mean_days"), steps);
        String none = site.signedIn("roadhead")
                .get("/agency/cases/duties.csv")
                .expect(200)
                .body();
        assertFalse(none.contains("kcg-pwb,"), none);
    }

    private void answered(CaseNumber number) {
        Visitor head = site.signedIn("head");
        act(head, number, "assign", "unit", "kcg-pwb-road", "handler", "roadhand")
                .expect(303);
        Visitor hand = site.signedIn("roadhand");
        act(hand, number, "start").expect(303);
        act(
                        hand,
                        number,
                        "propose",
                        "outcome",
                        "solved",
                        "text",
                        "已填補",
                        "ground",
                        "條例",
                        "nextStep",
                        "複查",
                        "contactName",
                        "承辦人",
                        "contactPhone",
                        "07-3368333")
                .expect(303);
        String revision = head.get(path(number)).expect(200).hidden("revision");
        head.post(path(number) + "/decide", "act", "approve", "revision", revision)
                .expect(303);
    }

    /** 抽查: drawn by a seed that is shown, scored by whoever may read it and did not handle it. */
    @Test
    void answersAreDrawnAndScored() {
        answered(OWN);
        answered(UNDER);
        String path = "/agency/cases/checks";
        Visitor head = site.signedIn("head");
        head.get(path).expect(200);
        head.post(path, "act", "draw", "from", "2026-11-30", "until", "2026-11-01", "perUnit", "0")
                .expect(422);
        String shown = head.post(path, "act", "draw", "from", "2026-11-01", "until", "2026-11-30", "perUnit", "5")
                .expect(303)
                .location();
        String page = head.get(shown).expect(200).body();
        assertTrue(page.contains(OWN.text()) && page.contains(UNDER.text()) && page.contains("尚未評分"), page);
        head.post(path, "act", "score", "id", "1", "number", OWN.text(), "answers", "20")
                .expect(422);
        String tooLong = "據".repeat(2_001);
        String refused = head.post(
                        path, "act", "score", "id", "1", "number", OWN.text(), "answers", "20", "note", tooLong)
                .expect(422)
                .body();
        assertTrue(refused.contains("最多 2000 個字"), "what is wrong");
        assertTrue(refused.contains(tooLong) && refused.contains("<option value=\"20\" selected"), "nothing is lost");
        String[] sheet = {
            "act",
            "score",
            "id",
            "1",
            "number",
            OWN.text(),
            "answers",
            "20",
            "ground",
            "15",
            "next",
            "20",
            "tone",
            "20",
            "timely",
            "10",
            "note",
            "依據可再明確"
        };
        head.post(path, sheet).expect(303);
        page = head.get(shown).expect(200).body();
        assertTrue(page.contains("85/100") && page.contains("85.0"), page);
        site.account("other", Role.HEAD, "kcg-pwb");
        assertTrue(site.signedIn("other").get(shown).expect(200).body().contains("已由他人評分"));
        Visitor controls = site.signedIn("control");
        page = controls.get(shown).expect(200).body();
        assertTrue(page.contains(OWN.text()) && !page.contains(UNDER.text()), page);
        controls.post(path, sheet).expect(409);
        controls.post(path, "act", "draw", "from", "0001-01-01", "until", "+99999-01-01", "perUnit", "5")
                .expect(422);
        sheet[5] = FOREIGN.text();
        head.post(path, sheet).expect(404);
        site.signedIn("finhead").get(shown.replaceAll("&done.*", "")).expect(404);
        Visitor control = site.signedIn("control");
        control.get(path).expect(200);
        String own = control.post(path, "act", "draw", "from", "2026-11-01", "until", "2026-11-30", "perUnit", "5")
                .expect(303)
                .location();
        page = control.get(own).expect(200).body();
        assertTrue(page.contains(OWN.text()) && !page.contains(UNDER.text()), page);
        site.signedIn("handler").get(path).expect(404);
    }
}
