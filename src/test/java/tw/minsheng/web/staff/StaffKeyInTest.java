package tw.minsheng.web.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tw.minsheng.petition.CaseAccess;
import tw.minsheng.petition.CaseEvent;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.QueryCode;
import tw.minsheng.petition.State;

/** What staff key in: by telephone, over the counter, on paper, told orally, in a meeting. */
class StaffKeyInTest {

    private static final String NEW = "/agency/cases/new";

    @AutoClose
    private final StaffSite site = new StaffSite(0);

    private static Map<String, String> good(String channel) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("channel", channel);
        fields.put("kind", "repair");
        fields.put("type", "road");
        fields.put("text", "四維三路口有坑洞");
        fields.put("district", "lingya");
        fields.put("name", "王小明");
        fields.put("phone", "07-3368333");
        fields.put("helper", "里幹事陳先生");
        fields.put("language", "zh-TW");
        return fields;
    }

    private static Visitor.Seen send(Visitor visitor, Map<String, String> fields) {
        Visitor.Seen form = visitor.get(NEW).expect(200);
        List<String> all = new ArrayList<>(List.of("key", form.hidden("key"), "seen", "1"));
        fields.forEach((name, value) -> all.addAll(List.of(name, value)));
        return visitor.post(NEW, all.toArray(String[]::new));
    }

    private CaseFile file(String location) {
        String number = location.replaceAll(".*/cases/([0-9-]+)/receipt.*", "$1");
        return StaffSite.await(site.cases.find(CaseNumber.typed(number).orElseThrow()));
    }

    private static String code(String html) {
        return html.replaceAll("(?s).*id=\"code\">([^<]+)<.*", "$1");
    }

    private int petitionerAsks(CaseFile file, String code) {
        return site.visitor()
                .post("/case", "number", file.number().text(), "code", code)
                .status();
    }

    /** It stands in an address, in the history of a browser at a counter. */
    @Test
    void theKeyOfStaffOpensNothingOutsideTheirPages() {
        String receipt =
                send(site.signedIn("handler"), good("counter")).expect(303).location();
        String key = receipt.substring(receipt.indexOf("key=") + 4);
        boolean outside = StaffSite.await(site.intake.receipt(key).map(true).otherwise(false));
        assertFalse(outside);
        assertEquals(
                file(receipt).number(),
                StaffSite.await(site.intake.receiptOfStaff(key)).number());
    }

    /** A double click, a lost answer: the same receipt, not the case as its own likeness. */
    @Test
    void theSameFormSentTwiceIsOneCaseAndNoLikenessOfItself() {
        Visitor handler = site.signedIn("handler");
        Visitor.Seen form = handler.get(NEW).expect(200);
        Map<String, String> fields = good("counter");
        fields.put("text", "中正路橋下積水三十公分");
        fields.put("address", "中正路橋下");
        List<String> all = new ArrayList<>(List.of("key", form.hidden("key")));
        fields.forEach((name, value) -> all.addAll(List.of(name, value)));
        String first = handler.post(NEW, all.toArray(String[]::new)).expect(303).location();
        assertEquals(
                first, handler.post(NEW, all.toArray(String[]::new)).expect(303).location());
    }

    @Test
    void whatIsMissingIsSaidAndNothingTypedIsLost() {
        Visitor handler = site.signedIn("handler");
        int before = site.cases.count();
        Map<String, String> fields = good("oral");
        fields.put("kind", "");
        String body = send(handler, fields).expect(422).body();
        for (String field : List.of("kind", "read_back", "signed")) {
            assertTrue(body.contains("href=\"#f-" + field + "\"") && body.contains("id=\"e-" + field + "\""), field);
        }
        assertTrue(body.contains("四維三路口有坑洞") && body.contains("里幹事陳先生"), body);
        send(handler, good("web")).expect(422);
        send(handler, good("")).expect(422);
        send(handler, good("meeting")).expect(422);
        Map<String, String> tomorrow = good("letter");
        tomorrow.put("received", "2026-11-21T09:00");
        assertTrue(send(handler, tomorrow).expect(422).body().contains("id=\"e-received\""));
        assertEquals(before, site.cases.count());
    }

    @Test
    void aTypeOfAForeignAgencyCannotBeChosen() {
        Visitor finance = site.signedIn("finhead");
        assertFalse(finance.get(NEW).expect(200).body().contains("value=\"road\""));
        String body = send(finance, good("phone")).expect(422).body();
        assertTrue(body.contains("id=\"e-type\""), body);
    }

    /** 行政程序法 169: recorded, read back, signed, corrected on objection; a helper stands as helper. */
    @Test
    void anOralRecordIsKeptWithItsCorrection() {
        Visitor handler = site.signedIn("handler");
        Map<String, String> fields = good("oral");
        fields.put("read_back", "1");
        fields.put("signed", "signed");
        fields.put("correction", "陳情人說坑洞在東側");
        Visitor.Seen taken = send(handler, fields).expect(303);
        CaseFile file = file(taken.location());
        assertEquals(State.RECEIVED, file.state());
        assertEquals("里幹事陳先生", file.petition().contact().helper());
        CaseEvent first = StaffSite.await(site.cases.history(file.number())).get(0);
        assertEquals("handler", first.act().actor());
        assertEquals("signed", first.details().get("signed"));
        assertEquals("陳情人說坑洞在東側", first.details().get("correction"));
        String page =
                handler.get("/agency/cases/" + file.number().text()).expect(200).body();
        assertTrue(page.contains("已簽名") && page.contains("陳情人說坑洞在東側"), page);
        assertEquals(
                1,
                site.security.auditRows().stream()
                        .filter(row -> row.entry().what().equals("case.open")
                                && row.entry().object().equals(file.number().text()))
                        .count());
    }

    @Test
    void theReceiptCarriesTheCodeForWhoeverKeyedItInAndForNobodyElse() {
        Visitor handler = site.signedIn("handler");
        Visitor.Seen taken = send(handler, good("counter")).expect(303);
        CaseFile file = file(taken.location());
        String slip = handler.get(taken.location()).expect(200).body();
        assertEquals(200, petitionerAsks(file, code(slip)));
        String later = handler.get("/agency/cases/" + file.number().text() + "/receipt")
                .expect(200)
                .body();
        assertFalse(later.contains("id=\"code\""), later);
        site.signedIn("finhead").get(taken.location()).expect(404);
    }

    @Test
    void sentTwiceIsOneCase() {
        Visitor handler = site.signedIn("handler");
        Visitor.Seen form = handler.get(NEW).expect(200);
        List<String> all = new ArrayList<>(List.of("key", form.hidden("key"), "seen", "1"));
        good("phone").forEach((name, value) -> all.addAll(List.of(name, value)));
        String[] fields = all.toArray(String[]::new);
        String first = handler.post(NEW, fields).expect(303).location();
        assertEquals(first, handler.post(NEW, fields).expect(303).location());
    }

    /** The stamp of the letter counts: Thursday the 19th, so that six working days end on Friday the 27th. */
    @Test
    void aLetterCountsFromItsStamp() {
        Map<String, String> fields = good("letter");
        fields.put("received", "2026-11-19T16:30");
        CaseFile file = file(send(site.signedIn("handler"), fields).expect(303).location());
        assertEquals("2026-11-19T16:30", file.time().startedAt().toString());
        String page = site.signedIn("head")
                .get("/agency/cases/" + file.number().text())
                .expect(200)
                .body();
        assertTrue(page.contains("115年11月27日"), page);
    }

    @Test
    void itemsOfAMeetingAreCasesOfTheirOwnTiedByNameAndDay() {
        Visitor handler = site.signedIn("handler");
        Map<String, String> fields = good("meeting");
        fields.put("meeting", "苓雅區里長座談會");
        fields.put("day", "2026-11-18");
        Visitor.Seen taken = send(handler, fields).expect(303);
        String slip = handler.get(taken.location()).expect(200).body();
        String next = slip.replaceAll("(?s).*href=\"(/agency/cases/new\\?[^\"]+)\".*", "$1")
                .replace("&amp;", "&");
        String form = handler.get(next).expect(200).body();
        assertTrue(form.contains("value=\"苓雅區里長座談會\"") && form.contains("value=\"2026-11-18\""), form);
        fields.put("text", "路燈不亮");
        CaseFile second = file(send(handler, fields).expect(303).location());
        CaseFile first = file(taken.location());
        assertEquals(List.of(first), StaffSite.await(site.cases.related(second, Set.of("kcg-pwb"))));
        assertEquals(List.of(), StaffSite.await(site.cases.related(second, Set.of("kcg-fin"))));
    }

    /** Cases of a sister are no suggestion: whoever may not see them learns nothing of them. */
    @Test
    void casesThatMayBeTheSameAreShownOnceAndOnlyWithinReach() {
        Visitor handler = site.signedIn("handler");
        int before = site.cases.count();
        Visitor.Seen form = handler.get(NEW).expect(200);
        List<String> all = new ArrayList<>(List.of("key", form.hidden("key")));
        good("phone").forEach((name, value) -> all.addAll(List.of(name, value)));
        Visitor.Seen shown = handler.post(NEW, all.toArray(String[]::new)).expect(200);
        assertTrue(shown.body().contains("可能是同一件事"), shown.body());
        assertTrue(shown.body().contains(new CaseNumber(115, 2).text()));
        assertFalse(shown.body().contains(new CaseNumber(115, 4).text()), shown.body());
        assertFalse(shown.body().contains(">路口有坑洞"), shown.body());
        assertEquals(form.hidden("key"), shown.hidden("key"));
        assertEquals(before, site.cases.count());
        all.addAll(List.of("seen", shown.hidden("seen")));
        CaseFile file =
                file(handler.post(NEW, all.toArray(String[]::new)).expect(303).location());
        String path = "/agency/cases/" + file.number().text();
        String own = handler.get(path).expect(200).body();
        assertTrue(own.contains("可能是同一件事") && !own.contains("併入 115-"), own);
        String merge = site.signedIn("head").get(path).expect(200).body();
        assertTrue(merge.contains("?parent=" + new CaseNumber(115, 2).text() + "#do-merge"), merge);
        String opened = site.signedIn("head")
                .get(path + "?parent=" + new CaseNumber(115, 2).text())
                .expect(200)
                .body();
        assertTrue(opened.contains("name=\"parent\" value=\"" + new CaseNumber(115, 2).text()), opened);
    }

    /** A unit under the bureau keeps what it took, or it would lose sight of it. */
    @Test
    void aUnitKeepsWhatItTook() {
        Visitor unit = site.signedIn("roadhand");
        CaseFile file = file(send(unit, good("phone")).expect(303).location());
        assertEquals("kcg-pwb", file.agency());
        assertEquals("kcg-pwb-road", file.unit());
        unit.get("/agency/cases/" + file.number().text()).expect(200);
    }

    @Test
    void aNewCodeNeedsAProofAndEndsTheOldOne() {
        Visitor handler = site.signedIn("handler");
        Visitor.Seen taken = send(handler, good("counter")).expect(303);
        CaseFile file = file(taken.location());
        String path = "/agency/cases/" + file.number().text();
        String old = code(handler.get(taken.location()).expect(200).body());
        handler.get(path).expect(200);
        String refused = handler.post(path + "/code", "act", "code", "revision", "1", "proof", "")
                .expect(422)
                .body();
        assertTrue(refused.contains("id=\"e-code-proof\""), refused);
        assertEquals(200, petitionerAsks(file, old));
        String standing = site.visitor().get(slip(file, old)).expect(200).body();
        assertTrue(standing.contains("id=\"state\""), standing);
        assertFalse(standing.contains(old.replace("-", "")) || standing.contains(old), standing);
        assertFalse(slip(file, old).contains(file.number().text()), "a token, not the number");
        String paper = handler.post(path + "/code", "act", "code", "revision", "1", "proof", "identity_card")
                .expect(200)
                .body();
        String fresh = code(paper);
        assertTrue(paper.contains("class=\"qr\""), paper);
        assertEquals(422, petitionerAsks(file, old));
        assertEquals(200, petitionerAsks(file, fresh));
        String unknown = "/case/slip/" + "A".repeat(71);
        for (String token : List.of(slip(file, old), unknown)) {
            String refusedSlip = site.visitor().get(token).expect(404).body();
            assertTrue(refusedSlip.contains("打不開案件") && !refusedSlip.contains("id=\"state\""), refusedSlip);
        }
        site.visitor().get(slip(file, fresh)).expect(200);
        handler.post(path + "/code", "act", "code", "revision", "1", "proof", "identity_card")
                .expect(409);
        assertFalse(handler.get(taken.location()).expect(200).body().contains("id=\"code\""));
        assertTrue(site.security.auditRows().stream()
                .anyMatch(row -> row.entry().what().equals("case.code")));
    }

    /** What the QR code of the receipt with this code leads to. */
    private String slip(CaseFile file, String code) {
        return "/case/slip/"
                + site.intake.slip(
                        new CaseAccess(file.number(), QueryCode.typed(code).orElseThrow()));
    }

    @Test
    void wordsOfViolenceShowWhomToCallLockTheCaseAndPutItFirst() {
        Visitor handler = site.signedIn("handler");
        Map<String, String> fields = good("phone");
        fields.put("text", "鄰居每天打小孩");
        fields.put("kind", "");
        String refused = send(handler, fields).expect(422).body();
        assertTrue(refused.contains("tel:113") && refused.contains("tel:110"), refused);
        fields.put("kind", "rights");
        Visitor.Seen taken = send(handler, fields).expect(303);
        CaseFile file = file(taken.location());
        assertTrue(file.locked());
        assertTrue(handler.get(taken.location()).expect(200).body().contains("tel:113"));
        String list = handler.get("/agency/cases").expect(200).body();
        assertTrue(list.indexOf(file.number().text()) < list.indexOf(new CaseNumber(115, 2).text()), list);
        String path = "/agency/cases/" + file.number().text();
        handler.post(path + "/decide", "act", "unlock", "revision", "1", "reason", "x")
                .expect(404);
        Visitor head = site.signedIn("head");
        head.get(path).expect(200);
        head.post(path + "/decide", "act", "unlock", "revision", "1", "reason", "")
                .expect(422);
        head.post(path + "/decide", "act", "unlock", "revision", "1", "reason", "是地名")
                .expect(303);
        assertFalse(StaffSite.await(site.cases.find(file.number())).locked());
    }
}
