package tw.minsheng.statistics.reliability;

import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.Normal;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/** Intervals around α beside {@link Alpha#feldt}. */
public final class AlphaInterval {

    private AlphaInterval() {}

    /**
     * 1 − exp(ln(1−α) ± z·√(2k/((k−1)(n−2)))). Bonett 2002.
     *
     * @param alpha below 1, else {@code interval_outside_range}
     * @param n answers, 3 or more, else {@code n_too_small}
     * @param k items, 2 or more
     */
    public static Interval bonett(double alpha, long n, int k, double level) {
        if (n < 3) {
            return Interval.undefined("bonett", level, Reason.N_TOO_SMALL);
        }
        if (alpha >= 1) {
            return Interval.undefined("bonett", level, Reason.INTERVAL_OUTSIDE_RANGE);
        }
        double log = StrictMath.log1p(-alpha);
        double width = Normal.halfWidth(level) * StrictMath.sqrt(2.0 * k / ((k - 1.0) * (n - 2)));
        return Interval.of("bonett", level, 1 - StrictMath.exp(log + width), 1 - StrictMath.exp(log - width));
    }

    /**
     * The asymptotic standard error of α without assuming parallel items: √(Q/n),
     * Q = 2k²/((k−1)²V³)·[V(tr C² + tr² C) − 2·tr C·ΣΣC²]. Duhachek and Iacobucci 2004; {@code psych::alpha(x)$total$ase}.
     *
     * @param covariance k × k, k ≥ 2, V &gt; 0
     * @return {@code too_few_items}, {@code no_variation} or {@code zero_denominator} otherwise
     */
    public static Value standardError(SymmetricMatrix covariance, long n) {
        int k = covariance.size();
        double variance = covariance.sum();
        if (k < 2) {
            return Alpha.tooFewItems(k);
        }
        if (covariance.trace() <= 0) {
            return Value.undefined(Reason.NO_VARIATION);
        }
        if (variance <= 0 || n < 1) {
            return Value.undefined(Reason.ZERO_DENOMINATOR);
        }
        double traceOfSquare = 0;
        double sumOfSquare = 0;
        for (int i = 0; i < k; i++) {
            double row = covariance.rowSum(i);
            sumOfSquare += row * row;
            for (int j = 0; j < k; j++) {
                traceOfSquare += covariance.at(i, j) * covariance.at(i, j);
            }
        }
        double trace = covariance.trace();
        double inner = variance * (traceOfSquare + trace * trace) - 2 * trace * sumOfSquare;
        double q = 2.0 * k * k / ((k - 1.0) * (k - 1.0) * variance * variance * variance) * inner;
        return Value.of(StrictMath.sqrt(StrictMath.max(0, q) / n));
    }

    /** α ± z·ase with z = 1.96, as psych prints it whatever the digits of the normal quantile. */
    public static Interval duhachek(double alpha, SymmetricMatrix covariance, long n) {
        Value error = standardError(covariance, n);
        return error.isKnown()
                ? Interval.of("duhachek", .95, alpha - 1.96 * error.number(), alpha + 1.96 * error.number())
                : Interval.undefined("duhachek", .95, error);
    }
}
