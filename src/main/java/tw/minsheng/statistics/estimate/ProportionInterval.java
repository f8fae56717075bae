package tw.minsheng.statistics.estimate;

import org.apache.commons.math3.util.FastMath;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.distribution.BetaDistribution;
import tw.minsheng.statistics.distribution.Normal;

/**
 * Intervals around one unweighted proportion x/n (CI1). Limits are as the formula gives them, also outside [0, 1]; pages
 * cut them with {@link #onPage}. Brown, Cai and DasGupta 2001 compare them.
 */
public enum ProportionInterval {
    /** Score interval without continuity correction, the default (Wilson 1927); {@code prop.test(correct=FALSE)}. */
    WILSON {
        @Override
        double[] limits(double x, double n, double z) {
            return wilson(x / n, n, z);
        }
    },
    /** Wilson with continuity correction; {@code prop.test(correct=TRUE)}, whose correction is at most |x − n/2|. */
    WILSON_CC {
        @Override
        double[] limits(double x, double n, double z) {
            double correction = StrictMath.min(.5, StrictMath.abs(x - n * .5)) / n;
            double low = x / n - correction;
            double high = x / n + correction;
            return new double[] {low <= 0 ? 0 : wilson(low, n, z)[0], high >= 1 ? 1 : wilson(high, n, z)[1]};
        }
    },
    /** The exact interval (Clopper and Pearson 1934); {@code binom.test}. */
    CLOPPER_PEARSON {
        @Override
        double[] limits(double x, double n, double z) {
            double tail = Normal.upperTail(z);
            return new double[] {
                x <= 0 ? 0 : BetaDistribution.quantile(tail, x, n - x + 1),
                x >= n ? 1 : BetaDistribution.quantile(1 - tail, x + 1, n - x)
            };
        }
    },
    /** Wald about (x + z²/2)/(n + z²) (Agresti and Coull 1998). */
    AGRESTI_COULL {
        @Override
        double[] limits(double x, double n, double z) {
            double size = n + z * z;
            return wald((x + z * z / 2) / size, size, z);
        }
    },
    /** Equal tails of the beta(x + ½, n − x + ½) posterior, closed at 0 and n. */
    JEFFREYS {
        @Override
        double[] limits(double x, double n, double z) {
            double tail = Normal.upperTail(z);
            return new double[] {
                x <= 0 ? 0 : BetaDistribution.quantile(tail, x + .5, n - x + .5),
                x >= n ? 1 : BetaDistribution.quantile(1 - tail, x + .5, n - x + .5)
            };
        }
    },
    /** Wald on the log odds; does not exist for 0 and n. */
    LOGIT {
        @Override
        double[] limits(double x, double n, double z) {
            double p = x / n;
            double center = FastMath.log(p / (1 - p));
            double half = z / StrictMath.sqrt(n * p * (1 - p));
            return new double[] {expit(center - half), expit(center + half)};
        }

        @Override
        boolean exists(double x, double n) {
            return x > 0 && x < n;
        }
    },
    /** Anscombe's arcsine transformation, (x + 3/8)/(n + 3/4). */
    ARCSINE {
        @Override
        double[] limits(double x, double n, double z) {
            double center = StrictMath.asin(StrictMath.sqrt((x + .375) / (n + .75)));
            double half = z / (2 * StrictMath.sqrt(n));
            return new double[] {squaredSine(center - half), squaredSine(center + half)};
        }
    },
    /** p ± z√(p(1−p)/n); here because people ask for it. */
    WALD {
        @Override
        double[] limits(double x, double n, double z) {
            return wald(x / n, n, z);
        }
    };

    abstract double[] limits(double x, double n, double z);

    boolean exists(double x, double n) {
        return true;
    }

    /**
     * @param successes x in [0, n]; both may be fractions of effective answers
     * @param n answers, positive; 0 gives {@code no_data}
     */
    public Interval around(double successes, double n, double level) {
        if (n == 0) {
            return Interval.undefined(method(), level, Reason.NO_DATA);
        }
        if (!(n > 0) || !(successes >= 0 && successes <= n)) {
            throw new IllegalArgumentException("no proportion: " + successes + " of " + n);
        }
        if (!exists(successes, n)) {
            return Interval.undefined(method(), level, Reason.NO_VARIATION);
        }
        double[] limits = limits(successes, n, Normal.halfWidth(level));
        return Interval.of(method(), level, limits[0], limits[1]);
    }

    /** The interval with limits cut to [0, 1]. */
    public static Interval onPage(Interval interval) {
        return new Interval(
                interval.method(),
                interval.level(),
                interval.lower().map(limit -> StrictMath.max(0, StrictMath.min(1, limit))),
                interval.upper().map(limit -> StrictMath.max(0, StrictMath.min(1, limit))));
    }

    /** The name in results, for example {@code wilson}. */
    public String method() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    private static double[] wilson(double p, double n, double z) {
        double center = p + z * z / (2 * n);
        double half = z * StrictMath.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        double scale = 1 + z * z / n;
        return new double[] {(center - half) / scale, (center + half) / scale};
    }

    private static double[] wald(double p, double n, double z) {
        double half = z * StrictMath.sqrt(StrictMath.max(0, p * (1 - p) / n));
        return new double[] {p - half, p + half};
    }

    static double expit(double x) {
        return 1 / (1 + FastMath.exp(-x));
    }

    static double squaredSine(double angle) {
        double sine = StrictMath.sin(StrictMath.max(0, StrictMath.min(StrictMath.PI / 2, angle)));
        return sine * sine;
    }
}
