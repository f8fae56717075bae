package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.WebElement;
import tw.minsheng.web.staff.Visitor;

/**
 * Every staff page of the demonstration in a real browser: on a desk in light and dark and in English, on a phone, and on
 * a phone with text of twice its size. Axe finds nothing, and nothing scrolls sideways but tables and figures inside their own box.
 */
class StaffPagesIT {

    private static final String SURVEY = "/agency/surveys/kcg-pwb-counter";

    private static final ServedProduct PRODUCT = new ServedProduct("--demo");

    @RegisterExtension
    static final Chromium BROWSER = new Chromium(PRODUCT);

    @BeforeEach
    void signIn() {
        if (BROWSER.driver().manage().getCookies().isEmpty()) {
            signIn("admin");
        }
    }

    private static void signIn(String role) {
        DemoStaff person = DemoStaff.of(PRODUCT.product(), role);
        BROWSER.open("/login?lang=zh-TW");
        BROWSER.driver().findElement(By.name("name")).sendKeys(person.name());
        BROWSER.driver().findElement(By.name("password")).sendKeys(person.password());
        BROWSER.press("main button");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/agency/",
                SURVEY,
                SURVEY + "/preview",
                SURVEY + "/try",
                SURVEY + "/plan",
                "/agency/surveys/kcg-finance-non-public-property/plan?groups=4&answers=90&strata=a,300%0Ab,700",
                SURVEY + "/link",
                SURVEY + "/waves",
                SURVEY + "/waves?close=115",
                SURVEY + "/invitations",
                SURVEY + "/panel",
                SURVEY + "/decisions",
                SURVEY + "/retest",
                SURVEY + "/results?set=demo",
                SURVEY + "/results?set=live",
                SURVEY + "/analysis?set=live",
                SURVEY + "/weighting?set=demo",
                SURVEY + "/weighting?set=demo&method=cell&low=2",
                SURVEY + "/scales?set=demo",
                SURVEY + "/scales?set=live",
                SURVEY + "/export",
                "/agency/accounts",
                "/agency/accounts/demo-analyst",
                "/agency/audit",
                "/agency/me",
                "/agency/password",
                "/reports/"
            })
    void everyPageIsCleanOnADeskAndOnAPhone(String path) {
        String name = "staff" + path.replaceAll("[^a-z0-9]+", "-");
        List<String> faults = new ArrayList<>();
        lookEveryWay(name, path, faults);
        assertEquals(List.of(), faults);
    }

    /** Opened once in each language; the window, its colours and its text change around the page, as they do for a reader. */
    private static void lookEveryWay(String name, String path, List<String> faults) {
        look(name + "-desk", in("zh-TW", path), 1280, 100, false, faults);
        lookInTheDarkAndOnAPhone(name, faults);
        BROWSER.sized(1280, 900).open(in("en", path));
        refuseSideways(name + "-english", faults);
        BROWSER.axeOfWords().forEach(violation -> faults.add(name + "-english: " + violation));
    }

    private static void lookInTheDarkAndOnAPhone(String name, List<String> faults) {
        BROWSER.dark(true);
        BROWSER.picture(name + "-dark");
        BROWSER.axeOfColours().forEach(violation -> faults.add(name + "-dark: " + violation));
        BROWSER.sized(320, 700).dark(false);
        refuseSideways(name + "-phone", faults);
        BROWSER.axeButColours().forEach(violation -> faults.add(name + "-phone: " + violation));
        see(name + "-large", 200, faults);
    }

    /** While it is being computed the page says so and comes again by itself; then it is clean like the others. */
    @Test
    void comparisonsComeByThemselvesAndAreClean() {
        String path = SURVEY + "/analysis?set=demo";
        BROWSER.open(in("zh-TW", path));
        for (int times = 0; times < 10 && isComputing(); times++) {
            BROWSER.leave(() -> {});
        }
        List<String> faults = new ArrayList<>();
        lookEveryWay("staff-analysis", path, faults);
        assertEquals(
                2,
                BROWSER.driver()
                        .findElements(By.cssSelector("form.filter select"))
                        .size());
        assertEquals(List.of(), faults);
    }

    private static boolean isComputing() {
        return !BROWSER.driver().findElements(By.cssSelector("[role=status]")).isEmpty();
    }

    /**
     * A clerk's questions, each answered in words: Is my list right? Whom did the draw pick, and can I prove it? Who is missing? The list
     * is brought, drawn from and drawn from again in the browser.
     */
    @Test
    void aSampleIsDrawnProvedAndFollowed(@TempDir Path home) throws IOException {
        List<String> faults = new ArrayList<>();
        String base = "/agency/surveys/kcg-urban-housing-subsidy";
        Path frame = Files.writeString(home.resolve("名冊.csv"), recipients());
        lookEveryWay("sample-none", base + "/sample", faults);
        BROWSER.sized(1280, 900).open(in("zh-TW", base + "/sample"));
        BROWSER.driver().findElement(By.id("f-files")).sendKeys(frame.toString());
        BROWSER.press("form[action*='/sample/frame'] button");
        assertTrue(main().contains("清冊檢查無誤"), () -> main());
        lookEveryWay("sample-frame", base + "/sample", faults);
        BROWSER.sized(1280, 900).open(in("zh-TW", base + "/sample"));
        BROWSER.press("form[action*='/sample/draw'] button");
        assertTrue(main().contains("請選擇清冊檔"), () -> main());
        see("sample-wrong", 100, faults);
        BROWSER.driver().findElement(By.id("f-files")).sendKeys(frame.toString());
        BROWSER.press("form[action*='/sample/draw'] button");
        String drawn = main();
        assertTrue(drawn.contains("抽到了誰？") && drawn.contains("分 3 層（比例配置）"), drawn);
        lookEveryWay("sample-drawn", base + "/sample", faults);
        BROWSER.sized(1280, 900).open(in("zh-TW", base + "/sample"));
        BROWSER.driver().findElement(By.id("f-files")).sendKeys(frame.toString());
        BROWSER.press("form[action*='/sample/repeat'] button");
        assertTrue(main().contains("逐位元組一致"), () -> main());
        BROWSER.press("form[action*='/sample/invite'] button");
        assertTrue(main().contains("加入邀請名單（0 人"), () -> main());
        BROWSER.open(in("zh-TW", base + "/fieldwork"));
        assertTrue(main().contains("還缺誰？"), () -> main());
        BROWSER.driver().findElement(By.id("f-units")).sendKeys("R99999");
        BROWSER.press("button[value=set]");
        assertTrue(main().contains("這些編號不在抽出的名單：R99999"), () -> main());
        lookEveryWay("fieldwork", base + "/fieldwork", faults);
        assertEquals(List.of(), faults);
    }

    /** What there is to draw from is looked at, confirmed, drawn and proved. */
    @Test
    void sessionsAreLookedAtConfirmedAndDrawn() {
        List<String> faults = new ArrayList<>();
        String base = SURVEY + "/onsite";
        lookEveryWay("onsite-none", base, faults);
        BROWSER.sized(1280, 900).open(in("zh-TW", base));
        BROWSER.driver().findElement(By.id("f-visitors")).sendKeys("32");
        BROWSER.press("button[value=preview]");
        assertTrue(main().contains("將會這樣抽") && main().contains("每半天來 32 人"), () -> main());
        see("onsite-preview", 100, faults);
        BROWSER.press("button[value=confirm]");
        assertTrue(main().contains("現在抽出 115 波次的時段？"), () -> main());
        see("onsite-confirm", 100, faults);
        BROWSER.sized(390, 800);
        see("onsite-confirm-phone", 100, faults);
        BROWSER.press("main form[method=post] button");
        assertTrue(main().contains("時段已抽出"), () -> main());
        see("onsite-drawn-390", 100, faults);
        WebElement number = BROWSER.driver().findElement(By.cssSelector(".sessions tbody th"));
        assertTrue(number.getSize().getHeight() < 40, () -> "a number of " + number.getSize() + " is broken");
        lookEveryWay("onsite-drawn", base, faults);
        lookEveryWay("onsite-ahead", base + "/counts/1", faults);
        assertEquals(List.of(), faults);
    }

    private static String main() {
        return BROWSER.driver().findElement(By.tagName("main")).getText();
    }

    /** As many as the survey declares, of three kinds. */
    private static String recipients() {
        return IntStream.range(0, 21_600)
                .mapToObj(i -> "R%05d,%s,r%d@example.org"
                        .formatted(i, i < 18_400 ? "rent" : i < 20_500 ? "loan" : "repair", i))
                .collect(Collectors.joining("\n", "case_no,d_kind,email\n", "\n"));
    }

    /** A whole report, where axe takes seconds: it reads the page once, on a desk, and its colours in the dark. */
    @ParameterizedTest
    @ValueSource(strings = {SURVEY + "/report?set=demo", "/reports/kcg-pwb-counter?set=demo"})
    void reportsAreCleanOnADeskAndDoNotScrollSideways(String path) {
        String name = "staff" + path.replaceAll("[^a-z0-9]+", "-");
        List<String> faults = new ArrayList<>();
        look(name + "-desk", in("zh-TW", path), 1280, 100, false, faults);
        BROWSER.dark(true);
        BROWSER.picture(name + "-dark");
        BROWSER.axeOfColours().forEach(violation -> faults.add(name + "-dark: " + violation));
        for (String language : List.of("zh-TW", "en")) {
            BROWSER.sized(320, 700).dark(false).open(in(language, path));
            refuseSideways(name + "-phone-" + language, faults);
            BROWSER.textSize(200);
            refuseSideways(name + "-large-" + language, faults);
        }
        assertEquals(List.of(), faults);
    }

    /** The list of cases without and with one, and a case, as the head of a unit sees them. */
    @Test
    void pagesOfCasesAreClean() {
        List<String> faults = new ArrayList<>();
        Set<Cookie> session = BROWSER.driver().manage().getCookies();
        BROWSER.driver().manage().deleteAllCookies();
        signIn("head");
        lookEveryWay("cases-empty", "/agency/cases", faults);
        String number = petition();
        lookEveryWay("cases", "/agency/cases", faults);
        lookEveryWay("case", "/agency/cases/" + number, faults);
        petition();
        confirm(number);
        lookEveryWay("cases-pick", "/agency/cases", faults);
        lookEveryWay("case-alike", "/agency/cases/" + number, faults);
        lookEveryWay("case-figures", "/agency/cases/figures", faults);
        lookEveryWay("case-flow", "/agency/cases/flow", faults);
        lookEveryWay("case-words", "/agency/cases/words", faults);
        lookEveryWay("case-map-empty", "/agency/cases/map", faults);
        lookEveryWay("case-duties", "/agency/cases/duties", faults);
        lookEveryWay("case-survey", "/agency/cases/survey", faults);
        lookEveryWay("case-analysis-few", "/agency/cases/analysis", faults);
        lookEveryWay("case-checks", "/agency/cases/checks", faults);
        lookEveryWay("case-coding", "/agency/cases/coding", faults);
        String coding = drawn();
        lookEveryWay("case-coding-drawn", "/agency/cases/coding", faults);
        lookEveryWay("case-coding-sheet", coding + "/code", faults);
        coded(coding);
        lookEveryWay("case-coding-whole", coding + "/code", faults);
        lookEveryWay("case-coding-result", coding, faults);
        lookEveryWay("cases-filtered", "/agency/cases?scope=inbox", faults);
        lookEveryWay("case-deputies", "/agency/cases/deputies", faults);
        lookEveryWay("case-calendar", "/agency/cases/calendar", faults);
        lookEveryWay("case-retention", "/agency/cases/retention", faults);
        lookEveryWay("answer-retention", "/agency/surveys-retention", faults);
        lookEveryWay("case-templates", "/agency/cases/templates", faults);
        lookEveryWay("case-new", "/agency/cases/new", faults);
        lookEveryWay("case-receipt", "/agency/cases/" + number + "/receipt", faults);
        lookEveryWay("notices-none", "/agency/notices", faults);
        String notice = transferred(number);
        lookEveryWay("notices", "/agency/notices", faults);
        lookEveryWay("notice", notice, faults);
        BROWSER.driver().manage().deleteAllCookies();
        session.forEach(BROWSER.driver().manage()::addCookie);
        assertEquals(List.of(), faults);
    }

    /** By the head, over HTTP: the case can be assigned then. */
    private static void confirm(String number) {
        Visitor head = PRODUCT.signedIn("head");
        head.get("/agency/cases/" + number).expect(200);
        head.post("/agency/cases/" + number, "act", "confirm", "revision", "1").expect(303);
    }

    /** By the head: a sample for her and a handler; address of its result. */
    private static String drawn() {
        Visitor head = PRODUCT.signedIn("head");
        String path = "/agency/cases/coding";
        head.get(path).expect(200);
        String coders = "&coder=" + DemoStaff.of(PRODUCT.product(), "head").name() + "&coder="
                + DemoStaff.of(PRODUCT.product(), "handler").name();
        String form = "name=Lamps&themes=dark%0Abright&from=2020-01-01&until=2099-12-31&n=9&csrf=" + head.csrf();
        head.postBody(path, form + coders, Map.of()).expect(303);
        return path + "/1";
    }

    /** By both of them, who differ on every case. */
    private static void coded(String path) {
        for (String role : List.of("head", "handler")) {
            Visitor coder = PRODUCT.signedIn(role);
            String page = coder.get(path + "/code").expect(200).body();
            while (page.contains("name=\"number\"")) {
                int start = page.indexOf("name=\"number\" value=\"") + 21;
                String number = page.substring(start, page.indexOf('"', start));
                String theme = role.equals("head") ? "0" : "1";
                coder.post(path + "/code", "number", number, "theme", theme).expect(303);
                page = coder.get(path + "/code").expect(200).body();
            }
        }
    }

    /** By the head, to another agency; address of the notice that somebody has to deliver. */
    private static String transferred(String number) {
        Visitor head = PRODUCT.signedIn("head");
        String path = "/agency/cases/" + number;
        head.get(path).expect(200);
        String[] fields = {"act", "transfer", "revision", "2", "to", "公路局", "told", "由該局養護", "remedies", ""};
        head.post(path + "/decide", fields).expect(303);
        String list = head.get("/agency/notices").expect(200).body();
        int start = list.indexOf(path + "/notices/");
        return list.substring(start, list.indexOf('"', start));
    }

    /** Sends a petition as a citizen does; its number. */
    private static String petition() {
        BROWSER.open("/petition");
        BROWSER.driver().findElement(By.cssSelector("input[value=repair]")).click();
        BROWSER.driver()
                .findElement(By.cssSelector("input[value=street-light]"))
                .click();
        BROWSER.driver().findElement(By.name("text")).sendKeys("路燈不亮");
        BROWSER.driver().findElement(By.name("phone")).sendKeys("07-3368333");
        BROWSER.press("button[value=finish]");
        return BROWSER.driver().findElement(By.id("receipt")).getText();
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
        Set<Cookie> session = BROWSER.driver().manage().getCookies();
        BROWSER.driver().manage().deleteAllCookies();
        look("login-" + language, in(language, "/login"), 320, 100, false, faults);
        look("login-large-" + language, in(language, "/login"), 320, 200, true, faults);
        BROWSER.driver().findElement(By.name("name")).sendKeys("nobody.at.all");
        BROWSER.driver().findElement(By.name("password")).sendKeys("seven lanterns on a hill");
        BROWSER.press("main button");
        assertFalse(BROWSER.seen().alert().isEmpty());
        see("login-wrong-" + language, 200, faults);
        BROWSER.driver().manage().deleteAllCookies();
        session.forEach(BROWSER.driver().manage()::addCookie);
        assertEquals(List.of(), faults);
    }

    private static void look(String name, String path, int width, int text, boolean dark, List<String> faults) {
        BROWSER.sized(width, width < 600 ? 700 : 900).dark(dark);
        BROWSER.open(path);
        if (!BROWSER.driver().getCurrentUrl().endsWith(path)) {
            faults.add(name + ": is at " + BROWSER.driver().getCurrentUrl());
        }
        see(name, text, faults);
    }

    private static void see(String name, int text, List<String> faults) {
        if (text != 100) {
            BROWSER.textSize(text);
        }
        refuseSideways(name, faults);
        if (text == 100) {
            BROWSER.axe().forEach(violation -> faults.add(name + ": " + violation));
        }
    }

    private static void refuseSideways(String name, List<String> faults) {
        long sideways = BROWSER.sidewaysScroll();
        if (sideways > 0) {
            faults.add(name + ": scrolls sideways by " + sideways);
        }
        BROWSER.picture(name);
    }
}
