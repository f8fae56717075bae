package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import tw.minsheng.web.staff.Visitor;

/**
 * The pages beside the way through a survey, in a real browser: the list of surveys, the notice, a page that is not there,
 * a page with faults, a page kept for later, an answer that is there already, a survey that is closed.
 */
class SidePagesIT {

    private static final String SURVEY = "/s/kcg-pwb-counter";
    private static final String NEXT = "main form button[value=next]";

    @TempDir
    static Path folder;

    private static Product product;
    private static Chromium browser;

    @BeforeAll
    static void start() {
        if (Chromium.isInstalled()) {
            product = Product.serve(folder.resolve("var"), Map.of("MINSHENG_RATE_LIMITS", "off"), "--demo");
            browser = Chromium.open();
        }
    }

    @BeforeEach
    void needsABrowser() {
        assumeTrue(Chromium.isInstalled(), "chromium and chromedriver are not installed");
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (product != null) {
            product.close();
        }
    }

    /** What finds nothing anywhere must be seen to find something. */
    @Test
    void theEyesSeeFaults() {
        browser.sized(320, 700);
        browser.driver()
                .get(
                        "data:text/html,<html lang='en'><meta name='viewport' content='width=device-width'><title>x</title><main><h1>x</h1><img src='x'>"
                                + "<p style='width:600px'>wide</p><p style='width:9px;overflow:hidden'>hiddenwords</p>"
                                + "<input type='radio' checked><div role='alert'>oops</div>");
        Chromium.Seen seen = browser.seen();
        assertEquals(1, seen.chosen());
        assertEquals("oops", seen.alert());
        assertTrue(seen.sideways() > 200, seen.toString());
        assertEquals(2, seen.cut().size(), seen.toString());
        List<String> violations = browser.axe();
        assertTrue(violations.stream().anyMatch(each -> each.startsWith("image-alt")), violations.toString());
    }

    @ParameterizedTest
    @CsvSource({"zh-TW,320,100", "zh-TW,1280,100", "zh-TW,320,200", "en,320,100", "en,1280,100", "en,320,200"})
    void everyPageBesideTheWayIsClean(String language, int width, int text) {
        String view = language + "-" + width + "-" + text;
        List<String> faults = new ArrayList<>();
        browser.driver().manage().deleteAllCookies();
        browser.sized(width, 800).dark(text == 200);
        open("/?lang=" + language);
        look("home-" + view, text, faults);
        open("/s/kcg-nowhere");
        look("unknown-" + view, text, faults);
        open(SURVEY + "/notice");
        look("notice-" + view, text, faults);
        open(SURVEY);
        browser.driver().findElement(By.id("code")).sendKeys("0000 0000 0000 0000 0000");
        browser.press("form[action*=resume] button");
        look("no-such-code-" + view, text, faults);
        open(SURVEY);
        browser.press(NEXT);
        browser.press(NEXT);
        assertFalse(browser.seen().alert().isEmpty());
        look("faults-" + view, text, faults);
        browser.driver().findElement(By.cssSelector("input[value=road]")).click();
        browser.press(NEXT);
        browser.press("main form button[value=save]");
        look("saved-" + view, text, faults);
        open(SURVEY);
        browser.press(NEXT);
        browser.driver().findElement(By.cssSelector("input[value=none]")).click();
        browser.press(NEXT);
        look("screened-out-check-" + view, text, faults);
        String check = browser.driver().getCurrentUrl();
        browser.press("main form button[value=finish]");
        look("screened-out-" + view, text, faults);
        browser.driver().get(check);
        look("already-" + view, text, faults);
        assertEquals(List.of(), faults);
    }

    @Test
    void thePageOfAClosedSurveyIsClean() {
        String survey = "kcg-finance-non-public-property";
        DemoStaff person = DemoStaff.of(product, "admin");
        Visitor admin = new Visitor(product.address().toString());
        admin.signIn(person.name(), person.password());
        String waves = "/agency/surveys/" + survey + "/waves";
        Matcher wave = Pattern.compile("close=([^\"&]+)")
                .matcher(admin.get(waves).expect(200).body());
        assertTrue(wave.find());
        admin.post(waves, "act", "close", "code", wave.group(1)).expect(303);
        List<String> faults = new ArrayList<>();
        for (int text : new int[] {100, 200}) {
            browser.sized(320, 800).dark(false);
            open("/s/" + survey + "?lang=zh-TW");
            assertTrue(browser.driver().getPageSource().contains("結束"));
            look("closed-" + text, text, faults);
        }
        assertEquals(List.of(), faults);
    }

    private static void open(String path) {
        browser.driver().get(product.address() + path);
    }

    private static void look(String name, int text, List<String> faults) {
        if (text != 100) {
            browser.textSize(text);
        }
        Chromium.Seen seen = browser.seen();
        if (seen.sideways() > 0) {
            faults.add(name + ": scrolls sideways by " + seen.sideways());
        }
        seen.cut().forEach(cut -> faults.add(name + ": cut: " + cut));
        browser.picture("side-" + name);
        browser.axe().forEach(violation -> faults.add(name + ": " + violation));
    }
}
