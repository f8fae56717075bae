package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Every shipped survey in a real browser with scripts off: wrong first, then right, up to the receipt; nothing is cut,
 * nothing scrolls sideways, nothing is chosen beforehand. A second pass with scripts on asks axe-core.
 */
class BrowserTest {

    private static Product product;

    @BeforeAll
    static void start() {
        assumeTrue(Chromium.isInstalled(), "chromium or chromedriver is not installed");
        product = Product.shipped();
    }

    @AfterAll
    static void stop() throws Exception {
        if (product != null) {
            product.close();
        }
    }

    @ParameterizedTest(name = "{0} px, text {1} px, {2}")
    @CsvSource({"320,16,zh-TW", "1280,16,zh-TW", "320,32,zh-TW", "320,32,en", "1280,16,en", "320,16,en"})
    void everySurveyCanBeAnswered(int width, int font, String language) {
        try (Chromium browser = Chromium.open(font)) {
            browser.size(width, 800);
            browser.scripts(false);
            List<String> surveys = surveys(browser, language);
            assertTrue(surveys.size() >= 4, "shipped surveys are open");
            for (String survey : surveys) {
                walk(browser, survey, width + "-" + font + "-" + language);
            }
        }
    }

    private static List<String> surveys(Chromium browser, String language) {
        browser.driver().get(product.url() + "/?lang=" + language);
        Set<String> found = new LinkedHashSet<>();
        for (WebElement link : browser.driver().findElements(By.cssSelector("main a[href^='/s/']"))) {
            found.add(link.getDomAttribute("href"));
        }
        return List.copyOf(found);
    }

    private static void walk(Chromium browser, String survey, String name) {
        String id = survey.replaceAll("\\?.*", "").replaceAll(".*/", "");
        browser.driver().get(product.url() + survey);
        fits(browser, id + "-start-" + name);
        press(browser, "form button.go");
        for (int page = 1; page < 60; page++) {
            if (!browser.driver().findElements(By.id("receipt")).isEmpty()) {
                fits(browser, id + "-receipt-" + name);
                return;
            }
            fits(browser, id + "-" + page + "-" + name);
            send(browser);
            if (!browser.driver().findElements(By.cssSelector(".summary")).isEmpty()) {
                assertTrue(browser.driver().getTitle().matches("(錯誤：|Error: ).*"));
                fits(browser, id + "-" + page + "-wrong-" + name);
                fill(browser);
                send(browser);
            }
        }
        throw new AssertionError("no receipt for " + survey);
    }

    private static void send(Chromium browser) {
        press(browser, "main form button[value=next], main form button[value=finish]");
    }

    /** Clicks, and waits until the next page has taken the place of this one. */
    private static void press(Chromium browser, String button) {
        WebElement before = browser.driver().findElement(By.tagName("html"));
        browser.driver().findElement(By.cssSelector(button)).click();
        new WebDriverWait(browser.driver(), Duration.ofSeconds(20)).until(ExpectedConditions.stalenessOf(before));
    }

    /** Answers what is there, the way a hurried person does. */
    private static void fill(Chromium browser) {
        Set<String> done = new LinkedHashSet<>();
        for (WebElement input :
                browser.driver().findElements(By.cssSelector("input[type=radio], input[type=checkbox]"))) {
            if (done.add(input.getDomAttribute("name"))) {
                input.click();
            }
        }
        browser.driver().findElements(By.tagName("textarea")).forEach(area -> area.sendKeys("請多開一個櫃台。"));
        browser.driver().findElements(By.tagName("select")).forEach(list -> new Select(list).selectByIndex(1));
    }

    private static void fits(Chromium browser, String name) {
        long wide = browser.number("document.documentElement.scrollWidth");
        long window = browser.number("document.documentElement.clientWidth");
        if (name.contains("-320-") || name.contains("counter")) {
            browser.picture(name);
            browser.size((int) window, 800);
        }
        assertTrue(wide <= window, name + " scrolls sideways: " + wide + " > " + window);
        long chosen =
                browser.number("document.querySelectorAll('input:checked, option:checked:not([value=\"\"])').length");
        if (!name.contains("wrong")) {
            assertEquals(0, chosen, name + " has something chosen beforehand");
        }
        long small =
                browser.number("[...document.querySelectorAll('a, button:not(.vh), label.opt, select')].filter(e => "
                        + "{ const r = e.getBoundingClientRect(); return !e.closest('p,li,dd,dt,.skip') && r.height > 0 && r.height < 24 })"
                        + ".length");
        assertEquals(0, small, name + " has targets below 24 px");
    }

    @Test
    void axeFindsNothing() {
        try (Chromium browser = Chromium.open(16)) {
            browser.size(390, 800);
            List<String> faults = new ArrayList<>();
            List<String> surveys = surveys(browser, "zh-TW");
            for (int i = 0; i < surveys.size(); i++) {
                browser.dark(i % 2 == 1);
                axe(browser, surveys.get(i), faults);
            }
            assertEquals(List.of(), faults);
        }
    }

    private static void axe(Chromium browser, String survey, List<String> faults) {
        browser.driver().get(product.url() + "/");
        look(browser, faults);
        browser.driver().get(product.url() + "/s/none");
        look(browser, faults);
        browser.driver().get(product.url() + survey);
        look(browser, faults);
        press(browser, "form button.go");
        for (int page = 1; page < 60; page++) {
            look(browser, faults);
            if (!browser.driver().findElements(By.id("receipt")).isEmpty()) {
                return;
            }
            send(browser);
            if (!browser.driver().findElements(By.cssSelector(".summary")).isEmpty()) {
                look(browser, faults);
                fill(browser);
                send(browser);
            }
        }
    }

    private static void look(Chromium browser, List<String> faults) {
        List<Rule> violations = new AxeBuilder()
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze(browser.driver())
                .getViolations();
        violations.forEach(rule -> faults.add(browser.driver().getCurrentUrl() + " " + rule.getId() + " "
                + rule.getNodes().get(0).getHtml()));
    }
}
