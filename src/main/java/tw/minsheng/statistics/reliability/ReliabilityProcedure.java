package tw.minsheng.statistics.reliability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.Warning;
import tw.minsheng.statistics.distribution.StudentT;
import tw.minsheng.statistics.moments.SymmetricMatrix;
import tw.minsheng.statistics.moments.SymmetricMatrix.Definiteness;

/** Checks what was collected, calls the kernels, and adds reasons and warnings. */
final class ReliabilityProcedure {

    private static final long LEAST_ROWS = 3;

    private final ScaleSums sums;
    /** columns of the answered items */
    private final int[] answered;
    /** positions in {@link #answered} of the items that vary */
    private final int[] varying;

    private final SymmetricMatrix covariance;
    private final SymmetricMatrix correlation;
    private final long n;
    private final Optional<Value> refusal;

    ReliabilityProcedure(ScaleSums sums) {
        this.sums = sums;
        this.answered =
                IntStream.range(0, sums.scale().size()).filter(sums::isAnswered).toArray();
        this.covariance =
                SymmetricMatrix.of(answered.length, (i, j) -> sums.cross().covariance(answered[i], answered[j]));
        this.varying = IntStream.range(0, answered.length)
                .filter(i -> covariance.at(i, i) > 0)
                .toArray();
        this.correlation = covariance.select(varying).correlation();
        this.n = sums.rule() == MissingRule.LISTWISE ? sums.used() : smallestPair();
        this.refusal = findRefusal();
    }

    private long smallestPair() {
        long least = sums.used();
        for (int i : answered) {
            for (int j : answered) {
                least = StrictMath.min(least, sums.cross().n(i, j));
            }
        }
        return least;
    }

