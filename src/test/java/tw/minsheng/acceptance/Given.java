package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one respondent gave, as it must stand in the export. Every shipped survey asks for a text, so a key finds it. */
final class Given {

    private final String key;
    private final Map<String, String> cells = new LinkedHashMap<>();

    Given(String key) {
        this.key = key;
    }

    /** The text to write, here and nowhere else. */
    String text() {
        return "路燈不亮，請改善（" + key + "）。";
    }

    void radio(String name, String value) {
        cells.put(name, value);
    }

    void checkbox(String name, String value) {
        cells.put(name + "__" + value, "1");
    }

    /** Whether a question with boxes to tick has an answer. */
    boolean has(String question) {
        return cells.keySet().stream().anyMatch(column -> column.startsWith(question + "__"));
    }

    void typed(String name, String value) {
        cells.put(name, value);
    }

    /** A list: the place in a ranking, or a part of a day, of which year, month and day come in this order. */
    void list(String name, String value) {
        String question = name.replaceFirst("__[ymd]$", "");
        if (question.equals(name)) {
            cells.put(name, value);
        } else {
            String part = value.length() == 1 ? "0" + value : value;
            cells.merge(question, part, (day, next) -> day + "-" + next);
        }
    }

    /** Looks for itself among the rows of an export; everything that was given stands there, once. */
    void mustStandIn(List<Map<String, String>> export) {
        List<Map<String, String>> own =
                export.stream().filter(row -> row.containsValue(text())).toList();
        assertEquals(1, own.size(), () -> key + " is " + own.size() + " times in the export");
        assertFalse(cells.isEmpty(), key);
        cells.forEach((column, value) -> assertEquals(value, own.get(0).get(column), key + ": " + column));
    }
}
