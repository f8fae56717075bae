package tw.minsheng.report.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.driver.DriverBootstrap;
import tw.minsheng.statistics.driver.KeyDrivers;
import tw.minsheng.statistics.estimate.Stage;
import tw.minsheng.statistics.moments.CrossSums;
import tw.minsheng.statistics.regress.Collinearity;
import tw.minsheng.survey.Construct;

/**
 * 影響因素 (RG2): what of the overall item goes together with the scores of the constructs, without the overall item where it is one of
 * their own; with one construct alone, with its items. Over people who have everything.
 */
final class Drivers {

    private static final double LEVEL = .95;

    private final People people;
    private final List<Predictor> predictors;
    private final KeyDrivers found;
    private final List<Value> vif;
    private final List<Interval> intervals;

    /** @param object what results about it are called */
    private record Predictor(String object, LocalizedText label, List<Double> values) {

        Predictor {
            values = List.copyOf(values);
        }

        static Predictor of(String object, LocalizedText label, double[] values) {
            return new Predictor(object, label, Arrays.stream(values).boxed().toList());
        }
    }

    private Drivers(People people, List<Predictor> predictors, double[] overall, long seed) {
        this.people = people;
        this.predictors = List.copyOf(predictors);
        int k = predictors.size();
        int[] complete = IntStream.range(0, overall.length)
                .filter(row -> !Missing.is(overall[row])
                        && predictors.stream()
                                .noneMatch(each -> Missing.is(each.values().get(row))))
                .toArray();
        double[][] rows = new double[complete.length][k + 1];
        double[] weights = new double[complete.length];
        CrossSums all = CrossSums.of(k + 1, MissingRule.LISTWISE);
        CrossSums alone = CrossSums.of(k, MissingRule.LISTWISE);
        for (int i = 0; i < complete.length; i++) {
            int row = complete[i];
            for (int j = 0; j < k; j++) {
                rows[i][j] = predictors.get(j).values().get(row);
            }
            rows[i][k] = overall[row];
            weights[i] = people.sample().weight(row);
            all.add(rows[i], weights[i]);
            alone.add(rows[i], weights[i]);
        }
        this.found = KeyDrivers.of(all);
        this.vif = Collinearity.vif(alone);
        this.intervals = intervals(rows, weights, complete, seed);
    }

    private List<Interval> intervals(double[][] rows, double[] weights, int[] complete, long seed) {
        int k = predictors.size();
        Optional<Reason> none = people.code().isNonprobability()
                ? Optional.of(Reason.NONPROBABILITY)
                : people.refusal().flatMap(Value::reason).or(() -> found.r2().reason());
        if (none.isPresent()) {
            return Collections.nCopies(k, Interval.undefined("boot_percentile", LEVEL, none.orElseThrow()));
        }
        Stage first = people.firstStage();
        List<Integer> strata =
                Arrays.stream(complete).mapToObj(first.strata()::get).toList();
        List<Integer> units =
                Arrays.stream(complete).mapToObj(first.units()::get).toList();
        return new DriverBootstrap(rows, weights, strata, units).intervals(DriverBootstrap.USUAL, seed, LEVEL);
    }

    /**
     * Nothing without an overall item or without anything beside it.
     *
     * @param seed of the bootstrap
     */
    static Optional<Drivers> of(People people, long seed) {
        Optional<Column> overall =
                people.tally().layout().column(people.survey().overall()).filter(Column::isItem);
        return overall.flatMap(item -> {
            List<Predictor> predictors = predictors(people, item);
            return predictors.isEmpty() || predictors.size() > KeyDrivers.MOST
                    ? Optional.empty()
                    : Optional.of(new Drivers(people, predictors, people.points(item), seed));
        });
    }

    private static List<Predictor> predictors(People people, Column overall) {
        List<ConstructTally> constructs = people.tally().constructs().stream()
                .filter(construct -> !construct.id().equals(Tally.TOTAL))
                .toList();
        List<Predictor> predictors = new ArrayList<>();
        for (ConstructTally construct : constructs) {
            List<Column> items = construct.items().stream()
                    .filter(item -> !item.id().equals(overall.id()))
                    .toList();
            if (constructs.size() == 1) {
                items.forEach(item -> predictors.add(
                        Predictor.of("item." + item.id(), item.variable().label(), people.points(item))));
            } else if (!items.isEmpty()) {
                LocalizedText label = people.survey()
                        .construct(construct.id())
                        .map(Construct::label)
                        .orElseThrow();
                predictors.add(Predictor.of("construct." + construct.id(), label, people.scores(items)));
            }
        }
        return predictors;
    }

    List<Result> results(long seed) {
        List<Result> results = new ArrayList<>();
        results.add(Result.of("overall.r2", found.r2(), basis("drivers_r2")));
        for (int j = 0; j < predictors.size(); j++) {
            String object = predictors.get(j).object();
            results.add(Result.of(object + ".lmg", found.lmg().get(j), basis("lmg")));
            Result part =
                    Result.of(object + ".lmg_pct", found.lmgPercent(j), Uncertainty.of(intervals.get(j)), basis("lmg"));
            results.add(intervals.get(j).lower().isKnown() ? part.drawnFrom(seed) : part);
            results.add(Result.of(object + ".rw", found.relative().get(j), basis("relative_weights")));
            results.add(Result.of(object + ".pratt", found.pratt().get(j), basis("pratt")));
            results.add(Result.of(object + ".first", found.first().get(j), basis("r2_alone")));
            results.add(Result.of(object + ".last", found.last().get(j), basis("r2_last")));
            results.add(Result.of(object + ".beta", found.beta().get(j), basis("standardised_coefficient")));
            results.add(Result.of(object + ".vif", vif.get(j), basis("variance_inflation")));
        }
        return results.stream().map(result -> result.with(people.warnings())).toList();
    }

    private Basis basis(String method) {
        return new Basis(
                found.n(), people.size(), predictors.size(), method, people.isWeighted(), MissingRule.LISTWISE);
    }

    /** T4.8: the predictors in their order. */
    ResultTable table() {
        return Tables.named("T4.8")
                .words("object", predictors.stream().map(Predictor::object).toList())
                .words(
                        "label",
                        predictors.stream()
                                .map(each -> each.label().in(Language.ZH_TW))
                                .toList())
                .counts("n", predictors.stream().map(each -> found.n()).toList())
                .numbers("lmg", known(found.lmg()))
                .numbers(
                        "lmg_pct",
                        IntStream.range(0, predictors.size())
                                .mapToObj(j -> Differences.known(found.lmgPercent(j)))
                                .toList())
                .numbers("lower", known(intervals.stream().map(Interval::lower).toList()))
                .numbers("upper", known(intervals.stream().map(Interval::upper).toList()))
                .numbers("beta", known(found.beta()))
                .numbers("vif", known(vif))
                .numbers("r2_alone", known(found.first()))
                .result();
    }

    private static List<Optional<Double>> known(List<Value> values) {
        return values.stream().map(Differences::known).toList();
    }
}
