package tw.minsheng.statistics.driver;

import java.util.function.IntToDoubleFunction;

/**
 * What each of p predictors adds to a measure of fit, averaged over every order in which they can come (Lindeman, Merenda and
 * Gold 1980; Shapley 1953): Σ over the sets without it of k!(p − k − 1)!/p!·(fit with it − fit without). The shares add up to the fit of
 * all.
 */
final class SubsetShares {

    /** 2^p models are fitted. */
    static final int MOST = 15;

    private SubsetShares() {}

    /** @param fit of the set whose predictors have a 1 among the bits; 0 of nobody */
    static double[] of(int predictors, IntToDoubleFunction fit) {
        double[] worth = new double[1 << predictors];
        for (int set = 1; set < worth.length; set++) {
            worth[set] = fit.applyAsDouble(set);
        }
        double[] weights = weights(predictors);
        double[] shares = new double[predictors];
        for (int set = 0; set < worth.length; set++) {
            double weight = set == worth.length - 1 ? 0 : weights[Integer.bitCount(set)];
            for (int j = 0; j < predictors; j++) {
                int bit = 1 << j;
                if ((set & bit) == 0) {
                    shares[j] += weight * (worth[set | bit] - worth[set]);
                }
            }
        }
        return shares;
    }

    /** k!(p − k − 1)!/p! for k = 0 … p − 1. */
    private static double[] weights(int p) {
        double[] weights = new double[p];
        double choices = 1; // of k out of p − 1
        for (int k = 0; k < p; k++) {
            weights[k] = 1 / (p * choices);
            choices = choices * (p - 1 - k) / (k + 1);
        }
        return weights;
    }

    static int[] members(int set) {
        int[] members = new int[Integer.bitCount(set)];
        int next = 0;
        for (int j = 0; j < Integer.SIZE - 1; j++) {
            if ((set & 1 << j) != 0) {
                members[next++] = j;
            }
        }
        return members;
    }

    static void check(int predictors) {
        if (predictors > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " predictors, not " + predictors);
        }
    }
}
