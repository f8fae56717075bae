package tw.minsheng.report.cases;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tw.minsheng.dataset.cases.CaseTally;
import tw.minsheng.report.Basis;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.ResultTable.Entry;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.ChiSquare;

/**
 * PF3.3: the overdue rate of each month of closing against the rate of all, p̄ ± 3√(p̄(1 − p̄)/n) (Shewhart's p chart), cut at 0
 * and 1. With fewer than twelve months there are no limits. Whether the months vary more than chance would have it, which makes
 * such limits too narrow, is tested by Σ(x − np̄)²/(np̄(1 − p̄)) with one degree of freedom fewer than months.
 */
final class OverdueControl {

    private static final int LEAST_MONTHS = 12;
    private static final double SIGMAS = 3;

    private final List<Map.Entry<YearMonth, CaseTally.Months>> months;
    private final long both;
    private final double mean;

    private OverdueControl(List<Map.Entry<YearMonth, CaseTally.Months>> months) {
        this.months = months;
        this.both = months.stream().mapToLong(each -> each.getValue().both()).sum();
        long late = months.stream().mapToLong(each -> each.getValue().late()).sum();
        this.mean = both == 0 ? 0 : (double) late / both;
    }

    static OverdueControl of(CaseTally tally, Span span) {
        return new OverdueControl(tally.months(span.first(), span.last().toLocalDate()).entrySet().stream()
                .filter(each -> each.getValue().both() > 0)
                .toList());
    }

    ResultTable table() {
        boolean limited = months.size() >= LEAST_MONTHS;
        List<List<Entry>> rows = new ArrayList<>();
        for (Map.Entry<YearMonth, CaseTally.Months> each : months) {
            double n = each.getValue().both();
            double half = SIGMAS * StrictMath.sqrt(mean * (1 - mean) / n);
            rows.add(List.of(
                    Entry.text(each.getKey().toString()),
                    Entry.count(each.getValue().both()),
                    Entry.number(each.getValue().late() / n),
                    limited ? Entry.number(StrictMath.max(0, mean - half)) : Entry.none(),
                    limited ? Entry.number(StrictMath.min(1, mean + half)) : Entry.none()));
        }
        return new ResultTable("PF3.3", List.of("month", "n", "share", "lower_limit", "upper_limit"), rows);
    }

    /** The p-value of the test for more variation than chance. */
    Result dispersion() {
        Basis basis = new Basis(both, both, 0, "chi_square", false, MissingRule.DOMAIN);
        return Result.of("due.dispersion_p", p(), basis);
    }

    private Value p() {
        if (months.size() < 2) {
            return Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Integer.toString(months.size())));
        }
        if (mean == 0 || mean == 1) {
            return Value.undefined(Reason.NO_VARIATION);
        }
        double x2 = 0;
        for (Map.Entry<YearMonth, CaseTally.Months> each : months) {
            double n = each.getValue().both();
            double difference = each.getValue().late() - n * mean;
            x2 += difference * difference / (n * mean * (1 - mean));
        }
        return Value.of(ChiSquare.upperTail(x2, months.size() - 1.0));
    }
}
