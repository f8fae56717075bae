package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import tw.minsheng.web.staff.Visitor;

/** The public board and its second look, and calls, in a real browser without scripts; axe finds nothing on any page. */
class BoardAndCallsIT {

    private static final String CALLS = "/agency/surveys/kcg-urban-housing-subsidy/calls";

    private static final ServedProduct PRODUCT = new ServedProduct("--demo").unlimited();

    @RegisterExtension
    static final Chromium BROWSER = new Chromium(PRODUCT);

    @ParameterizedTest
    @CsvSource({"zh-TW,320", "en,1280"})
    void caseIsShownToThePublicAfterASecondLook(String language, int width) {
        String view = "-" + language + "-" + width;
        List<String> faults = new ArrayList<>();
        BROWSER.sized(width, 800).scripts(false);
        BROWSER.driver().manage().deleteAllCookies();
        BROWSER.open("/board?lang=" + language);
        look("board-first" + view, faults);
        String number = confirmed();
        as("head", language);
        BROWSER.open("/agency/cases/" + number + "/board");
        look("board-staff" + view, faults);
        type("f-summary", "王大明先生（0912-345-678）反映的路燈已修復");
        BROWSER.press("button[value=look]");
        assertTrue(BROWSER.driver().findElement(By.id("looked")).getText().contains("0912-345-678"));
        assertFalse(BROWSER.driver().findElements(By.tagName("mark")).isEmpty());
        look("board-look" + view, faults);
        type("f-summary", "路口照明設備 " + width + " 已修復");
        BROWSER.press("button[value=look]");
        assertTrue(BROWSER.driver().findElements(By.tagName("mark")).isEmpty());
        BROWSER.press("button[value=release]");
        look("board-released" + view, faults);
        BROWSER.driver().manage().deleteAllCookies();
        BROWSER.open("/board?lang=" + language);
        assertTrue(BROWSER.driver().findElement(By.id("board")).getText().contains("路口照明設備 " + width));
        look("board" + view, faults);
        assertEquals(List.of(), faults);
    }

    @ParameterizedTest
    @CsvSource({"zh-TW,320", "en,1280"})
    void numberIsCalledAndTheAnswerKeyedIn(String language, int width) {
        String view = "-" + language + "-" + width;
        List<String> faults = new ArrayList<>();
        Visitor admin = PRODUCT.signedIn("admin");
        String invitations = "/agency/surveys/kcg-urban-housing-subsidy/invitations";
        admin.get(invitations).expect(200);
        admin.post(invitations, "act", "add", "csv", "phone,name,stratum\n07-336833" + width / 10 % 10 + ",路人,rent\n");
        BROWSER.sized(width, 800).scripts(false);
        as("admin", language);
        BROWSER.open(CALLS);
        look("calls" + view, faults);
        BROWSER.press("button[value=next]");
        look("calls-number" + view, faults);
        Matcher held = Pattern.compile("name=\"contact\" value=\"(\\d+)\"")
                .matcher(admin.get(CALLS).expect(200).body());
        assertTrue(held.find());
        String link = admin.post(CALLS, "go", "begin", "contact", held.group(1))
                .expect(303)
                .location();
        BROWSER.open(link + "?lang=" + language);
        assertFalse(BROWSER.driver().findElements(By.id("refuse")).isEmpty());
        look("invited" + view, faults);
        BROWSER.open(CALLS);
        BROWSER.press("button[value=result]");
        assertFalse(BROWSER.seen().alert().isEmpty());
        look("calls-faults" + view, faults);
        new Select(BROWSER.driver().findElement(By.id("f-result"))).selectByValue("no_contact");
        BROWSER.press("button[value=result]");
        look("calls-done" + view, faults);
        as("head", language);
        BROWSER.open("/agency/cases/survey/calls");
        look("calls-cases" + view, faults);
        assertEquals(List.of(), faults);
    }

    /** Sent by a citizen and confirmed by the head, over HTTP. */
    private static String confirmed() {
        Citizen citizen = new Citizen(PRODUCT.address().toString());
        Citizen.Page page = citizen.follow(citizen.submit(
                citizen.get("/petition"),
                "finish",
                Map.of(
                        "kind", List.of("repair"),
                        "type", List.of("street-light"),
                        "text", List.of("家門口很暗"),
                        "phone", List.of("07-3368333"))));
        Visitor head = PRODUCT.signedIn("head");
        String path = "/agency/cases/" + page.receipt();
        Matcher revision = Pattern.compile("name=\"revision\" value=\"(\\d+)\"")
                .matcher(head.get(path).expect(200).body());
        assertTrue(revision.find());
        head.post(path, "act", "confirm", "revision", revision.group(1)).expect(303);
        return page.receipt();
    }

    private static void as(String role, String language) {
        DemoStaff staff = DemoStaff.of(PRODUCT.product(), role);
        BROWSER.driver().manage().deleteAllCookies();
        BROWSER.open("/login?lang=" + language);
        BROWSER.driver().findElement(By.name("name")).sendKeys(staff.name());
        BROWSER.driver().findElement(By.name("password")).sendKeys(staff.password());
        BROWSER.press("main form button.go");
    }

    private static void type(String field, String text) {
        BROWSER.driver().findElement(By.id(field)).clear();
        BROWSER.driver().findElement(By.id(field)).sendKeys(text);
    }

    private static void look(String name, List<String> faults) {
        Chromium.Seen seen = BROWSER.seen();
        if (seen.sideways() > 0) {
            faults.add(name + ": scrolls sideways by " + seen.sideways());
        }
        seen.cut().forEach(cut -> faults.add(name + ": cut: " + cut));
        BROWSER.picture(name);
        BROWSER.scripts(true);
        BROWSER.axe().forEach(violation -> faults.add(name + ": " + violation));
        BROWSER.scripts(false);
    }
}
