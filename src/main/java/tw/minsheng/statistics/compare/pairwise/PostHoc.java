package tw.minsheng.statistics.compare.pairwise;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.compare.Group;
import tw.minsheng.statistics.distribution.FisherF;
import tw.minsheng.statistics.distribution.StudentT;
import tw.minsheng.statistics.distribution.StudentizedRange;

/**
 * Means of every two groups after an analysis of variance. Each procedure takes the groups in order, and needs 2 groups and
 * numbers beyond one per group, else {@code n_too_small}; groups without any spread give {@code no_variation}.
 */
public enum PostHoc {
    /** Tukey 1953, Kramer 1956: one variance, the studentised range; {@code TukeyHSD}. */
    TUKEY {
        @Override
        Pair tested(int groups, Difference d, double level) {
            double q = StrictMath.abs(d.mean) / d.error * StrictMath.sqrt(2);
            double wide = StudentizedRange.quantile(level, groups, d.df) / StrictMath.sqrt(2);
            return d.pair(q, StudentizedRange.upperTail(q, groups, d.df), interval(d, wide, level));
        }
    },
    /** Scheffé 1953: F = (d/se)²/(k − 1) with (k − 1, n − k) degrees of freedom, one variance. */
    SCHEFFE {
        @Override
        Pair tested(int groups, Difference d, double level) {
            double more = groups - 1.0;
            double f = d.mean / d.error * (d.mean / d.error) / more;
            double wide = StrictMath.sqrt(more * FisherF.quantile(level, more, d.df));
            return d.pair(f, FisherF.upperTail(f, more, d.df), interval(d, wide, level));
        }
    },
    /** Games and Howell 1976: the variances of the two groups, Welch's degrees of freedom, the studentised range. */
    GAMES_HOWELL {
        @Override
        Pair tested(int groups, Difference d, double level) {
            double t = StrictMath.abs(d.mean) / d.error;
            double wide = StudentizedRange.quantile(level, groups, d.df) / StrictMath.sqrt(2);
            double p = StudentizedRange.upperTail(t * StrictMath.sqrt(2), groups, d.df);
            return d.pair(t, p, interval(d, wide, level));
        }

        @Override
        boolean pools() {
            return false;
        }
    },
    /** t tests with the variance of all groups and n − k degrees of freedom, p not corrected; {@code pairwise.t.test}. */
    POOLED_T {
        @Override
        Pair tested(int groups, Difference d, double level) {
            return byT(d, level);
        }
    },
    /** Welch's t tests, p not corrected; {@code pairwise.t.test(pool.sd = FALSE)}. */
    WELCH_T {
        @Override
        Pair tested(int groups, Difference d, double level) {
            return byT(d, level);
        }

        @Override
        boolean pools() {
            return false;
        }
    };

    /** A difference of means with its standard error, above 0. */
    private record Difference(int first, int second, double mean, double error, double df) {

        Pair pair(double statistic, double p, Interval interval) {
            return new Pair(
                    first,
                    second,
                    Value.of(mean),
                    Value.of(error),
                    Value.of(statistic),
                    Value.of(df),
                    Value.of(p),
                    interval);
        }
    }

    abstract Pair tested(int groups, Difference difference, double level);

    /** Whether all groups share one variance. */
    boolean pools() {
        return true;
    }

    Interval interval(Difference d, double wide, double level) {
        return Interval.of(method(), level, d.mean - wide * d.error, d.mean + wide * d.error);
    }

    Pair byT(Difference d, double level) {
        double t = d.mean / d.error;
        double wide = StudentT.halfWidth(level, d.df);
        return d.pair(t, StudentT.twoSided(t, d.df), interval(d, wide, level));
    }

    private String method() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Every two of the groups, later minus earlier.
     *
     * @param groups none empty; with two variances each of 2 numbers or more
     * @param level of the intervals, in (0, 1)
     */
    public List<Pair> of(List<Group> groups, double level) {
        double rest = groups.stream().mapToDouble(g -> g.n() - 1.0).sum();
        double squares =
                groups.stream().mapToDouble(g -> g.variance() * (g.n() - 1)).sum();
        return Pair.each(groups.size(), (i, j) -> {
            Group a = groups.get(i);
            Group b = groups.get(j);
            double ofA = (pools() ? squares / rest : a.variance()) / a.n();
            double ofB = (pools() ? squares / rest : b.variance()) / b.n();
            boolean small = pools() ? rest < 1 : a.n() < 2 || b.n() < 2;
            if (small) {
                long n = StrictMath.min(a.n(), b.n());
                Value why = Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Long.toString(n)));
                return Pair.none(i, j, why, method(), level);
            }
            double square = ofA + ofB;
            if (square <= 0) {
                return Pair.none(i, j, Value.undefined(Reason.NO_VARIATION), method(), level);
            }
            double df = pools() ? rest : square * square / (ofA * ofA / (a.n() - 1) + ofB * ofB / (b.n() - 1));
            return tested(groups.size(), new Difference(i, j, b.mean() - a.mean(), StrictMath.sqrt(square), df), level);
        });
    }
}
