package tw.minsheng.statistics.weighting;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/**
 * 反覆加權 (raking, iterative proportional fitting; Deming and Stephan 1940) and its special case of one margin, 事後分層
 * (WT1, WT2). Both work on sums per group.
 */
public final class Raking {

    private static final int MOST_CYCLES = 1000;
    private static final double TOLERANCE = 1e-10;

    private Raking() {}

    /**
     * Everything that must be mended before weights can be fitted to these margins; empty when nothing must.
     *
     * @param levels by margin, the category of each group
     */
    public static List<Value> refusals(Groups groups, List<Margin> margins, int[][] levels) {
        return new MarginCheck(groups, margins, levels).refusals();
    }

    /** Fits the groups of a grid to its margins. The groups must have been made with {@code grid.cells()} cells. */
    public static Weighting rake(Groups groups, CellGrid grid) {
        return rake(groups, grid.margins(), grid.levels(groups));
    }

    /**
     * Fits weights to margins. Refused, before anything is done, when totals differ, a category has no sample, or one
     * without population has; {@code not_converged}, naming the category that is farthest off, when after 1,000 cycles the largest
     * |weighted margin − target| is still above 1e-10 of the total.
     *
     * @param levels by margin, the category of each group
     */
    public static Weighting rake(Groups groups, List<Margin> margins, int[][] levels) {
        Optional<Value> refusal = new MarginCheck(groups, margins, levels).refusal();
        if (refusal.isPresent()) {
            return Weighting.refused(groups.size(), refusal.get(), 0);
        }
        double[] factors = new double[groups.size()];
        Arrays.fill(factors, 1);
        double total = margins.get(0).total();
        for (int cycle = 1; cycle <= MOST_CYCLES; cycle++) {
            for (int m = 0; m < margins.size(); m++) {
                fit(groups, margins.get(m), levels[m], factors);
            }
            double error = largestError(groups, margins, levels, factors);
            if (error <= TOLERANCE * total) {
                return new Weighting(
                        Calibration.of(Calibration.Kind.RAKED, factors, levels), margins, Value.of(error), cycle);
            }
        }
        return Weighting.refused(groups.size(), farthest(groups, margins, levels, factors), MOST_CYCLES);
    }

    /** {@code not_converged} with the category that is farthest from its population: what it came to and what it should be. */
    private static Value farthest(Groups groups, List<Margin> margins, int[][] levels, double[] factors) {
        double error = -1;
        Map<String, String> worst = Map.of();
        for (int m = 0; m < margins.size(); m++) {
            Margin margin = margins.get(m);
            double[] sums = weightedMargin(groups, margin.size(), levels[m], factors);
            for (int level = 0; level < sums.length; level++) {
                double off = StrictMath.abs(sums[level] - margin.target(level));
                if (off > error) {
                    error = off;
                    worst = Map.of(
                            "iterations", Integer.toString(MOST_CYCLES),
                            "error", Double.toString(off),
                            "variable", margin.variable(),
                            "category", margin.levels().get(level),
                            "reached", Double.toString(sums[level]),
                            "target", Double.toString(margin.target(level)),
                            "total", Double.toString(margin.total()));
                }
            }
        }
        return Value.undefined(Reason.NOT_CONVERGED, worst);
    }

    /**
     * Raking that stops as soon as a cycle moves no weighted cell by {@code change}, or after {@code most} cycles, whatever the
     * margins say: the stop of R's {@code rake}, for comparison with what such tools have printed. The margin error tells.
     *
     * @param levels by margin, the category of each group
     */
    public static Weighting rakeUntilStill(
            Groups groups, List<Margin> margins, int[][] levels, double change, int most) {
        Optional<Value> refusal = new MarginCheck(groups, margins, levels).refusal();
        if (refusal.isPresent()) {
            return Weighting.refused(groups.size(), refusal.get(), 0);
        }
        double[] factors = new double[groups.size()];
        Arrays.fill(factors, 1);
        Map<List<Integer>, Double> before = cells(groups, levels, factors);
        int cycle = 0;
        boolean moves = true;
        while (moves && cycle < most) {
            cycle++;
            for (int m = 0; m < margins.size(); m++) {
                fit(groups, margins.get(m), levels[m], factors);
            }
            Map<List<Integer>, Double> after = cells(groups, levels, factors);
            Map<List<Integer>, Double> last = before;
            moves = after.entrySet().stream()
                    .anyMatch(
                            cell -> StrictMath.abs(cell.getValue() - last.getOrDefault(cell.getKey(), 0.0)) >= change);
            before = after;
        }
        return new Weighting(
                Calibration.of(Calibration.Kind.RAKED, factors, levels),
                margins,
                Value.of(largestError(groups, margins, levels, factors)),
                cycle);
    }

