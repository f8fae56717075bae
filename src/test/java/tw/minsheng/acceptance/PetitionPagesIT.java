package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import tw.minsheng.web.staff.Visitor;

/** The way of a petition in a real browser without scripts: form, faults, receipt, question, standing. */
class PetitionPagesIT {

    private static final String SEND = "#petition button[value=finish]";
    private static final String ASK = "main form button.go";

    private static final ServedProduct PRODUCT = new ServedProduct("--demo").unlimited();

    @RegisterExtension
    static final Chromium BROWSER = new Chromium(PRODUCT);

    @ParameterizedTest
    @CsvSource({"zh-TW,320", "zh-TW,1280", "en,320", "en,1280"})
    void everyPageOfTheWayIsCleanAndNeedsNoScript(String language, int width) {
        String view = "-" + language + "-" + width;
        List<String> faults = new ArrayList<>();
        BROWSER.driver().manage().deleteAllCookies();
        BROWSER.sized(width, 800).scripts(false);
        BROWSER.open("/petition?lang=" + language);
        assertEquals(language, BROWSER.seen().language());
        assertEquals(0, BROWSER.seen().chosen());
        look("form" + view, faults);

        type("text", "路口的路燈不亮");
        BROWSER.press(SEND);
        assertFalse(BROWSER.seen().alert().isEmpty());
        assertEquals("路口的路燈不亮", value("text"));
        look("faults" + view, faults);

        BROWSER.driver().findElement(By.cssSelector("input[value=repair]")).click();
        BROWSER.driver()
                .findElement(By.cssSelector("input[value=street-light]"))
                .click();
        type("phone", "07-3368333");
        BROWSER.press(SEND);
        String number = BROWSER.driver().findElement(By.id("receipt")).getText();
        String code = BROWSER.driver().findElement(By.id("code")).getText();
        look("receipt" + view, faults);

        BROWSER.open("/petition/confirm/" + "A".repeat(43) + "?lang=" + language);
        look("confirm" + view, faults);
        BROWSER.press("main form button.go");
        look("not-confirmed" + view, faults);
        BROWSER.open("/petition/confirm?lang=" + language);
        look("confirm-code" + view, faults);
        BROWSER.press("main form button.go");
        look("wrong-confirm-code" + view, faults);

        BROWSER.open("/case?lang=" + language);
        look("case" + view, faults);
        type("number", number);
        type("code", "0000-0000-0000");
        BROWSER.press(ASK);
        assertFalse(BROWSER.seen().alert().isEmpty());
        assertEquals(number, value("number"));
        look("no-such-case" + view, faults);

        type("code", code);
        BROWSER.press(ASK);
        assertTrue(BROWSER.driver().findElement(By.tagName("h1")).getText().contains(number));
        assertFalse(BROWSER.driver().findElement(By.id("state")).getText().isEmpty());
        look("standing" + view, faults);
        assertEquals(List.of(), faults);
    }

    /** Words of violence, and a case that was answered: opened again with a reason, after one without. */
    @ParameterizedTest
    @CsvSource({"zh-TW,320", "en,1280"})
    void pagesOfDangerAndOfASecondAnswerAreClean(String language, int width) {
        String view = "-" + language + "-" + width;
        List<String> faults = new ArrayList<>();
        BROWSER.driver().manage().deleteAllCookies();
        BROWSER.sized(width, 800).scripts(false);
        BROWSER.open("/petition?lang=" + language);
        type("text", "鄰居每天打小孩");
        BROWSER.press(SEND);
        assertTrue(BROWSER.driver().getPageSource().contains("tel:113"));
        look("danger" + view, faults);
        BROWSER.driver().findElement(By.cssSelector("input[value=rights]")).click();
        BROWSER.driver()
                .findElement(By.cssSelector("input[value=street-light]"))
                .click();
        type("phone", "07-3368333");
        BROWSER.press(SEND);
        String number = BROWSER.driver().findElement(By.id("receipt")).getText();
        String code = BROWSER.driver().findElement(By.id("code")).getText();
        look("danger-receipt" + view, faults);
        answered(number);
        BROWSER.open("/case");
        type("number", number);
        type("code", code);
        BROWSER.press(ASK);
        look("answered" + view, faults);
        BROWSER.press("button[value=reopen]");
        assertFalse(BROWSER.seen().alert().isEmpty());
        look("reopen-faults" + view, faults);
        type("reason", "還是一樣");
        BROWSER.press("button[value=reopen]");
        look("reopened" + view, faults);
        BROWSER.open("/petition?former=" + number);
        look("former" + view, faults);
        assertEquals(List.of(), faults);
    }

    /** By the head of the unit, over HTTP. */
    private static void answered(String number) {
        Visitor head = PRODUCT.signedIn("head");
        String path = "/agency/cases/" + number;
        act(head, path, "", "confirm");
        act(head, path, "", "assign", "unit", "kcg-pwb");
        act(head, path, "", "start");
        act(
                head,
                path,
                "",
                "propose",
                "outcome",
                "solved",
                "text",
                "已處理",
                "ground",
                "路燈管理規定",
                "nextStep",
                "三日內複查",
                "contactName",
                "承辦人",
                "contactPhone",
                "07-3368333");
        act(head, path, "/decide", "approve");
    }

    private static void act(Visitor visitor, String path, String tail, String act, String... fields) {
        Matcher revision = Pattern.compile("name=\"revision\" value=\"(\\d+)\"")
                .matcher(visitor.get(path).expect(200).body());
        assertTrue(revision.find());
        visitor.post(
                        path + tail,
                        Stream.concat(Stream.of("act", act, "revision", revision.group(1)), Arrays.stream(fields))
                                .toArray(String[]::new))
                .expect(303);
    }

    private static void type(String field, String text) {
        BROWSER.driver().findElement(By.id(field)).clear();
        BROWSER.driver().findElement(By.id(field)).sendKeys(text);
    }

    private static String value(String field) {
        return String.valueOf(BROWSER.driver().findElement(By.id(field)).getDomProperty("value"));
    }

    /** The walk goes without scripts; what looks at the page needs them, and what it runs is its own. */
    private static void look(String name, List<String> faults) {
        Chromium.Seen seen = BROWSER.seen();
        if (seen.sideways() > 0) {
            faults.add(name + ": scrolls sideways by " + seen.sideways());
        }
        seen.cut().forEach(cut -> faults.add(name + ": cut: " + cut));
        BROWSER.picture("petition-" + name);
        BROWSER.scripts(true);
        List<String> violations = seen.language().equals("en") ? BROWSER.axeButColours() : BROWSER.axe();
        violations.forEach(violation -> faults.add(name + ": " + violation));
        BROWSER.scripts(false);
    }
}
