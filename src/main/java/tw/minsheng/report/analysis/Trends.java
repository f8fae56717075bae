package tw.minsheng.report.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tw.minsheng.dataset.Column;
import tw.minsheng.dataset.ConstructTally;
import tw.minsheng.dataset.Tally;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.report.Basis;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Tables;
import tw.minsheng.report.Uncertainty;
import tw.minsheng.report.wording.SampleCode;
import tw.minsheng.report.wording.SampleFacts;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.cases.MultipleTesting;
import tw.minsheng.statistics.distribution.StudentT;
import tw.minsheng.statistics.estimate.MeanEstimate;
import tw.minsheng.survey.Scale;
import tw.minsheng.survey.Survey;

/**
 * 波次趨勢 (WV1): the satisfied share of the overall item and the scores of the constructs, wave by wave, each with its own weights. Waves
 * are strata of one design, drawn independently of each other: the variance of a difference is the sum of both, and t has the sum of both
 * degrees of freedom less one. A number is compared with the wave before only where no major version lies between and the same items were
 * answered in both. p is adjusted by Holm over what one pair
 * of waves compares.
 */
final class Trends {

    private final List<Point> points = new ArrayList<>();
    private final String wave;
    private final long rows;

    /** One number of one wave. */
    private record Figure(MeanEstimate estimate, Uncertainty uncertainty, Weighed sample, Set<String> items) {

        /** Of the answers that are there: units where the design has them, else answers, less strata. */
        long df() {
            long strata = estimate.rows() - estimate.df();
            return sample.tally().isClustered() ? estimate.df() : estimate.n() - strata;
        }
    }

    /** A difference from the wave before; {@code before} is "" where there is none. */
    private record Change(
            String before, TrendBreak broken, Value difference, Value statistic, Value df, Value p, Value adjusted) {

        Change adjusted(Value other) {
            return new Change(before, broken, difference, statistic, df, p, other);
        }
    }

    private record Point(String object, LocalizedText label, String wave, Figure figure, Change change) {}

    private Trends(String wave, long rows) {
        this.wave = wave;
        this.rows = rows;
    }

    /**
     * The waves up to this one; nothing where it is the first.
     *
     * @param others tallies of other waves by code
     */
    static Trends of(PartAnalysis main, Map<String, Tally> others, String wave) {
        Trends trends = new Trends(wave, main.sample().tally().used());
        Map<String, Weighed> waves = new LinkedHashMap<>();
        long least = main.sample().tally().layout().survey().privacy().minCellSize();
        others.entrySet().stream()
                .filter(each ->
                        order(each.getKey(), wave) < 0 && each.getValue().used() >= Math.max(least, 2))
                .sorted((one, other) -> order(one.getKey(), other.getKey()))
                .forEach(each -> waves.put(each.getKey(), Weighed.of(each.getValue())));
        if (!waves.isEmpty()) {
            waves.put(wave, main.sample());
            trends.compare(waves, main.said());
        }
        return trends;
    }

    /** 99 comes before 113: numbers by their size. */
    private static int order(String one, String other) {
        boolean numbers = one.matches("\\d{1,9}") && other.matches("\\d{1,9}");
        return numbers ? Integer.compare(Integer.parseInt(one), Integer.parseInt(other)) : one.compareTo(other);
    }

    private void compare(Map<String, Weighed> waves, SampleFacts said) {
        Map<String, Map<String, Figure>> byObject = new LinkedHashMap<>();
        Map<String, LocalizedText> labels = new LinkedHashMap<>();
        waves.forEach((code, sample) -> {
            Precision precision = new Precision(facts(said, sample));
            figures(sample, precision, labels)
                    .forEach((object, figure) -> byObject.computeIfAbsent(object, key -> new LinkedHashMap<>())
                            .put(code, figure));
        });
        byObject.forEach((object, figures) -> {
            List<Map.Entry<String, Figure>> all = List.copyOf(figures.entrySet());
            for (int place = 0; place < all.size(); place++) {
                Figure now = all.get(place).getValue();
                Change change = place == 0
                        ? none("", TrendBreak.NONE, Reason.NO_DATA)
                        : change(all.get(place - 1).getKey(), all.get(place - 1).getValue(), now, said);
                LocalizedText label = labels.getOrDefault(object, new LocalizedText(Map.of()));
                points.add(new Point(object, label, all.get(place).getKey(), now, change));
            }
        });
        adjust(List.copyOf(waves.keySet()));
    }

