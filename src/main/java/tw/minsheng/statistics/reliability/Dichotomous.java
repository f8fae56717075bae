package tw.minsheng.statistics.reliability;

import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/** Kuder and Richardson 1937 for items of 0 and 1, with population variances on both sides (C12). */
public final class Dichotomous {

    private Dichotomous() {}

    /**
     * KR-20 = k/(k−1)·(1 − Σ p(1−p)/σ²): α of such items.
     *
     * @param difficulties p, the share of 1, of each item
     * @param variance of the sum score with divisor n − 1
     * @param n answers
     */
    public static Value kr20(double[] difficulties, double variance, long n) {
        double items = 0;
        for (double p : difficulties) {
            items += p * (1 - p);
        }
        return coefficient(difficulties.length, items, population(variance, n));
    }

    /** KR-21 = k/(k−1)·(1 − m(k−m)/(kσ²)), m the mean of the sum score: as if all items were equally difficult. */
    public static Value kr21(int k, double mean, double variance, long n) {
        return coefficient(k, mean * (k - mean) / k, population(variance, n));
    }

    private static double population(double variance, long n) {
        return n < 1 ? 0 : variance * (n - 1) / n;
    }

    private static Value coefficient(int k, double items, double variance) {
        if (k < 2) {
            return Alpha.tooFewItems(k);
        }
        return variance <= 0 ? Value.undefined(Reason.NO_VARIATION) : Value.of(k / (k - 1.0) * (1 - items / variance));
    }
}
