package tw.minsheng.web.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.minsheng.notify.Notice;
import tw.minsheng.notify.NoticeKind;
import tw.minsheng.notify.NoticeLog;
import tw.minsheng.notify.NoticeTemplates;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseNumber;

/** 展期 and 逾期通知 on the page of a case; received Friday 20 November 2026, 6 working days: due on the 30th. */
class StaffClockTest {

    private static final CaseNumber CASE = new CaseNumber(115, 2);
    private static final String PATH = "/agency/cases/" + CASE.text();
    private static final Duration TO_10_DECEMBER = Duration.ofDays(20);

    @AutoClose
    private final StaffSite site = new StaffSite(0);

    private CaseFile file() {
        return StaffSite.await(site.cases.find(CASE));
    }

    private List<Notice> told() {
        return StaffSite.await(site.cases.notices().of(CASE.text())).stream()
                .map(NoticeLog.Entry::notice)
                .toList();
    }

    private static Visitor.Seen act(Visitor visitor, String tail, String act, String... fields) {
        String revision = visitor.get(PATH).expect(200).hidden("revision");
        String[] all = new String[fields.length + 4];
        all[0] = "act";
        all[1] = act;
        all[2] = "revision";
        all[3] = revision;
        System.arraycopy(fields, 0, all, 4, fields.length);
        return visitor.post(PATH + tail, all);
    }

    private static Visitor.Seen extend(Visitor visitor, String until, String approver, String channel) {
        return act(
                visitor,
                "/decide",
                CaseMoves.EXTEND,
                "until",
                until,
                "reason",
                "等候會勘",
                "progress",
                "已排定會勘",
                "approver",
                approver,
                "channel",
                channel,
                "document",
                "高市工字第2號");
    }

    @Test
    void everyMissingPartOfAnExtensionIsTold() {
        Visitor head = site.signedIn("head");
        String page = act(head, "/decide", CaseMoves.EXTEND, "channel", "letter")
                .expect(422)
                .body();
        for (String field : List.of("until", "reason", "progress", "approver", "document")) {
            assertTrue(page.contains("id=\"e-extend-" + field + "\""), field);
        }
        extend(head, "2026-12-04", "unit_head", "mail").expect(422);
        assertEquals(1, file().revision());
        assertEquals(1, told().size());
    }

    @Test
    void aHandlerCannotExtend() {
        Visitor handler = site.signedIn("handler");
        assertFalse(handler.get(PATH).expect(200).body().contains("value=\"extend\""));
        act(handler, "/decide", CaseMoves.EXTEND).expect(404);
        act(handler, "", CaseMoves.EXTEND).expect(400);
    }

    /** 8 working days after 30 November is 10 December: more than the head of a unit may give. */
    @Test
    void whoApprovesFollowsFromTheLength() {
        Visitor head = site.signedIn("head");
        assertTrue(extend(head, "2026-12-10", "unit_head", "letter")
                .expect(422)
                .body()
                .contains("id=\"e-extend-approver\""));
        extend(head, "2026-12-10", "agency_head", "letter").expect(303);
        assertEquals(1, file().time().extensions().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-11-27", "2026-11-30", "2026-12-05", "soon", "2027-12-01", "9999-12-31", "+999999999-12-31"
            })
    void theNewDateIsALaterWorkingDay(String until) {
        assertTrue(extend(site.signedIn("head"), until, "unit_head", "letter")
                .expect(422)
                .body()
                .contains("id=\"e-extend-until\""));
    }

    /** No notice, no extension: both are written together, and the petitioner sees it. */
    @Test
    void anExtensionMovesTheDueDateAndTellsThePetitioner() {
        Visitor head = site.signedIn("head");
        extend(head, "2026-12-04", "unit_head", "letter").expect(303);
        String page = head.get(PATH).expect(200).body();
        assertTrue(page.contains("12月4日"));
        assertTrue(page.contains("高市工字第2號"));
        Notice notice = told().get(1);
        assertEquals(NoticeKind.EXTEND, notice.kind());
        assertEquals("2026-12-04（星期五）", notice.facts().get("until"));
        assertEquals("等候會勘", notice.facts().get("reason"));
        assertTrue(head.get("/agency/notices").expect(200).body().contains(PATH + "/notices/5"));
    }

    @Test
    void nothingIsExtendedAfterTheDueDate() {
        site.clock.pass(TO_10_DECEMBER);
        Visitor head = site.signedIn("head");
        assertFalse(head.get(PATH).expect(200).body().contains("value=\"extend\""));
        extend(head, "2026-12-14", "agency_head", "letter").expect(422);
        assertEquals(1, file().revision());
    }

