package tw.minsheng.survey.file.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tw.minsheng.format.Node;
import tw.minsheng.kernel.Language;

/**
 * How a part of a definition differs, down to the single values: which place, what stood there and what stands there now.
 *
 * @param prefix of the message keys: {@code part} for a part of the definition, {@code field} for a field of a question,
 *     scale or construct
 */
record FieldChanges(String prefix) {

    /** Longer values are not written out: the line would be longer than what it says. */
    private static final int LONGEST = 60;

    /** What differs at one place: the last part of its message key and the values of the message. */
    record Found(String key, Map<String, String> args) {
        Found {
            args = Map.copyOf(args);
        }
    }

    /** @param place name of the field, or the way to it, for example {@code sampling.plan} */
    List<Found> between(Node old, Node now, String place) {
        List<Found> found = new ArrayList<>();
        walk(old, now, place, found);
        return found;
    }

    private void walk(Node old, Node now, String place, List<Found> found) {
        if (Changes.same(old, now)) {
            return;
        }
        if (isText(old) && isText(now)) {
            text(old, now, place, found);
        } else if (old instanceof Node.Mapping && now instanceof Node.Mapping) {
            Difference.keys(old, now).forEach(key -> walk(old.get(key), now.get(key), place + "." + key, found));
        } else if (isList(old, now)) {
            for (int i = 0; i < old.elements().size(); i++) {
                Node after = now.elements().get(i);
                walk(old.elements().get(i), after, place + "[" + name(after, i) + "]", found);
            }
        } else {
            found.add(values(written(old), written(now), old.isGiven(), now.isGiven(), place));
        }
    }

    private void text(Node old, Node now, String place, List<Found> found) {
        String home = Language.ZH_TW.tag();
        String before = old.get(home).text();
        String after = now.get(home).text();
        found.add(
                before.equals(after)
                        ? new Found(prefix + ".translation", Map.of("path", place))
                        : values(before, after, true, true, place));
    }

    private Found values(String old, String now, boolean was, boolean is, String place) {
        Map<String, String> args = new HashMap<>(Map.of("path", place, "old", old, "new", now));
        if (was && is) {
            boolean isShort = isShort(old) && isShort(now);
            return new Found(prefix + (isShort ? ".values" : ".changed"), args);
        }
        String key = was ? ".unset" : ".set";
        return new Found(prefix + key + (isShort(was ? old : now) ? ".value" : ""), args);
    }

    /** Lists of equal length whose elements are groups of fields are compared element by element. */
    private static boolean isList(Node old, Node now) {
        return old instanceof Node.Sequence
                && now instanceof Node.Sequence
                && old.elements().size() == now.elements().size()
                && old.elements().stream().allMatch(Node.Mapping.class::isInstance)
                && now.elements().stream().allMatch(Node.Mapping.class::isInstance);
    }

    private static String name(Node element, int index) {
        return List.of("id", "variable", "value").stream()
                .map(key -> element.get(key).text())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(Integer.toString(index + 1));
    }

    private static boolean isText(Node node) {
        return !node.get(Language.ZH_TW.tag()).text().isEmpty();
    }

    private static boolean isShort(String text) {
        return !text.isEmpty() && text.codePointCount(0, text.length()) <= LONGEST;
    }

    /** A scalar, a list of scalars, or a text in its first language; "" for what is too deep for a line. */
    private static String written(Node node) {
        if (isText(node)) {
            return node.get(Language.ZH_TW.tag()).text();
        }
        boolean flat = node instanceof Node.Sequence
                && node.elements().stream()
                        .noneMatch(element -> element instanceof Node.Mapping || element instanceof Node.Sequence);
        return flat ? String.join(", ", node.texts()) : node.text();
    }
}
