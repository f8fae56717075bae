package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Each shipped survey answered in a real browser with scripts off: on a phone, on a desk, and with text of twice its size;
 * in both languages. Scripts are on only while a page is looked at by axe. Takes six minutes, so it runs when it is asked
 * for: {@code mvn -Dit.test=CitizenPagesWalk verify}.
 */
class CitizenPagesWalk {

    private static final List<String> SURVEYS = List.of(
            "kcg-pwb-counter",
            "kcg-finance-non-public-property",
            "kcg-urban-housing-subsidy",
            "kcg-alian-facility-users");

    private static final int MOST_PAGES = 20;

    @TempDir
    static Path folder;

    private static Product product;
    private static Chromium browser;

    @BeforeAll
    static void start() {
        assumeTrue(Chromium.isInstalled(), "chromium and chromedriver are not installed");
        product = Product.serve(folder.resolve("var"));
        browser = Chromium.open();
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

    /** A way of looking: width, size of text, dark or light, whether axe looks too. */
    private record View(String name, int width, int text, boolean dark, boolean axe) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Arguments> walks() {
        List<View> views = List.of(
                new View("phone", 320, 100, false, true),
                new View("desk", 1280, 100, true, true),
                new View("large", 320, 200, false, false));
        return SURVEYS.stream()
                .flatMap(survey -> Stream.of("zh-TW", "en")
                        .flatMap(language -> views.stream().map(view -> Arguments.of(survey, language, view))));
    }

    @ParameterizedTest
    @MethodSource("walks")
    void eachSurveyIsAnsweredUpToTheReceipt(String survey, String language, View view) {
        browser.driver().manage().deleteAllCookies();
        browser.sized(view.width, view.width < 600 ? 700 : 900).dark(view.dark).scripts(false);
        browser.driver().get(product.address() + "/s/" + survey + "?lang=" + language);
        List<String> faults = new ArrayList<>();
        int page = 0;
        while (browser.driver().findElements(By.id("receipt")).isEmpty() && page < MOST_PAGES) {
            look(survey + "-" + language + "-" + view.name + "-" + page, language, view, faults);
            fill();
            goOn();
            page++;
        }
        look(survey + "-" + language + "-" + view.name + "-receipt", language, view, faults);
        assertEquals(List.of(), faults);
        assertTrue(page < MOST_PAGES, () -> "no receipt at " + browser.driver().getCurrentUrl());
    }

    private static void look(String name, String language, View view, List<String> faults) {
        if (!browser.driver()
                .findElement(By.tagName("html"))
                .getAttribute("lang")
                .startsWith(language)) {
            faults.add(name + ": the page is not in " + language);
        }
        if (!browser.driver().findElements(By.cssSelector("input:checked")).isEmpty() && !hasErrors()) {
            faults.add(name + ": something is chosen beforehand");
        }
        if (hasErrors()) {
            faults.add(name + ": "
                    + browser.driver()
                            .findElement(By.cssSelector("[role=alert]"))
                            .getText());
        }
        if (view.text != 100) {
            browser.textSize(view.text);
        }
        long sideways = browser.sidewaysScroll();
        if (sideways > 0) {
            faults.add(name + ": scrolls sideways by " + sideways);
        }
        browser.picture(name);
        if (view.axe && (language.equals("zh-TW") == (view.width < 600))) {
            browser.scripts(true).axe().forEach(violation -> faults.add(name + ": " + violation));
            browser.scripts(false);
        }
    }

    private static boolean hasErrors() {
        return browser.driver().getTitle().startsWith("錯誤：")
                || browser.driver().getTitle().startsWith("Error:");
    }

    /** The second choice of each group, some words in each field. */
    private static void fill() {
        Set<String> done = new HashSet<>();
        for (WebElement input :
                browser.driver().findElements(By.cssSelector("main input, main textarea, main select"))) {
            String name = String.valueOf(input.getAttribute("name"));
            String type = input.getTagName().equals("input")
                    ? String.valueOf(input.getAttribute("type"))
                    : input.getTagName();
            switch (type) {
                case "radio", "checkbox" -> {
                    if (done.add(name)) {
                        choose(name);
                    }
                }
                case "textarea" -> input.sendKeys("路燈不亮，請改善。");
                case "select" -> new Select(input).selectByIndex(1 + done.size() % 3);
                case "text" -> type(input, name);
                default -> {}
            }
        }
    }

    private static void type(WebElement input, String name) {
        if (name.endsWith("__y")) {
            input.sendKeys("2025");
        } else if (name.endsWith("__m") || name.endsWith("__d")) {
            input.sendKeys("6");
        } else if (name.equals("visits")) {
            input.sendKeys("3");
        }
    }

    private static void choose(String name) {
        List<WebElement> group = browser.driver().findElements(By.name(name));
        WebElement chosen = group.get(Math.min(1, group.size() - 1));
        chosen.findElement(By.xpath("ancestor::label")).click();
    }

    /** With scripts off the driver does not see that a click leads elsewhere: wait until this page is gone and one is there. */
    private static void goOn() {
        WebElement page = browser.driver().findElement(By.tagName("html"));
        browser.driver()
                .findElement(By.cssSelector("main form button[value=next], main form button[value=finish], "
                        + "main form button:not([name])"))
                .click();
        // between two pages the driver may know neither
        FluentWait<WebDriver> wait =
                new WebDriverWait(browser.driver(), Duration.ofSeconds(20)).ignoring(WebDriverException.class);
        wait.until(ExpectedConditions.stalenessOf(page));
        wait.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("main h1, main legend")));
    }
}
