package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import tw.minsheng.notify.PostOffice;
import tw.minsheng.web.staff.Visitor;

/**
 * 專家效度 from end to end in a real browser: an analyst opens a round, three experts rate the items on a telephone without scripts,
 * the results and the decisions stand on the pages of the staff.
 */
class ExpertPanelIT {

    private static final String PANEL = "/agency/surveys/kcg-pwb-counter/panel";
    private static final String DECISIONS = "/agency/surveys/kcg-pwb-counter/decisions";
    private static final Pattern LINK = Pattern.compile("(/panel/[A-Za-z0-9_-]{43})<");

    private static final PostOffice OFFICE = new PostOffice().open();

    private static final ServedProduct PRODUCT = new ServedProduct(
                    "--demo",
                    "--smtp",
                    "smtp+plain://127.0.0.1:" + OFFICE.address().port(),
                    "--mail-from",
                    "notice@example.org")
            .unlimited();

    @RegisterExtension
    static final Chromium BROWSER = new Chromium(PRODUCT);

    private final List<String> faults = new ArrayList<>();

    @AfterAll
    static void close() {
        OFFICE.close();
    }

    @Test
    void threeExpertsRateAndAnAnalystDecides() throws InterruptedException {
        DemoStaff analyst = DemoStaff.of(PRODUCT.product(), "analyst");
        Visitor desk = analyst.signedIn(PRODUCT.product());
        desk.get(PANEL).expect(200);
        String last = LocalDate.now(ZoneId.of("Asia/Taipei")).plusDays(30).toString();
        String round =
                desk.post(PANEL, "last", last, "essential", "1").expect(303).location();
        desk.get(round).expect(200);
        List<String> links = new ArrayList<>();
        for (String name : List.of("專家甲", "專家乙", "專家丙")) {
            String email = links.isEmpty() ? "expert@example.org" : "";
            String page = desk.post(round, "act", "add", "name", name, "affiliation", "某大學公共行政學系教授", "email", email)
                    .expect(200)
                    .body();
            Matcher link = LINK.matcher(page);
            assertTrue(link.find(), page);
            links.add(link.group(1));
        }
        assertTrue(mail().contains(links.get(0)), "the link that was shown");
        walk(links.get(0), "zh-TW", 320, "4");
        walk(links.get(1), "en", 320, "2");
        walk(links.get(2), "zh-TW", 1280, "3");
        signIn(analyst);
        look("panel", PANEL);
        look("panel-round", round);
        look("panel-ratings", round + "/ratings");
        look("panel-expert", round + "/experts/1");
        decide(round);
        look("panel-decided", round);
        look("decisions", DECISIONS);
        BROWSER.driver().manage().deleteAllCookies();
        signIn(DemoStaff.of(PRODUCT.product(), "reviewer"));
        look("panel-reviewer", round);
        assertTrue(BROWSER.driver().findElements(By.cssSelector("main form")).isEmpty(), "a reviewer only reads");
        look("decisions-reviewer", DECISIONS);
        late(desk, round, links.get(0));
        assertEquals(List.of(), faults);
    }

    /** She has the form open while the round is closed. */
    private void late(Visitor desk, String round, String link) {
        BROWSER.driver().manage().deleteAllCookies();
        BROWSER.sized(320, 800).scripts(false);
        BROWSER.open(link + "/1?lang=zh-TW");
        rate("3", 0);
        desk.post(round, "act", "close").expect(303);
        BROWSER.press("#ratings button.go");
        String unsent = BROWSER.driver().findElement(By.id("unsent")).getDomProperty("value");
        assertTrue(unsent != null && unsent.contains("用語可以再白話一點"), unsent);
        see("expert-late");
        BROWSER.scripts(true);
    }

    /** The one mail, once it has arrived. */
    private static String mail() throws InterruptedException {
        for (int i = 0; i < 400 && OFFICE.taken().isEmpty(); i++) {
            Thread.sleep(50);
        }
        assertEquals(1, OFFICE.taken().size());
        return PostOffice.text(OFFICE.taken().get(0));
    }