    private Optional<Value> findRefusal() {
        if (answered.length == 0) {
            return Optional.of(Value.undefined(Reason.NO_DATA));
        }
        if (answered.length < 2) {
            return Optional.of(Alpha.tooFewItems(answered.length));
        }
        if (n == 0 && sums.rule() == MissingRule.LISTWISE) {
            return Optional.of(Value.undefined(Reason.NO_COMPLETE_ROWS));
        }
        if (n < LEAST_ROWS && !isIndefinite()) {
            return Optional.of(Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Long.toString(n))));
        }
        return isIndefinite() ? Optional.of(Value.undefined(Reason.NOT_PSD)) : Optional.empty();
    }

    private boolean isIndefinite() {
        return sums.rule() == MissingRule.PAIRWISE
                && varying.length > 1
                && correlation.definiteness() == Definiteness.INDEFINITE;
    }

    ScaleReliability run() {
        Value alpha = unlessRefused(() -> Alpha.raw(covariance));
        SymmetricMatrix varyingCovariance = covariance.select(varying);
        Value mean = sumScore(() -> Value.of(meanOf(answered)));
        Value sd = sumScore(() -> Value.of(StrictMath.sqrt(StrictMath.max(0, covariance.sum()))));
        return new ScaleReliability(
                n,
                sums.rows(),
                sums.rule(),
                alpha,
                ofVarying(() -> Alpha.raw(varyingCovariance)),
                ofVarying(() -> Alpha.standardized(correlation)),
                ofVarying(() -> Alpha.averageCorrelation(correlation)),
                ofVarying(() -> Alpha.medianCorrelation(correlation)),
                ofVarying(() -> Alpha.signalToNoise(correlation)),
                mean,
                sd,
                alpha.isKnown() ? sd.map(s -> s * StrictMath.sqrt(1 - alpha.number())) : alpha,
                items(),
                names(IntStream.range(0, answered.length)
                        .filter(i -> covariance.at(i, i) <= 0)
                        .map(i -> answered[i])),
                names(IntStream.range(0, sums.scale().size()).filter(i -> !sums.isAnswered(i))),
                warnings(alpha));
    }

    private List<ItemReliability> items() {
        Value[] multiple = new Value[answered.length];
        Arrays.fill(multiple, Value.undefined(Reason.ITEM_CONSTANT));
        if (refusal.isEmpty() && varying.length > 1) {
            Value[] ofVarying = Alpha.squaredMultipleCorrelations(correlation);
            for (int i = 0; i < varying.length; i++) {
                multiple[varying[i]] = ofVarying[i];
            }
        }
        List<ItemReliability> items = new ArrayList<>();
        for (int i = 0; i < answered.length; i++) {
            items.add(item(i, multiple[i]));
        }
        return items;
    }

    private ItemReliability item(int i, Value multiple) {
        Value total = unlessRefused(() -> Alpha.uncorrectedItemTotal(covariance, i));
        return new ItemReliability(
                sums.scale().items().get(answered[i]),
                sums.distribution(answered[i]),
                unlessRefused(() -> Alpha.correctedItemTotal(covariance, i)),
                total,
                total.map(this::pOfCorrelation),
                unlessRefused(() -> multiple),
                unlessRefused(() -> Alpha.ifDeleted(covariance, i)),
                unlessRefused(() -> standardizedWithout(i)),
                sumScore(() -> atLeastThree(() -> Value.of(meanOf(without(i))))),
                unlessRefused(() -> atLeastThree(() -> Value.of(Alpha.varianceIfDeleted(covariance, i)))));
    }

    private Value standardizedWithout(int item) {
        if (answered.length < 3) {
            return Alpha.tooFewItems(answered.length);
        }
        int[] rest = IntStream.range(0, varying.length)
                .filter(v -> varying[v] != item)
                .toArray();
        return Alpha.standardized(correlation.select(rest));
    }

    private int[] without(int item) {
        return IntStream.range(0, answered.length)
                .filter(i -> i != item)
                .map(i -> answered[i])
                .toArray();
    }

    private double meanOf(int[] columns) {
        return IntStream.of(columns).mapToDouble(sums.cross()::mean).sum();
    }

    /** Two-sided p of r = 0 by t = r·√((n−2)/(1−r²)). */
    private double pOfCorrelation(double r) {
        double rest = 1 - r * r;
        return rest <= 0 ? 0 : StudentT.twoSided(r * StrictMath.sqrt((n - 2) / rest), n - 2.0);
    }

    private Value unlessRefused(Supplier<Value> value) {
        return refusal.orElseGet(value);
    }

    /** Where everyone gives the same answers to everything, that is the reason, not the number of items. */
    private Value ofVarying(Supplier<Value> value) {
        return varying.length == 0 ? unlessRefused(() -> Value.undefined(Reason.NO_VARIATION)) : unlessRefused(value);
    }

    /** Sum scores exist only for people who answer every item; under pairwise deletion that is not asked of them. */
    private Value sumScore(Supplier<Value> value) {
        boolean complete = sums.rule() == MissingRule.LISTWISE || n == sums.rows();
        return complete ? unlessRefused(value) : Value.undefined(Reason.NO_DATA);
    }

    private Value atLeastThree(Supplier<Value> value) {
        return answered.length < 3 ? Alpha.tooFewItems(answered.length) : value.get();
    }

    private List<String> names(IntStream columns) {
        return columns.mapToObj(sums.scale().items()::get).toList();
    }

    private List<Warning> warnings(Value alpha) {
        List<Warning> warnings = new ArrayList<>();
        if (sums.rule() == MissingRule.LISTWISE && sums.used() < sums.rows()) {
            warnings.add(Warning.of("listwise_lost", "rows", Long.toString(sums.rows() - sums.used())));
        }
        addNamed(
                warnings,
                "item_all_missing",
                IntStream.range(0, sums.scale().size()).filter(i -> !sums.isAnswered(i)));
        addNamed(
                warnings,
                "item_constant",
                IntStream.range(0, answered.length)
                        .filter(i -> sums.used() > 0 && covariance.at(i, i) <= 0)
                        .map(i -> answered[i]));
        if (refusal.isEmpty()) {
            addNamed(
                    warnings,
                    "negative_item_total",
                    IntStream.range(0, answered.length)
                            .filter(i -> Alpha.correctedItemTotal(covariance, i)
                                            .asOptional()
                                            .orElse(0)
                                    < 0)
                            .map(i -> answered[i]));
        }
        if (!alpha.isKnown()) {
            return warnings;
        }
        if (n < ScaleReliability.FEW_ANSWERS) {
            warnings.add(Warning.of("few_answers", "n", Long.toString(n)));
        }
        if (n <= answered.length) {
            warnings.add(Warning.of("fewer_answers_than_items", "n", Long.toString(n)));
        }
        if (alpha.number() < 0) {
            warnings.add(Warning.of("negative_alpha"));
        }
        if (sums.everyRowIsUniform()) {
            warnings.add(Warning.of("every_row_uniform"));
        }
        return warnings;
    }

    private void addNamed(List<Warning> warnings, String code, IntStream columns) {
        List<String> names = names(columns);
        if (!names.isEmpty()) {
            warnings.add(Warning.of(code, "items", String.join(", ", names)));
        }
    }
}
