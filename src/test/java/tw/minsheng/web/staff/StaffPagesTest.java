package tw.minsheng.web.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tw.minsheng.security.AuditRow;

/** What the staff see and do with surveys; over HTTP, with doors in memory. */
class StaffPagesTest {

    private static final String OTHER = "seven lanterns on a green hill";

    @AutoClose
    private final StaffSite site = new StaffSite(0);

    @Test
    void aReviewerComesToTheReportsAndSeesNothingElse() {
        Visitor visitor = site.visitor();
        visitor.get("/login");
        assertEquals(
                "/reports/",
                visitor.post("/login", "name", "teacher", "password", StaffSite.PASSWORD)
                        .location());
        String list = visitor.get("/reports/").expect(200).body();
        assertTrue(list.contains("/reports/counter") && list.contains("/reports/road"));
        assertFalse(list.contains("/reports/property") || list.contains("/reports/sketch"));
        assertTrue(visitor.get("/reports/counter").expect(200).body().contains(StaffSite.REPORT));
        visitor.get("/agency/").expect(404);
        visitor.get("/agency/surveys/counter/answers.csv").expect(404);
    }

    @Test
    void readsAndExportsAreAuditedBeforeTheyAreShown() {
        Visitor visitor = site.signedIn("analyst");
        visitor.get("/agency/surveys/counter/results").expect(200);
        visitor.get("/agency/surveys/counter/results.json").expect(200);
        visitor.get("/agency/surveys/counter/report").expect(200);
        visitor.get("/agency/surveys/counter/report.pdf").expect(200);
        visitor.get("/agency/surveys/counter/answers.csv").expect(200);
        List<String> lines = audited();
        assertEquals(
                List.of(
                        "analyst results.read counter done",
                        "analyst results.read counter done",
                        "analyst report.read counter done",
                        "analyst report.read counter done",
                        "analyst answers.export counter done"),
                lines.subList(lines.size() - 5, lines.size()));
        site.security.breakAudit();
        visitor.get("/agency/surveys/counter/answers.csv").expect(503);
        visitor.get("/agency/surveys/counter/results").expect(503);
    }

    private List<String> audited() {
        return site.security.auditRows().stream()
                .map(AuditRow::entry)
                .map(entry -> entry.act().actor() + " " + entry.what() + " " + entry.object() + " " + entry.result())
                .toList();
    }

    @Test
    void theExportIsAFileOfTheChosenSetAndWave() {
        Visitor visitor = site.signedIn("analyst");
        Visitor.Seen live =
                visitor.get("/agency/surveys/counter/answers.csv?wave=115").expect(200);
        assertEquals("overall_sat\r\nlive115\r\n", live.body());
        assertEquals(
                "attachment; filename=\"counter-live.csv\"",
                live.response().headers().firstValue("content-disposition").orElseThrow());
        assertEquals(
                "overall_sat\r\ntest\r\n",
                visitor.get("/agency/surveys/counter/answers.csv?set=test").body());
        visitor.get("/agency/surveys/counter/answers.csv?set=all").expect(400);
        visitor.get("/agency/surveys/counter/answers.csv?wave=1%27%3B--").expect(400);
    }

    @Test
    void closingAWaveAsksFirstAndReopeningTakesItBack() {
        Visitor visitor = site.signedIn("analyst");
        String sure = visitor.get("/agency/surveys/counter/waves?close=115")
                .expect(200)
                .body();
        assertTrue(sure.contains("要結束 115 波次嗎？") && sure.contains("保留 30 天"), sure);
        visitor.post("/agency/surveys/counter/waves", "act", "close", "code", "115")
                .expect(303);
        String closed = visitor.get("/agency/surveys/counter/waves?done=close")
                .expect(200)
                .body();
        assertTrue(closed.contains("已結束，不再收件") && closed.contains("重新開放 115 波次"), closed);
        visitor.post("/agency/surveys/counter/waves", "act", "open", "code", "115", "again", "1")
                .expect(303);
        assertTrue(visitor.get("/agency/surveys/counter").body().contains("開放中"));
        assertEquals(
                "kcg-pwb",
                site.collect.acts().get(site.collect.acts().size() - 1).agency());
    }

    @Test
    void aBadWaveIsRefusedInWordsWithWhatWasTyped() {
        Visitor visitor = site.signedIn("analyst");
        visitor.get("/agency/surveys/counter/waves?close=115");
        visitor.post("/agency/surveys/counter/waves", "act", "close", "code", "115");
        assertTrue(
                visitor.get("/agency/surveys/counter/waves").body().contains("value=\"116\""), "a code that is free");
        String again = visitor.post("/agency/surveys/counter/waves", "act", "open", "code", "115", "last", "")
                .expect(422)
                .body();
        assertTrue(again.contains("已有這個代碼的波次"), again);
        String code = visitor.post("/agency/surveys/counter/waves", "act", "open", "code", "1 1 6", "last", "")
                .expect(422)
                .body();
        assertTrue(code.contains("value=\"1 1 6\"") && code.contains("請輸入 1 到 20 個"), code);
        visitor.post("/agency/surveys/counter/waves", "act", "open", "code", "116", "last", "2020-01-01")
                .expect(422);
        visitor.post("/agency/surveys/counter/waves", "act", "open", "code", "116", "last", "2026-12-31")
                .expect(303);
        visitor.post("/agency/surveys/counter/waves", "act", "open", "code", "117", "last", "")
                .expect(422);
        visitor.post("/agency/surveys/counter/waves", "act", "nonsense").expect(400);
    }

