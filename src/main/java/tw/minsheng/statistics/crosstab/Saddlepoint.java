package tw.minsheng.statistics.crosstab;

import java.util.Arrays;
import org.apache.commons.math3.util.FastMath;
import tw.minsheng.statistics.distribution.FisherF;
import tw.minsheng.statistics.distribution.Normal;

/**
 * P(Σλ·χ²₁ > x·χ²_d/d) by the saddlepoint approximation of Lugannani and Rice (Kuonen 1999, Biometrika 86): the tail of a
 * weighted sum whose error is estimated on d degrees of freedom. d counts whole, as R's {@code pFsum} takes it. Where the
 * approximation has a hole, about the mean, Satterthwaite's F stands in.
 */
final class Saddlepoint {

    /** One number of degrees of freedom may be a hair below 1. */
    private static final double ROUNDING = 1e-9;

    private static final double HOLE = 1e-4;
    private static final int MOST_STEPS = 200;

    private final double[] terms;
    private final double times;
    private final double last;

    /** Terms λ once each, and one more as often as {@code times} says. */
    private Saddlepoint(double[] terms, double times, double last) {
        this.terms = terms;
        this.times = times;
        this.last = last;
    }

    /** @param effects λ, at least one above 0, {@code ddf} 1 or more */
    static double upperTail(double x, double[] effects, double ddf) {
        double greatest = Arrays.stream(effects).max().orElseThrow();
        double[] scaled =
                Arrays.stream(effects).map(effect -> effect / greatest).toArray();
        double times = StrictMath.floor(ddf + ROUNDING);
        if (x <= 0) {
            return 1;
        }
        Saddlepoint sum = new Saddlepoint(scaled, times, -x / ddf / greatest);
        double zeta = sum.root();
        if (StrictMath.abs(zeta) < HOLE) {
            double total = Arrays.stream(effects).sum();
            double squares = Arrays.stream(effects).map(e -> e * e).sum();
            return FisherF.upperTail(x / total, total * total / squares, ddf);
        }
        double w = StrictMath.signum(zeta) * StrictMath.sqrt(-2 * sum.cumulant(zeta));
        double v = zeta * StrictMath.sqrt(sum.second(zeta));
        return Normal.upperTail(w + FastMath.log(v / w) / w);
    }

    /** Where the first derivative of the cumulant function is 0, between its poles. */
    private double root() {
        double low = 1 / (2 * last);
        double high = .5;
        for (int step = 0; step < MOST_STEPS; step++) {
            double middle = (low + high) / 2;
            if (first(middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private double cumulant(double zeta) {
        double sum = times * FastMath.log1p(-2 * zeta * last);
        for (double term : terms) {
            sum += FastMath.log1p(-2 * zeta * term);
        }
        return -sum / 2;
    }

    private double first(double zeta) {
        double sum = times * last / (1 - 2 * zeta * last);
        for (double term : terms) {
            sum += term / (1 - 2 * zeta * term);
        }
        return sum;
    }

    private double second(double zeta) {
        double sum = times * square(last / (1 - 2 * zeta * last));
        for (double term : terms) {
            sum += square(term / (1 - 2 * zeta * term));
        }
        return 2 * sum;
    }

    private static double square(double x) {
        return x * x;
    }
}
