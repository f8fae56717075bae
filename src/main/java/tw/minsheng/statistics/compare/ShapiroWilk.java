package tw.minsheng.statistics.compare;

import java.util.Arrays;
import java.util.Map;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.Normal;

/**
 * Whether numbers can come from a normal distribution (PT1; Shapiro and Wilk 1965, by Royston's algorithm AS R94 of 1995); {@code
 * shapiro.test}. Ratings of few steps are never normal: with many answers p says only that.
 *
 * @param w from 0 to 1, 1 for a straight normal plot
 */
public record ShapiroWilk(Value w, Value p) {

    private static final int FEWEST = 3;
    /** Royston's approximation was made up to here. */
    public static final int MOST = 5000;

    // spotless:off
    private static final double[] C1 = {0, .221157, -.147981, -2.07119, 4.434685, -2.706056};
    private static final double[] C2 = {0, .042981, -.293762, -1.752461, 5.682633, -3.582633};
    private static final double[] MEAN_FEW = {.544, -.39978, .025054, -6.714e-4};
    private static final double[] LN_SD_FEW = {1.3822, -.77857, .062767, -.0020322};
    private static final double[] MEAN_MANY = {-1.5861, -.31082, -.083751, .0038915};
    private static final double[] LN_SD_MANY = {-.4803, -.082676, .0030302};
    private static final double[] LIMIT = {-2.273, .459};
    // spotless:on

    /**
     * Tests the numbers. Fewer than 3 are {@code n_too_small}, one value only is {@code no_variation}.
     *
     * @throws IllegalArgumentException for more than {@link #MOST}
     */
    public static ShapiroWilk of(double... values) {
        int n = values.length;
        if (n > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " numbers, not " + n);
        }
        if (n < FEWEST) {
            return none(Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Integer.toString(n))));
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        if (sorted[n - 1] <= sorted[0]) {
            return none(Value.undefined(Reason.NO_VARIATION));
        }
        double[] half = coefficients(n);
        double mean = Arrays.stream(sorted).map(x -> x - sorted[0]).sum() / n + sorted[0];
        double along = 0;
        double lengths = 0;
        for (int i = 0; i < half.length; i++) {
            along += half[i] * (sorted[n - 1 - i] - sorted[i]);
            lengths += 2 * half[i] * half[i];
        }
        double squares = Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).sum();
        double w = StrictMath.min(1, along * along / (lengths * squares));
        return new ShapiroWilk(Value.of(w), Value.of(p(n, w)));
    }

    private static ShapiroWilk none(Value why) {
        return new ShapiroWilk(why, why);
    }

    /** Of the upper half of the ordered numbers, from the largest on; the lower half has them with the other sign. */
    private static double[] coefficients(int n) {
        double[] half = new double[n / 2];
        if (n == FEWEST) {
            half[0] = StrictMath.sqrt(.5);
            return half;
        }
        double[] scores = new double[half.length];
        double squares = 0;
        for (int i = 0; i < half.length; i++) {
            scores[i] = -Normal.quantile((i + 1 - .375) / (n + .25));
            squares += 2 * scores[i] * scores[i];
        }
        double root = 1 / StrictMath.sqrt(n);
        double length = StrictMath.sqrt(squares);
        int fixed = n > 5 ? 2 : 1;
        half[0] = polynomial(C1, root) + scores[0] / length;
        double left = squares - 2 * scores[0] * scores[0];
        double rest = 1 - 2 * half[0] * half[0];
        if (fixed == 2) {
            half[1] = polynomial(C2, root) + scores[1] / length;
            left -= 2 * scores[1] * scores[1];
            rest -= 2 * half[1] * half[1];
        }
        double factor = StrictMath.sqrt(left / rest);
        for (int i = fixed; i < half.length; i++) {
            half[i] = scores[i] / factor;
        }
        return half;
    }

    private static double p(int n, double w) {
        if (n == FEWEST) {
            double least = StrictMath.asin(StrictMath.sqrt(.75));
            return StrictMath.max(0, 6 / StrictMath.PI * (StrictMath.asin(StrictMath.sqrt(w)) - least));
        }
        double y = StrictMath.log1p(-w);
        if (n > 11) {
            double ln = StrictMath.log(n);
            return Normal.upperTail((y - polynomial(MEAN_MANY, ln)) / StrictMath.exp(polynomial(LN_SD_MANY, ln)));
        }
        double limit = polynomial(LIMIT, n);
        if (y >= limit) {
            return 0;
        }
        double turned = -StrictMath.log(limit - y);
        return Normal.upperTail((turned - polynomial(MEAN_FEW, n)) / StrictMath.exp(polynomial(LN_SD_FEW, n)));
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            sum = sum * x + coefficients[i];
        }
        return sum;
    }
}
