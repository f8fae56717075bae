package tw.minsheng.dataset.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tw.minsheng.kernel.Problem;

/** The words of one field, numbered in the order in which they came, each with its cases. */
final class Vocabulary {

    /** A field with more different words is no category. */
    private static final int MOST_WORDS = 5_000;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final Measure measure;

    Vocabulary(Measure measure) {
        this.measure = measure;
    }

    /**
     * @param file how the source is called in messages
     * @param column how the field is called in messages
     * @throws Problem INVALID {@code cases.too_many_values} when there are too many words
     */
    int number(String word, String file, String column) {
        Integer known = numbers.get(word);
        if (known != null) {
            return known;
        }
        if (words.size() >= MOST_WORDS) {
            Map<String, String> args = Map.of("file", file, "column", column, "n", Integer.toString(MOST_WORDS));
            throw Problem.of(Problem.Kind.INVALID, "cases.too_many_values", args);
        }
        numbers.put(word, words.size());
        words.add(word);
        groups.add(new Group(measure));
        return words.size() - 1;
    }

    int size() {
        return words.size();
    }

    String word(int number) {
        return words.get(number);
    }

    Group group(int number) {
        return groups.get(number);
    }
}
