package tw.minsheng.report.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tw.minsheng.dataset.ColumnTally;
import tw.minsheng.dataset.ConstructTally;
import tw.minsheng.dataset.Frequencies;
import tw.minsheng.dataset.Tally;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Standards;
import tw.minsheng.report.Tables;
import tw.minsheng.report.scale.ScaleStudies;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.estimate.MeanEstimator;
import tw.minsheng.statistics.reliability.ScaleReliability;
import tw.minsheng.survey.Construct;
import tw.minsheng.survey.Survey;

/** Tables about constructs and items: T3.4 scores, T4.1 item analysis, T4.2 reliability, T4.11 robustness. */
final class ScaleTables {

    private final Weighed sample;
    private final SmallGroups groups;
    private final Survey survey;
    private final Map<String, Result> figures;
    private final ScaleStudies studies;
    private final Standards standards;

    ScaleTables(
            Weighed sample,
            SmallGroups groups,
            Map<String, Result> figures,
            ScaleStudies studies,
            Standards standards) {
        this.studies = studies;
        this.standards = standards;
        this.sample = sample;
        this.groups = groups;
        this.survey = sample.tally().layout().survey();
        this.figures = figures;
    }

    List<ResultTable> all() {
        List<ResultTable> tables = new ArrayList<>(List.of(
                scores(),
                new ItemTable(sample.tally(), constructs(), figures, studies).table(),
                reliability(),
                weighting()));
        if (sample.tally().overallByMode().size() > 1) {
            tables.add(modes());
        }
        return tables;
    }

    private List<ConstructTally> constructs() {
        return sample.tally().constructs().stream()
                .filter(construct -> !construct.id().equals(Tally.TOTAL))
                .toList();
    }

    private ResultTable scores() {
        List<ConstructTally> all = constructs();
        return Tables.named("T3.4")
                .words("construct", all.stream().map(ConstructTally::id).toList())
                .words("label", all.stream().map(this::label).toList())
                .counts("n", all.stream().map(ConstructTally::n).toList())
                .numbers(
                        "score_100",
                        all.stream().map(each -> figure(each, "score_100")).toList())
                .numbers(
                        "sd",
                        all.stream()
                                .map(each -> optional(
                                        sample.estimator().mean(each.scores()).sd()))
                                .toList())
                .numbers(
                        "lower",
                        all.stream().map(each -> limit(each, Interval::lower)).toList())
                .numbers(
                        "upper",
                        all.stream().map(each -> limit(each, Interval::upper)).toList())
                .numbers(
                        "satisfied",
                        all.stream().map(each -> figure(each, "satisfied")).toList())
                .numbers(
                        "weight_in_index",
                        all.stream()
                                .map(each -> survey.construct(each.id()).map(Construct::weightInIndex))
                                .toList())
                .result();
    }

    private Optional<Double> figure(ConstructTally construct, String statistic) {
        return known("construct." + construct.id() + "." + statistic);
    }

    private Optional<Double> limit(ConstructTally construct, Function<Interval, Value> side) {
        return Optional.ofNullable(figures.get("construct." + construct.id() + ".score_100"))
                .flatMap(Result::interval)
                .flatMap(interval -> optional(side.apply(interval)));
    }

    private Optional<Double> known(String key) {
        return Optional.ofNullable(figures.get(key)).flatMap(result -> optional(result.value()));
    }

