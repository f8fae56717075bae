package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.Normal;
import tw.minsheng.statistics.distribution.StudentT;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/** Estimates as R's {@code svystat} prints them: names, values, errors, perhaps design effects and covariances. */
record Estimates(List<String> names, List<Value> values, List<Value> errors, List<Value> deffs, SymmetricMatrix vcov) {

    Estimates {
        names = List.copyOf(names);
        values = List.copyOf(values);
        errors = List.copyOf(errors);
        deffs = List.copyOf(deffs);
    }

    JsonNode tree() {
        ObjectNode tree = Tree.object();
        tree.set("estimate", Tree.named(names, i -> Tree.of(values.get(i))));
        tree.set("se", Tree.named(names, i -> Tree.of(errors.get(i))));
        tree.set("cv", Tree.named(names, i -> ratio(errors.get(i), values.get(i))));
        tree.set("ci95_z", intervals(.95, Double.POSITIVE_INFINITY));
        if (!deffs.isEmpty()) {
            tree.set(
                    "deff",
                    deffs.size() == 1 ? Tree.of(deffs.get(0)) : Tree.array(deffs.size(), i -> Tree.of(deffs.get(i))));
        }
        if (names.size() > 1) {
            tree.set("vcov", Tree.matrix(names, vcov, "values"));
        }
        return tree;
    }

    private static JsonNode ratio(Value error, Value value) {
        return error.isKnown() && value.isKnown()
                ? Tree.of(Value.ratio(error.number(), value.number()))
                : Tree.of(Double.NaN);
    }

    /** As {@code confint}: normal quantiles, or t when degrees of freedom are given. */
    JsonNode intervals(double level, double df) {
        double quantile = Double.isInfinite(df) ? Normal.halfWidth(level) : StudentT.halfWidth(level, df);
        JsonNode cells = Tree.array(names.size(), i -> Tree.array(2, side -> limit(i, side, quantile)));
        return Tree.matrix(names, labels(level, " %"), "values", cells);
    }

    private JsonNode limit(int index, int side, double quantile) {
        if (!values.get(index).isKnown() || !errors.get(index).isKnown()) {
            return Tree.of(Double.NaN);
        }
        double half = quantile * errors.get(index).number();
        return Tree.of(values.get(index).number() + (side == 0 ? -half : half));
    }

    static List<String> labels(double level, String unit) {
        return IntStream.range(0, 2)
                .mapToObj(side -> {
                    double percent = 100 * (side == 0 ? (1 - level) / 2 : 1 - (1 - level) / 2);
                    String text = String.format(Locale.ROOT, "%.4f", percent);
                    return text.replaceAll("\\.?0+$", "") + unit;
                })
                .toList();
    }
}
