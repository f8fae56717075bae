package tw.minsheng.web.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.Retentions;

/** The page of retention; over HTTP, with doors in memory. Today is 20 November 2026, and a case is kept five years. */
class StaffRetentionTest {

    private static final String PATH = "/agency/cases/retention";

    @AutoClose
    private final StaffSite site = new StaffSite(0);

    private String ended(int serial, String agency, String day) {
        CaseNumber number = new CaseNumber(110, serial);
        site.ended.put(new Retentions.Aged(number, agency, "road", LocalDate.parse(day), ""));
        return number.text();
    }

    @Test
    void onlyWhoDecidesCasesOfTheAgencySeesIt() {
        String foreign = ended(1, "kcg-fin", "2020-01-01");
        for (String name : new String[] {"handler", "control", "analyst", "teacher", "admin"}) {
            Visitor visitor = site.signedIn(name);
            visitor.get(PATH).expect(404);
            visitor.get(PATH + ".csv").expect(404);
        }
        Visitor head = site.signedIn("head");
        assertFalse(head.get(PATH).expect(200).body().contains(foreign));
        String refused = head.post(PATH, "act", "file", "ground", "archive", "reference", "X", "numbers", foreign)
                .expect(422)
                .body();
        assertTrue(refused.contains("找不到這個案號"), refused);
    }

    @Test
    void aCaseIsKeptToTheDayAndThenWaitsForItsReference() {
        String run = ended(1, "kcg-pwb", "2021-11-19");
        String kept = ended(2, "kcg-pwb", "2021-11-20");
        String page = site.signedIn("head").get(PATH).expect(200).body();
        assertTrue(page.contains(run) && !page.contains(kept), page);
        assertFalse(page.contains("value=\"erase\""), page);
        String csv = site.signedIn("head").get(PATH + ".csv").expect(200).body();
        assertTrue(csv.contains(run + ",kcg-pwb,road,usual,2021-11-19,2026-11-19,,blocked"), csv);
    }

    @Test
    void whatIsWrongIsSaidAndNothingTypedIsLost() {
        String run = ended(1, "kcg-pwb", "2021-11-19");
        Visitor head = site.signedIn("head");
        head.get(PATH).expect(200);
        head.post(PATH, "act", "file", "ground", "", "numbers", run).expect(422);
        String body = head.post(PATH, "act", "file", "ground", "archive", "reference", "", "numbers", run + "\n99")
                .expect(422)
                .body();
        assertTrue(body.contains("不是案號") && body.contains("沒有檔號") && body.contains(run), body);
        assertTrue(head.post(PATH, "act", "file", "ground", "archive", "numbers", " ")
                .expect(422)
                .body()
                .contains("請填案號"));
        head.post(PATH, "act", "burn").expect(400);
    }

    @Test
    void erasingIsSaidTwiceAndTellsHowMany() {
        String run = ended(1, "kcg-pwb", "2021-11-19");
        ended(2, "kcg-pwb", "2021-11-19");
        site.ended.putImported(3);
        Visitor head = site.signedIn("head");
        head.get(PATH).expect(200);
        head.post(PATH, "act", "file", "ground", "destruction", "reference", "", "numbers", run + " 高市檔字第1號")
                .expect(303);
        String page = head.get(PATH).expect(200).body();
        assertTrue(page.contains("高市檔字第1號") && page.contains("value=\"erase\""), page);
        head.post(PATH, "act", "erase").expect(422);
        Visitor.Seen erased = head.post(PATH, "act", "erase", "sure", "1").expect(303);
        assertEquals(PATH + "?done=erase&n=1&imported=3", erased.location());
        assertTrue(head.get(erased.location()).expect(200).body().contains("已去識別化 1 件，匯入案件 3 件"));
        String after = head.get(PATH).expect(200).body();
        assertFalse(after.contains(run), after);
        assertTrue(site.security.auditRows().stream()
                .anyMatch(row -> row.entry().what().equals("case.file")));
    }

    /** Millions are neither counted nor erased while somebody waits. */
    @Test
    void manyImportedCasesGoInSeveralSteps() {
        site.ended.putImported(30_000);
        Visitor head = site.signedIn("head");
        assertTrue(head.get(PATH).expect(200).body().contains("10,000 件以上"));
        Visitor.Seen first = head.post(PATH, "act", "erase", "sure", "1").expect(303);
        assertEquals(PATH + "?done=erase&n=0&imported=20000", first.location());
        assertTrue(head.get(first.location()).expect(200).body().contains("請再執行一次"));
        Visitor.Seen second = head.post(PATH, "act", "erase", "sure", "1").expect(303);
        assertEquals(PATH + "?done=erase&n=0&imported=10000", second.location());
        assertFalse(head.get(second.location()).expect(200).body().contains("請再執行一次"));
    }
}
