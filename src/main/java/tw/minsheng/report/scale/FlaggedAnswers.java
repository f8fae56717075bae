package tw.minsheng.report.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tw.minsheng.dataset.Column;
import tw.minsheng.dataset.ItemRows;
import tw.minsheng.dataset.ItemScores;
import tw.minsheng.dataset.Screening;
import tw.minsheng.dataset.Tally;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.Basis;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Tables;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.PowerSums;
import tw.minsheng.statistics.reliability.Scale;
import tw.minsheng.statistics.reliability.ScaleReliability;
import tw.minsheng.statistics.reliability.ScaleSums;
import tw.minsheng.survey.Background;
import tw.minsheng.survey.Construct;

/**
 * What the rules about careless answers flag, and what the scores and α of the constructs are with the flagged answers and without them;
 * unweighted.
 */
final class FlaggedAnswers {

    private static final double HUNDRED = 100;

    private final Tally tally;
    private final List<Compared> all = new ArrayList<>();

    /** One construct over everybody, and over those whom no rule flags. */
    private record Compared(Construct construct, Side with, Side without) {}

    /** @param score mean over people of their mean of valid items, 0–100 */
    private record Side(long n, Value score, Value alpha) {}

    /** Sums of one side; one pass. */
    private static final class Sums {
        private final Family own;
        private final PowerSums scores = new PowerSums();
        private final ScaleSums scale;

        Sums(Family own) {
            this.own = own;
            this.scale = new ScaleSums(
                    new Scale(own.items().stream().map(Column::id).toList(), own.lowest(), own.highest()),
                    MissingRule.LISTWISE);
        }

        void add(double[] answers) {
            scale.add(answers);
            double sum = 0;
            int answered = 0;
            for (double answer : answers) {
                if (!Missing.is(answer)) {
                    sum += answer;
                    answered++;
                }
            }
            if (answered > 0) {
                scores.add((sum / answered - own.lowest()) / (own.highest() - own.lowest()) * HUNDRED);
            }
        }

        Side side() {
            return new Side(
                    scores.moments().n(),
                    scores.moments().mean(),
                    ScaleReliability.of(scale).alphaRaw());
        }
    }

    FlaggedAnswers(Tally tally) {
        this.tally = tally;
        if (!tally.flagged().isEmpty()) {
            for (Family family : Family.of(tally.layout())) {
                family.constructs().forEach(construct -> all.add(compared(family, construct)));
            }
        }
    }

    private Compared compared(Family family, Construct construct) {
        Family own = family.only(construct);
        Sums with = new Sums(own);
        Sums without = new Sums(own);
        for (ItemRows rows : List.of(tally.itemRows(), tally.excludedRows())) {
            ItemScores scores = rows.scores(own.items(), own.scales(), rows.everyRow());
            double[] answers = new double[own.items().size()];
            for (int row = 0; row < scores.rows(); row++) {
                for (int item = 0; item < answers.length; item++) {
                    answers[item] = scores.at(row, item);
                }
                with.add(answers);
                if (!isFlagged(rows, row)) {
                    without.add(answers);
                }
            }
        }
        return new Compared(construct, with.side(), without.side());
    }

    private boolean isFlagged(ItemRows rows, int row) {
        Screening screening = tally.screening();
        return !screening
                .flags(rows.quality(screening.items(), screening.scales(), row))
                .isEmpty();
    }

    /** How many answers each declared rule flags; {@code no_data} where it names what is not measured. */
    List<Result> results() {
        long seen = tally.used() + tally.excluded();
        Basis basis =
                new Basis(seen, seen, tally.screening().items().size(), "response_quality", false, MissingRule.NONE);
        List<Result> results = new ArrayList<>();
        for (Background.Exclusion rule : tally.layout().survey().background().exclusions()) {
            long flagged = tally.flagged().getOrDefault(rule.id(), 0L);
            Value value = Screening.isMeasured(rule)
                    ? Value.of((double) flagged)
                    : Value.undefined(Reason.NO_DATA, Map.of("rule", rule.id()));
            results.add(Result.of("quality.flagged." + rule.id(), value, basis));
        }
        return results;
    }

    /** T4.11.flagged; none where nobody is flagged. */
    List<ResultTable> tables() {
        if (all.isEmpty()) {
            return List.of();
        }
        return List.of(Tables.named("T4.11.flagged")
                .words("construct", each(one -> one.construct().id()))
                .words("label", each(one -> one.construct().label().in(Language.ZH_TW)))
                .counts("n_with", each(one -> one.with().n()))
                .numbers("score_with", number(one -> one.with().score()))
                .numbers("alpha_with", number(one -> one.with().alpha()))
                .counts("n_without", each(one -> one.without().n()))
                .numbers("score_without", number(one -> one.without().score()))
                .numbers("alpha_without", number(one -> one.without().alpha()))
                .result());
    }

    private <T> List<T> each(Function<Compared, T> value) {
        return all.stream().map(value).toList();
    }

    private List<Optional<Double>> number(Function<Compared, Value> value) {
        return each(one -> Study.known(value.apply(one)));
    }
}
