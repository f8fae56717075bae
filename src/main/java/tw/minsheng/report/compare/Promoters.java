package tw.minsheng.report.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tw.minsheng.dataset.Column;
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
import tw.minsheng.statistics.estimate.RowEstimator;
import tw.minsheng.statistics.estimate.VectorEstimate;
import tw.minsheng.survey.Scale;

/**
 * 推薦意願 (NP1): the mean of +100 of those who say 9 or 10, −100 of those who say 0 to 6 and 0 of the others, weighted where the survey
 * is, with the error of the design.
 */
final class Promoters {

    private static final int PROMOTES = 9;
    private static final int DETRACTS = 6;
    private static final double HUNDRED = 100;

    private final People people;
    private final Column item;
    private final double[] points;
    private final double level;

    private Promoters(People people, Column item, double level) {
        this.people = people;
        this.item = item;
        this.points = people.points(item);
        this.level = level;
    }

    /** @param level of the intervals */
    static List<Promoters> all(People people, double level) {
        return people.tally().layout().items().stream()
                .filter(item -> people.survey().scale(item.variable().scale()).kind() == Scale.Kind.NPS)
                .map(item -> new Promoters(people, item, level))
                .toList();
    }

    private static double side(double point) {
        return point >= PROMOTES ? HUNDRED : point <= DETRACTS ? -HUNDRED : 0;
    }

    /** 1 where the side is this one. */
    private double[] is(double side) {
        return Arrays.stream(points)
                .map(point -> Missing.is(point) ? point : side(point) == side ? 1 : 0)
                .toArray();
    }

    private VectorEstimate estimate(double... values) {
        return new RowEstimator(people.sample()).means(values);
    }

    List<Result> results() {
        double[] sides = Arrays.stream(points)
                .map(point -> Missing.is(point) ? point : side(point))
                .toArray();
        VectorEstimate nps = estimate(sides);
        String object = "item." + item.id();
        List<Result> results = new ArrayList<>();
        results.add(Result.of(object + ".nps", nps.estimates().get(0), uncertainty(nps), basis(nps, "nps")));
        results.add(share(object + ".promoters", is(HUNDRED)));
        results.add(share(object + ".detractors", is(-HUNDRED)));
        return results.stream().map(result -> result.with(people.warnings())).toList();
    }

    private Result share(String key, double[] values) {
        VectorEstimate found = estimate(values);
        return Result.of(key, found.estimates().get(0), basis(found, "share"));
    }

    private Uncertainty uncertainty(VectorEstimate nps) {
        if (people.code().isNonprobability()) {
            return Uncertainty.undefined(Reason.NONPROBABILITY);
        }
        if (people.refusal().isPresent()) {
            return Uncertainty.undefined(people.refusal().flatMap(Value::reason).orElse(Reason.NO_DATA));
        }
        boolean still = nps.se(0).isKnown() && nps.se(0).number() <= 0;
        return Uncertainty.of(
                still ? Interval.undefined("normal", level, Reason.NO_VARIATION) : nps.normalInterval(0, level));
    }

    private Basis basis(VectorEstimate found, String method) {
        return new Basis(found.n(), people.size(), 1, method, people.isWeighted(), MissingRule.DOMAIN);
    }

    /** T3.9.&lt;item&gt;: the three groups. */
    ResultTable table() {
        List<Double> sides = List.of(HUNDRED, 0.0, -HUNDRED);
        List<double[]> indicators = sides.stream().map(this::is).toList();
        return Tables.named("T3.9." + item.id())
                .words("group", List.of("promoters", "passives", "detractors"))
                .counts(
                        "n",
                        indicators.stream()
                                .map(values -> Arrays.stream(values)
                                        .filter(value -> value == 1)
                                        .count())
                                .toList())
                .numbers(
                        "share",
                        indicators.stream()
                                .map(values ->
                                        known(estimate(values).estimates().get(0)))
                                .toList())
                .result();
    }

    private static Optional<Double> known(Value value) {
        return Differences.known(value);
    }
}