    /** Rates every item of every page; the first time one is left out, which is said at the end. */
    private void walk(String link, String language, int width, String relevance) {
        String view = "-" + language + "-" + width;
        BROWSER.driver().manage().deleteAllCookies();
        BROWSER.sized(width, 800).scripts(false);
        BROWSER.open(link + "?lang=" + language);
        assertEquals(language, BROWSER.seen().language());
        see("expert" + view);
        BROWSER.press("main a.go");
        see("expert-sheet" + view);
        rate(relevance, 1);
        see("expert-rated" + view);
        BROWSER.press("#ratings button.go");
        for (int page = 0; BROWSER.driver().findElements(By.id("comment")).isEmpty(); page++) {
            assertTrue(page < 20, "the parts end");
            rate(relevance, 0);
            BROWSER.press("#ratings button.go");
        }
        see("expert-end" + view);
        type("comment", "構面完整");
        BROWSER.press("#ratings button.go");
        assertFalse(BROWSER.seen().alert().isEmpty(), "one item was left out");
        assertEquals("構面完整", BROWSER.driver().findElement(By.id("comment")).getDomProperty("value"));
        see("expert-missing" + view);
        BROWSER.press(".summary a");
        see("expert-left-out" + view);
        rate(relevance, 0);
        BROWSER.press("#ratings button[value=save]");
        assertTrue(BROWSER.driver().findElements(By.cssSelector(".tag.good")).size() > 3);
        see("expert-whole" + view);
        BROWSER.press("main a.go");
        BROWSER.press("#ratings button.go");
        assertFalse(BROWSER.driver().findElement(By.id("receipt")).getText().isEmpty());
        see("expert-done" + view);
        BROWSER.scripts(true);
    }

    /** Judges every item of the page but the last {@code leave}: the first as asked for, the others highly relevant. */
    private static void rate(String relevance, int leave) {
        List<WebElement> items = BROWSER.driver().findElements(By.cssSelector("section.rated"));
        for (WebElement item : items.subList(0, items.size() - leave)) {
            String point = item == items.get(0) ? relevance : "4";
            item.findElement(By.cssSelector("input[value='" + point + "']")).click();
            item.findElement(By.cssSelector("input[value=essential]")).click();
        }
        items.get(0).findElement(By.tagName("textarea")).clear();
        items.get(0).findElement(By.tagName("textarea")).sendKeys("用語可以再白話一點");
    }

    private static void type(String name, String text) {
        WebElement field = BROWSER.driver().findElement(By.name(name));
        field.clear();
        field.sendKeys(text);
    }

    private static void signIn(DemoStaff person) {
        BROWSER.driver().manage().deleteAllCookies();
        BROWSER.sized(1280, 900).open("/login?lang=zh-TW");
        BROWSER.driver().findElement(By.name("name")).sendKeys(person.name());
        BROWSER.driver().findElement(By.name("password")).sendKeys(person.password());
        BROWSER.press("main button");
    }

    private static void decide(String round) {
        BROWSER.sized(1280, 900).open(round);
        BROWSER.driver()
                .findElement(By.cssSelector("details[open] input[value=revise]"))
                .click();
        BROWSER.driver()
                .findElement(By.cssSelector("details[open] textarea[name=reason]"))
                .sendKeys("拆成兩題");
        BROWSER.press("details[open] form:has(input[value=decide]) button.go");
        assertFalse(
                BROWSER.driver().findElements(By.cssSelector("[role=status]")).isEmpty());
    }

    private void look(String name, String path) {
        BROWSER.dark(false).sized(1280, 1000).open(path);
        check(name + "-desk");
        BROWSER.dark(true).sized(1280, 1000).open(path);
        check(name + "-dark");
        BROWSER.dark(false).sized(320, 700).open(path);
        check(name + "-phone");
        BROWSER.textSize(200);
        if (BROWSER.sidewaysScroll() > 0) {
            faults.add(name + ": scrolls sideways with large text by " + BROWSER.sidewaysScroll());
        }
        BROWSER.sized(1280, 1000).open(path + (path.contains("?") ? "&" : "?") + "lang=en");
        check(name + "-english");
        BROWSER.open(path + (path.contains("?") ? "&" : "?") + "lang=zh-TW");
    }

    private void check(String name) {
        if (BROWSER.sidewaysScroll() > 0) {
            faults.add(name + ": scrolls sideways by " + BROWSER.sidewaysScroll());
        }
        BROWSER.picture(name);
        BROWSER.axe().forEach(fault -> faults.add(name + ": " + fault));
    }

    /** Looked at with scripts off; axe needs them, so the same page is opened once more. */
    private void see(String name) {
        Chromium.Seen seen = BROWSER.seen();
        if (seen.sideways() > 0 || !seen.cut().isEmpty()) {
            faults.add(name + ": " + seen.sideways() + " " + seen.cut());
        }
        BROWSER.picture(name);
        BROWSER.scripts(true);
        BROWSER.axe().forEach(fault -> faults.add(name + ": " + fault));
        BROWSER.scripts(false);
    }
}
