package tw.minsheng.web.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tw.minsheng.notify.NoticeLog;
import tw.minsheng.petition.CaseNumber;

/** What petitioners are told, as staff see and deliver it; over HTTP, with doors in memory. */
class StaffNoticesTest {

    private static final String CASE = new CaseNumber(115, 2).text();
    private static final String PATH = "/agency/cases/" + CASE;
    /** Seeded: to be delivered by hand. */
    private static final String NOTICE = PATH + "/notices/2";

    @AutoClose
    private final StaffSite site = new StaffSite(0);

    private NoticeLog.Entry notice(long id) {
        return StaffSite.await(site.cases.notices().find(CASE, id)).orElseThrow();
    }

    private NoticeLog.Entry last() {
        List<NoticeLog.Entry> all = StaffSite.await(site.cases.notices().of(CASE));
        return all.get(all.size() - 1);
    }

    @Test
    void aDeliveryNeedsItsWayAndALetterItsNumber() {
        Visitor handler = site.signedIn("handler");
        handler.get(NOTICE).expect(200);
        String said = handler.post(NOTICE, "act", "handed").expect(422).body();
        assertTrue(said.contains("id=\"e-way\""));
        String letter = handler.post(NOTICE, "act", "handed", "way", "letter")
                .expect(422)
                .body();
        assertTrue(letter.contains("id=\"e-reference\""));
        handler.post(NOTICE, "act", "handed", "way", "pigeon").expect(422);
        handler.post(NOTICE, "act", "handed", "way", "unreachable").expect(422);
        handler.post(NOTICE, "act", "burn").expect(400);
        assertEquals(NoticeLog.State.BY_HAND, notice(2).state());
    }

    @Test
    void aDeliveryIsWrittenDownWithWhoAndWhat() {
        Visitor handler = site.signedIn("handler");
        handler.get(NOTICE).expect(200);
        handler.post(NOTICE, "act", "handed", "way", "letter", "reference", "高市工字第1號")
                .expect(303);
        NoticeLog.Entry handed = notice(2);
        assertEquals(NoticeLog.State.SENT, handed.state());
        assertEquals("handler", handed.by());
        assertEquals("高市工字第1號", handed.reference());
        assertTrue(handed.wording().text().contains(CASE));
        handler.post(NOTICE, "act", "handed", "way", "phone").expect(409);
        assertTrue(handler.get(PATH).expect(200).body().contains("高市工字第1號")
                || handler.get(NOTICE).expect(200).body().contains("高市工字第1號"));
        assertFalse(handler.get("/agency/notices").expect(200).body().contains(NOTICE));
    }

    /** Of the agency and what stands under it, and no other. */
    @Test
    void owedNoticesAreListedForThoseWhoMaySeeTheirCases() {
        String list = site.signedIn("head").get("/agency/notices").expect(200).body();
        assertTrue(list.contains(NOTICE));
        assertTrue(list.contains(new CaseNumber(115, 3).text() + "/notices/3"));
        assertFalse(list.contains("/notices/1\""));
        assertFalse(list.contains("/notices/4\""));
        assertFalse(site.signedIn("control")
                .get("/agency/notices")
                .expect(200)
                .body()
                .contains("/notices/3\""));
    }

    @Test
    void theControlOfficeReadsButDoesNotDeliver() {
        Visitor control = site.signedIn("control");
        assertFalse(control.get(NOTICE).expect(200).body().contains("name=\"way\""));
        control.post(NOTICE, "act", "handed", "way", "phone").expect(404);
    }

    /** The way that staff chose when they asked; a call was the notice itself. */
    @Test
    void askingByLetterOwesALetterAndAskingByTelephoneNothing() {
        Visitor handler = site.signedIn("handler");
        act(handler, "assign", "unit", "kcg-pwb", "handler", "handler").expect(303);
        act(handler, "start").expect(303);
        act(handler, "ask", "question", "請補照片", "channel", "mail").expect(422);
        act(handler, "ask", "question", "請補照片", "channel", "phone").expect(303);
        assertEquals(2, last().id());
        act(handler, "resume", "answer", "如附").expect(303);
        act(handler, "ask", "question", "請補地點", "channel", "letter").expect(303);
        assertEquals("請補地點", last().notice().facts().get("question"));
        String page = handler.get(PATH + "/notices/" + last().id()).expect(200).body();
        assertTrue(page.contains("請補地點"));
        assertFalse(page.contains("路口有坑洞"));
    }

    @Test
    void whatCouldNotBeSentIsShownWithItsReasonAndTriedAgain() {
        site.cases.notices().fail(2, "550 no such mailbox");
        Visitor handler = site.signedIn("handler");
        String page = handler.get(NOTICE).expect(200).body();
        assertTrue(page.contains("550 no such mailbox"));
        handler.post(NOTICE, "act", "again").expect(303);
        assertEquals(NoticeLog.State.WAITING, notice(2).state());
    }

    @Test
    void withoutAMailServerThePagesSaySo() {
        Visitor handler = site.signedIn("handler");
        assertTrue(handler.get("/agency/notices").expect(200).body().contains("尚未設定郵件伺服器"));
        assertTrue(handler.get(PATH).expect(200).body().contains("尚未設定郵件伺服器"));
    }

    private static Visitor.Seen act(Visitor visitor, String act, String... fields) {
        String revision = visitor.get(PATH).expect(200).hidden("revision");
        String[] all = new String[fields.length + 4];
        all[0] = "act";
        all[1] = act;
        all[2] = "revision";
        all[3] = revision;
        System.arraycopy(fields, 0, all, 4, fields.length);
        return visitor.post(PATH, all);
    }
}
