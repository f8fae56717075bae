package tw.minsheng.statistics.weighting;

import java.util.Arrays;
import java.util.stream.IntStream;
import tw.minsheng.statistics.moments.LeastSquares;

/**
 * How final weights w came from design weights d: w = d·factor of the group; and what the variance must take off because
 * the weights were fitted to the population (S9).
 */
public final class Calibration {

    private static final int SWEEPS = 10;

    /** What was done to the weights. */
    public enum Kind {
        /** Nothing: w = d. */
        NONE,
        /** 事後分層. */
        POST_STRATIFIED,
        /** 反覆加權. */
        RAKED,
        /** Calibrated to totals. */
        CALIBRATED
    }

    private final Kind kind;
    private final double[] fitted;
    private final double[] factors;
    /** by margin, the category of each group */
    private final int[][] levels;
    /** by group, what the totals were of; of calibrated weights only */
    private final double[][] auxiliaries;
    /** by group, σ²; of calibrated weights only */
    private final double[] variances;

    private Calibration(
            Kind kind, double[] fitted, double[] factors, int[][] levels, double[][] auxiliaries, double[] variances) {
        this.kind = kind;
        this.fitted = fitted;
        this.factors = factors;
        this.levels = levels;
        this.auxiliaries = auxiliaries;
        this.variances = variances;
    }

    private static Calibration of(Kind kind, double[] fitted, double[] factors, int[][] levels) {
        return new Calibration(kind, fitted, factors, levels, new double[0][], new double[0]);
    }

    /** Rows as groups of one, fitted to totals. */
    static Calibration toTotals(double[] factors, double[][] auxiliaries, double[] variances) {
        return new Calibration(Kind.CALIBRATED, factors, factors, new int[0][], auxiliaries, variances);
    }

    public static Calibration none(int groups) {
        double[] ones = new double[groups];
        Arrays.fill(ones, 1);
        return of(Kind.NONE, ones, ones, new int[0][]);
    }

    static Calibration of(Kind kind, double[] factors, int[][] levels) {
        return of(kind, factors, factors, levels);
    }

    /** The same fit with weights that were cut afterwards. */
    Calibration trimmedTo(double[] newFactors) {
        return new Calibration(kind, fitted, newFactors, levels, auxiliaries, variances);
    }

    /** The same weights taken as given, as tools do that do not know how they came about (S10). */
    public Calibration asFixed() {
        return of(Kind.NONE, fitted, factors, new int[0][]);
    }

    public Kind kind() {
        return kind;
    }

    public int groups() {
        return factors.length;
    }

    /**
     * The same fit for rows that are held one by one: each row becomes a group of its own. Of weights fitted to margins only; others
     * are fitted row by row already.
     *
     * @param groupOf by row, its group here
     */
    public Calibration byRow(int... groupOf) {
        if (kind == Kind.CALIBRATED) {
            throw new IllegalStateException("fitted row by row");
        }
        double[] before =
                Arrays.stream(groupOf).mapToDouble(group -> fitted[group]).toArray();
        double[] after =
                Arrays.stream(groupOf).mapToDouble(group -> factors[group]).toArray();
        int[][] categories = Arrays.stream(levels)
                .map(level -> Arrays.stream(groupOf).map(group -> level[group]).toArray())
                .toArray(int[][]::new);
        return of(kind, before, after, categories);
    }

    /** w/d of the rows of a group. */
    public double factor(int group) {
        return factors[group];
    }

    /** w/d before trimming; the same as {@link #factor} without trimming. */
    public double fittedFactor(int group) {
        return fitted[group];
    }

    /**
     * What the margins explain of an influence e, per group: the residual of a row is w·e − (fitted w)·explained. Raked:
     * ten sweeps over the margins with plain means over the rows, as R's {@code survey} takes it. Post-stratified: means
     * weighted by d. Calibrated: the regression on the auxiliaries weighted by d/σ².
     *
     * @param groups rows and weights
     * @param sums Σe per group
     * @param weightedSums Σd·e per group
     */
    public double[] explained(Groups groups, double[] sums, double[] weightedSums) {
        return switch (kind) {
            case NONE -> new double[factors.length];
            case POST_STRATIFIED -> explainedByPostStrata(groups, weightedSums);
            case RAKED -> explainedByMargins(groups, sums);
            case CALIBRATED -> explainedByTotals(groups, sums);
        };
    }

    int[][] levels() {
        return levels;
    }

    private double ratio(int group) {
        return fitted[group] == 0 ? 0 : factors[group] / fitted[group];
    }

    private double[] explainedByPostStrata(Groups groups, double[] weightedSums) {
        int[] level = levels[0];
        double[] above = new double[count(level)];
        double[] below = new double[above.length];
        for (int g = 0; g < level.length; g++) {
            above[level[g]] += ratio(g) * weightedSums[g];
            below[level[g]] += groups.weight(g);
        }
        double[] explained = new double[level.length];
        for (int g = 0; g < level.length; g++) {
            explained[g] = below[level[g]] > 0 ? above[level[g]] / below[level[g]] : 0;
        }
        return explained;
    }

    private double[] explainedByTotals(Groups groups, double[] sums) {
        double[] weights = new double[factors.length];
        double[] outcome = new double[factors.length];
        Arrays.setAll(weights, g -> groups.weight(g) / variances[g]);
        Arrays.setAll(outcome, g -> ratio(g) * sums[g]);
        LeastSquares regression =
                LeastSquares.fit(auxiliaries, outcome, weights).orElseThrow(IllegalStateException::new);
        return Arrays.stream(auxiliaries).mapToDouble(regression::predicted).toArray();
    }

    private double[] explainedByMargins(Groups groups, double[] sums) {
        int[] present = IntStream.range(0, factors.length)
                .filter(g -> groups.rows(g) > 0)
                .toArray();
        double[] explained = new double[factors.length];
        double[] unexplained = new double[factors.length];
        long[][] rows = new long[levels.length][];
        for (int m = 0; m < levels.length; m++) {
            rows[m] = new long[count(levels[m])];
            for (int g : present) {
                rows[m][levels[m][g]] += groups.rows(g);
            }
        }
        for (int g : present) {
            unexplained[g] = ratio(g) * sums[g];
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int m = 0; m < levels.length; m++) {
                int[] level = levels[m];
                double[] means = new double[rows[m].length];
                for (int g : present) {
                    means[level[g]] += unexplained[g];
                }
                for (int i = 0; i < means.length; i++) {
                    means[i] = rows[m][i] > 0 ? means[i] / rows[m][i] : 0;
                }
                for (int g : present) {
                    explained[g] += means[level[g]];
                    unexplained[g] -= groups.rows(g) * means[level[g]];
                }
            }
        }
        return explained;
    }

    private static int count(int[] level) {
        return Arrays.stream(level).max().orElse(-1) + 1;
    }
}
