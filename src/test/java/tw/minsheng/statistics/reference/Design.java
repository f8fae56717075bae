package tw.minsheng.statistics.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tw.minsheng.statistics.estimate.DesignedSample;
import tw.minsheng.statistics.estimate.MeanEstimate;
import tw.minsheng.statistics.estimate.MeanEstimator;
import tw.minsheng.statistics.estimate.RowSample;
import tw.minsheng.statistics.estimate.Stage;
import tw.minsheng.statistics.estimate.VariableSums;
import tw.minsheng.statistics.sampling.LonelyRule;
import tw.minsheng.statistics.sampling.SampleDesign;
import tw.minsheng.statistics.sampling.Stratum;
import tw.minsheng.statistics.weighting.Calibration;
import tw.minsheng.statistics.weighting.CellGrid;
import tw.minsheng.statistics.weighting.Groups;
import tw.minsheng.statistics.weighting.Margin;
import tw.minsheng.statistics.weighting.Raking;
import tw.minsheng.statistics.weighting.Weighting;

/**
 * A survey design of the interpreter: the data, the rows as the product knows them, and what was done to their weights.
 *
 * @param domain rows of a subset; all when there is none
 * @param margins that the weights were fitted to, with the category of each row
 * @param cut whether weights were trimmed afterwards
 */
record Design(
        Frame data, DesignedSample sample, List<Boolean> domain, List<Fitted> margins, boolean cut, LonelyRule lonely) {

    /** A margin and the category of each row. */
    record Fitted(Margin margin, List<Integer> levels) {}

    static Design of(Frame data, double[] weights, List<Stage> stages, LonelyRule lonely) {
        List<Boolean> all =
                IntStream.range(0, weights.length).mapToObj(i -> true).toList();
        return new Design(data, RowSample.of(weights, stages, lonely), all, List.of(), false, lonely);
    }

    /** The rows of a linearised design. */
    RowSample rows() {
        return (RowSample) sample;
    }

    Design subset(List<Boolean> keep) {
        List<Boolean> both = IntStream.range(0, keep.size())
                .mapToObj(i -> domain.get(i) && keep.get(i))
                .toList();
        return new Design(data, sample, both, margins, cut, lonely);
    }

    Design fitted(Weighting weighting, List<Fitted> newMargins) {
        if (!weighting.isDone()) {
            throw Refused.because(weighting.maxMarginError());
        }
        return new Design(data, rows().with(weighting.calibration()), domain, newMargins, false, lonely);
    }

    /** Sums per group would be raked to the end: rows keep the weights as they are. */
    Design stoppedEarly() {
        return new Design(data, sample, domain, List.of(), true, lonely);
    }

    /** The same rows with other weights. */
    Design with(DesignedSample other) {
        return new Design(data, other, domain, List.of(), true, lonely);
    }

    Design trimmed(Weighting weighting) {
        return new Design(data, rows().with(weighting.calibration()), domain, margins, true, lonely);
    }

    boolean isSubset() {
        return domain.contains(false);
    }

    boolean isCalibrated() {
        return sample.isCalibrated();
    }

    /** Rows are their own sampling units, so that sums per group are enough. */
    boolean isElementSample() {
        if (!(sample instanceof RowSample rows)) {
            return false;
        }
        Stage first = rows.stages().get(0);
        return rows.calibration().kind() != Calibration.Kind.CALIBRATED
                && rows.stages().size() == 1
                && first.units().stream().distinct().count() == first.rows()
                && !cut;
    }

    /** As R's {@code degf}: of the rows of the domain that have weight. */
    long degf() {
        return sample.df(inside());
    }

    boolean[] inside() {
        boolean[] inside = new boolean[domain.size()];
        IntStream.range(0, inside.length).forEach(i -> inside[i] = domain.get(i));
        return inside;
    }

    /** The mean by the way of the product's reports: one pass, sums per stratum and cell. */
    MeanEstimate streamed(double[] variable, boolean[] valid) {
        Stage first = rows().stages().get(0);
        Map<Integer, Integer> strata = new LinkedHashMap<>();
        List<Stratum> plan = new ArrayList<>();
        for (int i = 0; i < sample.size(); i++) {
            int id = first.strata().get(i);
            if (strata.putIfAbsent(id, strata.size()) == null) {
                plan.add(new Stratum(Integer.toString(id), first.populations().get(i)));
            }
        }
        CellGrid grid = new CellGrid(margins.stream().map(Fitted::margin).toList());
        Groups groups = new Groups(plan.size(), grid.cells());
        VariableSums sums = new VariableSums(groups);
        for (int i = 0; i < sample.size(); i++) {
            int row = i;
            int cell = grid.cellOf(
                    margins.stream().mapToInt(m -> m.levels().get(row)).toArray());
            int group = groups.groupOf(strata.getOrDefault(first.strata().get(i), 0), cell);
            double weight = rows().groups().weight(i);
            groups.add(group, weight);
            if (valid[i]) {
                sums.add(group, weight, variable[i]);
            }
        }
        SampleDesign design = SampleDesign.stratified(plan).with(lonely);
        return new MeanEstimator(design, groups, weighting(groups, grid).calibration()).mean(sums);
    }

    private Weighting weighting(Groups groups, CellGrid grid) {
        return switch (rows().calibration().kind()) {
            case NONE -> Weighting.none(groups);
            case POST_STRATIFIED -> Raking.postStratify(groups, grid);
            case RAKED -> Raking.rake(groups, grid);
            case CALIBRATED -> throw new NotCovered("calibrated rows in groups");
        };
    }

    double[] weights() {
        double[] weights = new double[sample.size()];
        Arrays.setAll(weights, sample::weight);
        return weights;
    }
}
