package tw.minsheng.report.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tw.minsheng.dataset.DesignGrid;
import tw.minsheng.dataset.Tally;
import tw.minsheng.dataset.weights.Fit;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.estimate.MeanEstimator;
import tw.minsheng.statistics.sampling.Population;
import tw.minsheng.statistics.sampling.SampleDesign;
import tw.minsheng.statistics.sampling.Stratum;
import tw.minsheng.statistics.weighting.CellGrid;
import tw.minsheng.statistics.weighting.Groups;
import tw.minsheng.statistics.weighting.Margin;
import tw.minsheng.statistics.weighting.Trimming;
import tw.minsheng.statistics.weighting.WeightReport;
import tw.minsheng.statistics.weighting.Weighting;
import tw.minsheng.survey.SamplingPlan;
import tw.minsheng.survey.Survey;

/**
 * A tally with its weights and its design.
 *
 * @param method how the weights came about
 * @param refusal why the declared weighting could not be made; known when it was made or none was declared
 * @param trimmed answers whose weight was cut
 */
record Weighed(
        Tally tally,
        Method method,
        Weighting weighting,
        Value refusal,
        long trimmed,
        CellGrid cells,
        SampleDesign design,
        WeightReport report) {

    /** How the weights came about. */
    enum Method {
        NONE,
        /** the data came with weights, which are taken as they are */
        FILE,
        CELL,
        RAKING,
        LINEAR,
        LOGIT
    }

    /** Weights of a proportional draw differ by rounding; a percent more is not planned. */
    private static final double ALIKE = 1.01;

    static Weighed of(Tally tally) {
        Survey survey = tally.layout().survey();
        Groups groups = tally.groups();
        CellGrid cells = cells(tally);
        Method method = method(tally, survey);
        Weighting fitted = fitted(tally, method, cells);
        long trimmed = 0;
        if (fitted.isDone() && survey.weighting().isTrimmed() && groups.rows() > 0 && fits(method)) {
            Trimming cut = Trimming.ofMultiples(
                    fitted,
                    groups,
                    survey.weighting().trimLow(),
                    survey.weighting().trimHigh());
            fitted = cut.weighting();
            trimmed = cut.trimmed();
        }
        Value refusal = fitted.isDone() ? Value.of(0) : fitted.maxMarginError();
        Method used = fitted.isDone() ? method : tally.isWeighted() ? Method.FILE : Method.NONE;
        Weighting weighting = fitted.isDone() ? fitted : Weighting.none(groups);
        return new Weighed(
                tally,
                used,
                weighting,
                refusal,
                trimmed,
                cells,
                design(tally),
                WeightReport.of(groups, weighting.calibration()));
    }

    private static boolean fits(Method method) {
        return method != Method.NONE && method != Method.FILE;
    }

    private static Method method(Tally tally, Survey survey) {
        boolean given = survey.weighting().method() == tw.minsheng.survey.Weighting.Method.NONE || !isOfDraw(tally);
        if (tally.isWeighted() && given) {
            return Method.FILE;
        }
        return switch (survey.weighting().method()) {
            case NONE -> Method.NONE;
            case CELL -> tally.grid().margins().size() == 1 ? Method.CELL : Method.RAKING;
            case RAKING -> Method.RAKING;
            case LINEAR -> Method.LINEAR;
            case LOGIT -> Method.LOGIT;
        };
    }

    /**
     * Whether the weights are those of a draw, where the fitting begins: people of a sample drawn who share a place in the design and
     * their categories have the same. Any others may be the end of a fitting that was made elsewhere.
     */
    private static boolean isOfDraw(Tally tally) {
        SamplingPlan.Design design = tally.layout().survey().sampling().design();
        return design.isProbability()
                && (design != SamplingPlan.Design.ONSITE || tally.hasUnits())
                && tally.groups().isConstantWithinGroups();
    }

    private static Weighting fitted(Tally tally, Method method, CellGrid cells) {
        if (fits(method) && !tally.outsiders().isEmpty()) {
            String first = tally.outsiders().keySet().iterator().next();
            return Weighting.refused(tally.groups(), Margin.withoutPopulation(first));
        }
        return fits(method)
                ? Fit.of(
                        tally.layout().survey().weighting(),
                        tally.groups(),
                        cells.margins(),
                        cells.levels(tally.groups()))
                : Weighting.none(tally.groups());
    }

    /** Answers that do not tell a variable keep their share; the known categories share the rest as the population does. */
    private static CellGrid cells(Tally tally) {
        CellGrid grid = tally.grid().cells();
        Groups groups = tally.groups();
        List<Margin> margins = new ArrayList<>();
        for (int place = 0; place < grid.margins().size(); place++) {
            Margin margin = grid.margins().get(place);
            int last = margin.size() - 1;
            double unknown = 0;
            for (int group = 0; group < groups.size(); group++) {
                unknown += grid.levelOf(place, groups.cellOf(group)) == last ? groups.weight(group) : 0;
            }
            Margin known = new Margin(
                    margin.variable(),
                    margin.levels().subList(0, last),
                    margin.targets().subList(0, last));
            double share = groups.total() > 0 ? unknown / groups.total() : 0;
            margins.add(share < 1 ? known.withUnknown(DesignGrid.UNKNOWN, share) : margin);
        }
        return new CellGrid(margins);
    }

    private static SampleDesign design(Tally tally) {
        return tally.isClustered() ? clusters(tally) : strata(tally);
    }

    /** Each place is a unit; where some answers name none the places are strata, and nobody is told their error. */
    private static SampleDesign clusters(Tally tally) {
        List<String> names = tally.strataOfUnits();
        if (!tally.hasUnits()) {
            long frame = tally.layout().survey().sampling().frame().size();
            Population all = frame > 0 ? Population.of((double) frame) : Population.unlimited();
            return SampleDesign.stratified(
                    names.stream().map(name -> new Stratum(name, all)).toList());
        }
        List<String> strata = names.stream().distinct().toList();
        return SampleDesign.clustered(
                strata.stream()
                        .map(name -> new Stratum(name, Population.unlimited()))
                        .toList(),
                names.stream().map(strata::indexOf).toList());
    }

    private static SampleDesign strata(Tally tally) {
        SamplingPlan plan = tally.layout().survey().sampling();
        Map<String, Long> targets = plan.strata().targets().counts();
        boolean stratified = tally.grid().strata().size() > 1;
        List<Stratum> strata = tally.grid().strata().stream()
                .map(code -> {
                    long size = targets.getOrDefault(code, 0L);
                    long whole = stratified || !plan.design().isProbability()
                            ? size
                            : plan.frame().size();
                    return new Stratum(code, whole > 0 ? Population.of((double) whole) : Population.unlimited());
                })
                .toList();
        return SampleDesign.stratified(strata);
    }

    /** Whether the design has units that hold several answers and the data do not say which: there is no error to speak of. */
    boolean isUncounted() {
        return tally.isClustered() && !tally.hasUnits();
    }

    boolean isWeighted() {
        return method != Method.NONE;
    }

    /** Whether the weights begin with how people were drawn. */
    boolean hasDrawWeights() {
        return tally.isWeighted() && isOfDraw(tally);
    }

    /** Whether some were drawn with another chance than others, so that even full response would not look like the population. */
    boolean isDrawnUnevenly() {
        double[] weights = IntStream.range(0, tally.groups().size())
                .filter(group -> tally.groups().rows(group) > 0)
                .mapToDouble(group -> tally.groups().greatestWeight(group))
                .sorted()
                .toArray();
        return hasDrawWeights() && weights.length > 0 && weights[weights.length - 1] > weights[0] * ALIKE;
    }

    /** Whether answers came with the weights of their sessions, whether they were fitted to the population after that or not. */
    boolean hasSessionWeights() {
        return hasDrawWeights() && tally.layout().survey().sampling().design() == SamplingPlan.Design.ONSITE;
    }

    /** Whether the weights were fitted here to the population. */
    boolean isFitted() {
        return fits(method);
    }

    /** Final weight → used answers, the smallest weight first; empty when there are too many different weights. */
    Optional<SortedMap<Double, Long>> weights() {
        if (method == Method.FILE || method == Method.NONE) {
            return tally.weights().all();
        }
        // weights are fitted only to answers of the weight 1, or of a draw, so a group has one weight
        SortedMap<Double, Long> counts = new TreeMap<>();
        for (int group = 0; group < tally.groups().size(); group++) {
            if (tally.groups().rows(group) > 0) {
                double weight = tally.groups().greatestWeight(group)
                        * weighting.calibration().factor(group);
                counts.merge(weight, tally.groups().rows(group), Long::sum);
            }
        }
        return Optional.of(counts);
    }

    MeanEstimator estimator() {
        return new MeanEstimator(design, tally.groups(), weighting.calibration());
    }
}
