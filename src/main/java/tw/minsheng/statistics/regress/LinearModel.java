package tw.minsheng.statistics.regress;

import java.util.Arrays;
import java.util.Optional;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.FisherF;
import tw.minsheng.statistics.estimate.VectorEstimate;
import tw.minsheng.statistics.moments.LeastSquares;

/**
 * Least squares without weights (RG1): b = (X′X)⁻¹X′y, covariance s²(X′X)⁻¹ with s² = Σe²/(n − k); {@code lm} and {@code summary}
 * of R. With weights take {@link DesignRegression}.
 *
 * @param coefficients the constant first, t with n − k degrees of freedom
 * @param rSquared 1 − Σe²/Σ(y − ȳ)²; {@code no_variation} when y is constant
 * @param adjusted 1 − (1 − R²)(n − 1)/(n − k)
 * @param sigma s
 * @param f of all predictors together, on (k − 1, n − k); {@code no_variation} without predictors or when nothing is left over
 * @param fP its upper tail
 * @param n rows
 */
public record LinearModel(
        Coefficients coefficients, Value rSquared, Value adjusted, Value sigma, Value f, Value fP, long n) {

    /** Less of the variation than this is rounding, not a residual. */
    private static final double EXACT = 1e-24;

    /**
     * Fits a model. {@code no_data} without rows, {@code n_too_small} with no more rows than coefficients, {@code singular_matrix}
     * when a predictor follows from the others.
     *
     * @param predictors by row, the 1 of the constant first; nothing missing
     * @param outcome by row
     */
    public static LinearModel fit(double[][] predictors, double[] outcome) {
        int n = outcome.length;
        int k = n == 0 ? 1 : predictors[0].length;
        Optional<Value> refusal = Refusal.ofRows(n, k);
        if (refusal.isPresent()) {
            return none(refusal.get(), k, n);
        }
        Optional<LeastSquares> fitted = LeastSquares.fit(predictors, outcome, ones(n));
        return fitted.map(found -> of(found, predictors, outcome))
                .orElseGet(() -> none(Value.undefined(Reason.SINGULAR_MATRIX), k, n));
    }

    static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static LinearModel none(Value why, int k, long n) {
        return new LinearModel(new Coefficients(Refusal.none(why, k, n), n), why, why, why, why, why, n);
    }

    private static LinearModel of(LeastSquares fitted, double[][] predictors, double[] outcome) {
        int n = outcome.length;
        int k = fitted.size();
        double all = squares(outcome);
        double left = residualSquares(fitted, predictors, outcome);
        double rest = left <= EXACT * all ? 0 : left;
        double variance = rest / (n - k);
        VectorEstimate vector = new VectorEstimate(
                fitted.coefficients(), Value.of(0), fitted.inverse().times(variance), n);
        Value r2 = all > 0 ? Value.of(1 - rest / all) : Value.undefined(Reason.NO_VARIATION);
        boolean tested = k > 1 && all > 0 && rest > 0;
        Value f = tested ? Value.of((all - rest) / (k - 1) / variance) : Value.undefined(Reason.NO_VARIATION);
        return new LinearModel(
                new Coefficients(vector, n - k),
                r2,
                r2.map(share -> 1 - (1 - share) * (n - 1) / (n - k)),
                Value.of(StrictMath.sqrt(variance)),
                f,
                f.map(value -> FisherF.upperTail(value, k - 1, n - k)),
                n);
    }

    private static double squares(double[] outcome) {
        double sum = 0;
        for (double y : outcome) {
            sum += y - outcome[0];
        }
        double mean = outcome[0] + sum / outcome.length;
        double squares = 0;
        for (double y : outcome) {
            squares += (y - mean) * (y - mean);
        }
        return squares;
    }

    static double residualSquares(LeastSquares fitted, double[][] predictors, double[] outcome) {
        double sum = 0;
        for (int i = 0; i < outcome.length; i++) {
            double off = outcome[i] - fitted.predicted(predictors[i]);
            sum += off * off;
        }
        return sum;
    }
}
