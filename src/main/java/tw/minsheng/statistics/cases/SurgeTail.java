package tw.minsheng.statistics.cases;

import java.util.Map;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.Moments;

/**
 * Whether one week has more cases than its baseline explains (CS2). The baseline weeks give the mean m and, by moments, the
 * dispersion k = m²/(s² − m) of a negative binomial with variance m + m²/k; where s² ≤ m it is the Poisson distribution.
 * Tails are taken directly: P(X ≥ x) = I_{m/(k+m)}(x, k) and P(x, m), never as 1 − cdf; same as
 * {@code pnbinom(x - 1, size = k, mu = m, lower.tail = FALSE)} and {@code ppois(x - 1, m, lower.tail = FALSE)}.
 *
 * @param mean of the baseline weeks
 * @param k {@code not_identified} where the weeks vary no more than Poisson counts
 * @param pNb P(X ≥ x) under the negative binomial; under Poisson where there is no k
 */
public record SurgeTail(Value mean, Value k, Value pNb, Value pPoisson, Level level) {

    /** Baseline weeks that are needed. */
    public static final int LEAST_WEEKS = 8;

    /** Cases in the week below which there is never an alarm. */
    public static final long LEAST_CASES = 5;

    /** An alarm needs a tail smaller than this. */
    public static final double ALARM = .001;

    private static final double EPSILON = 1e-15;
    private static final int MAX_ITERATIONS = 1_000_000;

    /** How sure an alarm is. */
    public enum Level {
        /** negative binomial tail under .001 */
        RED,
        /** 觀察: Poisson tail under .001 */
        AMBER,
        NONE;

        /** The name in results. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * @param baseline cases in each baseline week, none negative; fewer than {@link #LEAST_WEEKS} give {@code n_too_small}
     * @param week cases in the week that is looked at
     */
    public static SurgeTail of(long[] baseline, long week) {
        if (week < 0) {
            throw new IllegalArgumentException("a week with " + week + " cases");
        }
        double[] counts = new double[baseline.length];
        for (int i = 0; i < counts.length; i++) {
            if (baseline[i] < 0) {
                throw new IllegalArgumentException("a week with " + baseline[i] + " cases");
            }
            counts[i] = baseline[i];
        }
        if (counts.length < LEAST_WEEKS) {
            Value none = Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Integer.toString(counts.length)));
            return new SurgeTail(none, none, none, none, Level.NONE);
        }
        Moments moments = Moments.of(counts);
        return judged(moments.average(), moments.squares() / (moments.n() - 1), week);
    }

    private static SurgeTail judged(double mean, double variance, long week) {
        double poisson = poissonTail(mean, week);
        boolean spread = variance > mean;
        double k = spread ? mean * mean / (variance - mean) : 0;
        double nb = spread ? negativeBinomialTail(mean, k, week) : poisson;
        Level level = Level.NONE;
        if (week >= LEAST_CASES && poisson < ALARM) {
            level = nb < ALARM ? Level.RED : Level.AMBER;
        } else if (week >= LEAST_CASES && nb < ALARM) {
            level = Level.RED;
        }
        return new SurgeTail(
                Value.of(mean),
                spread ? Value.of(k) : Value.undefined(Reason.NOT_IDENTIFIED),
                Value.of(nb),
                Value.of(poisson),
                level);
    }

    /** P(X ≥ x) of a Poisson count with this mean. */
    public static double poissonTail(double mean, long x) {
        if (x <= 0) {
            return 1;
        }
        return mean == 0 ? 0 : Gamma.regularizedGammaP((double) x, mean, EPSILON, MAX_ITERATIONS);
    }

    /** P(X ≥ x) of a negative binomial count with variance mean + mean²/k. */
    public static double negativeBinomialTail(double mean, double k, long x) {
        if (x <= 0) {
            return 1;
        }
        return mean == 0 ? 0 : Beta.regularizedBeta(mean / (k + mean), (double) x, k, EPSILON, MAX_ITERATIONS);
    }
}
