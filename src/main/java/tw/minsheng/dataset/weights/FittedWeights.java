package tw.minsheng.dataset.weights;

import java.util.ArrayList;
import java.util.List;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.sampling.Representativeness;
import tw.minsheng.statistics.weighting.Groups;
import tw.minsheng.statistics.weighting.Margin;
import tw.minsheng.statistics.weighting.Raking;
import tw.minsheng.statistics.weighting.Trimming;
import tw.minsheng.statistics.weighting.WeightReport;
import tw.minsheng.statistics.weighting.Weighting;

/**
 * The weights of a sample, fitted to the population, with what must be known before they are used (WT1, WT2, WT3, WT5, RP1,
 * RP2).
 *
 * @param refusals why there are no weights; empty when there are
 * @param fitted before trimming, {@code weighting} after it; the same without trimming
 * @param trimmed rows whose weight was cut
 * @param balance how far each variable is from the population, in the order of the margins
 */
public record FittedWeights(
        List<Value> refusals,
        Weighting fitted,
        Weighting weighting,
        long trimmed,
        WeightReport report,
        List<Balance> balance) {

    public FittedWeights {
        refusals = List.copyOf(refusals);
        balance = List.copyOf(balance);
    }

    /**
     * One variable beside its population (代表性).
     *
     * @param unknown rows that do not tell it
     * @param before unweighted and tested, {@code after} weighted: it must match by construction, so there is no test
     */
    public record Balance(KnownMargin margin, long unknown, Representativeness before, Representativeness after) {}

    /**
     * Weights of the classes of a sample, which are its groups.
     *
     * @param plan its margins are those of {@code margins}, in the same order
     */
    public static FittedWeights of(SampleCells cells, List<KnownMargin> margins, tw.minsheng.survey.Weighting plan) {
        return of(groups(cells), levels(cells, margins.size()), margins, plan);
    }

    /**
     * @param levels by margin and group, the number of the category; the number behind the last where it is not told
     * @param plan its margins are those of {@code margins}, in the same order
     */
    static FittedWeights of(
            Groups groups, int[][] levels, List<KnownMargin> margins, tw.minsheng.survey.Weighting plan) {
        List<Margin> targets = new ArrayList<>();
        for (int m = 0; m < levels.length; m++) {
            targets.add(target(groups, margins.get(m), levels[m]));
        }
        List<Value> refusals = new ArrayList<>(Raking.refusals(groups, targets, levels));
        Weighting fitted = Fit.of(plan, groups, targets, levels);
        Weighting weighting = fitted;
        long trimmed = 0;
        if (fitted.isDone() && plan.isTrimmed()) {
            Trimming cut = Trimming.ofMultiples(fitted, groups, plan.trimLow(), plan.trimHigh());
            weighting = cut.weighting();
            trimmed = cut.trimmed();
        }
        if (refusals.isEmpty() && !weighting.isDone()) {
            refusals.add(weighting.maxMarginError());
        }
        List<Balance> balance = new ArrayList<>();
        for (int m = 0; m < levels.length; m++) {
            balance.add(balance(groups, margins.get(m), levels[m], weighting));
        }
        WeightReport report = WeightReport.of(groups, weighting.calibration());
        return new FittedWeights(refusals, fitted, weighting, trimmed, report, balance);
    }

    private static Groups groups(SampleCells cells) {
        Groups groups = new Groups(1, cells.size());
        for (int row = 0; row < cells.rows(); row++) {
            int place = cells.classOf(row);
            groups.add(place, cells.cell(place).weight());
        }
        return groups;
    }

    private static int[][] levels(SampleCells cells, int margins) {
        int[][] levels = new int[margins][cells.size()];
        for (int place = 0; place < cells.size(); place++) {
            for (int m = 0; m < margins; m++) {
                levels[m][place] = cells.cell(place).levels().get(m);
            }
        }
        return levels;
    }

    /** Rows that do not tell a variable keep the share they have; the others share the rest as the population does. */
    private static Margin target(Groups groups, KnownMargin margin, int[] level) {
        Margin population = margin.population();
        double unknown = 0;
        boolean any = false;
        for (int g = 0; g < level.length; g++) {
            boolean isUnknown = level[g] == population.size() && groups.rows(g) > 0;
            any |= isUnknown;
            unknown += isUnknown ? groups.weight(g) : 0;
        }
        if (!any) {
            return population;
        }
        double share = groups.total() > 0 ? unknown / groups.total() : 0;
        // where nobody tells it, a share of 0 lets the check name every category that has no sample
        return population.withUnknown("", share < 1 ? share : 0);
    }

    private static Balance balance(Groups groups, KnownMargin margin, int[] level, Weighting weighting) {
        int size = margin.levels().size();
        long[] counts = new long[size];
        double[] weights = new double[size];
        long n = 0;
        for (int g = 0; g < level.length; g++) {
            if (level[g] < size) {
                counts[level[g]] += groups.rows(g);
                weights[level[g]] += groups.weight(g) * weighting.calibration().factor(g);
                n += groups.rows(g);
            }
        }
        double[] population = margin.population().targets().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        return new Balance(
                margin,
                groups.rows() - n,
                Representativeness.test(margin.levels(), counts, population),
                Representativeness.afterWeighting(margin.levels(), weights, population, n));
    }
}
