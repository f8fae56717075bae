package tw.minsheng.statistics.regress;

import java.util.Arrays;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/**
 * Finds the largest likelihood of ordered answers by Newton's steps on predictors of mean 0 and variance 1, halved while they do
 * not climb; the likelihood has one top only, because logistic and normal densities are log-concave. Where predictors tell the
 * answers apart without error there is no top: the steps do not become shorter.
 */
final class OrdinalSearch {

    private static final int MOST_STEPS = 100;
    private static final int MOST_HALVINGS = 40;
    private static final double STILL = 1e-10;

    private final OrdinalLikelihood likelihood;
    private final double[] weights;
    private final double[] means;
    private final double[] spreads;
    private final double[] start;

    /**
     * @param predictors by row, without a constant
     * @param answers by row, from 0 on; each category has somebody with weight
     * @param weights by row, 0 or more
     */
    OrdinalSearch(CumulativeLink link, double[][] predictors, int[] answers, int categories, double[] weights) {
        this.weights = weights;
        int k = predictors[0].length;
        this.means = new double[k];
        this.spreads = new double[k];
        double all = Arrays.stream(weights).sum();
        for (int j = 0; j < k; j++) {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * predictors[i][j];
            }
            means[j] = sum / all;
            double squares = 0;
            for (int i = 0; i < weights.length; i++) {
                double off = predictors[i][j] - means[j];
                squares += weights[i] * off * off;
            }
            spreads[j] = StrictMath.sqrt(squares / all);
        }
        this.likelihood = new OrdinalLikelihood(link, scaled(predictors), answers, categories);
        this.start = start(link, answers, categories, all);
    }

    private double[][] scaled(double[][] predictors) {
        double[][] scaled = new double[predictors.length][means.length];
        for (int i = 0; i < scaled.length; i++) {
            for (int j = 0; j < means.length; j++) {
                scaled[i][j] = spreads[j] > 0 ? (predictors[i][j] - means[j]) / spreads[j] : 0;
            }
        }
        return scaled;
    }

    /** No predictor has any effect, and the thresholds are those of the answers alone. */
    private double[] start(CumulativeLink link, int[] answers, int categories, double all) {
        double[] begin = new double[means.length + categories - 1];
        double below = 0;
        for (int border = 0; border < categories - 1; border++) {
            for (int i = 0; i < answers.length; i++) {
                below += answers[i] == border ? weights[i] : 0;
            }
            begin[means.length + border] = link.quantile(below / all);
        }
        return begin;
    }

    /** The top, or why there is none: {@code singular_matrix}, {@code not_converged}. */
    Top climb() {
        double[] at = start;
        double height = likelihood.value(at, weights);
        for (int step = 0; step < MOST_STEPS; step++) {
            SymmetricMatrix information = likelihood.information(at, weights);
            if (information.definiteness() != SymmetricMatrix.Definiteness.POSITIVE_DEFINITE) {
                return Top.none(step == 0 ? Reason.SINGULAR_MATRIX : Reason.NOT_CONVERGED);
            }
            double[] move = information.inverse().times(likelihood.gradient(at, weights));
            double[] next = moved(at, move, 1);
            double higher = likelihood.value(next, weights);
            double part = 1;
            for (int half = 0; half < MOST_HALVINGS && !(higher >= height - 1e-9 * StrictMath.abs(height)); half++) {
                part /= 2;
                next = moved(at, move, part);
                higher = likelihood.value(next, weights);
            }
            at = next;
            height = higher;
            if (Arrays.stream(move).allMatch(one -> StrictMath.abs(one) < STILL)) {
                return top(at, height);
            }
        }
        return Top.none(Reason.NOT_CONVERGED);
    }

    private static double[] moved(double[] at, double[] move, double part) {
        double[] next = new double[at.length];
        Arrays.setAll(next, j -> at[j] + part * move[j]);
        return next;
    }

    /** On the scale of the predictors as they were given: β = γ/s and θ = τ + Σγm/s. */
    private Top top(double[] at, double height) {
        int k = likelihood.size();
        double[][] back = new double[k][k];
        for (int i = 0; i < k; i++) {
            back[i][i] = i < means.length ? 1 / spreads[i] : 1;
            for (int j = 0; i >= means.length && j < means.length; j++) {
                back[i][j] = means[j] / spreads[j];
            }
        }
        SymmetricMatrix inverse = likelihood.information(at, weights).inverse();
        double[][] influences = new double[weights.length][];
        Arrays.setAll(influences, i -> turned(back, inverse.times(likelihood.score(i, at))));
        return new Top(Value.of(height), turned(back, at), inverse.ofSums(back), influences);
    }

    private static double[] turned(double[][] back, double[] x) {
        double[] turned = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                turned[i] += back[i][j] * x[j];
            }
        }
        return turned;
    }

    /** Where the search ended. */
    static final class Top {
        private final Value height;
        private final double[] parameters;
        private final SymmetricMatrix covariance;
        private final double[][] influences;

        private Top(Value height, double[] parameters, SymmetricMatrix covariance, double[][] influences) {
            this.height = height;
            this.parameters = parameters;
            this.covariance = covariance;
            this.influences = influences;
        }

        static Top none(Reason failure) {
            return new Top(
                    Value.undefined(failure), new double[0], SymmetricMatrix.of(0, (i, j) -> 0), new double[0][]);
        }

        /** ln L, or why there is no top. */
        Value height() {
            return height;
        }

        /** Coefficients, then thresholds. */
        double[] parameters() {
            return parameters.clone();
        }

        /** The inverse of the information. */
        SymmetricMatrix covariance() {
            return covariance;
        }

        /** By row: what one more unit of weight on it changes in each parameter. */
        double influence(int row, int parameter) {
            return influences[row][parameter];
        }
    }
}
