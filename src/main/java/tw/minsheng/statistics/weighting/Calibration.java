package tw.minsheng.statistics.weighting;

import java.util.Arrays;

/**
 * How final weights w came from design weights d: w = d·factor of the group; and what the variance must take off because
 * the weights were fitted to the population (S9).
 */
public final class Calibration {

    /** What was done to the weights. */
    public enum Kind {
        /** Nothing: w = d. */
        NONE,
        /** 事後分層. */
        POST_STRATIFIED,
        /** 反覆加權. */
        RAKED,
        /** 校正: to totals of auxiliaries, or to margins by regression. */
        CALIBRATED
    }

    private final Kind kind;
    private final double[] fitted;
    private final double[] factors;
    /** by margin, the category of each group */
    private final int[][] levels;
    /** by group, what the totals were of; of weights fitted to totals only */
    private final double[][] auxiliaries;
    /** by group, σ²; of weights fitted to totals only */
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
        if (auxiliaries.length > 0) {
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

    /** What the margins explain of influences over these rows and weights; to be made once for all of them. */
    public Explanation explanation(Groups groups) {
        return switch (kind) {
            case NONE -> Explanation.nothing(factors.length);
            case POST_STRATIFIED -> Explanation.byPostStrata(groups, ratios(), levels[0]);
            case RAKED -> Explanation.byMargins(groups, ratios(), levels);
            case CALIBRATED ->
                levels.length > 0
                        ? Explanation.byRegression(groups, ratios(), levels)
                        : Explanation.byTotals(groups, ratios(), auxiliaries, variances);
        };
    }

    /** By group, what trimming left of the fitted weight. */
    private double[] ratios() {
        double[] ratios = new double[factors.length];
        Arrays.setAll(ratios, g -> fitted[g] == 0 ? 0 : factors[g] / fitted[g]);
        return ratios;
    }

    int[][] levels() {
        return levels;
    }
}
