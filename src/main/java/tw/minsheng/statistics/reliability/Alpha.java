package tw.minsheng.statistics.reliability;

import java.util.Arrays;
import java.util.Map;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.FisherF;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/**
 * The formulas around Cronbach's alpha over a covariance matrix C (divisor n − 1) of k items. Kernels: they ask nothing
 * about n. V is the sum of all elements of C, the variance of the sum score.
 */
public final class Alpha {

    /** Sums that should cancel leave this part of what was added up, at most. */
    private static final double ROUNDING = 1e-13;

    private Alpha() {}

    /**
     * α = k/(k−1)·(1 − tr C/V). Cronbach 1951; {@code psych::alpha(x)$total$raw_alpha}. A negative value stays negative.
     *
     * @return a value in (−∞, 1]; {@code too_few_items} for one item, {@code no_variation} when every item is constant
     */
    public static Value raw(SymmetricMatrix covariance) {
        double trace = covariance.trace();
        double variance = covariance.sum();
        return raw(covariance.size(), trace, variance, trace + StrictMath.abs(variance));
    }

    /**
     * k·r̄/(1 + (k−1)r̄) with r̄ the mean correlation; {@code $total$std.alpha}.
     *
     * @param correlation k × k correlation matrix of items that all vary
     */
    public static Value standardized(SymmetricMatrix correlation) {
        return raw(correlation);
    }

    /** Mean of the correlations below the diagonal; k ≥ 2. */
    public static Value averageCorrelation(SymmetricMatrix correlation) {
        double[] r = correlation.belowDiagonal();
        return r.length == 0
                ? tooFewItems(correlation.size())
                : Value.of(Arrays.stream(r).sum() / r.length);
    }

    /** Median of the correlations below the diagonal; k ≥ 2. */
    public static Value medianCorrelation(SymmetricMatrix correlation) {
        double[] r = correlation.belowDiagonal();
        if (r.length == 0) {
            return tooFewItems(correlation.size());
        }
        Arrays.sort(r);
        int half = r.length / 2;
        return Value.of(r.length % 2 == 1 ? r[half] : (r[half - 1] + r[half]) / 2);
    }

    /** k·r̄/(1 − r̄); {@code $total$`S/N`}. {@code zero_denominator} when the items are copies of each other. */
    public static Value signalToNoise(SymmetricMatrix correlation) {
        Value average = averageCorrelation(correlation);
        return average.isKnown() ? Value.ratio(correlation.size() * average.number(), 1 - average.number()) : average;
    }

    /**
     * Feldt's interval 1 − (1−α)·F, F the quantiles of F with n−1 and (n−1)(k−1) degrees of freedom. Feldt 1965;
     * {@code psych::alpha.ci}.
     *
     * @param n answers behind α, 2 or more
     * @param k items, 2 or more
     */
    public static Interval feldt(double alpha, long n, int k, double level) {
        double tail = (1 - level) / 2;
        double df1 = n - 1.0;
        double df2 = df1 * (k - 1);
        return Interval.of(
                "feldt",
                level,
                1 - (1 - alpha) * FisherF.quantile(1 - tail, df1, df2),
                1 - (1 - alpha) * FisherF.quantile(tail, df1, df2));
    }

    /** α without item j, from C in O(k): V_j = V − 2Σ_i c_ij + c_jj. k ≥ 3, else {@code too_few_items} (C14). */
    public static Value ifDeleted(SymmetricMatrix covariance, int item) {
        if (covariance.size() < 3) {
            return tooFewItems(covariance.size());
        }
        double trace = covariance.trace();
        return raw(
                covariance.size() - 1,
                trace - covariance.at(item, item),
                varianceIfDeleted(covariance, item),
                trace + StrictMath.abs(covariance.sum()));
    }

    /** The variance of the sum score without item j. */
    public static double varianceIfDeleted(SymmetricMatrix covariance, int item) {
        return covariance.sum() - 2 * covariance.rowSum(item) + covariance.at(item, item);
    }

    /**
     * 題總相關 without the item itself, (Σ_i c_ij − c_jj)/√(c_jj·V_j); {@code $item.stats$r.drop}.
     *
     * @return {@code item_constant} when the item does not vary, {@code no_variation} when the rest does not
     */
    public static Value correctedItemTotal(SymmetricMatrix covariance, int item) {
        double own = covariance.at(item, item);
        return correlation(covariance.rowSum(item) - own, own, varianceIfDeleted(covariance, item));
    }

    /** 題總相關 with the item in the total, Σ_i c_ij/√(c_jj·V). */
    public static Value uncorrectedItemTotal(SymmetricMatrix covariance, int item) {
        return correlation(covariance.rowSum(item), covariance.at(item, item), covariance.sum());
    }

    private static Value correlation(double covariance, double own, double other) {
        if (own <= 0) {
            return Value.undefined(Reason.ITEM_CONSTANT);
        }
        if (other <= 0) {
            return Value.undefined(Reason.NO_VARIATION);
        }
        double r = covariance / StrictMath.sqrt(own * other);
        return Value.of(StrictMath.max(-1, StrictMath.min(1, r)));
    }

    /**
     * Squared multiple correlation of each item with the others, 1 − 1/diag(R⁻¹); {@code psych::smc}.
     *
     * @return one value per item; {@code singular_matrix} or {@code not_psd} when R cannot be inverted
     */
    public static Value[] squaredMultipleCorrelations(SymmetricMatrix correlation) {
        Value[] values = new Value[correlation.size()];
        switch (correlation.definiteness()) {
            case SINGULAR -> Arrays.fill(values, Value.undefined(Reason.SINGULAR_MATRIX));
            case INDEFINITE -> Arrays.fill(values, Value.undefined(Reason.NOT_PSD));
            case POSITIVE_DEFINITE -> {
                SymmetricMatrix inverse = correlation.inverse();
                Arrays.setAll(values, j -> Value.of(1 - 1 / inverse.at(j, j)));
            }
        }
        return values;
    }

    /**
     * How many times as long the scale must be to reach a reliability ρ: ρ(1−α)/(α(1−ρ)), Spearman–Brown.
     *
     * @return {@code zero_denominator} unless 0 &lt; α &lt; 1
     */
    public static Value lengthFactor(double alpha, double target) {
        return alpha > 0 && alpha < 1
                ? Value.of(target * (1 - alpha) / (alpha * (1 - target)))
                : Value.undefined(Reason.ZERO_DENOMINATOR);
    }

    /** @param added what the sums were made of: items without any covariance have an α of 0, not of what rounding leaves */
    private static Value raw(int k, double trace, double variance, double added) {
        if (k < 2) {
            return tooFewItems(k);
        }
        if (trace <= 0) {
            return Value.undefined(Reason.NO_VARIATION);
        }
        if (StrictMath.abs(variance - trace) <= ROUNDING * added) {
            return Value.of(0);
        }
        return variance <= 0
                ? Value.undefined(Reason.ZERO_DENOMINATOR)
                : Value.of(StrictMath.min(1, k / (k - 1.0) * (1 - trace / variance))); // rounding may pass the limit
    }

    static Value tooFewItems(int k) {
        return Value.undefined(Reason.TOO_FEW_ITEMS, Map.of("k", Integer.toString(k)));
    }
}
