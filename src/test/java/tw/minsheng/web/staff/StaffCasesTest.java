package tw.minsheng.web.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.Channel;
import tw.minsheng.petition.MemoryCases;
import tw.minsheng.petition.Receipt;
import tw.minsheng.petition.Sent;
import tw.minsheng.petition.State;
import tw.minsheng.petition.deadline.ClosingFigures;
import tw.minsheng.security.AuditRow;

/** What handlers and heads do with cases, and what the petitioner sees of it; over HTTP, with doors in memory. */
class StaffCasesTest {

    private static final String ANSWER = "坑洞已於今日填補完成";

    @AutoClose
    private final StaffSite site = new StaffSite(0);

    private Receipt sent() {
        Map<String, String> fields =
                Map.of("kind", "repair", "type", "road", "text", "路口有坑洞", "phone", "07-3368333", "language", "zh-TW");
        return StaffSite.await(
                site.intake.take(new Sent(fields, Channel.WEB, "1"), "a key that only one sender knows"));
    }

    private static String path(CaseNumber number) {
        return "/agency/cases/" + number.text();
    }

    private State state(CaseNumber number) {
        return StaffSite.await(site.cases.find(number)).state();
    }

    /** Reads the page and does this, as a person does. */
    private static Visitor.Seen act(Visitor visitor, String path, String tail, String act, String... fields) {
        String revision = visitor.get(path).expect(200).hidden("revision");
        String[] all = new String[fields.length + 4];
        all[0] = "act";
        all[1] = act;
        all[2] = "revision";
        all[3] = revision;
        System.arraycopy(fields, 0, all, 4, fields.length);
        return visitor.post(path + tail, all);
    }

    private static final String[] REPLY = {
        "outcome",
        "solved",
        "text",
        ANSWER,
        "ground",
        "市區道路條例",
        "nextStep",
        "三日內複查",
        "contactName",
        "養護工程處",
        "contactPhone",
        "07-3368333"
    };

    private String petitionerSees(Receipt receipt) {
        Visitor petitioner = site.visitor();
        return petitioner
                .post(
                        "/case",
                        "number",
                        receipt.number().text(),
                        "code",
                        receipt.code().value())
                .expect(200)
                .body();
    }

    @Test
    void aHandlerCannotApprove() {
        CaseNumber number = new CaseNumber(115, 2);
        Visitor handler = site.signedIn("handler");
        act(handler, path(number), "", "assign", "unit", "kcg-pwb", "handler", "handler")
                .expect(303);
        act(handler, path(number), "", "start").expect(303);
        act(handler, path(number), "", "propose", REPLY).expect(303);
        assertFalse(handler.get(path(number)).body().contains("value=\"approve\""));
        act(handler, path(number), "/decide", "approve").expect(404);
        act(handler, path(number), "", "approve").expect(400);
        assertEquals(State.PENDING_APPROVAL, state(number));
    }

    @Test
    void aHeadWhoHandlesACaseCannotDeclineIt() {
        CaseNumber number = new CaseNumber(115, 2);
        Visitor head = site.signedIn("head");
        act(head, path(number), "", "assign", "unit", "kcg-pwb", "handler", "head")
                .expect(303);
        act(head, path(number), "/decide", "decline", "ground", "no_content", "told", "沒有具體內容")
                .expect(422);
        assertEquals(State.ASSIGNED, state(number));
    }

    @Test
    void whatIsWrongStandsBesideTheFieldsAndNothingTypedIsLost() {
        CaseNumber number = new CaseNumber(115, 2);
        Visitor head = site.signedIn("head");
        String body = act(head, path(number), "/decide", "decline", "ground", "", "told", "")
                .expect(422)
                .body();
        assertTrue(body.contains("id=\"e-decline-ground\"") && body.contains("href=\"#f-decline-told\""), body);
        body = act(head, path(number), "/decide", "transfer", "to", "", "told", "本路段由公路局養護")
                .expect(422)
                .body();
        assertTrue(body.contains("本路段由公路局養護") && body.contains("id=\"e-transfer-to\""), body);
        act(head, path(number), "", "assign", "unit", "kcg-fin").expect(422);
        act(head, path(number), "", "assign", "unit", "kcg-pwb", "handler", "finhead")
                .expect(422);
        assertEquals(State.RECEIVED, state(number));
    }

    @Test
    void theSecondWhoChangesTheSameRevisionIsToldSo() {
        CaseNumber number = new CaseNumber(115, 2);
        Visitor first = site.signedIn("handler");
        Visitor second = site.signedIn("head");
        first.get(path(number)).expect(200);
        second.get(path(number)).expect(200);
        first.post(path(number), "act", "assign", "revision", "1", "unit", "kcg-pwb")
                .expect(303);
        String body = second.post(path(number), "act", "note", "revision", "1", "reason", "先勘查再分派")
                .expect(409)
                .body();
        assertTrue(body.contains("先勘查再分派"), body);
        body = second.post(path(number) + "/decide", "act", "send_back", "revision", "1", "reason", "請補上依據")
                .expect(409)
                .body();
        assertTrue(body.contains("請補上依據"), body);
        assertEquals(State.ASSIGNED, state(number));
    }