    private static Map<List<Integer>, Double> cells(Groups groups, int[][] levels, double[] factors) {
        Map<List<Integer>, Double> cells = new HashMap<>();
        for (int g = 0; g < factors.length; g++) {
            int group = g;
            List<Integer> cell =
                    Arrays.stream(levels).map(level -> level[group]).toList();
            cells.merge(cell, groups.weight(g) * factors[g], Double::sum);
        }
        return cells;
    }

    /** Fits the groups of a grid with one margin: w = d·N_c/Σd in each cell. */
    public static Weighting postStratify(Groups groups, CellGrid grid) {
        if (grid.margins().size() != 1) {
            throw new IllegalArgumentException("post-stratification has one margin, of single or joint cells");
        }
        return postStratify(groups, grid.margins().get(0), grid.levels(groups)[0]);
    }

    /**
     * 事後分層: w = d·N_c/Σd in each post-stratum; an empty one is named and refused.
     *
     * @param levels the post-stratum of each group
     */
    public static Weighting postStratify(Groups groups, Margin margin, int[] levels) {
        int[][] one = {levels};
        List<Margin> margins = List.of(margin);
        Optional<Value> refusal = new MarginCheck(groups, margins, one).refusal();
        if (refusal.isPresent()) {
            return Weighting.refused(groups.size(), refusal.get(), 0);
        }
        return fitOnce(groups, margin, one);
    }

    /**
     * Post-stratification that passes over post-strata without sample: the weights then add up to less than the
     * population. Only after a confirmation that is printed.
     */
    public static Weighting postStratifyPartly(Groups groups, Margin margin, int[] levels) {
        double[] sampled = new double[margin.size()];
        for (int g = 0; g < groups.size(); g++) {
            sampled[levels[g]] += groups.weight(g);
        }
        Double[] targets = new Double[margin.size()];
        Arrays.setAll(targets, level -> sampled[level] > 0 ? margin.target(level) : 0);
        return postStratify(groups, new Margin(margin.variable(), margin.levels(), List.of(targets)), levels);
    }

    private static Weighting fitOnce(Groups groups, Margin margin, int[][] levels) {
        double[] factors = new double[groups.size()];
        Arrays.fill(factors, 1);
        fit(groups, margin, levels[0], factors);
        return new Weighting(
                Calibration.of(Calibration.Kind.POST_STRATIFIED, factors, levels),
                List.of(margin),
                Value.of(largestError(groups, List.of(margin), levels, factors)),
                1);
    }

    /** Weighted sums per category of a margin. */
    private static double[] weightedMargin(Groups groups, int categories, int[] level, double[] factors) {
        double[] sums = new double[categories];
        for (int g = 0; g < level.length; g++) {
            sums[level[g]] += groups.weight(g) * factors[g];
        }
        return sums;
    }

    private static void fit(Groups groups, Margin margin, int[] level, double[] factors) {
        double[] sums = weightedMargin(groups, margin.size(), level, factors);
        for (int g = 0; g < level.length; g++) {
            // the factor of an empty cell means nothing, and could grow beyond all numbers
            factors[g] *= groups.weight(g) > 0 ? margin.target(level[g]) / sums[level[g]] : 1;
        }
    }

    static double largestError(Groups groups, List<Margin> margins, int[][] levels, double[] factors) {
        double largest = 0;
        for (int m = 0; m < margins.size(); m++) {
            Margin margin = margins.get(m);
            double[] sums = weightedMargin(groups, margin.size(), levels[m], factors);
            for (int level = 0; level < sums.length; level++) {
                largest = StrictMath.max(largest, StrictMath.abs(sums[level] - margin.target(level)));
            }
        }
        return largest;
    }
}