    private ResultTable reliability() {
        List<ConstructTally> all = sample.tally().constructs();
        List<ScaleReliability> scales =
                all.stream().map(each -> ScaleReliability.of(each.listwise())).toList();
        List<ScaleReliability> pairs =
                all.stream().map(each -> ScaleReliability.of(each.pairwise())).toList();
        return Tables.named("T4.2")
                .words("construct", all.stream().map(ConstructTally::id).toList())
                .words("label", all.stream().map(this::label).toList())
                .counts("k", scales.stream().map(scale -> (long) scale.k()).toList())
                .counts("n", scales.stream().map(ScaleReliability::n).toList())
                .counts("rows", scales.stream().map(ScaleReliability::rows).toList())
                .numbers(
                        "alpha_raw",
                        scales.stream().map(scale -> optional(scale.alphaRaw())).toList())
                .numbers(
                        "lower",
                        scales.stream()
                                .map(scale -> optional(scale.feldt(.95).lower()))
                                .toList())
                .numbers(
                        "upper",
                        scales.stream()
                                .map(scale -> optional(scale.feldt(.95).upper()))
                                .toList())
                .numbers("boot_lower", bootstrap(all, Interval::lower))
                .numbers("boot_upper", bootstrap(all, Interval::upper))
                .numbers(
                        "alpha_std",
                        scales.stream()
                                .map(scale -> optional(scale.alphaStandardized()))
                                .toList())
                .numbers(
                        "average_r",
                        scales.stream().map(scale -> optional(scale.averageR())).toList())
                .numbers("omega", coefficient(all, ".omega_1factor_std"))
                .numbers("split_half", coefficient(all, ".split_odd_even.spearman_brown_unequal"))
                .numbers("lambda2", coefficient(all, ".guttman_cov.lambda2"))
                .counts("n_pairwise", pairs.stream().map(ScaleReliability::n).toList())
                .numbers(
                        "alpha_pairwise",
                        pairs.stream().map(scale -> optional(scale.alphaRaw())).toList())
                .numbers(
                        "standard",
                        all.stream()
                                .map(each -> survey.construct(each.id()).map(standards::alpha))
                                .toList())
                .result();
    }

    private List<Optional<Double>> bootstrap(List<ConstructTally> all, Function<Interval, Value> side) {
        return all.stream()
                .map(each -> Optional.ofNullable(figures.get(object(each) + ".ci95_boot_percentile"))
                        .flatMap(Result::interval)
                        .flatMap(interval -> optional(side.apply(interval))))
                .toList();
    }

    private static String object(ConstructTally construct) {
        return construct.id().equals(Tally.TOTAL) ? Tally.TOTAL : "construct." + construct.id();
    }

    private List<Optional<Double>> coefficient(List<ConstructTally> all, String statistic) {
        return all.stream().map(each -> known(object(each) + statistic)).toList();
    }

    /** T4.11: what weighting changes, whether the weights were fitted here or came with the answers. */
    private ResultTable weighting() {
        MeanEstimator used = sample.estimator();
        List<String> names = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        List<Optional<Double>> before = new ArrayList<>();
        List<Optional<Double>> after = new ArrayList<>();
        for (ConstructTally construct : constructs()) {
            names.add("construct." + construct.id() + ".score_100");
            labels.add(label(construct));
            counts.add(construct.n());
            before.add(optional(construct.scores().plainMean()));
            after.add(optional(used.mean(construct.scores()).mean()));
        }
        return Tables.named("T4.11")
                .words("key", names)
                .words("label", labels)
                .counts("n", counts)
                .numbers("unweighted", before)
                .numbers("weighted", after)
                .result();
    }

    /** T4.11.modes: the overall item by way of answering, unweighted; without the figures of modes that too few used. */
    private ResultTable modes() {
        ColumnTally overall = sample.tally().column(survey.overall());
        List<String> modes = List.copyOf(sample.tally().overallByMode().keySet());
        List<Frequencies> counts = List.copyOf(sample.tally().overallByMode().values());
        Set<String> hidden = groups.modes();
        Set<Integer> rows = SmallGroups.rows(modes.size(), row -> hidden.contains(modes.get(row)));
        ResultTable all = Tables.named("T4.11.modes")
                .words("mode", modes)
                .counts("n", counts.stream().map(Frequencies::valid).toList())
                .numbers(
                        "satisfied",
                        counts.stream().map(each -> satisfied(overall, each)).toList())
                .result();
        return SmallGroups.hide(all, rows, "n", "satisfied");
    }

    private Optional<Double> satisfied(ColumnTally overall, Frequencies counts) {
        var scale = survey.scale(overall.column().variable().scale());
        int from = scale.satisfiedFrom().value().orElse(Integer.MAX_VALUE);
        long satisfied = 0;
        for (int code = 0; code < counts.validCodes(); code++) {
            satisfied += ConstructTally.score(overall.column(), scale, code) >= from ? counts.of(code) : 0;
        }
        return counts.valid() == 0 ? Optional.empty() : Optional.of((double) satisfied / counts.valid());
    }

    private String label(ConstructTally construct) {
        return survey.construct(construct.id())
                .map(each -> each.label().in(Language.ZH_TW))
                .orElse(construct.id());
    }

    private static Optional<Double> optional(Value value) {
        return value.isKnown() ? Optional.of(value.number()) : Optional.empty();
    }
}
