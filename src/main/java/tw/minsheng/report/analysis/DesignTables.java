package tw.minsheng.report.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import tw.minsheng.dataset.ColumnTally;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.Facts;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Tables;
import tw.minsheng.report.wording.SampleCode;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.estimate.Quantile;
import tw.minsheng.survey.Question;
import tw.minsheng.survey.Variable;

/** Tables about the sample: T2.1 strata, T2.2 margins of subgroups, T2.3 dispositions, T2.4 rates, T2.6 weights. */
final class DesignTables {

    /** Smaller groups get no margin of their own. */
    private static final long LEAST_GROUP = 30;

    /** How many of the answers are the heaviest ones. */
    private static final double TOP_PART = .05;

    private static final int MOST_BINS = 20;
    private static final List<Double> BIN_WIDTHS = List.of(.05, .1, .2, .25, .5, 1.0, 2.0, 5.0, 10.0);

    private static final Set<String> OF_ALL_WEIGHTS = Set.of("deff_kish", "n_eff");

    private final Weighed sample;
    private final SmallGroups small;
    private final SampleCode code;
    private final SampleFigures figures;
    private final Facts.Dispositions dispositions;
    private final StrataTable strata;

    DesignTables(Weighed sample, SmallGroups small, SampleCode code, SampleFigures figures, Facts facts) {
        this.sample = sample;
        this.small = small;
        this.code = code;
        this.figures = figures;
        this.dispositions = facts.dispositions();
        this.strata = new StrataTable(sample, small, facts.drawn());
    }

    List<ResultTable> all(List<Result> results, Optional<Long> planned) {
        List<ResultTable> tables = new ArrayList<>();
        strata.table(planned).ifPresent(tables::add);
        if (code.isProbability() && !sample.isUncounted()) {
            tables.add(subgroups());
        }
        if (dispositions.isGiven()) {
            tables.add(dispositions());
            tables.add(rates(results));
        }
        if (sample.isWeighted() && sample.tally().used() > 0) {
            tables.add(weights());
            if (!small.areInWeights()) {
                histogram().ifPresent(tables::add);
            }
        }
        return tables;
    }

    /** One group with enough answers. */
    private record Subgroup(String variable, String code, String label, long n) {}

    private ResultTable subgroups() {
        List<Subgroup> groups = new ArrayList<>();
        groups.add(new Subgroup("", "", "", sample.tally().used()));
        for (ColumnTally column : sample.tally().columns()) {
            Variable variable = column.column().variable();
            if (variable.role() == Question.Role.DEMOGRAPHIC && variable.kind() == Variable.Kind.CHOICE) {
                Set<Integer> hidden = small.of(column);
                for (int value = 0; value < variable.values().size(); value++) {
                    long n = column.frequencies().of(value);
                    Variable.Value known = variable.values().get(value);
                    if (n >= LEAST_GROUP && !hidden.contains(value)) {
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
        return groups.stream()
                .map(group -> optional(figures.ofGroup(group.n(), share)))
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

    private static ResultTable rates(List<Result> results) {
        List<Result> rates = SampleFigures.rateNames().stream()
                .flatMap(name -> results.stream().filter(figure -> figure.key().equals("sample." + name)))
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

    /** T2.6: weights in multiples of their mean; quantiles only where the weights are few enough to be kept. */
    private ResultTable weights() {
        List<String> names = new ArrayList<>(List.of("min"));
        List<Optional<Double>> values = new ArrayList<>();
        double mean = meanWeight();
        values.add(optional(sample.report().least().map(weight -> weight / mean)));
        sample.weights().ifPresent(counts -> {
            names.addAll(List.of("p5", "median", "p95"));
            double[] weights = counts.keySet().stream()
                    .mapToDouble(weight -> weight / mean)
                    .toArray();
            double[] rows =
                    counts.values().stream().mapToDouble(Long::doubleValue).toArray();
            for (double part : new double[] {.05, .5, .95}) {
                values.add(optional(Quantile.MATH.of(weights, rows, part)));
            }
        });
        names.addAll(List.of("max", "ratio"));
        values.add(optional(sample.report().greatest().map(weight -> weight / mean)));
        values.add(optional(sample.report().ratioGreatestToLeast()));
        sample.weights().ifPresent(counts -> {
            names.add("top_share");
            values.add(Optional.of(topShare(counts)));
        });
        names.addAll(List.of("deff_kish", "n_eff"));
        values.add(optional(sample.report().deffKish()));
        values.add(optional(sample.report().nEffective()));
        ResultTable all = Tables.named("T2.6")
                .words("statistic", names)
                .numbers("value", values)
                .result();
        Set<Integer> rows =
                SmallGroups.rows(names.size(), row -> small.areInWeights() && !OF_ALL_WEIGHTS.contains(names.get(row)));
        return SmallGroups.hide(all, rows, "value");
    }

    /** The part of all weight that the heaviest twentieth of the answers has. */
    private static double topShare(SortedMap<Double, Long> counts) {
        long rows = counts.values().stream().mapToLong(Long::longValue).sum();
        double left = rows * TOP_PART;
        double all = 0;
        double top = 0;
        List<Double> heaviest = new ArrayList<>(counts.keySet());
        Collections.reverse(heaviest);
        for (double weight : heaviest) {
            long n = counts.getOrDefault(weight, 0L);
            double taken = StrictMath.min(left, (double) n);
            top += taken * weight;
            left -= taken;
            all += n * weight;
        }
        return all > 0 ? top / all : 0;
    }

    private double meanWeight() {
        return sample.report().sum().number() / sample.tally().used();
    }

    /** F2.3: how many answers have a weight from … to below …, in multiples of the mean; the bins begin at 0. */
    private Optional<ResultTable> histogram() {
        double mean = meanWeight();
        return sample.weights().filter(counts -> counts.lastKey() > 0).map(counts -> {
            double width = width(counts.lastKey() / mean);
            int bins = bin(counts.lastKey() / mean, width) + 1;
            List<Long> rows = new ArrayList<>(Collections.nCopies(bins, 0L));
            counts.forEach((weight, n) -> {
                int bin = bin(weight / mean, width);
                rows.set(bin, rows.get(bin) + n);
            });
            return Tables.named("F2.3")
                    .numbers("from", limits(bins, width, 0))
                    .numbers("to", limits(bins, width, 1))
                    .counts("n", rows)
                    .result();
        });
    }

    /** The narrowest round width with which the bins are few enough to be seen. */
    private static double width(double greatest) {
        return BIN_WIDTHS.stream()
                .filter(width -> greatest / width <= MOST_BINS)
                .findFirst()
                .orElseGet(() -> StrictMath.ceil(greatest / MOST_BINS));
    }

    private static int bin(double weight, double width) {
        return (int) StrictMath.floor(weight / width + 1e-9);
    }

    private static List<Optional<Double>> limits(int bins, double width, int side) {
        return IntStream.range(0, bins)
                .mapToObj(bin -> Optional.of(StrictMath.rint((bin + side) * width * 1e6) / 1e6))
                .toList();
    }

    private static Optional<Double> optional(Value value) {
        return value.isKnown() ? Optional.of(value.number()) : Optional.empty();
    }
}
