package tw.minsheng.statistics.factor;

import java.util.List;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/**
 * 驗證性因素分析 by maximum likelihood with factor variances 1: Σ = ΛΦΛ′ + Θ fitted to the covariances with divisor n, so that
 * χ² = n·F (C20). Jöreskog 1969; {@code lavaan::cfa(std.lv = TRUE)}. Standard errors from the expected information.
 *
 * @param model the declared 構面
 * @param n answers
 * @param loadings of each item on its factor, in its units; one list, or none when it was refused
 * @param errors standard error of each loading
 * @param standardizedErrors standard error of each standardised loading, by the delta method
 * @param uniquenesses θ of each item
 * @param correlations of the factors
 * @param sample the covariances with divisor n
 * @param refusal why there is none; empty otherwise
 * @param minimum F
 * @param iterations steps of the search
 * @param gradient largest derivative that is left, of items of variance 1
 * @param heywood whether a uniqueness is 0 or less
 */
public record Confirmatory(
        FactorModel model,
        long n,
        List<Double> loadings,
        List<Double> errors,
        List<Double> standardizedErrors,
        List<Double> uniquenesses,
        FactorMatrix correlations,
        SymmetricMatrix sample,
        List<Value> refusal,
        double minimum,
        int iterations,
        double gradient,
        boolean heywood) {

    public Confirmatory {
        loadings = List.copyOf(loadings);
        errors = List.copyOf(errors);
        standardizedErrors = List.copyOf(standardizedErrors);
        uniquenesses = List.copyOf(uniquenesses);
        refusal = List.copyOf(refusal);
    }

    /**
     * @param covariance p × p with divisor n − 1, positive definite
     * @param n answers, more than parameters, else {@code n_too_small}
     * @return {@code not_identified}, {@code singular_matrix}, {@code not_psd}, or {@code not_converged} where there is none
     */
    public static Confirmatory of(FactorModel model, SymmetricMatrix covariance, long n) {
        return new ConfirmatorySearch(model, covariance, n).solve();
    }

    static Confirmatory refused(FactorModel model, SymmetricMatrix sample, long n, Value why) {
        return new Confirmatory(
                model,
                n,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                FactorMatrix.identity(model.factors()),
                sample,
                List.of(why),
                0,
                0,
                0,
                false);
    }

    public boolean isKnown() {
        return refusal.isEmpty();
    }

    /** The covariance that the model says. */
    public SymmetricMatrix implied() {
        return SymmetricMatrix.of(
                model.items(),
                (i, j) -> loadings.get(i) * loadings.get(j) * correlations.at(model.of(i), model.of(j))
                        + (i == j ? uniquenesses.get(i) : 0));
    }

    private double variance(int item) {
        return loadings.get(item) * loadings.get(item) + uniquenesses.get(item);
    }

    /** λ/√(λ² + θ). */
    public double standardized(int item) {
        return loadings.get(item) / StrictMath.sqrt(variance(item));
    }

    /** Share of the item's variance that its factor explains. */
    public double rSquare(int item) {
        return loadings.get(item) * loadings.get(item) / variance(item);
    }

    public ConfirmatoryFit fit() {
        return ConfirmatoryFit.of(this);
    }
}
