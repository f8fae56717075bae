package tw.minsheng.web.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tw.minsheng.notify.NoticeKind;
import tw.minsheng.notify.NoticeLog;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.Channel;
import tw.minsheng.petition.Receipt;
import tw.minsheng.petition.Sent;
import tw.minsheng.petition.State;
import tw.minsheng.petition.deadline.ClosingFigures;
import tw.minsheng.petition.deadline.MergeKind;

/** Cases that are handled together, and cases that are opened again; over HTTP, with doors in memory. */
class CaseGroupTest {

    private static final String[] REPLY = {
        "outcome",
        "solved",
        "text",
        "坑洞已於今日填補完成",
        "ground",
        "市區道路條例",
        "nextStep",
        "三日內複查",
        "contactName",
        "養護工程處",
        "contactPhone",
        "07-3368333"
    };

    @AutoClose
    private final StaffSite site = new StaffSite(0);

    private Receipt sent(String key, String text) {
        Map<String, String> fields =
                Map.of("kind", "repair", "type", "road", "text", text, "phone", "07-3368333", "language", "zh-TW");
        Receipt receipt = StaffSite.await(site.intake.take(new Sent(fields, Channel.WEB, "1"), key));
        act(site.signedIn("handler"), receipt.number(), "", "confirm").expect(303);
        return receipt;
    }

    private static String path(CaseNumber number) {
        return "/agency/cases/" + number.text();
    }

    private CaseFile file(CaseNumber number) {
        return StaffSite.await(site.cases.find(number));
    }

    private static Visitor.Seen act(Visitor visitor, CaseNumber number, String tail, String act, String... fields) {
        String revision = visitor.get(path(number)).expect(200).hidden("revision");
        return visitor.post(
                path(number) + tail,
                Stream.concat(Stream.of("act", act, "revision", revision), Arrays.stream(fields))
                        .toArray(String[]::new));
    }

    private void answered(CaseNumber number) {
        Visitor head = site.signedIn("head");
        if (file(number).state() == State.RECEIVED) {
            act(head, number, "", "assign", "unit", "kcg-pwb", "handler", "handler")
                    .expect(303);
        }
        act(head, number, "", "start").expect(303);
        act(head, number, "", "propose", REPLY).expect(303);
        act(head, number, "/decide", "approve").expect(303);
    }

    private Visitor.Seen petitioner(Receipt receipt, String path, String... more) {
        return site.visitor()
                .post(
                        path,
                        Stream.concat(
                                        Stream.of(
                                                "number",
                                                receipt.number().text(),
                                                "code",
                                                receipt.code().value()),
                                        Arrays.stream(more))
                                .toArray(String[]::new));
    }

    /** A foreign case, one that is over, itself, and none at all are told alike. */
    @Test
    void whatCannotBeAParentIsRefused() {
        CaseNumber number = new CaseNumber(115, 2);
        CaseNumber over = sent("a key of one sender", "路口有坑洞").number();
        act(site.signedIn("handler"), over, "", "withdraw").expect(303);
        Visitor head = site.signedIn("head");
        for (String parent : List.of(
                "", "x", number.text(), over.text(), new CaseNumber(115, 4).text(), new CaseNumber(115, 99).text())) {
            String body = act(head, number, "/decide", "merge", "parent", parent, "kind", "joined")
                    .expect(422)
                    .body();
            assertTrue(body.contains("id=\"e-merge-parent\""), parent);
        }
        act(site.signedIn("handler"), number, "/decide", "merge").expect(404);
        assertEquals(State.RECEIVED, file(number).state());
    }

