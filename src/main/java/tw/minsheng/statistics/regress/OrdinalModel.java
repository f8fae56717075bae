package tw.minsheng.statistics.regress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.estimate.DesignedSample;
import tw.minsheng.statistics.estimate.VectorEstimate;

/**
 * Ordered answers (RG1), for example satisfaction from 1 to 5: P(answer ≤ k) = F(θ_k − x′β), so that β above 0 means higher
 * answers (McCullagh 1980). Maximum likelihood, covariance the inverse of the observed information; {@code polr} and
 * {@code clm} of R. Under a design the likelihood is weighted and the errors come from the design; {@code svyolr}.
 *
 * @param coefficients β in the order of the predictors, then θ from the lowest on
 * @param levels the answers that somebody gave, rising; thresholds lie between neighbours of them
 * @param logLikelihood Σw·ln P(answer)
 * @param n rows; with counts as weights their sum
 */
public record OrdinalModel(Coefficients coefficients, List<Integer> levels, Value logLikelihood, long n) {

    public OrdinalModel {
        levels = List.copyOf(levels);
    }

    /**
     * Without a design, each row standing for so many people. {@code no_data} without people, {@code no_variation} when all give one
     * answer, {@code n_too_small} with no more people than coefficients, {@code singular_matrix} when a predictor follows from
     * the others or is constant, {@code not_converged} when answers are told apart without error.
     *
     * @param predictors by row, without a constant; nothing missing
     * @param answers by row, whole numbers whose order counts
     * @param counts by row, 0 or more
     */
    public static OrdinalModel fit(CumulativeLink link, double[][] predictors, int[] answers, long[] counts) {
        double[] weights =
                Arrays.stream(counts).mapToDouble(count -> (double) count).toArray();
        Rows rows = Rows.of(predictors, answers, weights, all(answers.length));
        long n = Arrays.stream(counts).sum();
        Optional<Value> refusal = rows.refusal(n);
        if (refusal.isPresent()) {
            return none(refusal.get(), rows, n);
        }
        OrdinalSearch.Top top = rows.statistic(link).top(weights);
        if (!top.height().isKnown()) {
            return none(top.height(), rows, n);
        }
        VectorEstimate vector = new VectorEstimate(values(top), Value.of(0), top.covariance(), n);
        return new OrdinalModel(Coefficients.normal(vector), rows.levels, top.height(), n);
    }

    /**
     * Under a design, t with df of the design − coefficients, which is the rule of {@link DesignRegression} with the thresholds as one
     * constant. The reasons are those of the plain model and of the design.
     *
     * @param valid rows that are looked at and answer everything
     * @param predictors by row, without a constant; anything where not valid
     * @param answers by row; anything where not valid
     */
    public static OrdinalModel fit(
            CumulativeLink link, DesignedSample sample, boolean[] valid, double[][] predictors, int[] answers) {
        Rows rows = Rows.of(predictors, answers, sample.weights(), valid);
        long n = rows.places.size();
        Optional<Value> refusal = sample.refusal().or(() -> rows.refusal(n));
        if (refusal.isPresent()) {
            return none(refusal.get(), rows, n);
        }
        OrdinalStatistic statistic = rows.statistic(link);
        OrdinalSearch.Top top = statistic.top(sample.weights());
        if (!top.height().isKnown()) {
            return none(top.height(), rows, n);
        }
        long df = sample.df(rows.used(valid.length)) - predictors[0].length;
        VectorEstimate vector = Coefficients.underDesign(sample, statistic, values(top), df, n);
        return new OrdinalModel(new Coefficients(vector, StrictMath.max(1, df)), rows.levels, top.height(), n);
    }

    private static List<Value> values(OrdinalSearch.Top top) {
        return Arrays.stream(top.parameters()).mapToObj(Value::of).toList();
    }

    private static boolean[] all(int n) {
        boolean[] all = new boolean[n];
        Arrays.fill(all, true);
        return all;
    }

    private static OrdinalModel none(Value why, Rows rows, long n) {
        return new OrdinalModel(Coefficients.normal(Refusal.none(why, rows.coefficients(), n)), rows.levels, why, n);
    }

    /** −2·ln L. */
    public Value deviance() {
        return logLikelihood.map(height -> -2 * height);
    }

    /** The rows that have weight, with the answers numbered from 0 without gaps. */
    private static final class Rows {
        private final List<Integer> places;
        private final List<Integer> levels;
        private final double[][] predictors;
        private final int[] answers;

        private Rows(List<Integer> places, List<Integer> levels, double[][] predictors, int[] answers) {
            this.places = places;
            this.levels = levels;
            this.predictors = predictors;
            this.answers = answers;
        }

        static Rows of(double[][] predictors, int[] answers, double[] weights, boolean[] valid) {
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < valid.length; i++) {
                if (valid[i] && weights[i] > 0) {
                    places.add(i);
                }
            }
            List<Integer> levels =
                    places.stream().map(i -> answers[i]).distinct().sorted().toList();
            return new Rows(
                    places,
                    levels,
                    places.stream().map(i -> predictors[i]).toArray(double[][]::new),
                    places.stream().mapToInt(i -> levels.indexOf(answers[i])).toArray());
        }

        int coefficients() {
            return predictors.length == 0 ? 0 : predictors[0].length + levels.size() - 1;
        }

        Optional<Value> refusal(long n) {
            if (levels.size() == 1) {
                return Optional.of(Value.undefined(Reason.NO_VARIATION));
            }
            return Refusal.ofRows((int) StrictMath.min(n, Integer.MAX_VALUE), coefficients());
        }

        OrdinalStatistic statistic(CumulativeLink link) {
            return new OrdinalStatistic(link, places, predictors, answers, levels.size());
        }

        boolean[] used(int size) {
            boolean[] used = new boolean[size];
            IntStream.range(0, places.size()).forEach(i -> used[places.get(i)] = true);
            return used;
        }
    }
}
