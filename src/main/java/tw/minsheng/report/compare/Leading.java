package tw.minsheng.report.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tw.minsheng.dataset.Column;
import tw.minsheng.report.Basis;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Tables;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.compare.wave.Lead;
import tw.minsheng.statistics.compare.wave.NormalTest;
import tw.minsheng.statistics.estimate.RowEstimator;
import tw.minsheng.statistics.estimate.VectorEstimate;

/**
 * The lead of the most frequent answer to the overall item over the next (WV2), with the design effect that the weights have. Only
 * where somebody was drawn: the lead has a margin of its own.
 */
final class Leading {

    private final People people;
    private final Column item;
    private final long n;
    private final double deff;
    private final Top first;
    private final Top second;
    private final NormalTest test;

    /** @param place of the answer among those of the item */
    private record Top(int place, double share) {}

    private Leading(People people, Column item, long n, double deff, List<Top> sorted, double level) {
        this.people = people;
        this.item = item;
        this.n = n;
        this.deff = deff;
        this.first = sorted.get(0);
        this.second = sorted.get(1);
        this.test = Lead.of(first.share(), second.share(), (double) n, deff, level);
    }

    /** Nothing where nobody was drawn, everybody was asked, or all say the same. */
    static Optional<Leading> of(People people, double level) {
        boolean drawn = people.code().isProbability() && people.refusal().isEmpty();
        return people.tally()
                .layout()
                .column(people.survey().overall())
                .filter(item -> drawn && people.tally().people().has(item))
                .flatMap(item -> of(people, item, level));
    }

    private static Optional<Leading> of(People people, Column item, double level) {
        int[] codes = people.codes(item);
        double[][] chosen = new double[item.validCodes()][codes.length];
        double sum = 0;
        double squares = 0;
        long n = 0;
        for (int row = 0; row < codes.length; row++) {
            boolean valid = codes[row] >= 0;
            for (int place = 0; place < chosen.length; place++) {
                chosen[place][row] = valid ? (codes[row] == place ? 1 : 0) : Missing.ANSWER;
            }
            double weight = valid ? people.sample().weight(row) : 0;
            sum += weight;
            squares += weight * weight;
            n += valid ? 1 : 0;
        }
        VectorEstimate shares = new RowEstimator(people.sample()).means(chosen);
        if (n == 0 || !shares.estimates().get(0).isKnown()) {
            return Optional.empty();
        }
        List<Top> sorted = IntStream.range(0, chosen.length)
                .mapToObj(place -> new Top(place, shares.estimates().get(place).number()))
                .filter(top -> top.share() > 0)
                .sorted(Comparator.comparingDouble(Top::share).reversed())
                .toList();
        return sorted.size() < 2
                ? Optional.empty()
                : Optional.of(new Leading(people, item, n, n * squares / (sum * sum), sorted, level));
    }

    List<Result> results() {
        return List.of(
                result("overall.lead", Value.of(test.estimate())),
                result("overall.lead.se", Value.of(test.se())),
                result("overall.lead.moe", test.margin()),
                result("overall.lead.z", test.z()),
                result("overall.lead.p", test.p()));
    }

    private Result result(String key, Value value) {
        Basis basis = new Basis(n, people.size(), 1, "lead", people.isWeighted(), MissingRule.DOMAIN);
        return Result.of(key, value, basis).with(people.warnings());
    }

    /** T3.2.lead: the two answers. */
    ResultTable table() {
        return Tables.named("T3.2.lead")
                .words("first", List.of(code(first)))
                .words("second", List.of(code(second)))
                .counts("n", List.of(n))
                .numbers("share_first", List.of(Optional.of(first.share())))
                .numbers("share_second", List.of(Optional.of(second.share())))
                .numbers("deff", List.of(Optional.of(deff)))
                .numbers("lead", List.of(Optional.of(test.estimate())))
                .numbers("moe", List.of(Differences.known(test.margin())))
                .numbers("p", List.of(Differences.known(test.p())))
                .result();
    }

    private String code(Top top) {
        return item.variable().values().get(top.place()).code();
    }
}
