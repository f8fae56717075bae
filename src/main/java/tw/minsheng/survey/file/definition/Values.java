package tw.minsheng.survey.file.definition;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.BiFunction;
import tw.minsheng.format.Node;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;

/** Takes values out of checked nodes; a default stands for what is not given. */
final class Values {

    private Values() {}

    static LocalizedText text(Node node) {
        if (node.entries().isEmpty()) {
            return LocalizedText.NONE;
        }
        Map<Language, String> texts = new LinkedHashMap<>();
        node.entries()
                .forEach(entry ->
                        texts.put(new Language(entry.key()), entry.value().text()));
        return new LocalizedText(texts);
    }

    static int integer(Node node, int otherwise) {
        return node instanceof Node.Num number ? number.value().intValueExact() : otherwise;
    }

    static long whole(Node node, long otherwise) {
        return node instanceof Node.Num number ? number.value().longValueExact() : otherwise;
    }

    static double number(Node node, double otherwise) {
        return number(node).orElse(otherwise);
    }

    static OptionalDouble number(Node node) {
        return node instanceof Node.Num number
                ? OptionalDouble.of(number.value().doubleValue())
                : OptionalDouble.empty();
    }

    static LocalDate day(Node node, LocalDate otherwise) {
        return node.isGiven() ? LocalDate.parse(node.text()) : otherwise;
    }

    /** The constant whose name is the word in capitals. */
    static <E extends Enum<E>> E constant(Class<E> type, Node node, E otherwise) {
        return node.isGiven() ? Enum.valueOf(type, node.text().toUpperCase(Locale.ROOT)) : otherwise;
    }

    /** Sorted by key, as canonical JSON has them. */
    static <V> Map<String, V> mapping(Node node, BiFunction<String, Node, V> value) {
        Map<String, V> found = new TreeMap<>();
        node.entries().forEach(entry -> found.put(entry.key(), value.apply(entry.key(), entry.value())));
        return Collections.unmodifiableMap(found);
    }
}
