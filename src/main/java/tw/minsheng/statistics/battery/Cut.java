package tw.minsheng.statistics.battery;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.CrossSums;
import tw.minsheng.statistics.moments.SymmetricMatrix;
import tw.minsheng.statistics.ordinal.OrderedAnswers;
import tw.minsheng.statistics.reliability.Scale;
import tw.minsheng.statistics.reliability.ScaleReliability;
import tw.minsheng.statistics.reliability.ScaleSums;

/** The answers to the items of one scale under one rule for missing answers, with what every block needs of them. */
final class Cut {

    /** What makes the coefficients of a scale impossible altogether, not only α. */
    private static final Set<Reason> WHOLE = EnumSet.of(
            Reason.NO_DATA, Reason.TOO_FEW_ITEMS, Reason.NO_COMPLETE_ROWS, Reason.N_TOO_SMALL, Reason.NOT_PSD);

    private final Answers answers;
    private final Scale scale;
    private final int[] columns;
    private final MissingRule rule;
    private final Counting counting;
    private final ScaleReliability reliability;
    private final int[] answered;
    private final int[] varying;
    private final CrossSums sums;
    private final SymmetricMatrix covariance;

    Cut(ScaleSet set, List<String> items, MissingRule rule, Counting counting) {
        this.answers = set.answers();
        this.scale = new Scale(items, set.scale().minimum(), set.scale().maximum());
        this.columns = items.stream().mapToInt(set.scale().items()::indexOf).toArray();
        this.rule = rule;
        this.counting = counting;
        ScaleSums all = new ScaleSums(scale, rule);
        double[] row = new double[columns.length];
        for (int i = 0; i < answers.rows(); i++) {
            all.add(read(i, row));
        }
        this.reliability = ScaleReliability.of(all);
        this.answered = IntStream.range(0, columns.length)
                .filter(j -> !reliability.unansweredItems().contains(items.get(j)))
                .toArray();
        this.sums = CrossSums.of(answered.length, rule);
        double[] part = new double[answered.length];
        for (int i = 0; i < answers.rows(); i++) {
            sums.add(answeredOf(i, part));
        }
        this.covariance = sums.covariances();
        this.varying = IntStream.range(0, answered.length)
                .filter(j -> covariance.at(j, j) > 0)
                .toArray();
    }

    private double[] read(int row, double[] into) {
        Arrays.setAll(into, j -> answers.at(row, columns[j]));
        return into;
    }

    private double[] answeredOf(int row, double[] into) {
        Arrays.setAll(into, j -> answers.at(row, columns[answered[j]]));
        return into;
    }

    MissingRule rule() {
        return rule;
    }

    ScaleReliability reliability() {
        return reliability;
    }

    /** Names of all items of the scale. */
    List<String> items() {
        return scale.items();
    }

    Scale scale() {
        return scale;
    }

    /** Names of the items that somebody answered. */
    List<String> answered() {
        return Arrays.stream(answered).mapToObj(scale.items()::get).toList();
    }

    /** Names of the items whose answers vary. */
    List<String> varying() {
        return Arrays.stream(varying)
                .mapToObj(v -> scale.items().get(answered[v]))
                .toList();
    }

    /** The complete rows of the items that vary, each answer as the number of its category among those that were chosen. */
    OrderedAnswers ordered() {
        int[] rows = IntStream.range(0, rows()).filter(this::isComplete).toArray();
        byte[][] codes = new byte[varying.length][rows.length];
        int[] categories = new int[varying.length];
        for (int j = 0; j < varying.length; j++) {
            int item = varying[j];
            double[] levels = IntStream.of(rows)
                    .mapToDouble(i -> at(i, item))
                    .sorted()
                    .distinct()
                    .toArray();
            categories[j] = levels.length;
            for (int i = 0; i < rows.length; i++) {
                codes[j][i] = (byte) Arrays.binarySearch(levels, at(rows[i], item));
            }
        }
        return new OrderedAnswers(codes, categories);
    }

    int rows() {
        return answers.rows();
    }

    /** Answers behind the coefficients: complete rows, or the smallest pair. */
    long smallest() {
        return reliability.n();
    }

    /** n behind intervals and tests. */
    long n() {
        return rule == MissingRule.PAIRWISE && counting == Counting.ROWS ? rows() : smallest();
    }

    /** Of the answered items. */
    SymmetricMatrix covariance() {
        return covariance;
    }

    /** Of the items that vary. */
    SymmetricMatrix varyingCovariance() {
        return covariance.select(varying);
    }

    /** Of the items that vary, each r with the standard deviations of its own rows; {@code cor(Z, use = "pairwise")}. */
    SymmetricMatrix correlation() {
        return SymmetricMatrix.of(varying.length, (i, j) -> i == j ? 1 : sums.correlation(varying[i], varying[j]));
    }

    CrossSums sums() {
        return sums;
    }

    /** Why nothing at all can be said of this scale; empty otherwise. */
    List<Value> refusal() {
        Value alpha = reliability.alphaRaw();
        return alpha.reason().filter(WHOLE::contains).map(why -> List.of(alpha)).orElse(List.of());
    }

    /** Why a matrix of those items that vary is not enough; empty otherwise. */
    List<Value> refusal(int least) {
        if (!refusal().isEmpty()) {
            return refusal();
        }
        if (varying.length == 0) {
            return List.of(Value.undefined(Reason.NO_VARIATION));
        }
        return varying.length >= least
                ? List.of()
                : List.of(Value.undefined(Reason.TOO_FEW_ITEMS, Map.of("k", Integer.toString(varying.length))));
    }

    /** The number of an item of the scale, for those that were left out the reason by name. */
    Value ofItem(int item, List<String> among, IntFunction<Value> value) {
        String name = scale.items().get(item);
        int at = among.indexOf(name);
        if (at >= 0) {
            return value.apply(at);
        }
        boolean unanswered = reliability.unansweredItems().contains(name);
        return Value.undefined(unanswered ? Reason.ITEM_ALL_MISSING : Reason.ITEM_CONSTANT, Map.of("item", name));
    }

    /** One number for each item of the scale. */
    Shape byItem(List<String> among, IntFunction<Value> value) {
        return Shape.byName(scale.items(), i -> ofItem(i, among, value));
    }

    /** Rows that answer every answered item, in their order; answered items only. */
    double[][] complete() {
        return IntStream.range(0, rows())
                .filter(this::isComplete)
                .mapToObj(i -> answeredOf(i, new double[answered.length]))
                .toArray(double[][]::new);
    }

    boolean isComplete(int row) {
        for (int j : answered) {
            if (Missing.is(answers.at(row, columns[j]))) {
                return false;
            }
        }
        return true;
    }

    /** The answer of a row to the n-th answered item. */
    double at(int row, int item) {
        return answers.at(row, columns[answered[item]]);
    }
}