    private static SampleFacts facts(SampleFacts said, Weighed sample) {
        return new SampleFacts(
                said.plan(),
                said.open(),
                sample.tally().used(),
                said.population(),
                said.target(),
                said.weightedBy(),
                sample.isWeighted(),
                said.level(),
                said.figures(),
                said.period(),
                sample.isUncounted());
    }

    private static Map<String, Figure> figures(Weighed sample, Precision precision, Map<String, LocalizedText> labels) {
        Survey survey = sample.tally().layout().survey();
        Map<String, Figure> figures = new LinkedHashMap<>();
        ItemFigures items = new ItemFigures(sample, precision);
        sample.tally().layout().column(survey.overall()).ifPresent(column -> {
            Scale scale = survey.scale(column.variable().scale());
            scale.satisfiedFrom().value().ifPresent(from -> {
                ItemFigures.Share share = items.share(
                        sample.tally().column(column.id()), code -> ConstructTally.score(column, scale, code) >= from);
                labels.put("overall.t2b", column.variable().label());
                figures.put(
                        "overall.t2b", new Figure(share.estimate(), share.uncertainty(), sample, Set.of(column.id())));
            });
        });
        for (ConstructTally construct : sample.tally().constructs()) {
            survey.construct(construct.id()).ifPresent(known -> {
                MeanEstimate mean = sample.estimator().mean(construct.scores());
                String object = "construct." + construct.id() + ".score_100";
                labels.put(object, known.label());
                figures.put(object, new Figure(mean, precision.ofMean(mean), sample, answered(sample, construct)));
            });
        }
        return figures;
    }

