package tw.minsheng.web.staff;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Accounts, their links and passwords, and what the audit trail shows; over HTTP, with doors in memory. */
class StaffAccountsTest {

    private static final String OTHER = "seven lanterns on a green hill";

    @AutoClose
    private final StaffSite site = new StaffSite(0);

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
        visitor.tryIn("analyst", OTHER).expect(303);
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
        site.visitor().tryIn("analyst", OTHER).expect(303);
    }

    @Test
    void theAuditPageShowsTheOwnSubtreeOnly() {
        site.signedIn("finance").get("/agency/surveys/property/results").expect(200);
        site.signedIn("roadie").get("/agency/surveys/road/results").expect(200);
        String page = site.signedIn("admin").get("/agency/audit").expect(200).body();
        assertTrue(page.contains("roadie") && !page.contains("finance"), page);
        assertTrue(page.contains("看結果"));
    }
}
