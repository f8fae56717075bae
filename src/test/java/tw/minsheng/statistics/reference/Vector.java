package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Missing;

/**
 * A vector of the interpreter, as R has it: numbers, truth values or strings, perhaps with names. Inside the interpreter a
 * missing number is NaN and a missing string is empty; {@link #answers} turns it into the product's words.
 *
 * @param order the levels of a factor, where they were given
 */
record Vector(Kind kind, List<Double> numbers, List<String> strings, List<String> names, List<String> order) {

    enum Kind {
        NUMBER,
        LOGICAL,
        STRING
    }

    Vector {
        numbers = List.copyOf(numbers);
        strings = List.copyOf(strings);
        names = List.copyOf(names);
        order = List.copyOf(order);
    }

    Vector(Kind kind, List<Double> numbers, List<String> strings, List<String> names) {
        this(kind, numbers, strings, names, List.of());
    }

    /** A factor with levels in this order; what is none of them is missing. */
    static Vector factor(List<String> labels, List<String> levels) {
        List<String> known = labels.stream()
                .map(label -> levels.contains(label) ? label : "")
                .toList();
        return new Vector(Kind.STRING, List.of(), known, List.of(), levels);
    }

    static Vector of(double... numbers) {
        List<Double> list = new ArrayList<>();
        for (double number : numbers) {
            list.add(number);
        }
        return new Vector(Kind.NUMBER, list, List.of(), List.of());
    }

    static Vector logical(List<Boolean> truths) {
        return new Vector(Kind.LOGICAL, truths.stream().map(t -> t ? 1.0 : 0.0).toList(), List.of(), List.of());
    }

    static Vector strings(List<String> strings) {
        return new Vector(Kind.STRING, List.of(), strings, List.of());
    }

    Vector named(List<String> newNames) {
        return new Vector(kind, numbers, strings, newNames, order);
    }

    int size() {
        return kind == Kind.STRING ? strings.size() : numbers.size();
    }

    double number(int i) {
        return numbers.get(i % numbers.size());
    }

    double[] doubles() {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Numbers for the product; what is missing is {@link Missing#ANSWER}. */
    double[] answers() {
        return numbers.stream()
                .mapToDouble(x -> Double.isNaN(x) ? Missing.ANSWER : x)
                .toArray();
    }

    /** Each value as a string, as {@code factor} takes it; a missing one is empty. */
    List<String> labels() {
        return kind == Kind.STRING
                ? strings
                : numbers.stream()
                        .map(x -> Double.isNaN(x) ? "" : kind == Kind.LOGICAL ? (x == 1 ? "TRUE" : "FALSE") : plain(x))
                        .toList();
    }

    static String plain(double x) {
        return x == Math.rint(x) ? Long.toString((long) x) : Double.toString(x);
    }

    /** The levels of a factor: as they were given, else by code point, numbers by size. */
    List<String> levels() {
        if (!order.isEmpty()) {
            return order;
        }
        if (kind == Kind.STRING) {
            return List.copyOf(
                    new TreeSet<>(labels().stream().filter(s -> !s.isEmpty()).toList()));
        }
        return numbers.stream()
                .filter(x -> !Double.isNaN(x))
                .distinct()
                .sorted()
                .map(x -> kind == Kind.LOGICAL ? (x == 1 ? "TRUE" : "FALSE") : plain(x))
                .toList();
    }

    Vector zip(Vector other, Kind result, DoubleBinaryOperator operator) {
        int n = size() == 0 || other.size() == 0 ? 0 : Math.max(size(), other.size());
        return new Vector(
                result,
                IntStream.range(0, n)
                        .mapToObj(i -> {
                            double a = number(i);
                            double b = other.number(i);
                            return Double.isNaN(a) || Double.isNaN(b) ? Double.NaN : operator.applyAsDouble(a, b);
                        })
                        .toList(),
                List.of(),
                names);
    }

    Vector pick(List<Integer> indices) {
        return kind == Kind.STRING
                ? new Vector(kind, List.of(), indices.stream().map(strings::get).toList(), List.of(), order)
                : new Vector(kind, indices.stream().map(numbers::get).toList(), List.of(), List.of());
    }

    JsonNode tree() {
        if (kind == Kind.STRING) {
            return size() == 1 ? Tree.of(strings.get(0)) : Tree.array(size(), i -> Tree.of(strings.get(i)));
        }
        if (!names.isEmpty()) {
            return Tree.named(names, this::cell);
        }
        return size() == 1 ? cell(0) : Tree.array(size(), this::cell);
    }

    private JsonNode cell(int i) {
        return kind == Kind.LOGICAL ? Tree.truth(numbers.get(i) == 1) : Tree.of(numbers.get(i));
    }
}