    /** A proposal that the head refused is nobody's answer, wherever the case goes then. */
    @Test
    void aRefusedProposalIsShownToNobodyAfterAMerge() {
        Receipt first = sent("a key of one sender", "路口有坑洞");
        Receipt second = sent("a key of another sender", "路面破了");
        Visitor head = site.signedIn("head");
        act(head, second.number(), "", "assign", "unit", "kcg-pwb", "handler", "handler")
                .expect(303);
        act(head, second.number(), "", "start").expect(303);
        act(head, second.number(), "", "propose", REPLY).expect(303);
        act(head, second.number(), "/decide", "send_back", "reason", "依據不足").expect(303);
        act(head, second.number(), "/decide", "merge", "parent", first.number().text(), "kind", "joined")
                .expect(303);
        String seen = petitioner(second, "/case").expect(200).body();
        assertFalse(seen.contains("坑洞已於今日填補完成") || seen.contains("依據不足"), seen);
    }

    /** zammad#5064: no words of another person through a merge; both numbers answer. */
    @Test
    void aMergedCaseLeadsToTheOtherAndTellsNothingOfIt() {
        Receipt first = sent("a key of one sender", "王先生家門口的坑洞很深");
        site.clock.pass(Duration.ofDays(4));
        Receipt second = sent("a key of another sender", "李小姐說路面破了");
        Visitor head = site.signedIn("head");
        act(head, second.number(), "/decide", "merge", "parent", first.number().text(), "kind", "joined")
                .expect(303);
        CaseFile parent = file(first.number());
        assertEquals(MergeKind.JOINED, parent.time().start().kind());
        assertEquals(
                List.of(first.number().text(), second.number().text()),
                parent.time().start().numbers());
        String page = head.get(path(first.number())).expect(200).body();
        assertTrue(page.contains(second.number().text()) && page.contains("他案併入"), page);
        act(head, first.number(), "", "assign", "unit", "kcg-pwb", "handler", "handler")
                .expect(303);
        act(head, first.number(), "", "start").expect(303);
        act(head, first.number(), "", "ask", "question", "王先生，請補坑洞照片", "channel", "phone")
                .expect(303);
        site.clock.pass(Duration.ofDays(2));
        String seen = petitioner(second, "/case").expect(200).body();
        assertTrue(seen.contains("與另一案併案處理") && !seen.contains("待您補正"), seen);
        assertFalse(seen.contains("王先生"), "the days of waiting are explained by what he was asked");
        assertFalse(seen.contains(first.number().text()), seen);
        assertFalse(petitioner(first, "/case").body().contains(second.number().text()));
        head = site.signedIn("head");
        act(head, first.number(), "", "resume", "answer", "照片在王先生那裡").expect(303);
        act(head, first.number(), "", "propose", REPLY).expect(303);
        act(head, first.number(), "/decide", "approve").expect(303);
        seen = petitioner(second, "/case").expect(200).body();
        assertTrue(seen.contains("坑洞已於今日填補完成"), seen);
        assertFalse(seen.contains("王先生"), seen);
        assertEquals(List.of(), StaffSite.await(site.cases.closings(second.number())));
        assertEquals(
                List.of("open", "confirm", "merge", "answer"),
                StaffSite.await(site.cases.history(second.number())).stream()
                        .map(event -> event.what())
                        .toList());
        assertEquals(State.MERGED, file(second.number()).state());
    }

    @Test
    void unmergingRestoresBothAndIsWrittenOnBothSides() {
        Receipt first = sent("a key of one sender", "路口有坑洞");
        Receipt second = sent("a key of another sender", "路面破了");
        Visitor head = site.signedIn("head");
        CaseFile before = file(second.number());
        act(head, second.number(), "/decide", "merge", "parent", first.number().text(), "kind", "collected")
                .expect(303);
        act(head, second.number(), "/decide", "unmerge", "reason", "").expect(422);
        act(head, second.number(), "/decide", "unmerge", "reason", "不是同一個路口").expect(303);
        CaseFile child = file(second.number());
        assertEquals(before.state(), child.state());
        assertEquals(before.time(), child.time());
        assertEquals("", child.parent());
        assertFalse(file(first.number()).hasMerged());
        List<String> parent = StaffSite.await(site.cases.history(first.number())).stream()
                .map(event -> event.what())
                .toList();
        assertEquals(List.of("open", "confirm", "join", "part"), parent);
    }

