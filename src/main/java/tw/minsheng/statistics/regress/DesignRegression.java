package tw.minsheng.statistics.regress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.FisherF;
import tw.minsheng.statistics.estimate.DesignedSample;
import tw.minsheng.statistics.estimate.VectorEstimate;
import tw.minsheng.statistics.moments.LeastSquares;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/**
 * Regression under a sample design (RG1): weighted estimates with errors from the design (Binder 1983); {@code svyglm}. The
 * influence of a row on the coefficients is A⁻¹x(y − μ), A = Σw·V(μ)·xx′. Rows without an answer lie outside the domain.
 *
 * @param coefficients with their covariance; all undefined with one reason
 * @param df degrees of freedom of t: df of the design − coefficients + 1
 * @param n rows
 * @param dispersion weighted variance of the Pearson residuals
 * @param deviance with weights of mean 1 in the domain; for a number the residual sum of squares
 * @param nullDeviance that of the model of a constant alone
 */
public record DesignRegression(
        VectorEstimate coefficients, long df, long n, Value dispersion, Value deviance, Value nullDeviance) {

    /**
     * Fits a model. {@code no_data} without rows, {@code singular_matrix} when a predictor follows from the others,
     * {@code not_converged} when yes and no are told apart without error, {@code n_too_small} with fewer rows than predictors + 1,
     * and the reasons of the design.
     *
     * @param domain rows that are looked at
     * @param valid those of them with an answer to everything
     * @param predictors by row, the intercept's 1 among them; anything where not valid
     * @param outcome by row; 0 or 1 for {@link Link#LOGIT}; anything where not valid
     */
    public static DesignRegression fit(
            DesignedSample sample,
            Link link,
            boolean[] domain,
            boolean[] valid,
            double[][] predictors,
            double[] outcome) {
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < valid.length; i++) {
            if (domain[i] && valid[i]) {
                rows.add(i);
            }
        }
        int k = rows.isEmpty() ? 1 : predictors[rows.get(0)].length;
        Optional<Value> refusal = sample.refusal();
        if (refusal.isPresent()) {
            return none(refusal.get(), k, rows.size());
        }
        Optional<Value> tooFew = Refusal.ofRows(rows.size(), k);
        if (tooFew.isPresent()) {
            return none(tooFew.get(), k, rows.size());
        }
        ModelStatistic model = new ModelStatistic(link, rows, predictors, outcome);
        Optional<LeastSquares> fitted = model.fit(sample.weights());
        if (fitted.isEmpty()) {
            boolean singular = LeastSquares.fit(model.predictors(), model.outcome(), model.weights(sample.weights()))
                    .isEmpty();
            return none(Value.undefined(singular ? Reason.SINGULAR_MATRIX : Reason.NOT_CONVERGED), k, rows.size());
        }
        return found(sample, model, fitted.get(), domain);
    }

    private static DesignRegression none(Value why, int k, long n) {
        return new DesignRegression(Refusal.none(why, k, n), 0, n, why, why, why);
    }

    private static DesignRegression found(
            DesignedSample sample, ModelStatistic model, LeastSquares fitted, boolean[] domain) {
        int k = fitted.size();
        boolean[] used = new boolean[domain.length];
        model.rows().forEach(i -> used[i] = true);
        long df = sample.df(used) - k + 1;
        long n = model.rows().size();
        VectorEstimate coefficients = Coefficients.underDesign(sample, model, fitted.coefficients(), df, n);
        Fit fit = new Fit(model, fitted, scaled(sample, model.rows(), domain));
        return new DesignRegression(
                coefficients,
                df,
                n,
                Value.of(fit.dispersion()),
                Value.of(fit.deviance()),
                model.nullFit(fit.weights()).map(Value::of).orElse(Value.undefined(Reason.NOT_CONVERGED)));
    }

    /** Weights of mean 1 in the domain, of the rows of the model. */
    private static double[] scaled(DesignedSample sample, List<Integer> rows, boolean[] domain) {
        double sum = 0;
        long count = 0;
        for (int i = 0; i < domain.length; i++) {
            sum += domain[i] ? sample.weight(i) : 0;
            count += domain[i] ? 1 : 0;
        }
        double mean = sum / count;
        return rows.stream().mapToDouble(i -> sample.weight(i) / mean).toArray();
    }

    /** A fitted model on its rows. */
    private static final class Fit {
        private final ModelStatistic model;
        private final double[] means;
        private final double[] weights;

        Fit(ModelStatistic model, LeastSquares fitted, double[] weights) {
            this.model = model;
            this.weights = weights;
            this.means = Arrays.stream(model.predictors())
                    .mapToDouble(x -> model.link().mean(fitted.predicted(x)))
                    .toArray();
        }

        double[] weights() {
            return weights;
        }

        double deviance() {
            double sum = 0;
            for (int i = 0; i < means.length; i++) {
                sum += weights[i] == 0 ? 0 : weights[i] * model.link().deviance(model.outcome()[i], means[i]);
            }
            return sum;
        }

        double dispersion() {
            double[] residuals = new double[means.length];
            double sum = 0;
            double all = 0;
            for (int i = 0; i < means.length; i++) {
                double variance = model.link().variance(means[i]);
                residuals[i] = variance > 0 ? (model.outcome()[i] - means[i]) / StrictMath.sqrt(variance) : 0;
                sum += weights[i] * residuals[i];
                all += weights[i];
            }
            double squares = 0;
            long n = 0;
            for (int i = 0; i < means.length; i++) {
                double off = residuals[i] - sum / all;
                squares += weights[i] * off * off;
                n += weights[i] > 0 ? 1 : 0;
            }
            return squares / all * n / (n - 1);
        }
    }

    private Coefficients tested() {
        return new Coefficients(coefficients, (double) df);
    }

    /** Coefficient over its error. */
    public Value t(int index) {
        return tested().statistic(index);
    }

    /** Two-sided, by t. */
    public Value p(int index) {
        return tested().p(index);
    }

    /** Coefficient ± t·se. */
    public Interval interval(int index, double level) {
        return tested().interval(index, level);
    }

    /**
     * Whether some coefficients are all 0, for example those of the levels of one question: Wald's F = b′V⁻¹b/q on (q, df)
     * degrees of freedom; {@code regTermTest}. {@code singular_matrix} when their covariance has no inverse.
     */
    public Term term(int... indices) {
        if (!coefficients.status().isKnown()) {
            return new Term(coefficients.status(), indices.length, df, coefficients.status());
        }
        SymmetricMatrix covariance = coefficients.covariance().select(indices);
        if (covariance.definiteness() != SymmetricMatrix.Definiteness.POSITIVE_DEFINITE) {
            Value why = Value.undefined(Reason.SINGULAR_MATRIX);
            return new Term(why, indices.length, df, why);
        }
        double[] tested = Arrays.stream(indices)
                .mapToDouble(index -> coefficients.estimates().get(index).number())
                .toArray();
        double f = covariance.inverse().form(tested) / indices.length;
        return new Term(Value.of(f), indices.length, df, Value.of(FisherF.upperTail(f, indices.length, (double) df)));
    }

    /** A test of several coefficients. */
    public record Term(Value f, long ndf, long ddf, Value p) {}
}
