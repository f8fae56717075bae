package tw.minsheng.statistics.distribution;

import org.apache.commons.math3.special.Gamma;

/**
 * How many of t drawn without putting back are among n, when m others were in the urn, too. Tails are summed from their largest
 * term on, in logarithms; R's {@code phyper}.
 */
public final class Hypergeometric {

    /** A term this small against the sum, and those after it, change nothing. */
    private static final double NOTHING = 1e-17;

    private Hypergeometric() {}

    /**
     * P(Y ≥ y), as {@code phyper(y - 1, n, m, t, lower.tail = FALSE)}.
     *
     * @throws IllegalArgumentException when a number is negative or more are drawn than there are
     */
    public static double upperTail(long y, long n, long m, long t) {
        if (n < 0 || m < 0 || t < 0 || t > n + m) {
            throw new IllegalArgumentException(t + " of " + n + " and " + m);
        }
        if (y <= Math.max(0, t - m)) {
            return 1;
        }
        if (y > Math.min(n, t)) {
            return 0;
        }
        boolean isAboveMean = (double) y * (double) (n + m) > (double) t * (double) n;
        // at most at the mean the tail is no small number, and loses nothing by the subtraction
        return isAboveMean ? summed(y, n, m, t) : Math.max(0, 1 - summed(t - y + 1, m, n, t));
    }

    /** P(Y ≥ y) of a y above the mean, from which on the terms fall. */
    private static double summed(long y, long n, long m, long t) {
        double term = 1;
        double sum = 0;
        for (long i = y; term > sum * NOTHING; i++) {
            sum += term;
            term *= (double) (n - i) * (double) (t - i) / ((double) (i + 1) * (double) (m - t + i + 1));
        }
        return Math.min(1, StrictMath.exp(choose(n, y) + choose(m, t - y) - choose(n + m, t)) * sum);
    }

    private static double choose(long of, long taken) {
        return Gamma.logGamma(of + 1.0) - Gamma.logGamma(taken + 1.0) - Gamma.logGamma(of - taken + 1.0);
    }
}