    @Test
    void aDraftHasNeitherLinkNorWaves() {
        Visitor visitor = site.signedIn("analyst");
        visitor.get("/agency/surveys/sketch").expect(200);
        visitor.get("/agency/surveys/sketch/link").expect(404);
        visitor.get("/agency/surveys/sketch/waves");
        visitor.post("/agency/surveys/sketch/waves", "act", "open", "code", "115")
                .expect(404);
    }

    @Test
    void aDraftIsTriedOutOnTheCitizensPagesAndOnlyByItsAgency() {
        String trial = "/agency/surveys/sketch/try";
        assertTrue(site.visitor().get(trial).expect(303).location().startsWith("/login?next="));
        site.signedIn("finance").get(trial).expect(404);
        site.signedIn("teacher").get(trial).expect(404);
        Visitor visitor = site.signedIn("analyst");
        assertTrue(
                visitor.get("/agency/surveys/sketch/preview").expect(200).body().contains(trial));
        String start = visitor.get(trial).expect(200).body();
        assertTrue(start.contains("這是測試") && start.contains("action=\"" + trial + "\""), start);
        String first = visitor.post(trial).expect(303).location();
        assertTrue(first.startsWith(trial + "/a/"), first);
        Visitor.Seen page = visitor.get(first).expect(200);
        Map<String, String> fields = Map.of(
                "overall_sat",
                "2",
                "form_key",
                page.hidden("form_key"),
                "revision",
                page.hidden("revision"),
                "go",
                "next");
        Visitor.Seen sent = visitor.postExactly(first, fields, Map.of()).expect(303);
        assertTrue(sent.location().startsWith(trial + "/a/"), sent.location());
    }

    @Test
    void theLinkPageShowsTheAddressAsTextAndAsACode() {
        Visitor visitor = site.signedIn("analyst");
        String page = visitor.get("/agency/surveys/counter/link").expect(200).body();
        assertTrue(page.contains("https://survey.example.org/s/counter") && page.contains("07-3368333"));
        Visitor.Seen picture =
                visitor.get("/agency/surveys/counter/link/qr.svg").expect(200);
        assertTrue(picture.body().startsWith("<svg "));
        assertEquals(
                "image/svg+xml; charset=utf-8",
                picture.response().headers().firstValue("content-type").orElseThrow());
    }

    @Test
    void whatAPersonTypesIsShownAsTextOnly() {
        String evil = "\"><script>alert(1)</script>";
        Visitor visitor = site.visitor();
        visitor.get("/login");
        assertFalse(
                visitor.post("/login", "name", evil, "password", OTHER).body().contains("<script>"));
        Visitor chief = site.signedIn("chief");
        chief.get("/agency/accounts");
        assertFalse(chief.post("/agency/accounts", "name", evil, "survey", evil, "until", evil)
                .expect(422)
                .body()
                .contains("<script>"));
        assertFalse(chief.get("/agency/audit?actor=%22%3E%3Cscript%3E").body().contains("<script>"));
    }

    @Test
    void whatTheDatabaseCannotKeepIsABadRequest() {
        Visitor visitor = site.signedIn("admin");
        visitor.get("/agency/audit?actor=%00").expect(400);
        visitor.get("/agency/accounts/a%00").expect(400);
        visitor.postBody("/login", "csrf=x&name=a%00&password=b", Map.of()).expect(400);
    }

    @Test
    void aLastDayBeyondAllYearsIsRefusedInWords() {
        String beyond = "+999999999-12-31";
        Visitor analyst = site.signedIn("analyst");
        analyst.get("/agency/surveys/counter/waves");
        analyst.post("/agency/surveys/counter/waves", "act", "open", "code", "116", "last", beyond)
                .expect(422);
        Visitor admin = site.signedIn("admin");
        admin.get("/agency/accounts");
        admin.post("/agency/accounts", "name", "newcomer", "role", "analyst", "agency", "road", "until", beyond)
                .expect(422);
    }

    @Test
    void staffPagesAreNotKeptByAnybody() {
        Visitor visitor = site.signedIn("analyst");
        assertEquals(
                "no-store",
                visitor.get("/agency/")
                        .response()
                        .headers()
                        .firstValue("cache-control")
                        .orElseThrow());
    }

    @Test
    void aWaveThatTheSurveyDoesNotHaveIsNotFound() {
        Visitor analyst = site.signedIn("analyst");
        for (String page : List.of("results", "scales", "weighting")) {
            analyst.get("/agency/surveys/counter/" + page + "?wave=115").expect(200);
            String lost = analyst.get("/agency/surveys/counter/" + page + "?wave=999")
                    .expect(404)
                    .body();
            assertTrue(lost.contains("999"), lost);
        }
    }
}
