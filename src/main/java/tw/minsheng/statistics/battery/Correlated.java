package tw.minsheng.statistics.battery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.Warning;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/** Correlations that factors are looked for in: of answers, or as somebody published them. */
final class Correlated {

    private static final Set<String> OF_ITEMS = Set.of("item_constant", "item_all_missing", "listwise_lost");
    private static final long ROWS_PER_ITEM = 5;

    private final List<String> names;
    private final SymmetricMatrix matrix;
    private final long n;
    private final long smallest;
    private final List<Value> refusal;
    private final List<Warning> warnings;
    private final Items items;

    /** One number for each item of the scale, those that were left out by their reason. */
    @FunctionalInterface
    private interface Items {
        Shape of(IntFunction<Value> value);
    }

    private Correlated(
            List<String> names,
            SymmetricMatrix matrix,
            long n,
            long smallest,
            List<Value> refusal,
            List<Warning> warnings,
            Items items) {
        this.names = names;
        this.matrix = matrix;
        this.n = n;
        this.smallest = smallest;
        this.refusal = refusal.isEmpty() ? tooFewRows(smallest, names.size()) : refusal;
        this.warnings = warned(warnings, smallest, names.size());
        this.items = items;
    }

    private static List<Value> tooFewRows(long n, int items) {
        return n > items ? List.of() : List.of(Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Long.toString(n))));
    }

    private static List<Warning> warned(List<Warning> of, long n, int items) {
        List<Warning> all = new ArrayList<>(of);
        if (n < ROWS_PER_ITEM * items) {
            all.add(Warning.of("few_answers_for_factors", "n", Long.toString(n)));
        }
        return List.copyOf(all);
    }

    /** The items of a scale that vary. */
    static Correlated of(Cut cut) {
        return new Correlated(
                cut.varying(),
                cut.correlation(),
                cut.n(),
                cut.smallest(),
                cut.refusal(2),
                cut.reliability().warnings().stream()
                        .filter(warning -> OF_ITEMS.contains(warning.code()))
                        .toList(),
                value -> cut.byItem(cut.varying(), value));
    }

    /** A matrix that was published with its n. */
    static Correlated of(List<String> items, SymmetricMatrix correlation, long n) {
        return new Correlated(items, correlation, n, n, List.of(), List.of(), value -> Shape.byName(items, value));
    }

    List<String> names() {
        return names;
    }

    SymmetricMatrix matrix() {
        return matrix;
    }

    long n() {
        return n;
    }

    long smallest() {
        return smallest;
    }

    List<Value> refusal() {
        return refusal;
    }

    List<Warning> warnings() {
        return warnings;
    }

    Shape byItem(IntFunction<Value> value) {
        return items.of(value);
    }
}