    /** No notice, no extension: that holds for each who waits for the same answer. */
    @Test
    void everybodyWhoWaitsIsToldOfAnExtension() {
        Receipt first = sent("a key of one sender", "路口有坑洞");
        Receipt second = sent("a key of another sender", "路面破了");
        Visitor head = site.signedIn("head");
        act(head, second.number(), "/decide", "merge", "parent", first.number().text(), "kind", "joined")
                .expect(303);
        act(
                        head,
                        first.number(),
                        "/decide",
                        CaseMoves.EXTEND,
                        "until",
                        "2026-12-04",
                        "reason",
                        "等候會勘",
                        "progress",
                        "已排定會勘",
                        "approver",
                        "unit_head",
                        "channel",
                        "letter",
                        "document",
                        "高市工字第2號")
                .expect(303);
        List<NoticeLog.Entry> told =
                StaffSite.await(site.cases.notices().of(second.number().text()));
        assertEquals(NoticeKind.EXTEND, told.get(told.size() - 1).notice().kind());
        String seen = petitioner(second, "/case").expect(200).body();
        assertTrue(seen.contains("等候會勘"), seen);
        assertFalse(seen.contains("高市工字第2號"), "the letter to the other petitioner");
    }

    /** Whoever waits with her would be left without an answer. */
    @Test
    void aCaseWithOthersInItIsAnsweredOrTakenApart() {
        Receipt first = sent("a key of one sender", "路口有坑洞");
        Receipt second = sent("a key of another sender", "路面破了");
        Visitor head = site.signedIn("head");
        act(head, second.number(), "/decide", "merge", "parent", first.number().text(), "kind", "joined")
                .expect(303);
        act(head, first.number(), "", "withdraw").expect(422);
        String moved = act(
                        head, first.number(), "/decide", "transfer", "to", "台灣電力公司", "told", "屬該公司權責", "remedies", "")
                .expect(422)
                .body();
        assertTrue(moved.contains("請先解除併案"), moved);
        String declined = act(head, first.number(), "/decide", "decline", "ground", "repeated", "told", "已答復")
                .expect(422)
                .body();
        assertTrue(declined.contains("請先解除併案"), declined);
        act(head, first.number(), "/decide", "merge", "parent", new CaseNumber(115, 2).text(), "kind", "joined")
                .expect(422);
        CaseNumber third = new CaseNumber(115, 2);
        act(head, third, "/decide", "merge", "parent", first.number().text(), "kind", "collected")
                .expect(422);
        act(head, third, "/decide", "merge", "parent", first.number().text(), "kind", "joined")
                .expect(303);
        assertEquals(3, file(first.number()).time().start().receipts().size());
    }

    /** The second answer is for the whole group, whose clock is a new one; each keeps the first one to read. */
    @Test
    void aReopenedLeadStillAnswersToItsWholeGroup() {
        Receipt first = sent("a key of one sender", "路口有坑洞");
        Receipt second = sent("a key of another sender", "路面破了");
        Visitor head = site.signedIn("head");
        act(head, second.number(), "/decide", "merge", "parent", first.number().text(), "kind", "joined")
                .expect(303);
        answered(first.number());
        petitioner(first, "/case/reopen", "reason", "王先生說又破了").expect(200);
        assertEquals(1, file(first.number()).merged());
        String open = petitioner(second, "/case").expect(200).body();
        assertTrue(open.contains("重啟") && open.contains("坑洞已於今日填補完成"), open);
        assertFalse(open.contains("王先生") || open.contains("/case/reopen"), open);
        head = site.signedIn("head");
        act(head, first.number(), "", "withdraw").expect(409);
        act(head, first.number(), "", "start").expect(303);
        act(head, first.number(), "", "withdraw").expect(422);
        String[] reply = REPLY.clone();
        reply[3] = "已全面重鋪";
        act(head, first.number(), "", "propose", reply).expect(303);
        act(head, first.number(), "/decide", "approve").expect(303);
        assertEquals(
                List.of("open", "confirm", "merge", "answer", "reopen", "answer"),
                StaffSite.await(site.cases.history(second.number())).stream()
                        .map(event -> event.what())
                        .toList());
        List<NoticeLog.Entry> told =
                StaffSite.await(site.cases.notices().of(second.number().text()));
        NoticeLog.Entry last = told.get(told.size() - 1);
        assertEquals(NoticeKind.ANSWER, last.notice().kind());
        assertEquals("已全面重鋪", last.notice().facts().get("text"));
        String seen = petitioner(second, "/case").expect(200).body();
        assertTrue(seen.contains("已全面重鋪") && seen.contains("坑洞已於今日填補完成"), seen);
        act(head, second.number(), "/decide", "unmerge", "reason", "不是同一個路口").expect(303);
        assertFalse(file(first.number()).hasMerged());
    }

