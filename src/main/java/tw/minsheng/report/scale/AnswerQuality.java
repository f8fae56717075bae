package tw.minsheng.report.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tw.minsheng.dataset.ItemRows;
import tw.minsheng.dataset.Tally;
import tw.minsheng.report.Basis;
import tw.minsheng.report.Result;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.quality.ResponseQuality;

/**
 * 草率作答 over the people of a survey (RE17): only a flag, nobody is left out for it. Looked at in the largest set of items on
 * one scale, as they were answered.
 */
final class AnswerQuality {

    private final Tally tally;

    AnswerQuality(Tally tally) {
        this.tally = tally;
    }

    List<Result> results() {
        List<ResponseQuality> people = new ArrayList<>();
        int items = tally.screening().items().size();
        ItemRows rows = tally.itemRows();
        for (int row = 0; row < rows.size() && items > 0; row++) {
            ResponseQuality quality =
                    rows.quality(tally.screening().items(), tally.screening().scales(), row);
            if (quality.answered() >= ResponseQuality.LEAST_ITEMS) {
                people.add(quality);
            }
        }
        Basis basis = new Basis(
                people.size(),
                Math.max(tally.used(), people.size()),
                items,
                "response_quality",
                false,
                MissingRule.NONE);
        long straight = people.stream().filter(ResponseQuality::isStraightLine).count();
        return List.of(
                Result.of("quality.straight_line_share", share(straight, people.size(), items), basis),
                Result.of("quality.straightlining_pct", mean(people, items), basis),
                Result.of(
                        "quality.longest_run",
                        people.isEmpty()
                                ? none(items)
                                : Value.of(people.stream()
                                        .mapToInt(ResponseQuality::longestRun)
                                        .max()
                                        .orElse(0)),
                        basis));
    }

    /** Fewer than five items say nothing of how people answer; else nobody answered five of them. */
    private static Value none(int items) {
        return items < ResponseQuality.LEAST_ITEMS
                ? Value.undefined(Reason.TOO_FEW_ITEMS, Map.of("k", Integer.toString(items)))
                : Value.undefined(Reason.NO_DATA);
    }

    private static Value share(long part, int whole, int items) {
        return whole == 0 ? none(items) : Value.of((double) part / whole);
    }

    /** Mean over people of the share of their most frequent answer. */
    private static Value mean(List<ResponseQuality> people, int items) {
        if (people.isEmpty()) {
            return none(items);
        }
        double sum = 0;
        for (ResponseQuality each : people) {
            sum += each.samePercent().number();
        }
        return Value.of(sum / people.size());
    }
}
