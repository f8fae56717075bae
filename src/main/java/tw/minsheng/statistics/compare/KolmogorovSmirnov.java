package tw.minsheng.statistics.compare;

import java.util.Arrays;
import java.util.Map;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/**
 * The largest distance of the distributions of two groups (PT1; Smirnov 1939); {@code ks.test(exact = FALSE)}. With ties, as ratings have
 * them, p is too large rather than too small.
 *
 * @param distance D, from 0 to 1
 * @param p by the limit of large samples
 */
public record KolmogorovSmirnov(Value distance, Value p) {

    private static final double SMALL = 1e-17;

    /** A group without numbers is {@code n_too_small}. */
    public static KolmogorovSmirnov of(double[] first, double[] second) {
        if (first.length == 0 || second.length == 0) {
            Value why = Value.undefined(Reason.N_TOO_SMALL, Map.of("n", "0"));
            return new KolmogorovSmirnov(why, why);
        }
        double[] x = sorted(first);
        double[] y = sorted(second);
        double widest = 0;
        int i = 0;
        int j = 0;
        while (i < x.length && j < y.length) {
            double at = StrictMath.min(x[i], y[j]);
            while (i < x.length && x[i] <= at) {
                i++;
            }
            while (j < y.length && y[j] <= at) {
                j++;
            }
            widest = StrictMath.max(widest, StrictMath.abs((double) i / x.length - (double) j / y.length));
        }
        double scale = StrictMath.sqrt((double) x.length * y.length / ((double) x.length + y.length));
        return new KolmogorovSmirnov(Value.of(widest), Value.of(tail(scale * widest)));
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** P(K > z) of Kolmogorov's distribution: 2Σ(−1)^(k−1)·exp(−2k²z²), near 0 as 1 − √(2π)/z·Σexp(−(2k−1)²π²/(8z²)). */
    static double tail(double z) {
        if (z <= 0) {
            return 1;
        }
        double sum = 0;
        if (z < 1) {
            double step = -StrictMath.PI * StrictMath.PI / (8 * z * z);
            double term = 1;
            for (int k = 1; term > SMALL * sum; k += 2) {
                term = StrictMath.exp(step * k * k);
                sum += term;
                if (term == 0) {
                    break;
                }
            }
            return StrictMath.min(1, 1 - StrictMath.sqrt(2 * StrictMath.PI) / z * sum);
        }
        double sign = 1;
        double term = 1;
        for (int k = 1; term > SMALL; k++) {
            term = StrictMath.exp(-2 * z * z * k * k);
            sum += sign * term;
            sign = -sign;
        }
        return 2 * sum;
    }
}