    @Test
    void reopeningAsksForTheCodeAReasonAndAnAnswer() {
        Receipt receipt = sent("a key of one sender", "路口有坑洞");
        assertFalse(petitioner(receipt, "/case").body().contains("/case/reopen"));
        petitioner(receipt, "/case/reopen", "reason", "又破了").expect(409);
        answered(receipt.number());
        String empty =
                petitioner(receipt, "/case/reopen", "reason", " ").expect(422).body();
        assertTrue(empty.contains("id=\"reason-error\""), empty);
        Visitor.Seen stranger = site.visitor()
                .post("/case/reopen", "number", receipt.number().text(), "code", "000000000000", "reason", "x");
        assertEquals(422, stranger.status());
        assertEquals(State.CLOSED, file(receipt.number()).state());
    }

    /** Petitions.md 3.9 and 3.12: once, within 30 days; the second reply has its own clock; the first figures stay. */
    @Test
    void thePetitionerHasItOpenedOnceAndGetsASecondAnswer() {
        Receipt receipt = sent("a key of one sender", "路口有坑洞");
        answered(receipt.number());
        site.clock.pass(Duration.ofDays(10));
        String open = petitioner(receipt, "/case").expect(200).body();
        assertTrue(open.contains("action=\"/case/reopen\""), open);
        assertTrue(petitioner(receipt, "/case/reopen", "reason", "x".repeat(3_000) + "家暴")
                .expect(422)
                .body()
                .contains("tel:113"));
        String again = petitioner(receipt, "/case/reopen", "reason", "填好的坑又破了")
                .expect(200)
                .body();
        assertTrue(again.contains("已重啟"), again);
        // reopened on Monday 30 November: three working days end on Thursday 3 December
        assertTrue(again.contains("12 月 3 日（星期四）"), again);
        CaseFile file = file(receipt.number());
        assertEquals(State.REOPENED, file.state());
        List<ClosingFigures> kept = StaffSite.await(site.cases.closings(receipt.number()));
        assertEquals(1, kept.size());
        petitioner(receipt, "/case/reopen", "reason", "再一次").expect(409);
        answered(receipt.number());
        assertEquals(2, StaffSite.await(site.cases.closings(receipt.number())).size());
        assertEquals(
                kept.get(0),
                StaffSite.await(site.cases.closings(receipt.number())).get(0));
        petitioner(receipt, "/case/reopen", "reason", "再一次").expect(422);
        String closed = petitioner(receipt, "/case").expect(200).body();
        assertTrue(
                closed.contains("/petition?former=" + receipt.number().text()) && !closed.contains("/case/reopen"),
                closed);
        // the first answer is not lost: it stands in the history beside the second
        assertEquals(3, closed.split("坑洞已於今日填補完成", -1).length - 1);
    }

    @Test
    void afterThirtyDaysOnlyANewCaseIsOffered() {
        Receipt receipt = sent("a key of one sender", "路口有坑洞");
        answered(receipt.number());
        site.clock.pass(Duration.ofDays(31));
        String seen = petitioner(receipt, "/case").expect(200).body();
        assertTrue(seen.contains("/petition?former=") && !seen.contains("/case/reopen"), seen);
        petitioner(receipt, "/case/reopen", "reason", "又破了").expect(422);
        assertEquals(State.CLOSED, file(receipt.number()).state());
    }
}
