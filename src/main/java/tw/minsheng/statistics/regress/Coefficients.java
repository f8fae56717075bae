package tw.minsheng.statistics.regress;

import java.util.List;
import java.util.Optional;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.Normal;
import tw.minsheng.statistics.distribution.StudentT;
import tw.minsheng.statistics.estimate.DesignedSample;
import tw.minsheng.statistics.estimate.Statistic;
import tw.minsheng.statistics.estimate.VectorEstimate;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/**
 * Coefficients of a model with what is said of each: coefficient over its error, against t or, without a limit of degrees of
 * freedom, against the normal distribution.
 *
 * @param estimates with their covariance
 * @param df degrees of freedom of t; infinite for the normal distribution
 */
public record Coefficients(VectorEstimate estimates, double df) {

    /** The normal distribution: what maximum likelihood promises of many rows. */
    static Coefficients normal(VectorEstimate estimates) {
        return new Coefficients(estimates, Double.POSITIVE_INFINITY);
    }

    /**
     * What follows from a sample design: without degrees of freedom, or where the design has no variance, the estimates stand without
     * errors, for {@code single_psu} or the reason of the design.
     *
     * @param n rows of the model
     */
    static VectorEstimate underDesign(DesignedSample sample, Statistic model, List<Value> estimates, long df, long n) {
        Optional<Value> without = df < 1
                ? Optional.of(sample.varianceRefusal().orElse(Value.undefined(Reason.SINGLE_PSU)))
                : sample.varianceRefusal();
        SymmetricMatrix covariance =
                without.isPresent() ? SymmetricMatrix.of(estimates.size(), (i, j) -> 0) : sample.covariance(model);
        return new VectorEstimate(estimates, without.orElse(Value.of(0)), covariance, n);
    }

    public int size() {
        return estimates.estimates().size();
    }

    public Value at(int index) {
        return estimates.estimates().get(index);
    }

    public Value se(int index) {
        return estimates.se(index);
    }

    /** Coefficient over its error: t, or z. {@code no_variation} when the error is 0. */
    public Value statistic(int index) {
        Value se = se(index);
        if (!se.isKnown()) {
            return se;
        }
        return se.number() > 0 ? at(index).map(b -> b / se.number()) : Value.undefined(Reason.NO_VARIATION);
    }

    /** Two-sided. */
    public Value p(int index) {
        return statistic(index).map(t -> Double.isInfinite(df) ? Normal.twoSided(t) : StudentT.twoSided(t, df));
    }

    /** Coefficient ± quantile·se. */
    public Interval interval(int index, double level) {
        Value se = se(index);
        String method = Double.isInfinite(df) ? "normal" : "t";
        if (!se.isKnown()) {
            return Interval.undefined(method, level, se);
        }
        double quantile = Double.isInfinite(df) ? Normal.halfWidth(level) : StudentT.halfWidth(level, df);
        double half = quantile * se.number();
        double middle = at(index).number();
        return Interval.of(method, level, middle - half, middle + half);
    }

    /** exp(b): by how much the odds of a higher answer are multiplied by one unit more of a predictor. */
    public Value oddsRatio(int index) {
        return finite(at(index));
    }

    /** The interval of the coefficient on the scale of odds. */
    public Interval oddsInterval(int index, double level) {
        Interval plain = interval(index, level);
        return new Interval(plain.method(), level, finite(plain.lower()), finite(plain.upper()));
    }

    private static Value finite(Value logarithm) {
        if (!logarithm.isKnown()) {
            return logarithm;
        }
        double odds = StrictMath.exp(logarithm.number());
        return Double.isInfinite(odds) ? Value.undefined(Reason.INTERVAL_OUTSIDE_RANGE) : Value.of(odds);
    }
}