    @Test
    void aCaseThatIsNotOverdueHasNoOverdueNotice() {
        Visitor handler = site.signedIn("handler");
        assertFalse(handler.get(PATH).expect(200).body().contains("value=\"overdue\""));
        overdue(handler, "缺料", "已訂料", "2026-12-20", "reached").expect(422);
    }

    private static Visitor.Seen overdue(
            Visitor visitor, String reason, String progress, String expected, String called) {
        return act(
                visitor,
                "",
                CaseMoves.OVERDUE,
                "reason",
                reason,
                "progress",
                progress,
                "expected",
                expected,
                "called",
                called);
    }

    /** 逾期原因、辦理情形、預計完成時間: without one of them there is no notice. */
    @Test
    void theThreePartsOfAnOverdueNoticeAreMandatory() {
        site.clock.pass(TO_10_DECEMBER);
        Visitor handler = site.signedIn("handler");
        String page = overdue(handler, "", " ", "", "").expect(422).body();
        for (String field : List.of("reason", "progress", "expected", "called")) {
            assertTrue(page.contains("id=\"e-overdue-" + field + "\""), field);
        }
        overdue(handler, "缺料", "已訂料", "2026-12-01", "reached").expect(422);
        assertEquals(1, file().revision());
    }

    @Test
    void anOverdueCaseIsRedUntilItsPetitionerIsTold() {
        site.clock.pass(TO_10_DECEMBER);
        Visitor handler = site.signedIn("handler");
        String list = "/agency/cases?scope=untold";
        assertTrue(handler.get(PATH).expect(200).body().contains("還沒有通知陳情人"));
        assertTrue(handler.get(list).expect(200).body().contains(CASE.text()));
        overdue(handler, "缺料", "已訂料", "2026-12-20", "not_reached").expect(303);
        assertFalse(handler.get(PATH).expect(200).body().contains("還沒有通知陳情人"));
        assertFalse(handler.get(list).expect(200).body().contains(CASE.text()));
        assertTrue(handler.get("/agency/cases?scope=overdue").expect(200).body().contains(CASE.text()));
    }

    private static boolean isListed(Visitor visitor, String scope) {
        String list = visitor.get("/agency/cases?scope=" + scope).expect(200).body();
        return list.contains(CASE.text());
    }

    private static void asked(Visitor handler) {
        act(handler, "", "assign", "unit", "kcg-pwb", "handler", "handler").expect(303);
        act(handler, "", "start").expect(303);
        act(handler, "", "ask", "question", "請補照片", "channel", "phone").expect(303);
    }

    /** A pause that begins when the limit has run out stops nothing. */
    @Test
    void aQuestionAfterTheDueDateDoesNotHideTheDelay() {
        site.clock.pass(TO_10_DECEMBER);
        Visitor handler = site.signedIn("handler");
        asked(handler);
        assertTrue(isListed(handler, "overdue") && isListed(handler, "untold"));
        assertTrue(handler.get(PATH).expect(200).body().contains("還沒有通知陳情人"));
        overdue(handler, "缺料", "已訂料", "2026-12-20", "reached").expect(303);
        assertTrue(isListed(handler, "overdue"));
        assertFalse(isListed(handler, "untold"));
    }

    /** Asked on 20 November: the clock stands for 30 days at most, until 20 December; six working days more end on the 29th. */
    @Test
    void aQuestionInTimeStopsTheClockForThirtyDaysInTheListsToo() {
        asked(site.signedIn("handler"));
        site.clock.pass(TO_10_DECEMBER);
        assertFalse(isListed(site.signedIn("handler"), "overdue"));
        site.clock.pass(Duration.ofDays(19));
        assertFalse(isListed(site.signedIn("handler"), "overdue"));
        site.clock.pass(Duration.ofDays(1));
        Visitor handler = site.signedIn("handler");
        assertTrue(isListed(handler, "overdue"));
        assertTrue(handler.get(PATH).expect(200).body().contains("還沒有通知陳情人"));
    }

    @Test
    void theOverdueNoticeSaysItsThreePartsInWriting() {
        site.clock.pass(TO_10_DECEMBER);
        overdue(site.signedIn("handler"), "缺料", "已訂料", "2026-12-20", "reached").expect(303);
        Notice notice = told().get(1);
        String text =
                NoticeTemplates.shipped().wording(notice, CASE.text(), Map.of()).text();
        String expected = LocalDate.of(2026, 12, 20).toString();
        for (String part : List.of("缺料", "已訂料", expected)) {
            assertTrue(text.contains(part), text);
        }
        String page = site.signedIn("head").get(PATH).expect(200).body();
        assertTrue(page.contains("已通話"));
    }
}
