package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import tw.minsheng.statistics.distribution.Normal;
import tw.minsheng.statistics.moments.Moments;

/** The little of base R that the references need: arithmetic, vectors, data frames. */
final class BaseFunctions {

    void addTo(Map<String, Interpreter.Function> table) {
        arithmetic(table);
        summaries(table);
        vectors(table);
        frames(table);
    }

    private static void arithmetic(Map<String, Interpreter.Function> table) {
        operator(table, "+", Double::sum);
        operator(table, "-", (a, b) -> a - b);
        operator(table, "*", (a, b) -> a * b);
        operator(table, "/", (a, b) -> a / b);
        operator(table, "^", Math::pow);
        comparison(table, ">=", (a, b) -> a >= b ? 1 : 0);
        comparison(table, "<=", (a, b) -> a <= b ? 1 : 0);
        comparison(table, ">", (a, b) -> a > b ? 1 : 0);
        comparison(table, "<", (a, b) -> a < b ? 1 : 0);
        table.put("==", BaseFunctions::equal);
        table.put("!", call -> call.vector(0).zip(Vector.of(0), Vector.Kind.LOGICAL, (a, b) -> 1 - a));
        table.put("sqrt", call -> call.vector(0).zip(Vector.of(0), Vector.Kind.NUMBER, (a, b) -> Math.sqrt(a)));
        table.put("I", call -> call.at(0));
        table.put("round", call -> {
            double scale = Math.pow(10, call.number("digits", 1, 0));
            return Vector.of(Math.rint(call.number(0) * scale) / scale);
        });
        table.put("qnorm", call -> Vector.of(Normal.quantile(call.number(0))));
    }

    private static void operator(Map<String, Interpreter.Function> table, String name, DoubleBinaryOperator operator) {
        table.put(name, call -> {
            if (name.equals("*") && call.at(1) instanceof Frame right) {
                return ReplicateFunctions.times(right, call.number(0));
            }
            if (name.equals("*") && call.at(1) instanceof CrossTable right) {
                return right.times(call.number(0));
            }
            if (call.positional() == 1) {
                return Vector.of(0).zip(call.vector(0), Vector.Kind.NUMBER, operator);
            }
            return call.vector(0).zip(call.vector(1), Vector.Kind.NUMBER, operator);
        });
    }

    private static void comparison(
            Map<String, Interpreter.Function> table, String name, DoubleBinaryOperator operator) {
        table.put(name, call -> call.vector(0).zip(call.vector(1), Vector.Kind.LOGICAL, operator));
    }

    private static Object equal(Call call) {
        Vector left = call.vector(0);
        Vector right = call.vector(1);
        if (left.kind() != Vector.Kind.STRING) {
            return left.zip(right, Vector.Kind.LOGICAL, (a, b) -> a == b ? 1 : 0);
        }
        String wanted = right.labels().get(0);
        return new Vector(
                Vector.Kind.LOGICAL,
                left.strings().stream()
                        .map(s -> s.isEmpty() ? Double.NaN : s.equals(wanted) ? 1.0 : 0.0)
                        .toList(),
                List.of(),
                List.of());
    }

    private static void summaries(Map<String, Interpreter.Function> table) {
        table.put("length", call -> Vector.of(call.vector(0).size()));
        table.put(
                "sum", call -> Vector.of(Arrays.stream(call.vector(0).doubles()).sum()));
        table.put(
                "min",
                call -> Vector.of(Arrays.stream(call.vector(0).doubles()).min().orElse(Double.NaN)));
        table.put(
                "max",
                call -> Vector.of(Arrays.stream(call.vector(0).doubles()).max().orElse(Double.NaN)));
        table.put("median", call -> Vector.of(quantile(call.vector(0).doubles(), .5)));
        table.put("quantile", call -> Vector.of(quantile(call.vector(0).doubles(), call.number(1))));
        table.put(
                "var",
                call -> Vector.of(
                        Moments.of(call.vector(0).doubles()).variance().number()));
    }

