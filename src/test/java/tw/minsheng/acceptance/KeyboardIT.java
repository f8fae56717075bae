package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/**
 * A survey with every type of question, answered with the keyboard alone: each stop can be seen, lies in the window with
 * nothing before it, and the answer stands in the export as it was given.
 */
class KeyboardIT {

    private static final String SURVEY = "kcg-alian-facility-users";

    /** More stops than any page has. */
    private static final int MOST_STOPS = 80;

    /** What is focused: tag, type, name, value, whether it can be seen that it is, whether it lies free in the window. */
    private static final String STOP = """
            const at = document.activeElement;
            const holder = at.closest('label') || at;
            const marked = [at, holder, at.nextElementSibling].filter(each => each).some(each => {
              const style = getComputedStyle(each);
              return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
            });
            const box = holder.getBoundingClientRect();
            const seen = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 20));
            return [at.tagName, at.type || '', at.name || '', at.value || '', marked,
                seen !== null && holder.contains(seen), at.outerHTML.slice(0, 120)];
            """;

    private static final ServedProduct PRODUCT = new ServedProduct();

    @RegisterExtension
    static final Chromium BROWSER = new Chromium(PRODUCT);

    /** Where the focus is. */
    private record Stop(String tag, String type, String name, String value, boolean marked, boolean free, String html) {

        static Stop now() {
            List<?> at = (List<?>) BROWSER.script(STOP);
            return new Stop(
                    String.valueOf(at.get(0)),
                    String.valueOf(at.get(1)),
                    String.valueOf(at.get(2)),
                    String.valueOf(at.get(3)),
                    Boolean.TRUE.equals(at.get(4)),
                    Boolean.TRUE.equals(at.get(5)),
                    String.valueOf(at.get(6)));
        }

        boolean goesOn() {
            return tag.equals("BUTTON") && (value.equals("next") || value.equals("finish"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 1280})
    void aSurveyIsAnsweredWithTheKeyboardAlone(int width) {
        BROWSER.sized(width, 700);
        BROWSER.open("/s/" + SURVEY + "?lang=zh-TW");
        Given given = new Given("keyboard-" + width);
        List<String> faults = new ArrayList<>();
        int pages = 0;
        while (BROWSER.driver().findElements(By.id("receipt")).isEmpty() && pages < Shipped.MOST_PAGES) {
            answer(given, faults, BROWSER.driver().getTitle());
            pages++;
        }
        assertTrue(
                pages < Shipped.MOST_PAGES,
                () -> "no receipt at " + BROWSER.driver().getTitle());
        assertEquals(List.of(), faults);
        given.mustStandIn(Exports.of(SURVEY, PRODUCT.data()));
    }

    private static void answer(Given given, List<String> faults, String page) {
        for (int i = 0; i < MOST_STOPS; i++) {
            press(Keys.TAB);
            Stop stop = Stop.now();
            if (stop.tag.equals("BODY")) {
                continue;
            }
            if (!stop.marked) {
                faults.add(page + ": the focus cannot be seen on " + stop.html);
            }
            if (!stop.free) {
                faults.add(page + ": hidden when focused: " + stop.html);
            }
            if (stop.goesOn()) {
                BROWSER.leave(() -> press(Keys.ENTER));
                return;
            }
            use(stop, given);
        }
        throw new AssertionError("no button is reached on " + page);
    }

    private static void use(Stop stop, Given given) {
        switch (stop.type) {
            case "radio" -> {
                press(Keys.SPACE, Keys.ARROW_DOWN);
                Stop chosen = Stop.now();
                given.radio(chosen.name, chosen.value);
            }
            case "checkbox" -> {
                if (!given.has(stop.name)) {
                    press(Keys.SPACE);
                    given.checkbox(stop.name, stop.value);
                }
            }
            case "select-one" -> {
                press(Keys.ARROW_DOWN);
                given.list(stop.name, Stop.now().value);
            }
            case "textarea" -> {
                press(given.text());
                given.typed(stop.name, given.text());
            }
            case "number" -> {
                press("12");
                given.typed(stop.name, "12");
            }
            default -> {
                // links and other buttons are passed by
            }
        }
    }

    private static void press(CharSequence... keys) {
        new Actions(BROWSER.driver()).sendKeys(keys).perform();
    }
}
