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
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Coming in and going out: passwords, sessions, forms from elsewhere; over HTTP, with doors in memory. */
class StaffSignInTest {

    private static final String OTHER = "seven lanterns on a green hill";

    @AutoClose
    private final StaffSite site = new StaffSite(0);

    @Test
    void wrongPasswordIs422AndTellsNothing() {
        String wrong = site.visitor().tryIn("analyst", OTHER).expect(422).body();
        String unknown = site.visitor().tryIn("analyst2", OTHER).expect(422).body();
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
            visitor.tryIn("analyst", OTHER).expect(422);
        }
        visitor.tryIn("analyst", StaffSite.PASSWORD).expect(429);
        site.clock.pass(Duration.ofMinutes(15));
        visitor.tryIn("analyst", StaffSite.PASSWORD).expect(303);
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
        visitor.tryIn("analyst", StaffSite.PASSWORD).expect(303);
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
        Visitor.Seen page = visitor.post("/agency/surveys/counter/waves", "act", "close", "code", "115")
                .expect(401);
        String again = visitor.post(
                        "/login",
                        "name",
                        "analyst",
                        "password",
                        StaffSite.PASSWORD,
                        "kept_action",
                        page.hidden("kept_action"),
                        "kept",
                        page.hidden("kept").replace("&amp;", "&"))
                .expect(200)
                .body();
        assertTrue(again.contains("name=\"code\" value=\"115\""), again);
        assertEquals(before, site.collect.acts().size());
        visitor.post("/agency/surveys/counter/waves", "act", "close", "code", "115")
                .expect(303);
        assertEquals(before + 1, site.collect.acts().size());
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
}