    /** R's default, type 7. */
    private static double quantile(double[] values, double p) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double at = (sorted.length - 1) * p;
        int low = (int) Math.floor(at);
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
    }

    private static void vectors(Map<String, Interpreter.Function> table) {
        table.put("c", BaseFunctions::combine);
        table.put("rep", call -> {
            Vector what = call.vector(0);
            int each = (int) call.number("each", -1, 1);
            int times = (int) call.number("times", 1, 1);
            return what.pick(IntStream.range(0, what.size() * each * times)
                    .mapToObj(i -> i / each % what.size())
                    .toList());
        });
        table.put(":", call -> {
            int from = (int) call.number(0);
            return Vector.of(IntStream.rangeClosed(from, (int) call.number(1))
                    .asDoubleStream()
                    .toArray());
        });
        table.put("as.numeric", call -> call.vector(0).named(List.of()));
        table.put(
                "is.na",
                call -> Vector.logical(
                        call.vector(0).labels().stream().map(String::isEmpty).toList()));
        table.put(
                "factor",
                call -> call.has("levels")
                        ? Vector.factor(
                                call.vector(0).labels(),
                                ((Vector) call.find("levels", -1).orElseThrow()).labels())
                        : call.has("ordered")
                                ? Vector.factor(
                                        call.vector(0).labels(), call.vector(0).levels())
                                : Vector.strings(call.vector(0).labels()));
        table.put("as.integer", call -> Vector.of(call.vector(0).doubles()));
        table.put(
                "seq_along",
                call -> Vector.of(IntStream.rangeClosed(1, call.vector(0).size())
                        .asDoubleStream()
                        .toArray()));
        table.put("paste0", BaseFunctions::paste);
        table.put(
                "reformulate",
                call -> Formula.of(
                        call.vector(0).labels(), call.vector(1).labels().get(0)));
        table.put(
                "names",
                call -> Vector.strings(List.copyOf(frame(call, 0).columns().keySet())));
        table.put("setdiff", call -> {
            List<String> without = call.vector(1).labels();
            return Vector.strings(call.vector(0).labels().stream()
                    .filter(label -> !without.contains(label))
                    .toList());
        });
        table.put(
                "%in%",
                call -> {
                    Set<String> set = new HashSet<>(call.vector(1).labels());
                    return Vector.logical(
                            call.vector(0).labels().stream().map(set::contains).toList());
                });
        table.put("ifelse", call -> {
            Vector test = call.vector(0);
            Vector yes = call.vector(1);
            Vector no = call.vector(2);
            return Vector.of(IntStream.range(0, test.size())
                    .mapToDouble(i -> test.number(i) == 1 ? yes.number(i) : no.number(i))
                    .toArray());
        });
    }

    private static Object paste(Call call) {
        List<String> one = call.vector(0).labels();
        List<String> other = call.vector(1).labels();
        return Vector.strings(IntStream.range(0, Math.max(one.size(), other.size()))
                .mapToObj(i -> one.get(i % one.size()) + other.get(i % other.size()))
                .toList());
    }

    private static Object combine(Call call) {
        List<Double> numbers = new ArrayList<>();
        List<String> strings = new ArrayList<>();
        List<String> names = new ArrayList<>();
        boolean text = false;
        for (int i = 0; i < call.positional(); i++) {
            Vector part = call.vector(i);
            text |= part.kind() == Vector.Kind.STRING;
            numbers.addAll(part.numbers());
            strings.addAll(part.labels());
        }
        for (Map.Entry<String, JsonNode> entry : call.keywords().properties()) {
            numbers.add(((Vector) call.interpreter().eval(entry.getValue(), call.frame())).number(0));
            names.add(entry.getKey());
        }
        return text ? Vector.strings(strings) : new Vector(Vector.Kind.NUMBER, numbers, List.of(), names);
    }

    private static void frames(Map<String, Interpreter.Function> table) {
        table.put("list", call -> {
            Map<String, Object> list = new LinkedHashMap<>();
            for (int i = 0; i < call.positional(); i++) {
                list.put(Integer.toString(i), call.at(i));
            }
            for (Map.Entry<String, JsonNode> entry : call.keywords().properties()) {
                list.put(entry.getKey(), call.interpreter().eval(entry.getValue(), call.frame()));
            }
            return list;
        });
        table.put("$", call -> {
            String name = call.raw(1).path("s").asText(call.raw(1).asText());
            Object left = call.at(0);
            if (left instanceof Frame frame) {
                return frame.column(name);
            }
            if (left instanceof Design design) {
                return ReplicateFunctions.part(design, name);
            }
            if (left instanceof JsonNode tree && tree.path(name).isNumber()) {
                return Vector.of(tree.get(name).doubleValue());
            }
            throw call.notHere();
        });
        table.put(
                "read.csv",
                call -> Frame.read(CsvTable.read(call.interpreter()
                        .folder()
                        .resolve(call.vector(0).strings().get(0)))));
        table.put("data.frame", call -> withColumns(call, new Frame(Map.of())));
        table.put("transform", call -> withColumns(call, frame(call, 0)));
        table.put("nrow", call -> Vector.of(frame(call, 0).rows()));
        table.put("aggregate", BaseFunctions::aggregate);
        table.put("[", BaseFunctions::subset);
        table.put(
                "cbind",
                call -> call.at(0) instanceof Frame frame ? withColumns(call, frame) : ReplicateFunctions.bound(call));
        table.put("rbind", call -> {
            Frame first = frame(call, 0);
            Frame second = frame(call, 1);
            Map<String, Vector> columns = new LinkedHashMap<>();
            first.columns().forEach((name, column) -> columns.put(name, append(column, second.column(name))));
            return new Frame(columns);
        });
    }

    private static Vector append(Vector one, Vector other) {
        List<Double> numbers = new ArrayList<>(one.numbers());
        numbers.addAll(other.numbers());
        List<String> strings = new ArrayList<>(one.strings());
        strings.addAll(other.strings());
        return new Vector(one.kind(), numbers, strings, List.of());
    }

    static Frame frame(Call call, int index) {
        if (call.at(index) instanceof Frame frame) {
            return frame;
        }
        throw call.notHere();
    }

    private static Object withColumns(Call call, Frame start) {
        Map<String, Vector> columns = new LinkedHashMap<>(start.columns());
        for (Map.Entry<String, JsonNode> entry : call.keywords().properties()) {
            columns.put(entry.getKey(), (Vector) call.interpreter().eval(entry.getValue(), start));
        }
        return new Frame(columns);
    }

    /** {@code aggregate(N ~ by, data, sum)}. */
    private static Object aggregate(Call call) {
        Formula formula = (Formula) call.at(0);
        Frame data = frame(call, 1);
        Vector amount = data.column(formula.left().get("s").asText());
        String by = formula.terms().get(0).get("s").asText();
        Map<String, Double> sums = new TreeMap<>();
        List<String> labels = data.column(by).labels();
        for (int i = 0; i < labels.size(); i++) {
            sums.merge(labels.get(i), amount.number(i), Double::sum);
        }
        Map<String, Vector> columns = new LinkedHashMap<>();
        columns.put(by, Vector.strings(List.copyOf(sums.keySet())));
        columns.put("N", new Vector(Vector.Kind.NUMBER, List.copyOf(sums.values()), List.of(), List.of()));
        return new Frame(columns);
    }

    /** {@code frame[condition, ]} and {@code frame[, names]}. */
    private static Object subset(Call call) {
        if (call.positional() != 3 || !(call.at(0) instanceof Frame frame)) {
            throw call.notHere();
        }
        if (call.raw(1).path("s").asText("?").isEmpty()) {
            Map<String, Vector> chosen = new LinkedHashMap<>();
            call.vector(2).labels().forEach(name -> chosen.put(name, frame.column(name)));
            return new Frame(chosen);
        }
        Vector keep = call.vector(1);
        List<Integer> rows = new ArrayList<>();
        if (keep.kind() == Vector.Kind.LOGICAL) {
            IntStream.range(0, keep.size()).filter(i -> keep.number(i) == 1).forEach(rows::add);
        } else {
            keep.numbers().forEach(x -> rows.add((int) Math.round(x) - 1));
        }
        return frame.pick(rows);
    }
}
