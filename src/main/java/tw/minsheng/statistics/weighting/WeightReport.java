package tw.minsheng.statistics.weighting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.Warning;

/**
 * What the weights cost, before they are used (WT3, ES6).
 *
 * @param n rows
 * @param sum Σw, {@code squares} Σw²
 * @param deffKish n·Σw²/(Σw)² (Kish 1965)
 * @param nEffective (Σw)²/Σw²
 * @param efficiency n_eff/n ({@code weighting_efficiency})
 * @param least smallest weight, {@code greatest} largest
 * @param warnings {@code weight_over_5_times_mean}, {@code effective_n_below_half}: start values of this project
 */
public record WeightReport(
        long n,
        Value sum,
        Value squares,
        Value deffKish,
        Value nEffective,
        Value efficiency,
        Value least,
        Value greatest,
        List<Warning> warnings) {

    /** Code of the warning that more than half of the sample is lost to the weights. */
    public static final String LOST = "effective_n_below_half";

    /** Code of the warning that a weight is many times their mean. */
    public static final String STEEP = "weight_over_5_times_mean";

    private static final double GREAT = 5;
    private static final double POOR = .5;

    public WeightReport {
        warnings = List.copyOf(warnings);
    }

    /** Of the final weights of all rows. */
    public static WeightReport of(Groups groups, Calibration calibration) {
        Optional<Value> refusal = groups.refusal();
        if (refusal.isPresent()) {
            Value no = refusal.get();
            return new WeightReport(groups.rows(), no, no, no, no, no, no, no, List.of());
        }
        double sum = 0;
        double squares = 0;
        double least = Double.MAX_VALUE;
        double greatest = 0;
        for (int g = 0; g < groups.size(); g++) {
            if (groups.rows(g) == 0) {
                continue;
            }
            double factor = calibration.factor(g);
            sum += groups.weight(g) * factor;
            squares += groups.squaredWeight(g) * factor * factor;
            least = StrictMath.min(least, groups.leastWeight(g) * factor);
            greatest = StrictMath.max(greatest, groups.greatestWeight(g) * factor);
        }
        return of(groups.rows(), sum, squares, least, greatest);
    }

    private static WeightReport of(long n, double sum, double squares, double least, double greatest) {
        double effective = sum / squares * sum;
        List<Warning> warnings = new ArrayList<>();
        if (greatest * n > GREAT * sum) {
            warnings.add(Warning.of(STEEP, "ratio", Double.toString(greatest * n / sum)));
        }
        if (effective < POOR * n) {
            warnings.add(Warning.of(LOST, "n_eff", Double.toString(effective)));
        }
        return new WeightReport(
                n,
                Value.of(sum),
                Value.of(squares),
                Value.of(n / effective),
                Value.of(effective),
                Value.of(effective / n),
                Value.of(least),
                Value.of(greatest),
                warnings);
    }

    /** Largest over smallest weight; {@code zero_denominator} beside a weight of 0. */
    public Value ratioGreatestToLeast() {
        return greatest.isKnown() ? Value.ratio(greatest.number(), least.number()) : greatest;
    }

    /** Largest weight over the mean weight. */
    public Value ratioGreatestToMean() {
        return greatest.map(g -> g * n / sum.number());
    }
}
