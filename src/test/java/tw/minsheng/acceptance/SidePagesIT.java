package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
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

    private static final ServedProduct PRODUCT = new ServedProduct("--demo").unlimited();

    @RegisterExtension
    static final Chromium BROWSER = new Chromium(PRODUCT);

    /** What finds nothing anywhere must be seen to find something. */
    @Test
    void theEyesSeeFaults() {
        BROWSER.sized(320, 700);
        BROWSER.driver()
                .get(
                        "data:text/html,<html lang='en'><meta name='viewport' content='width=device-width'><title>x</title><main><h1>x</h1><img src='x'>"
                                + "<p style='width:600px'>wide</p><p style='width:9px;overflow:hidden'>hiddenwords</p>"
                                + "<input type='radio' checked><div role='alert'>oops</div>");
        Chromium.Seen seen = BROWSER.seen();
        assertEquals(1, seen.chosen());
        assertEquals("oops", seen.alert());
        assertTrue(seen.sideways() > 200, seen.toString());
        assertEquals(2, seen.cut().size(), seen.toString());
        List<String> violations = BROWSER.axe();
        assertTrue(violations.stream().anyMatch(each -> each.startsWith("image-alt")), violations.toString());
    }

    @ParameterizedTest
    @CsvSource({"zh-TW,320,100", "zh-TW,1280,100", "zh-TW,320,200", "en,320,100", "en,1280,100", "en,320,200"})
    void everyPageBesideTheWayIsClean(String language, int width, int text) {
        String view = language + "-" + width + "-" + text;
        List<String> faults = new ArrayList<>();
        BROWSER.driver().manage().deleteAllCookies();
        BROWSER.sized(width, 800).dark(text == 200);
        BROWSER.open("/?lang=" + language);
        look("home-" + view, text, faults);
        BROWSER.open("/s/kcg-nowhere");
        look("unknown-" + view, text, faults);
        BROWSER.open(SURVEY + "/notice");
        look("notice-" + view, text, faults);
        BROWSER.open(SURVEY);
        BROWSER.driver().findElement(By.id("code")).sendKeys("0000 0000 0000 0000 0000");
        BROWSER.press("form[action*=resume] button");
        look("no-such-code-" + view, text, faults);
        BROWSER.open(SURVEY);
        BROWSER.press(NEXT);
        BROWSER.press(NEXT);
        assertFalse(BROWSER.seen().alert().isEmpty());
        look("faults-" + view, text, faults);
        BROWSER.driver().findElement(By.cssSelector("input[value=road]")).click();
        BROWSER.press(NEXT);
        BROWSER.press("main form button[value=save]");
        look("saved-" + view, text, faults);
        BROWSER.open(SURVEY);
        BROWSER.press(NEXT);
        BROWSER.driver().findElement(By.cssSelector("input[value=none]")).click();
        BROWSER.press(NEXT);
        look("screened-out-check-" + view, text, faults);
        String check = BROWSER.driver().getCurrentUrl();
        BROWSER.press("main form button[value=finish]");
        look("screened-out-" + view, text, faults);
        BROWSER.driver().get(check);
        look("already-" + view, text, faults);
        assertEquals(List.of(), faults);
    }

    @Test
    void thePageOfAClosedSurveyIsClean() {
        String survey = "kcg-finance-non-public-property";
        Visitor admin = PRODUCT.signedIn("admin");
        String waves = "/agency/surveys/" + survey + "/waves";
        Matcher wave = Pattern.compile("close=([^\"&]+)")
                .matcher(admin.get(waves).expect(200).body());
        assertTrue(wave.find());
        admin.post(waves, "act", "close", "code", wave.group(1)).expect(303);
        List<String> faults = new ArrayList<>();
        for (int text : new int[] {100, 200}) {
            BROWSER.sized(320, 800).dark(false);
            BROWSER.open("/s/" + survey + "?lang=zh-TW");
            assertTrue(BROWSER.driver().getPageSource().contains("結束"));
            look("closed-" + text, text, faults);
        }
        assertEquals(List.of(), faults);
    }

    private static void look(String name, int text, List<String> faults) {
        if (text != 100) {
            BROWSER.textSize(text);
        }
        Chromium.Seen seen = BROWSER.seen();
        if (seen.sideways() > 0) {
            faults.add(name + ": scrolls sideways by " + seen.sideways());
        }
        seen.cut().forEach(cut -> faults.add(name + ": cut: " + cut));
        BROWSER.picture("side-" + name);
        List<String> violations = seen.language().equals("en") ? BROWSER.axeButColours() : BROWSER.axe();
        violations.forEach(violation -> faults.add(name + ": " + violation));
    }
}
