package tw.minsheng.report.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.dataset.ColumnTally;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.Facts;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Tables;
import tw.minsheng.report.wording.SampleCode;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.weighting.Groups;
import tw.minsheng.survey.Population;
import tw.minsheng.survey.Question;
import tw.minsheng.survey.SamplingPlan;
import tw.minsheng.survey.Variable;

/** Tables about the sample: T2.1 strata, T2.2 margins of subgroups, T2.3 dispositions, T2.4 rates, T2.6 weights. */
final class DesignTables {

    /** Smaller groups get no margin of their own. */
    private static final long LEAST_GROUP = 30;

    private final Weighed sample;
    private final SampleCode code;
    private final double level;
    private final Facts.Dispositions dispositions;

    DesignTables(Weighed sample, SampleCode code, double level, Facts.Dispositions dispositions) {
        this.sample = sample;
        this.code = code;
        this.level = level;
        this.dispositions = dispositions;
    }

    List<ResultTable> all(List<Result> figures) {
        List<ResultTable> tables = new ArrayList<>();
        strata().ifPresent(tables::add);
        if (code.isProbability()) {
            tables.add(subgroups());
        }
        if (dispositions.isGiven()) {
            tables.add(dispositions());
            tables.add(rates(figures));
        }
        if (sample.isWeighted() && sample.tally().used() > 0) {
            tables.add(weights());
        }
        return tables;
    }

    private Optional<ResultTable> strata() {
        SamplingPlan.Strata strata = sample.tally().layout().survey().sampling().strata();
        if (!strata.isGiven() || sample.tally().grid().stratum().isEmpty()) {
            return Optional.empty();
        }
        Population targets = strata.targets();
        ColumnTally column = sample.tally().column(strata.variable());
        List<Variable.Value> values = column.column().variable().values();
        Groups groups = sample.tally().groups();
        return Optional.of(Tables.named("T2.1")
                .words("code", values.stream().map(Variable.Value::code).toList())
                .words(
                        "label",
                        values.stream()
                                .map(value -> value.label().in(Language.ZH_TW))
                                .toList())
                .counts(
                        "population",
                        values.stream()
                                .map(value -> targets.counts().getOrDefault(value.code(), 0L))
                                .toList())
                .counts(
                        "finished",
                        values.stream()
                                .map(value -> groups.rowsOfStratum(values.indexOf(value)))
                                .toList())
                .result());
    }

    /** One group with enough answers. */
    private record Subgroup(String variable, String code, String label, long n) {}

    private ResultTable subgroups() {
        List<Subgroup> groups = new ArrayList<>();
        groups.add(new Subgroup("", "", "", sample.tally().used()));
        for (ColumnTally column : sample.tally().columns()) {
            Variable variable = column.column().variable();
            if (variable.role() == Question.Role.DEMOGRAPHIC && variable.kind() == Variable.Kind.CHOICE) {
                for (int value = 0; value < variable.values().size(); value++) {
                    long n = column.frequencies().of(value);
                    Variable.Value known = variable.values().get(value);
                    if (n >= LEAST_GROUP) {
                        groups.add(new Subgroup(
                                variable.id(), known.code(), known.label().in(Language.ZH_TW), n));
                    }
                }
            }
        }
        return Tables.named("T2.2")
                .words("variable", groups.stream().map(Subgroup::variable).toList())
                .words("code", groups.stream().map(Subgroup::code).toList())
                .words("label", groups.stream().map(Subgroup::label).toList())
                .counts("n", groups.stream().map(Subgroup::n).toList())
                .numbers("margin_10", margins(groups, .1))
                .numbers("margin_30", margins(groups, .3))
                .numbers("margin_50", margins(groups, .5))
                .result();
    }

    private List<Optional<Double>> margins(List<Subgroup> groups, double share) {
        double deff = sample.report().deffKish().asOptional().orElse(1);
        return groups.stream()
                .map(group ->
                        optional(SampleFigures.of(group.n(), share, level, deff).moeDeff()))
                .toList();
    }

    private ResultTable dispositions() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("i", dispositions.i());
        counts.put("p", dispositions.p());
        counts.put("r", dispositions.r());
        counts.put("nc", dispositions.nc());
        counts.put("o", dispositions.o());
        counts.put("uh", dispositions.uh());
        counts.put("uo", dispositions.uo());
        counts.put("ne", dispositions.ne());
        return Tables.named("T2.3")
                .words("code", List.copyOf(counts.keySet()))
                .counts("n", List.copyOf(counts.values()))
                .result();
    }

    private static ResultTable rates(List<Result> figures) {
        List<Result> rates = SampleFigures.rateNames().stream()
                .flatMap(name -> figures.stream().filter(figure -> figure.key().equals("sample." + name)))
                .toList();
        return Tables.named("T2.4")
                .words(
                        "rate",
                        rates.stream()
                                .map(rate -> rate.key().substring("sample.".length()))
                                .toList())
                .numbers(
                        "value",
                        rates.stream().map(rate -> optional(rate.value())).toList())
                .result();
    }

    /** T2.6: weights in multiples of their mean; quantiles only where every answer of a cell has the same weight. */
    private ResultTable weights() {
        List<String> names = new ArrayList<>(List.of("min"));
        List<Optional<Double>> values = new ArrayList<>();
        double mean = sample.report().sum().number() / sample.tally().used();
        values.add(optional(sample.report().least().map(weight -> weight / mean)));
        if (sample.tally().groups().isConstantWithinGroups()) {
            names.addAll(List.of("p5", "median", "p95"));
            values.add(Optional.of(quantile(.05) / mean));
            values.add(Optional.of(quantile(.5) / mean));
            values.add(Optional.of(quantile(.95) / mean));
        }
        names.addAll(List.of("max", "deff_kish", "n_eff"));
        values.add(optional(sample.report().greatest().map(weight -> weight / mean)));
        values.add(optional(sample.report().deffKish()));
        values.add(optional(sample.report().nEffective()));
        return Tables.named("T2.6")
                .words("statistic", names)
                .numbers("value", values)
                .result();
    }

    /** The smallest weight that at least this part of the answers does not exceed. */
    private double quantile(double part) {
        Groups groups = sample.tally().groups();
        List<Integer> filled = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            if (groups.rows(group) > 0) {
                filled.add(group);
            }
        }
        filled.sort(Comparator.comparingDouble(this::weight));
        double wanted = part * groups.rows();
        long seen = 0;
        for (int group : filled) {
            seen += groups.rows(group);
            if (seen >= wanted) {
                return weight(group);
            }
        }
        return 0;
    }

    private double weight(int group) {
        return sample.tally().groups().greatestWeight(group)
                * sample.weighting().calibration().factor(group);
    }

    private static Optional<Double> optional(Value value) {
        return value.isKnown() ? Optional.of(value.number()) : Optional.empty();
    }
}
