package tw.minsheng.statistics.distribution;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/** Two standard normal numbers with correlation r. */
public final class BivariateNormal {

    private static final GaussIntegrator NODES = new GaussIntegratorFactory().legendre(20);
    private static final double STEEP = .925;
    private static final double TWO_PI = 2 * StrictMath.PI;
    private static final double NOTHING = -100;

    private BivariateNormal() {}

    /** The density at (x, y). |r| &lt; 1. */
    public static double density(double x, double y, double r) {
        double rest = (1 - r) * (1 + r);
        return StrictMath.exp(-(x * x - 2 * r * x * y + y * y) / (2 * rest)) / (TWO_PI * StrictMath.sqrt(rest));
    }

    /**
     * P(X ≤ x, Y ≤ y), to 1e-15. Genz 2004, after Drezner and Wesolowsky 1990. Infinite limits are allowed.
     *
     * @param r in [−1, 1]
     */
    public static double lowerTail(double x, double y, double r) {
        if (x == Double.NEGATIVE_INFINITY || y == Double.NEGATIVE_INFINITY) {
            return 0;
        }
        if (x == Double.POSITIVE_INFINITY) {
            return Normal.lowerTail(y);
        }
        if (y == Double.POSITIVE_INFINITY) {
            return Normal.lowerTail(x);
        }
        return StrictMath.abs(r) < STEEP ? flat(-x, -y, r) : steep(-x, -y, r);
    }

    private static double flat(double h, double k, double r) {
        double hs = (h * h + k * k) / 2;
        double angle = StrictMath.asin(r);
        double sum = 0;
        for (int i = 0; i < NODES.getNumberOfPoints(); i++) {
            double sine = StrictMath.sin(angle * (NODES.getPoint(i) + 1) / 2);
            sum += NODES.getWeight(i) * StrictMath.exp((sine * h * k - hs) / (1 - sine * sine));
        }
        return sum * angle / (2 * TWO_PI) + Normal.upperTail(h) * Normal.upperTail(k);
    }

    private static double steep(double h, double k, double r) {
        double other = r < 0 ? -k : k;
        double part = StrictMath.abs(r) < 1 ? -nearLine(h, other, StrictMath.abs(r)) / TWO_PI : 0;
        if (r > 0) {
            return part + Normal.upperTail(StrictMath.max(h, other));
        }
        double between = h < other ? Normal.lowerTail(other) - Normal.lowerTail(h) : 0;
        return -part + StrictMath.max(0, between);
    }

    private static double nearLine(double h, double k, double r) {
        double hk = h * k;
        double as = (1 - r) * (1 + r);
        double a = StrictMath.sqrt(as);
        double bs = (h - k) * (h - k);
        double c = (4 - hk) / 8;
        double d = (12 - hk) / 16;
        double sum = 0;
        double exponent = -(bs / as + hk) / 2;
        if (exponent > NOTHING) {
            sum = a * StrictMath.exp(exponent) * (1 - c * (bs - as) * (1 - d * bs / 5) / 3 + c * d * as * as / 5);
        }
        if (-hk < -NOTHING) {
            double b = StrictMath.sqrt(bs);
            sum -= StrictMath.exp(-hk / 2)
                    * StrictMath.sqrt(TWO_PI)
                    * Normal.lowerTail(-b / a)
                    * b
                    * (1 - c * bs * (1 - d * bs / 5) / 3);
        }
        double half = a / 2;
        for (int i = 0; i < NODES.getNumberOfPoints(); i++) {
            double x = half * (NODES.getPoint(i) + 1);
            double xs = x * x;
            double rs = StrictMath.sqrt(1 - xs);
            double at = -(bs / xs + hk) / 2;
            if (at > NOTHING) {
                double exact = StrictMath.exp(-hk * xs / (2 * (1 + rs) * (1 + rs))) / rs;
                sum += half * NODES.getWeight(i) * StrictMath.exp(at) * (exact - (1 + c * xs * (1 + d * xs)));
            }
        }
        return sum;
    }
}
