package tw.minsheng.statistics.distribution;

import org.apache.commons.math3.special.Erf;

/** The standard normal distribution. */
public final class Normal {

    private static final double SQRT_2 = StrictMath.sqrt(2);

    // Coefficients of Wichura 1988, algorithm AS 241 (PPND16): centre, shoulder, far tail.
    // spotless:off
    private static final double[] A = {3.3871328727963665, 133.14166789178438, 1971.5909503065513,
        13731.69376550946, 45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227};
    private static final double[] B = {1, 42.31333070160091, 687.1870074920579, 5394.196021424751,
        21213.794301586597, 39307.89580009271, 28729.085735721943, 5226.495278852854};
    private static final double[] C = {1.4234371107496835, 4.630337846156546, 5.769497221460691,
        3.6478483247632045, 1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414};
    private static final double[] D = {1, 2.053191626637759, 1.6763848301838038, 0.6897673349851,
        0.14810397642748008, 0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9};
    private static final double[] E = {6.657904643501103, 5.463784911164114, 1.7848265399172913,
        0.29656057182850487, 0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7};
    private static final double[] F = {1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615,
        0.0007868691311456133, 1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15};
    // spotless:on

    private Normal() {}

    /** The density at z. */
    public static double density(double z) {
        return StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * StrictMath.PI);
    }

    /** P(Z ≤ z), by erfc, so that a small lower tail keeps its digits. */
    public static double lowerTail(double z) {
        return Erf.erfc(-z / SQRT_2) / 2;
    }

    /** P(Z > z). */
    public static double upperTail(double z) {
        return Erf.erfc(z / SQRT_2) / 2;
    }

    /** P(|Z| > |z|), the p-value of a two-sided test. */
    public static double twoSided(double z) {
        return Erf.erfc(StrictMath.abs(z) / SQRT_2);
    }

    /** The z with P(Z ≤ z) = p, 0 &lt; p &lt; 1; Wichura 1988, relative accuracy 1e-16, as R's {@code qnorm}. */
    public static double quantile(double p) {
        Inversion.checkProbability(p);
        double q = p - .5;
        if (StrictMath.abs(q) <= .425) {
            double r = .180625 - q * q;
            return q * polynomial(A, r) / polynomial(B, r);
        }
        double r = StrictMath.sqrt(-StrictMath.log(q < 0 ? p : 1 - p));
        double z =
                r <= 5 ? polynomial(C, r - 1.6) / polynomial(D, r - 1.6) : polynomial(E, r - 5) / polynomial(F, r - 5);
        return q < 0 ? -z : z;
    }

    /** The half width in standard errors of a two-sided interval: 1.96 for a level of .95. */
    public static double halfWidth(double level) {
        Inversion.checkProbability(level);
        return quantile(1 - (1 - level) / 2);
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            sum = sum * x + coefficients[i];
        }
        return sum;
    }
}
