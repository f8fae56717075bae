package tw.minsheng.web.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.minsheng.security.AuditRow;

class StaffPagesTest {

    private static final String OTHER = "seven lanterns on a green hill";

    private StaffSite site;

    @BeforeEach
    void start() {
        site = new StaffSite(0);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private Visitor.Seen tryIn(Visitor visitor, String name, String password) {
        visitor.get("/login");
        return visitor.post("/login", "name", name, "password", password);
    }

    private List<String> audited() {
        return site.security.auditRows().stream()
                .map(AuditRow::entry)
                .map(entry -> entry.act().actor() + " " + entry.what() + " " + entry.object() + " " + entry.result())
                .toList();
    }

    @Test
    void wrongPasswordIs422AndTellsNothing() {
        String wrong = tryIn(site.visitor(), "analyst", OTHER).expect(422).body();
        String unknown = tryIn(site.visitor(), "analyst2", OTHER).expect(422).body();
        assertTrue(wrong.contains("帳號或密碼不正確"));
        assertEquals(
                wrong.replaceAll("csrf\" value=\"[^\"]*", "").replace("analyst", ""),
                unknown.replaceAll("csrf\" value=\"[^\"]*", "").replace("analyst2", ""));
        assertFalse(wrong.contains(OTHER));
    }

    @Test
    void sixthAttemptIs429EvenWithTheRightPassword() {
        Visitor visitor = site.visitor();
        for (int i = 0; i < 5; i++) {
            tryIn(visitor, "analyst", OTHER).expect(422);
        }
        tryIn(visitor, "analyst", StaffSite.PASSWORD).expect(429);
        site.clock.pass(Duration.ofMinutes(15));
        tryIn(visitor, "analyst", StaffSite.PASSWORD).expect(303);
    }

    @Test
    void signInWithoutOrWithAForeignTokenIs422() {
        Visitor visitor = site.visitor();
        visitor.get("/login");
        Map<String, String> fields = Map.of("name", "analyst", "password", StaffSite.PASSWORD);
        visitor.postExactly("/login", fields, Map.of()).expect(422);
        Visitor foreign = site.visitor();
        foreign.get("/login");
        Map<String, String> theirs = Map.of("name", "analyst", "password", StaffSite.PASSWORD, "csrf", foreign.csrf());
        visitor.postExactly("/login", theirs, Map.of()).expect(422);
    }

    @Test
    void aSessionSetByAnAttackerIsNotUsed() {
        Visitor visitor = site.visitor();
        String planted = "A".repeat(43);
        visitor.cookies.put("minsheng_staff", planted);
        visitor.get("/agency/").expect(303);
        tryIn(visitor, "analyst", StaffSite.PASSWORD).expect(303);
        assertNotEquals(planted, visitor.cookies.get("minsheng_staff"));
        Visitor attacker = site.visitor();
        attacker.cookies.put("minsheng_staff", planted);
        attacker.get("/agency/").expect(303);
    }

    @Test
    void theCookieIsForThisSiteAndNotForScripts() {
        Visitor visitor = site.visitor();
        visitor.get("/login");
        String cookie = visitor
                .post("/login", "name", "analyst", "password", StaffSite.PASSWORD)
                .response()
                .headers()
                .allValues("set-cookie")
                .stream()
                .filter(header -> header.startsWith("minsheng_staff="))
                .findFirst()
                .orElseThrow();
        assertTrue(
                cookie.contains("HTTPOnly")
                        && cookie.contains("Secure")
                        && cookie.contains("SameSite=Lax")
                        && cookie.contains("Path=/"),
                cookie);
    }

    @Test
    void nobodyIsSentToAnotherSite() {
        for (String evil : List.of(
                "https://evil.example",
                "//evil.example",
                "/agency//evil.example",
                "/login",
                "/agency/../x",
                "/\\evil")) {
            Visitor visitor = site.visitor();
            visitor.get("/login");
            Visitor.Seen seen = visitor.post("/login", "name", "analyst", "password", StaffSite.PASSWORD, "next", evil)
                    .expect(303);
            assertEquals("/agency/", seen.location(), evil);
        }
    }

    @Test
    void afterSignInOneComesToThePageOneAskedFor() {
        Visitor visitor = site.visitor();
        Visitor.Seen away =
                visitor.get("/agency/surveys/counter/waves?close=115").expect(303);
        assertTrue(away.location().startsWith("/login?next="), away.location());
        String page = visitor.get(away.location()).expect(200).body();
        Matcher next = Pattern.compile("name=\"next\" value=\"([^\"]*)\"").matcher(page);
        assertTrue(next.find());
        Visitor.Seen in = visitor.post(
                        "/login", "name", "analyst", "password", StaffSite.PASSWORD, "next", next.group(1))
                .expect(303);
        assertEquals("/agency/surveys/counter/waves?close=115", in.location());
    }

    @Test
    void aFormSentAfterIdlingIsKeptAndNothingIsDoneBeforeItIsSentAgain() {
        Visitor visitor = site.signedIn("analyst");
        visitor.get("/agency/surveys/counter/waves?close=115").expect(200);
        site.clock.pass(Duration.ofMinutes(15));
        int before = site.collect.acts().size();
        String page = visitor.post("/agency/surveys/counter/waves", "act", "close", "code", "115")
                .expect(401)
                .body();
        String again = visitor.post(
                        "/login",
                        "name",
                        "analyst",
                        "password",
                        StaffSite.PASSWORD,
                        "kept_action",
                        hidden(page, "kept_action"),
                        "kept",
                        hidden(page, "kept").replace("&amp;", "&"))
                .expect(200)
                .body();
        assertTrue(again.contains("name=\"code\" value=\"115\""), again);
        assertEquals(before, site.collect.acts().size());
        visitor.post("/agency/surveys/counter/waves", "act", "close", "code", "115")
                .expect(303);
        assertEquals(before + 1, site.collect.acts().size());
    }

    private static String hidden(String page, String name) {
        Matcher found =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertTrue(found.find(), name);
        return found.group(1);
    }

    @Test
    void aPostWithoutOrWithAForeignTokenChangesNothing() {
        Visitor visitor = site.signedIn("analyst");
        visitor.get("/agency/surveys/counter/waves");
        int before = site.collect.acts().size();
        Map<String, String> bare = Map.of("act", "close", "code", "115");
        visitor.postExactly("/agency/surveys/counter/waves", bare, Map.of()).expect(403);
        Visitor other = site.signedIn("roadie");
        other.get("/agency/me");
        Map<String, String> foreign = Map.of("act", "close", "code", "115", "csrf", other.csrf());
        visitor.postExactly("/agency/surveys/counter/waves", foreign, Map.of()).expect(403);
        Map<String, String> good = Map.of("act", "close", "code", "115", "csrf", visitor.csrf());
        visitor.postExactly("/agency/surveys/counter/waves", good, Map.of("Sec-Fetch-Site", "cross-site"))
                .expect(403);
        assertEquals(before, site.collect.acts().size());
    }

    @Test
    void whoSignsOutIsOut() {
        Visitor visitor = site.signedIn("analyst");
        visitor.get("/agency/").expect(200);
        String token = visitor.cookies.get("minsheng_staff");
        visitor.post("/logout").expect(303);
        assertFalse(visitor.cookies.containsKey("minsheng_staff"));
        visitor.cookies.put("minsheng_staff", token);
        visitor.get("/agency/").expect(303);
    }

    @Test
    void aForgedAForeignAnExpiredAndAReplayedLinkAre404() {
        Visitor visitor = site.visitor();
        visitor.get("/setup/" + "A".repeat(43)).expect(404);
        visitor.get("/setup/x").expect(404);
        Visitor chief = site.signedIn("chief");
        String session = chief.cookies.get("minsheng_staff");
        visitor.get("/setup/" + session).expect(404);
        String link = reset(chief, "analyst");
        visitor.get(link).expect(200);
        visitor.post(link, "password", OTHER, "password_again", OTHER).expect(303);
        visitor.get(link).expect(404);
        visitor.post(link, "password", OTHER, "password_again", OTHER).expect(404);
        tryIn(visitor, "analyst", OTHER).expect(303);
        String late = reset(chief, "analyst");
        site.clock.pass(Duration.ofDays(3));
        visitor.get(late).expect(404);
    }

    @Test
    void aLinkIsRefusedWithWordsAndStaysUsable() {
        String link = reset(site.signedIn("chief"), "analyst");
        Visitor visitor = site.visitor();
        visitor.get(link).expect(200);
        String wrong = visitor.post(link, "password", "short", "password_again", "short")
                .expect(422)
                .body();
        assertTrue(wrong.contains("密碼至少要 12 個字") && wrong.contains("<title>錯誤："), wrong);
        assertTrue(visitor.post(link, "password", OTHER, "password_again", "other")
                .expect(422)
                .body()
                .contains("兩次輸入的新密碼不一樣"));
        visitor.post(link, "password", OTHER, "password_again", OTHER).expect(303);
    }

    private static String reset(Visitor chief, String name) {
        chief.get("/agency/accounts/" + name).expect(200);
        String page = chief.post("/agency/accounts/" + name, "act", "reset")
                .expect(200)
                .body();
        Matcher link = Pattern.compile("https://survey\\.example\\.org(/setup/[A-Za-z0-9_-]{43})")
                .matcher(page);
        assertTrue(link.find(), page);
        return link.group(1);
    }

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
        String page = visitor.get(first).expect(200).body();
        Map<String, String> fields = Map.of(
                "overall_sat",
                "2",
                "form_key",
                hidden(page, "form_key"),
                "revision",
                hidden(page, "revision"),
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
    void anAccountIsOpenedSuspendedAndTakenBack() {
        Visitor admin = site.signedIn("admin");
        admin.get("/agency/accounts").expect(200);
        String link = admin.post("/agency/accounts", "name", "wu", "role", "analyst", "agency", "kcg-pwb-road")
                .expect(200)
                .body();
        assertTrue(link.contains("/setup/"), link);
        assertTrue(admin.get("/agency/accounts").body().contains("/agency/accounts/wu"));
        admin.post("/agency/accounts", "name", "wu", "role", "analyst", "agency", "kcg-pwb")
                .expect(422);
        admin.post("/agency/accounts", "name", "wong", "agency", "kcg-pwb").expect(422);
        admin.post("/agency/accounts", "name", "wong", "role", "admin", "agency", "")
                .expect(422);
        admin.post("/agency/accounts/wu", "act", "suspend").expect(303);
        assertTrue(admin.get("/agency/accounts/wu").body().contains("已停權"));
        admin.post("/agency/accounts/wu", "act", "reopen").expect(303);
        admin.post("/agency/accounts/admin", "act", "suspend").expect(422);
        admin.get("/agency/accounts/finance").expect(404);
        admin.post("/agency/accounts/finance", "act", "reset").expect(404);
    }

    @Test
    void aPasswordIsChangedOnlyWithThePresentOne() {
        Visitor visitor = site.signedIn("analyst");
        visitor.get("/agency/password");
        String wrong = visitor.post(
                        "/agency/password", "password_present", OTHER, "password", OTHER, "password_again", OTHER)
                .expect(422)
                .body();
        assertTrue(wrong.contains("目前的密碼不正確"), wrong);
        visitor.post(
                        "/agency/password",
                        "password_present",
                        StaffSite.PASSWORD,
                        "password",
                        OTHER,
                        "password_again",
                        OTHER)
                .expect(303);
        tryIn(site.visitor(), "analyst", OTHER).expect(303);
    }

    @Test
    void theAuditPageShowsTheOwnSubtreeOnly() {
        site.signedIn("finance").get("/agency/surveys/property/results").expect(200);
        site.signedIn("roadie").get("/agency/surveys/road/results").expect(200);
        String page = site.signedIn("admin").get("/agency/audit").expect(200).body();
        assertTrue(page.contains("roadie") && !page.contains("finance"), page);
        assertTrue(page.contains("看結果"));
    }

    @Test
    void mySessionsCanBeEndedOneByOne() {
        Visitor here = site.signedIn("analyst");
        Visitor there = site.signedIn("analyst");
        String page = here.get("/agency/me").expect(200).body();
        Matcher id = Pattern.compile("name=\"id\" value=\"([0-9a-f]{64})\"").matcher(page);
        assertTrue(id.find());
        here.post("/agency/me/end", "id", id.group(1)).expect(303);
        there.get("/agency/").expect(303);
        here.get("/agency/").expect(200);
        here.post("/agency/me/end", "id", "0".repeat(64)).expect(404);
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
}
