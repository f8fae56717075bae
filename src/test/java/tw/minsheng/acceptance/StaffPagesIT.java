package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;

/**
 * Every staff page of the demonstration in a real browser: on a desk in light and dark and in English, on a phone, and on
 * a phone with text of twice its size. Axe finds nothing, and nothing scrolls sideways but tables and figures inside their own box.
 */
class StaffPagesIT {

    private static final String SURVEY = "/agency/surveys/kcg-pwb-counter";

    @TempDir
    static Path folder;

    private static Product product;
    private static Chromium browser;

    @BeforeAll
    static void start() {
        if (!Chromium.isInstalled()) {
            return;
        }
        product = Product.serve(folder.resolve("var"), "--demo");
        browser = Chromium.open();
        DemoStaff admin = DemoStaff.of(product, "admin");
        browser.driver().get(product.address() + "/login?lang=zh-TW");
        browser.driver().findElement(By.name("name")).sendKeys(admin.name());
        browser.driver().findElement(By.name("password")).sendKeys(admin.password());
        browser.driver().findElement(By.cssSelector("main button")).click();
    }

    /** Here, not once for all of them, so that the number of what could not run is told. */
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/agency/",
                SURVEY,
                SURVEY + "/preview",
                SURVEY + "/try",
                SURVEY + "/link",
                SURVEY + "/waves",
                SURVEY + "/waves?close=115",
                SURVEY + "/results?set=demo",
                SURVEY + "/results?set=live",
                SURVEY + "/report?set=demo",
                SURVEY + "/export",
                "/agency/accounts",
                "/agency/accounts/demo-analyst",
                "/agency/audit",
                "/agency/me",
                "/agency/password",
                "/reports/",
                "/reports/kcg-pwb-counter?set=demo"
            })
    void everyPageIsCleanOnADeskAndOnAPhone(String path) {
        String name = "staff" + path.replaceAll("[^a-z0-9]+", "-");
        List<String> faults = new ArrayList<>();
        look(name + "-desk", in("zh-TW", path), 1280, 100, false, faults);
        look(name + "-dark", path, 1280, 100, true, faults);
        look(name + "-phone", path, 320, 100, false, faults);
        look(name + "-large", path, 320, 200, false, faults);
        look(name + "-english", in("en", path), 1280, 100, false, faults);
        assertEquals(List.of(), faults);
    }

    private static String in(String language, String path) {
        return path + (path.contains("?") ? "&" : "?") + "lang=" + language;
    }

    /** Signing in, a password that is wrong, and a survey that is not there. */
    @ParameterizedTest
    @ValueSource(strings = {"zh-TW", "en"})
    void thePagesAroundSigningInAreClean(String language) {
        List<String> faults = new ArrayList<>();
        look("no-such-survey-" + language, in(language, "/agency/surveys/kcg-nowhere"), 320, 100, false, faults);
        Set<Cookie> session = browser.driver().manage().getCookies();
        browser.driver().manage().deleteAllCookies();
        look("login-" + language, in(language, "/login"), 320, 100, false, faults);
        look("login-large-" + language, in(language, "/login"), 320, 200, true, faults);
        browser.driver().findElement(By.name("name")).sendKeys("nobody.at.all");
        browser.driver().findElement(By.name("password")).sendKeys("seven lanterns on a hill");
        browser.press("main button");
        assertFalse(browser.seen().alert().isEmpty());
        see("login-wrong-" + language, 200, faults);
        browser.driver().manage().deleteAllCookies();
        session.forEach(browser.driver().manage()::addCookie);
        assertEquals(List.of(), faults);
    }

    private static void look(String name, String path, int width, int text, boolean dark, List<String> faults) {
        browser.sized(width, width < 600 ? 700 : 900).dark(dark);
        browser.driver().get(product.address() + path);
        if (!browser.driver().getCurrentUrl().endsWith(path)) {
            faults.add(name + ": is at " + browser.driver().getCurrentUrl());
        }
        see(name, text, faults);
    }

    private static void see(String name, int text, List<String> faults) {
        if (text != 100) {
            browser.textSize(text);
        }
        long sideways = browser.sidewaysScroll();
        if (sideways > 0) {
            faults.add(name + ": scrolls sideways by " + sideways);
        }
        browser.picture(name);
        if (text == 100) {
            browser.axe().forEach(violation -> faults.add(name + ": " + violation));
        }
    }
}
