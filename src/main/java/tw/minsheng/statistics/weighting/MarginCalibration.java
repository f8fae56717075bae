package tw.minsheng.statistics.weighting;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/**
 * 校正加權 to margins (WT4): {@link PopulationTotals} whose auxiliaries are the categories, so that rows which share them share g and
 * need not be kept. The design weights are brought to the population first, and bounds hold for g after that (S21). Where one category
 * follows from others, as with districts and their regions, its total is met by theirs, or the totals contradict each other.
 */
public final class MarginCalibration {

    private static final double TOLERANCE = 1e-8;

    private final Groups groups;
    private final List<Margin> margins;
    private final int[][] levels;

    private MarginCalibration(Groups groups, List<Margin> margins, int[][] levels) {
        this.groups = groups;
        this.margins = List.copyOf(margins);
        this.levels = levels;
    }

    /**
     * Fits weights to margins. Refused for what {@link Raking#rake(Groups, List, int[][])} refuses first, {@code negative_weight} with
     * the number of rows, and {@code calibration_infeasible} where no weights within the bounds have these totals.
     *
     * @param levels by margin, the category of each group
     */
    public static Weighting fit(Groups groups, List<Margin> margins, int[][] levels, CalibrationDistance distance) {
        Optional<Value> refusal = new MarginCheck(groups, margins, levels).refusal();
        return refusal.isPresent()
                ? Weighting.refused(groups, refusal.get())
                : new MarginCalibration(groups, margins, levels).fit(distance);
    }

    private Weighting fit(CalibrationDistance distance) {
        Categories categories = Categories.of(levels);
        Map<List<Integer>, Integer> kinds = new HashMap<>();
        int[] kindOf = new int[groups.size()];
        Arrays.fill(kindOf, -1);
        for (int g = 0; g < kindOf.length; g++) {
            if (groups.weight(g) > 0) {
                kindOf[g] = kinds.computeIfAbsent(categories.of(g), absent -> kinds.size());
            }
        }
        double scale = margins.get(0).total() / groups.total();
        Groups rows = groups.gathered(kindOf, kinds.size(), scale);
        int[] kept = NormalEquations.of(categories.shared(groups::weight)).kept();
        double[] ones = new double[kinds.size()];
        Arrays.fill(ones, 1);
        Weighting fitted =
                new PopulationTotals(rows, auxiliaries(kinds, kept), totals(categories, kept), ones).fit(distance);
        if (!fitted.isDone()) {
            return Weighting.refused(groups.size(), fitted.maxMarginError(), fitted.iterations());
        }
        double[] factors = new double[kindOf.length];
        for (int g = 0; g < factors.length; g++) {
            factors[g] = kindOf[g] < 0 ? 1 : scale * fitted.calibration().factor(kindOf[g]);
        }
        double error = Raking.largestError(groups, margins, levels, factors);
        return error > TOLERANCE * margins.get(0).total()
                ? Weighting.refused(
                        groups.size(),
                        Value.undefined(Reason.CALIBRATION_INFEASIBLE, Map.of("error", Double.toString(error))),
                        fitted.iterations())
                : new Weighting(
                        Calibration.of(Calibration.Kind.CALIBRATED, factors, levels),
                        margins,
                        Value.of(error),
                        fitted.iterations());
    }

    private static double[][] auxiliaries(Map<List<Integer>, Integer> kinds, int... kept) {
        double[][] auxiliaries = new double[kinds.size()][kept.length];
        kinds.forEach(
                (traits, kind) -> Arrays.setAll(auxiliaries[kind], column -> traits.contains(kept[column]) ? 1 : 0));
        return auxiliaries;
    }

    private double[] totals(Categories categories, int... kept) {
        double[] all = new double[categories.size()];
        for (int m = 0; m < levels.length; m++) {
            for (int level = 0;
                    level < margins.get(m).size() && categories.first(m) + level < categories.end(m);
                    level++) {
                all[categories.first(m) + level] = margins.get(m).target(level);
            }
        }
        return Arrays.stream(kept).mapToDouble(column -> all[column]).toArray();
    }
}