    /** The items of a construct that anybody answered. */
    private static Set<String> answered(Weighed sample, ConstructTally construct) {
        return construct.items().stream()
                .map(Column::id)
                .filter(id -> sample.tally().column(id).frequencies().valid() > 0)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Change none(String before, TrendBreak broken, Reason reason) {
        Value why = Value.undefined(reason);
        return new Change(before, broken, why, why, why, why, why);
    }

    private static Change change(String before, Figure earlier, Figure now, SampleFacts said) {
        TrendBreak broken = TrendBreak.between(
                earlier.sample().tally().field(),
                now.sample().tally().field(),
                earlier.items().equals(now.items()));
        if (!broken.isComparable()) {
            return none(before, broken, Reason.NOT_COMPARABLE);
        }
        MeanEstimate one = earlier.estimate();
        MeanEstimate two = now.estimate();
        if (!one.mean().isKnown() || !two.mean().isKnown()) {
            return none(before, broken, Reason.NO_DATA);
        }
        Value difference = Value.of(two.mean().number() - one.mean().number());
        Optional<Reason> refusal = said.code() == SampleCode.W4
                ? Optional.of(Reason.CENSUS)
                : (earlier.sample().isUncounted() || now.sample().isUncounted())
                                && !said.code().isNonprobability()
                        ? Optional.of(Reason.NO_DATA)
                        : one.se().reason().or(() -> two.se().reason());
        double error = refusal.isPresent()
                ? 0
                : StrictMath.hypot(one.se().number(), two.se().number());
        double df = (double) (earlier.df() + now.df() - 1);
        if (refusal.isPresent() || error <= 0 || df < 1) {
            Value why = Value.undefined(refusal.orElse(Reason.NO_VARIATION));
            return new Change(before, broken, difference, why, why, why, why);
        }
        double t = difference.number() / error;
        Value p = Value.of(StudentT.twoSided(t, df));
        return new Change(before, broken, difference, Value.of(t), Value.of(df), p, p);
    }

    /** By Holm, over all that one wave is compared in. */
    private void adjust(List<String> waves) {
        for (String each : waves) {
            List<Integer> tested = new ArrayList<>();
            for (int place = 0; place < points.size(); place++) {
                Point point = points.get(place);
                if (point.wave().equals(each) && point.change().p().isKnown()) {
                    tested.add(place);
                }
            }
            double[] adjusted = MultipleTesting.HOLM.adjusted(tested.stream()
                    .mapToDouble(place -> points.get(place).change().p().number())
                    .toArray());
            for (int i = 0; i < adjusted.length; i++) {
                Point point = points.get(tested.get(i));
                points.set(
                        tested.get(i),
                        new Point(
                                point.object(),
                                point.label(),
                                point.wave(),
                                point.figure(),
                                point.change().adjusted(Value.of(adjusted[i]))));
            }
        }
    }

    List<Result> results() {
        List<Result> results = new ArrayList<>();
        for (Point point : points) {
            if (point.wave().equals(wave)) {
                List<Result> found = new ArrayList<>();
                Basis basis = new Basis(
                        Math.min(rows, point.figure().estimate().n()),
                        rows,
                        1,
                        "waves_as_strata",
                        point.figure().sample().isWeighted(),
                        MissingRule.DOMAIN);
                found.add(Result.of(point.object() + ".diff", point.change().difference(), basis));
                found.add(Result.of(point.object() + ".diff.t", point.change().statistic(), basis));
                found.add(Result.of(point.object() + ".diff.df", point.change().df(), basis));
                found.add(Result.of(point.object() + ".diff.p", point.change().p(), basis));
                found.add(
                        Result.of(point.object() + ".diff.p_adj", point.change().adjusted(), basis));
                results.addAll(LonelyStrata.of(point.figure().sample()).marked(found));
            }
        }
        return results;
    }

    /** T3.7: a row for each number and wave, the waves in their order. */
    List<ResultTable> tables() {
        if (points.isEmpty()) {
            return List.of();
        }
        return List.of(Tables.named("T3.7")
                .words("object", points.stream().map(Point::object).toList())
                .words(
                        "label",
                        points.stream()
                                .map(each -> each.label().in(Language.ZH_TW))
                                .toList())
                .words("wave", points.stream().map(Point::wave).toList())
                .words(
                        "day",
                        points.stream()
                                .map(each ->
                                        each.figure().sample().tally().field().middle())
                                .map(day -> day.map(LocalDate::toString).orElse(""))
                                .toList())
                .counts(
                        "n",
                        points.stream()
                                .map(each -> each.figure().estimate().n())
                                .toList())
                .numbers(
                        "value",
                        points.stream()
                                .map(each -> known(each.figure().estimate().mean()))
                                .toList())
                .numbers("lower", points.stream().map(each -> limit(each, true)).toList())
                .numbers(
                        "upper", points.stream().map(each -> limit(each, false)).toList())
                .words(
                        "before",
                        points.stream().map(each -> each.change().before()).toList())
                .numbers(
                        "difference",
                        points.stream()
                                .map(each -> known(each.change().difference()))
                                .toList())
                .numbers(
                        "t",
                        points.stream()
                                .map(each -> known(each.change().statistic()))
                                .toList())
                .numbers(
                        "df",
                        points.stream().map(each -> known(each.change().df())).toList())
                .numbers(
                        "p",
                        points.stream().map(each -> known(each.change().p())).toList())
                .numbers(
                        "p_adj",
                        points.stream()
                                .map(each -> known(each.change().adjusted()))
                                .toList())
                .words(
                        "comparable",
                        points.stream()
                                .map(each -> each.change().before().isEmpty()
                                        ? ""
                                        : each.change().difference().isKnown() ? "yes" : "no")
                                .toList())
                .words(
                        "break",
                        points.stream()
                                .map(each -> each.change().broken().key())
                                .toList())
                .result());
    }

    private static Optional<Double> limit(Point point, boolean lower) {
        return point.figure()
                .uncertainty()
                .interval()
                .map(interval -> lower ? interval.lower() : interval.upper())
                .filter(Value::isKnown)
                .map(Value::number);
    }

    private static Optional<Double> known(Value value) {
        return value.isKnown() ? Optional.of(value.number()) : Optional.empty();
    }
}
