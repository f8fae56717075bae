package tw.minsheng.statistics.weighting;

import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import tw.minsheng.statistics.moments.LeastSquares;

/**
 * What fitted weights explain of influences e (S9), for rows in groups: the sum of the effects of the traits of a group, which are its
 * categories in the margins, or its auxiliaries. Effects are linear in e, and few, so many influences over the same groups cost little.
 */
public final class Explanation {

    private static final int SWEEPS = 10;

    /** by group, the traits that it has */
    private final int[][] traits;
    /** by group, how much it has of each of them */
    private final double[][] amounts;

    private final int size;
    private final BinaryOperator<double[]> effects;

    private Explanation(int[][] traits, double[][] amounts, int size, BinaryOperator<double[]> effects) {
        this.traits = traits;
        this.amounts = amounts;
        this.size = size;
        this.effects = effects;
    }

    private static Explanation ofCategories(int[][] traits, int size, BinaryOperator<double[]> effects) {
        double[] ones = new double[traits.length == 0 ? 0 : traits[0].length];
        Arrays.fill(ones, 1);
        double[][] amounts = new double[traits.length][];
        Arrays.fill(amounts, ones);
        return new Explanation(traits, amounts, size, effects);
    }

    /** Of weights that were not fitted. */
    public static Explanation nothing(int groups) {
        return ofCategories(new int[groups][0], 0, (sums, weighted) -> new double[0]);
    }

    /**
     * Means weighted by d within the post-strata.
     *
     * @param ratios by group, what trimming left of the fitted weight
     * @param levels by group, its post-stratum
     */
    static Explanation byPostStrata(Groups groups, double[] ratios, int... levels) {
        int[][] traits =
                Arrays.stream(levels).mapToObj(level -> new int[] {level}).toArray(int[][]::new);
        double[] below = new double[count(levels)];
        for (int g = 0; g < levels.length; g++) {
            below[levels[g]] += groups.weight(g);
        }
        return ofCategories(traits, below.length, (sums, weighted) -> {
            double[] means = byTrait(traits, below.length, ratios, weighted);
            Arrays.setAll(means, level -> below[level] > 0 ? means[level] / below[level] : 0);
            return means;
        });
    }

    /**
     * Ten sweeps over the margins, each of which takes off the plain mean over the rows of each category, as R's {@code survey} does.
     * What is left of a category depends only on the sums by category and on the rows that any two categories share, so the sweeps are
     * Gauss–Seidel steps on these and not on the groups.
     */
    static Explanation byMargins(Groups groups, double[] ratios, int[][] levels) {
        Categories categories = Categories.of(levels);
        int[][] traits = categories.traits();
        double[][] shared = categories.shared(groups::rows);
        int[][] met = Arrays.stream(shared)
                .map(row -> IntStream.range(0, row.length)
                        .filter(other -> row[other] > 0)
                        .toArray())
                .toArray(int[][]::new);
        return ofCategories(
                traits,
                categories.size(),
                (sums, weighted) -> swept(shared, met, byTrait(traits, shared.length, ratios, sums)));
    }

    /** The regression on the categories weighted by d, as {@code calibrate} has it; sums of groups are enough for it. */
    static Explanation byRegression(Groups groups, double[] ratios, int[][] levels) {
        Categories categories = Categories.of(levels);
        int[][] traits = categories.traits();
        NormalEquations equations = NormalEquations.of(categories.shared(groups::weight));
        return ofCategories(
                traits,
                categories.size(),
                (sums, weighted) -> equations.solve(byTrait(traits, categories.size(), ratios, weighted)));
    }

    /** The regression on the auxiliaries weighted by d/σ². */
    static Explanation byTotals(Groups groups, double[] ratios, double[][] auxiliaries, double[] variances) {
        int size = auxiliaries[0].length;
        int[][] traits = new int[auxiliaries.length][];
        Arrays.fill(traits, IntStream.range(0, size).toArray());
        double[] weights = new double[variances.length];
        Arrays.setAll(weights, g -> groups.weight(g) / variances[g]);
        return new Explanation(traits, auxiliaries, size, (sums, weighted) -> {
            double[] outcome = new double[sums.length];
            Arrays.setAll(outcome, g -> ratios[g] * sums[g]);
            LeastSquares regression =
                    LeastSquares.fit(auxiliaries, outcome, weights).orElseThrow(IllegalStateException::new);
            return IntStream.range(0, size).mapToDouble(regression::coefficient).toArray();
        });
    }

    private static double[] byTrait(int[][] traits, int size, double[] ratios, double[] sums) {
        double[] byTrait = new double[size];
        for (int g = 0; g < traits.length; g++) {
            for (int trait : traits[g]) {
                byTrait[trait] += ratios[g] * sums[g];
            }
        }
        return byTrait;
    }

    /** @param met by category, those with which it shares rows, itself among them; none where nobody is */
    private static double[] swept(double[][] shared, int[][] met, double[] sums) {
        double[] effects = new double[sums.length];
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int i = 0; i < effects.length; i++) {
                double left = sums[i];
                for (int other : met[i]) {
                    left -= shared[i][other] * effects[other];
                }
                effects[i] += met[i].length > 0 ? left / shared[i][i] : 0;
            }
        }
        return effects;
    }

    private static int count(int... levels) {
        return Arrays.stream(levels).max().orElse(-1) + 1;
    }

    /** Number of traits. */
    public int size() {
        return size;
    }

    /**
     * @param sums Σe per group
     * @param weightedSums Σd·e per group
     * @return by trait its effect
     */
    public double[] effects(double[] sums, double[] weightedSums) {
        return effects.apply(sums, weightedSums);
    }

    /**
     * What is explained, per group: the residual of a row is w·e − (fitted w)·explained.
     *
     * @param sums Σe per group
     * @param weightedSums Σd·e per group
     */
    public double[] explained(double[] sums, double[] weightedSums) {
        double[] byTrait = effects(sums, weightedSums);
        double[] explained = new double[traits.length];
        Arrays.setAll(explained, g -> explained(g, byTrait));
        return explained;
    }

    /** What is explained of a row of a group, given the effects. */
    public double explained(int group, double[] effectsByTrait) {
        double sum = 0;
        for (int i = 0; i < traits[group].length; i++) {
            sum += amounts[group][i] * effectsByTrait[traits[group][i]];
        }
        return sum;
    }

    /**
     * Σ weight·xx′ over groups, x their amounts of all traits: with the effects a of an influence, Σ weight·explained² is a′(Σ weight·xx′)a.
     *
     * @param from the first of the groups
     * @param to the one behind the last
     */
    public double[][] products(int from, int to, IntToDoubleFunction weight) {
        double[][] products = new double[size][size];
        for (int g = from; g < to; g++) {
            double scale = weight.applyAsDouble(g);
            for (int i = 0; i < traits[g].length; i++) {
                for (int j = 0; j < traits[g].length; j++) {
                    products[traits[g][i]][traits[g][j]] += scale * amounts[g][i] * amounts[g][j];
                }
            }
        }
        return products;
    }
}
