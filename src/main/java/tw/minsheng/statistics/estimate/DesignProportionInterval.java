package tw.minsheng.statistics.estimate;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.distribution.BetaDistribution;
import tw.minsheng.statistics.distribution.StudentT;

/**
 * Intervals around one proportion from a sample design (CI2), with t and the design's degrees of freedom; R:
 * {@code svyciprop}. Shares of 0 and 1 and shares without any variance get Clopper–Pearson limits instead, because the
 * transformations collapse there.
 */
public enum DesignProportionInterval {
    /** t on the log odds, the default; se/(p(1−p)) by the delta method. */
    LOGIT {
        @Override
        double[] limits(Share s, double t) {
            double center = org.apache.commons.math3.util.FastMath.log(s.p / (1 - s.p));
            double half = t * s.se / (s.p * (1 - s.p));
            return new double[] {ProportionInterval.expit(center - half), ProportionInterval.expit(center + half)};
        }
    },
    /** t on the arcsine of the root. */
    ASIN {
        @Override
        double[] limits(Share s, double t) {
            double center = StrictMath.asin(StrictMath.sqrt(s.p));
            double half = t * s.se / (2 * StrictMath.sqrt(s.p * (1 - s.p)));
            return new double[] {
                ProportionInterval.squaredSine(center - half), ProportionInterval.squaredSine(center + half)
            };
        }
    },
    /** p ± t·se. */
    MEAN {
        @Override
        double[] limits(Share s, double t) {
            return new double[] {s.p - t * s.se, s.p + t * s.se};
        }
    },
    /** Clopper–Pearson with n_eff·(t_(n−1)/t_df)² answers (Korn and Graubard 1998). */
    BETA {
        @Override
        double[] limits(Share s, double t) {
            double ratio = StudentT.halfWidth(s.level, s.n - 1.0) / t;
            double effective = s.p * (1 - s.p) / (s.se * s.se) * ratio * ratio;
            double tail = (1 - s.level) / 2;
            return new double[] {
                BetaDistribution.quantile(tail, effective * s.p, effective * (1 - s.p) + 1),
                BetaDistribution.quantile(1 - tail, effective * s.p + 1, effective * (1 - s.p))
            };
        }
    },
    /**
     * Where the likelihood ratio of a share is as far down as t² puts it: 2·n_eff·(p̂·ln(p̂/p) + (1 − p̂)·ln((1 − p̂)/(1 − p))) = t²·m/(m − 1) with
     * n_eff = p̂(1 − p̂)/se² and m answers, by which Pearson's dispersion is divided. R takes the same from a spline through some
     * points of the profile, and is off by up to 1e-5.
     */
    LIKELIHOOD {
        @Override
        double[] limits(Share s, double t) {
            double effective = s.p * (1 - s.p) / (s.se * s.se);
            double depth = t * t * s.answered / (s.answered - 1.0) / (2 * effective);
            return new double[] {
                Root.of(p -> s.divergence(p) - depth, s.p, 0), Root.of(p -> s.divergence(p) - depth, s.p, 1)
            };
        }
    };

    /**
     * A share with its error, all in order.
     *
     * @param n rows, {@code answered} those with an answer
     */
    private record Share(double p, double se, long n, long answered, double level) {

        /** Of the share from another one; endless at 0 and 1. */
        double divergence(double other) {
            return p * StrictMath.log(p / other) + (1 - p) * StrictMath.log((1 - p) / (1 - other));
        }
    }

    /** Halves the way from where a function is below 0 to an end where it is above, to the last bit. */
    private static final class Root {

        private Root() {}

        static double of(DoubleUnaryOperator function, double below, double above) {
            double inside = below;
            double outside = above;
            while (true) {
                double middle = (inside + outside) / 2;
                if (middle == inside || middle == outside) {
                    return inside;
                }
                if (function.applyAsDouble(middle) < 0) {
                    inside = middle;
                } else {
                    outside = middle;
                }
            }
        }
    }

    abstract double[] limits(Share share, double t);

    /**
     * @param share a mean of zeros and ones
     * @param level confidence level
     * @return limits; the reason of the mean or of its error where those do not exist
     */
    public Interval around(MeanEstimate share, double level) {
        if (!share.mean().isKnown()) {
            return Interval.undefined(method(), level, share.mean());
        }
        if (!share.se().isKnown()) {
            return Interval.undefined(method(), level, share.se());
        }
        double p = StrictMath.max(0, StrictMath.min(1, share.mean().number()));
        double se = share.se().number();
        if (share.isCensus()) {
            return Interval.of(method(), level, p, p);
        }
        if (p == 0 || p == 1 || se == 0) {
            return ProportionInterval.CLOPPER_PEARSON.around(p * share.n(), (double) share.n(), level);
        }
        if (share.df() < 1) {
            return Interval.undefined(method(), level, Reason.SINGLE_PSU);
        }
        double[] limits = limits(
                new Share(p, se, share.rows(), share.n(), level), StudentT.halfWidth(level, (double) share.df()));
        return Interval.of(method(), level, limits[0], limits[1]);
    }

    /**
     * The interval by this transformation alone, for shares that are a step on the way to something else;
     * {@code interval_outside_range} for a share of 0 or 1, around which only {@link #MEAN} has limits.
     *
     * @param n valid rows, {@code df} degrees of freedom, 1 or more
     */
    Interval transformed(double p, double se, long n, long df, double level) {
        if (this != MEAN && (p <= 0 || p >= 1 || se <= 0)) {
            return Interval.undefined(method(), level, Reason.INTERVAL_OUTSIDE_RANGE);
        }
        double[] limits = limits(new Share(p, se, n, n, level), StudentT.halfWidth(level, (double) df));
        return Interval.of(method(), level, limits[0], limits[1]);
    }

    public String method() {
        return name().toLowerCase(Locale.ROOT);
    }
}
