package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/**
 * Each shipped survey answered in a real browser with scripts off: on a phone, on a desk, and with text of twice its size;
 * in both languages. Axe looks at every page on the phone and on the desk, in both languages; scripts are on only then.
 * What was answered stands in the export.
 */
@TestMethodOrder(OrderAnnotation.class)
class SurveyPagesIT {

    private static final ServedProduct PRODUCT = new ServedProduct().unlimited();

    @RegisterExtension
    static final Chromium BROWSER = new Chromium(PRODUCT);

    /** Where to click or to type, kind, name and value: of each group of choices the label of the second, of each list its second entry. */
    private static final String FIELDS = """
            const groups = new Map();
            document.querySelectorAll('main input, main textarea, main select').forEach(each => {
              const group = groups.get(each.name) ?? [];
              groups.set(each.name, [...group, each]);
            });
            return [...groups.values()].map(group => {
              const one = group[Math.min(1, group.length - 1)];
              const chosen = ['radio', 'checkbox'].includes(one.type);
              const value = one.type === 'select-one' ? one.options[1].value : one.value;
              return [chosen ? one.closest('label') : one, one.type, one.name, value];
            });
            """;

    private static final List<Answered> ANSWERED = new ArrayList<>();

    private record Answered(String survey, Given given) {}

    /** A way of looking: width, size of text, dark or light, whether axe looks too, in the dark at colours alone. */
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
        return Shipped.SURVEYS.stream()
                .flatMap(survey -> Shipped.LANGUAGES.stream()
                        .flatMap(language -> views.stream().map(view -> Arguments.of(survey, language, view))));
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("walks")
    void eachSurveyIsAnsweredUpToTheReceipt(String survey, String language, View view) {
        String name = survey + "-" + language + "-" + view.name;
        Given given = new Given(name);
        BROWSER.driver().manage().deleteAllCookies();
        BROWSER.sized(view.width, view.width < 600 ? 700 : 900).dark(view.dark).scripts(false);
        BROWSER.open("/s/" + survey + "?lang=" + language);
        List<String> faults = new ArrayList<>();
        int page = 0;
        while (BROWSER.driver().findElements(By.id("receipt")).isEmpty() && page < Shipped.MOST_PAGES) {
            look(name + "-" + page, language, view, faults);
            fill(given);
            BROWSER.press("main form button[value=next], main form button[value=finish]");
            page++;
        }
        look(name + "-receipt", language, view, faults);
        assertEquals(List.of(), faults);
        assertTrue(
                page < Shipped.MOST_PAGES,
                () -> "no receipt at " + BROWSER.driver().getCurrentUrl());
        ANSWERED.add(new Answered(survey, given));
    }

    @Order(2)
    @ParameterizedTest
    @MethodSource("surveys")
    void everyAnswerStandsInTheExport(String survey) {
        List<Map<String, String>> export = Exports.of(survey, PRODUCT.data());
        List<Answered> own =
                ANSWERED.stream().filter(each -> each.survey.equals(survey)).toList();
        assertFalse(own.isEmpty());
        assertEquals(own.size(), export.size());
        own.forEach(each -> each.given.mustStandIn(export));
    }

    static List<String> surveys() {
        return Shipped.SURVEYS;
    }

    private static void look(String name, String language, View view, List<String> faults) {
        if (view.text != 100) {
            BROWSER.textSize(view.text);
        }
        Chromium.Seen seen = BROWSER.seen();
        if (!seen.language().equals(language)) {
            faults.add(name + ": the page is in " + seen.language());
        }
        if (seen.chosen() > 0) {
            faults.add(name + ": something is chosen beforehand");
        }
        if (!seen.alert().isEmpty()) {
            faults.add(name + ": " + seen.alert());
        }
        if (seen.sideways() > 0) {
            faults.add(name + ": scrolls sideways by " + seen.sideways());
        }
        seen.cut().forEach(cut -> faults.add(name + ": cut: " + cut));
        BROWSER.picture(name);
        boolean seenAlready = view.dark && language.equals("en"); // a language has no colours of its own
        if (view.axe && !seenAlready) {
            BROWSER.scripts(true);
            List<String> violations = view.dark ? BROWSER.axeOfColours() : BROWSER.axe();
            violations.forEach(violation -> faults.add(name + ": " + violation));
            BROWSER.scripts(false);
        }
    }

    /** The second choice of each group, some words in each field. */
    private static void fill(Given given) {
        for (Object each : (List<?>) BROWSER.script(FIELDS)) {
            List<?> field = (List<?>) each;
            WebElement place = (WebElement) field.get(0);
            String name = String.valueOf(field.get(2));
            String value = String.valueOf(field.get(3));
            switch (String.valueOf(field.get(1))) {
                case "radio" -> {
                    place.click();
                    given.radio(name, value);
                }
                case "checkbox" -> {
                    place.click();
                    given.checkbox(name, value);
                }
                case "textarea" -> {
                    place.sendKeys(given.text());
                    given.typed(name, given.text());
                }
                case "select-one" -> {
                    Select list = new Select(place);
                    list.selectByIndex(1);
                    given.list(name, value);
                }
                case "number" -> {
                    place.sendKeys("3");
                    given.typed(name, "3");
                }
                default -> {}
            }
        }
    }
}
