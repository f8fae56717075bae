package tw.minsheng.statistics.compare.design;

import java.util.Arrays;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.StudentT;
import tw.minsheng.statistics.estimate.DesignedSample;
import tw.minsheng.statistics.estimate.RowEstimator;
import tw.minsheng.statistics.estimate.VectorEstimate;
import tw.minsheng.statistics.regress.DesignRegression;
import tw.minsheng.statistics.regress.Link;

/**
 * A t test under a sample design (XT3), with df of the design − 1; {@code svyttest}. A census has nothing to test: the
 * difference is known, its error 0, and t is undefined ({@code census}).
 *
 * @param estimate the mean, or the mean of the second group less that of the first
 * @param n rows
 */
public record DesignTest(Value estimate, Value se, Value t, long df, Value p, Interval interval, long n) {

    /** An error below this part of the estimate is what rounding leaves. */
    private static final double ROUNDING = 1e-14;

    /** Whether a mean is 0: {@code svyttest(y ~ 0)}. Rows without a value lie outside the domain. */
    public static DesignTest ofMean(DesignedSample sample, double[] variable, double level) {
        RowEstimator estimator = new RowEstimator(sample);
        VectorEstimate mean = estimator.means(variable);
        long df = sample.df(estimator.valid(variable)) - 1;
        return tested(mean.estimates().get(0), mean.se(0), df, mean.n(), level, sample.isCensus());
    }

    /**
     * Whether two groups differ in the mean: the regression on the group; {@code svyttest(y ~ group)}.
     *
     * @param variable one value per row; {@link Missing#ANSWER} where there is none
     * @param groups by row 0 or 1; −1 for neither
     */
    public static DesignTest ofGroups(DesignedSample sample, double[] variable, int[] groups, double level) {
        boolean[] valid = new RowEstimator(sample).valid(variable);
        double[][] predictors = new double[groups.length][];
        Arrays.setAll(predictors, i -> new double[] {1, groups[i]});
        for (int i = 0; i < valid.length; i++) {
            valid[i] &= groups[i] >= 0;
        }
        DesignRegression model =
                DesignRegression.fit(sample, Link.IDENTITY, all(valid.length), valid, predictors, variable);
        VectorEstimate found = model.coefficients();
        if (found.estimates().size() < 2) {
            Value why = found.estimates().get(0);
            return tested(why, why, 0, 0, level, false);
        }
        return tested(found.estimates().get(1), found.se(1), model.df(), model.n(), level, sample.isCensus());
    }

    static boolean[] all(int n) {
        boolean[] all = new boolean[n];
        Arrays.fill(all, true);
        return all;
    }

    private static DesignTest tested(Value estimate, Value se, long df, long n, double level, boolean isCensus) {
        if (!estimate.isKnown()) {
            return none(estimate, estimate, df, n, level, estimate);
        }
        if (!se.isKnown() || df < 1) {
            Value why = se.isKnown() ? Value.undefined(Reason.SINGLE_PSU) : se;
            return none(estimate, se, df, n, level, why);
        }
        if (isCensus) {
            double all = estimate.number();
            Value census = Value.undefined(Reason.CENSUS);
            return new DesignTest(estimate, Value.of(0), census, df, census, Interval.of("t", level, all, all), n);
        }
        if (se.number() <= ROUNDING * StrictMath.abs(estimate.number())) {
            return none(estimate, se, df, n, level, Value.undefined(Reason.NO_VARIATION));
        }
        double t = estimate.number() / se.number();
        double half = StudentT.halfWidth(level, (double) df) * se.number();
        return new DesignTest(
                estimate,
                se,
                Value.of(t),
                df,
                Value.of(StudentT.twoSided(t, (double) df)),
                Interval.of("t", level, estimate.number() - half, estimate.number() + half),
                n);
    }

    private static DesignTest none(Value estimate, Value se, long df, long n, double level, Value why) {
        return new DesignTest(estimate, se, why, df, why, Interval.undefined("t", level, why), n);
    }
}
