package tw.minsheng.statistics.regress;

import java.util.Arrays;
import java.util.Optional;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.estimate.VectorEstimate;
import tw.minsheng.statistics.moments.LeastSquares;

/**
 * Yes or no by maximum likelihood without weights (RG1): ln(p/(1 − p)) = x′b, covariance the inverse of the information;
 * {@code glm(family = binomial)} of R. With weights take {@link DesignRegression}.
 *
 * @param coefficients the constant first, with the normal distribution; their odds ratios are exp(b)
 * @param deviance −2·ln L
 * @param nullDeviance that of the model of a constant alone
 * @param aic deviance + 2k
 * @param n rows
 */
public record LogitModel(Coefficients coefficients, Value deviance, Value nullDeviance, Value aic, long n) {

    /**
     * Fits a model. {@code no_data} without rows, {@code n_too_small} with no more rows than coefficients, {@code no_variation}
     * when everybody says the same, {@code singular_matrix} when a predictor follows from the others, {@code not_converged} when
     * yes and no are told apart without error.
     *
     * @param predictors by row, the 1 of the constant first; nothing missing
     * @param outcome by row, 0 or 1
     */
    public static LogitModel fit(double[][] predictors, double[] outcome) {
        int n = outcome.length;
        int k = n == 0 ? 1 : predictors[0].length;
        Optional<Value> refusal = Refusal.ofRows(n, k);
        if (refusal.isPresent()) {
            return none(refusal.get(), k, n);
        }
        double yes = Arrays.stream(outcome).sum();
        if (yes <= 0 || yes >= n) {
            return none(Value.undefined(Reason.NO_VARIATION), k, n);
        }
        double[] ones = LinearModel.ones(n);
        if (LeastSquares.fit(predictors, outcome, ones).isEmpty()) {
            return none(Value.undefined(Reason.SINGULAR_MATRIX), k, n);
        }
        return Link.LOGIT
                .fit(predictors, outcome, ones)
                .map(found -> of(found, predictors, outcome, yes / n))
                .orElseGet(() -> none(Value.undefined(Reason.NOT_CONVERGED), k, n));
    }

    private static LogitModel none(Value why, int k, long n) {
        return new LogitModel(Coefficients.normal(Refusal.none(why, k, n)), why, why, why, n);
    }

    private static LogitModel of(LeastSquares fitted, double[][] predictors, double[] outcome, double share) {
        double deviance = 0;
        double without = 0;
        for (int i = 0; i < outcome.length; i++) {
            deviance += Link.LOGIT.deviance(outcome[i], Link.LOGIT.mean(fitted.predicted(predictors[i])));
            without += Link.LOGIT.deviance(outcome[i], share);
        }
        return new LogitModel(
                Coefficients.normal(
                        new VectorEstimate(fitted.coefficients(), Value.of(0), fitted.inverse(), outcome.length)),
                Value.of(deviance),
                Value.of(without),
                Value.of(deviance + 2 * fitted.size()),
                outcome.length);
    }

    /** McFadden's share of the deviance that the predictors take away: 1 − ln L/ln L₀. */
    public Value mcFadden() {
        return nullDeviance.isKnown() ? deviance.map(left -> 1 - left / nullDeviance.number()) : nullDeviance;
    }
}