    @Test
    void aCaseIsWalkedToItsAnswer() {
        Receipt receipt = sent();
        String path = path(receipt.number());
        Visitor handler = site.signedIn("handler");
        Visitor head = site.signedIn("head");
        act(handler, path, "", "confirm").expect(303);
        act(handler, path, "", "assign", "unit", "kcg-pwb", "handler", "handler")
                .expect(303);
        act(handler, path, "", "start").expect(303);
        act(handler, path, "", "ask", "question", "請補坑洞照片", "channel", "phone").expect(303);
        assertTrue(petitionerSees(receipt).contains("請補坑洞照片"));
        act(handler, path, "", "resume", "answer", "照片已補").expect(303);
        act(handler, path, "", "propose", REPLY).expect(303);
        assertFalse(petitionerSees(receipt).contains(ANSWER));
        act(head, path, "/decide", "send_back", "reason", "請補上依據").expect(303);
        act(handler, path, "", "propose", REPLY).expect(303);
        assertFalse(petitionerSees(receipt).contains(ANSWER));
        act(head, path, "/decide", "approve").expect(303);
        String seen = petitionerSees(receipt);
        assertTrue(seen.contains(ANSWER) && !seen.contains("請補上依據"), seen);
        assertEquals(State.CLOSED, state(receipt.number()));
        List<String> audited = site.security.auditRows().stream()
                .map(AuditRow::entry)
                .filter(entry -> entry.object().equals(receipt.number().text())
                        && !entry.what().equals("case.read"))
                .map(entry -> entry.act().actor() + " " + entry.what())
                .toList();
        assertEquals(
                List.of(
                        "handler case.confirm",
                        "handler case.assign",
                        "handler case.start",
                        "handler case.ask",
                        "handler case.resume",
                        "handler case.propose",
                        "head case.send_back",
                        "handler case.propose",
                        "head case.approve"),
                audited);
    }

    /** Received and closed on Friday the 20th: no day after the receipt was used, and the limit is the 30th. */
    @Test
    void aSearchThatShowsOnlyAPartSaysSo() {
        String path = "/agency/cases?text=" + URLEncoder.encode(MemoryCases.CUT, StandardCharsets.UTF_8);
        assertTrue(site.signedIn("handler").get(path).expect(200).body().contains("超過 2,000 件"));
        assertFalse(
                site.signedIn("handler").get("/agency/cases").expect(200).body().contains("超過 2,000 件"));
    }

    @Test
    void figuresOfTheClosingStandOnThePageAndStayAsTheyWere() {
        CaseNumber number = new CaseNumber(115, 2);
        Visitor head = site.signedIn("head");
        act(head, path(number), "", "assign", "unit", "kcg-pwb", "handler", "handler")
                .expect(303);
        act(head, path(number), "", "start").expect(303);
        assertFalse(head.get(path(number)).body().contains("結案數字"));
        act(head, path(number), "", "propose", REPLY).expect(303);
        site.clock.pass(Duration.ofDays(11));
        head = site.signedIn("head");
        act(head, path(number), "/decide", "approve").expect(303);
        String body = head.get(path(number)).expect(200).body();
        assertTrue(body.contains("結案數字") && body.contains("逾限辦結"), body);
        ClosingFigures stored = StaffSite.await(site.cases.closings(number)).get(0);
        assertEquals("2026-11-30", stored.dueAtClose().toString());
        assertEquals(7, stored.usedWorkingDays());
        assertEquals(11, stored.usedCalendarDays());
        String english = head.get(path(number) + "?lang=en").expect(200).body();
        assertTrue(english.contains("After the limit"), english);
    }

    @Test
    void withoutTheAuditTrailNoCaseIsReadOrChanged() {
        CaseNumber number = new CaseNumber(115, 2);
        Visitor head = site.signedIn("head");
        head.get(path(number)).expect(200);
        site.security.breakAudit();
        head.get(path(number)).expect(503);
        head.post(path(number), "act", "note", "revision", "1", "reason", "說明").expect(503);
        assertEquals(1, StaffSite.await(site.cases.find(number)).revision());
    }

    /** A case that was given to a unit is worked on there, whoever owns it. */
    @Test
    void aUnitSeesTheCasesItHolds() {
        CaseNumber number = new CaseNumber(115, 2);
        Visitor unit = site.signedIn("roadhand");
        unit.get(path(number)).expect(404);
        act(site.signedIn("head"), path(number), "", "assign", "unit", "kcg-pwb-road", "handler", "roadhand")
                .expect(303);
        unit.get(path(number)).expect(200);
    }

    @Test
    void theListShowsOwnCasesOnly() {
        Visitor head = site.signedIn("head");
        String all = head.get("/agency/cases").expect(200).body();
        assertTrue(all.contains(new CaseNumber(115, 2).text()) && all.contains(new CaseNumber(115, 3).text()));
        assertFalse(all.contains(new CaseNumber(115, 1).text()) || all.contains(new CaseNumber(115, 4).text()));
        assertFalse(all.contains("路口有坑洞"));
        String controlled =
                site.signedIn("control").get("/agency/cases").expect(200).body();
        assertFalse(controlled.contains(new CaseNumber(115, 3).text()));
        String overdue = head.get("/agency/cases?scope=overdue").expect(200).body();
        assertFalse(overdue.contains(new CaseNumber(115, 2).text()));
        site.clock.pass(Duration.ofDays(30));
        head = site.signedIn("head");
        overdue = head.get("/agency/cases?scope=overdue").expect(200).body();
        assertTrue(overdue.contains(new CaseNumber(115, 2).text()));
        assertFalse(head.get("/agency/cases?state=closed").body().contains(new CaseNumber(115, 2).text()));
        assertEquals(
                path(new CaseNumber(115, 2)),
                head.get("/agency/cases?text=115-000002-"
                                + new CaseNumber(115, 2).text().substring(11))
                        .location());
    }
}
