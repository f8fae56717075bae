package tw.minsheng.report.cases;

import java.util.List;
import tw.minsheng.dataset.cases.CaseTally;
import tw.minsheng.petition.imports.ImportSummary;
import tw.minsheng.report.Basis;
import tw.minsheng.report.Result;
import tw.minsheng.report.Uncertainty;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.cases.CaseRate;

/** Numbers of cases, and rates with their denominators. */
final class CountFigures {

    private CountFigures() {}

    static List<Result> of(CaseTally tally, ImportSummary summary) {
        long cases = tally.all().cases();
        long closed = tally.all().closed();
        long open = tally.open();
        long both = tally.all().both();
        long late = tally.all().late();
        long watched = summary.last().second();
        long overdue = tally.openDue().before(watched);
        return List.of(
                count("cases.total", cases, cases),
                count("cases.closed", closed, cases),
                count("cases.open", open, cases),
                count("cases.with_both_times", both, cases),
                FewCases.isFew(both)
                        ? Result.of(
                                "cases.closed_after_due",
                                FewCases.told(both, Value.of((double) late)),
                                new Basis(0, both, 0, "count", false, MissingRule.NONE))
                        : count("cases.closed_after_due", late, both),
                count("cases.without_due", tally.withoutDue(), cases),
                count("cases.open_overdue", overdue, open),
                count("cases.refused_rows", summary.refused(), summary.rows()),
                judged("due.on_time_share", both - late, both, cases),
                judged("due.overdue_share", late, both, cases),
                rate("due.open_overdue_share", overdue, tally.openDue().size(), open),
                rate("cases.closed_share", cases - (open - tally.openOld()), cases, cases));
    }

    /** Of those in time, how many were within the limit they had at first, and how many within an extension: of cases that are kept. */
    static List<Result> extended(CaseTally tally) {
        long both = tally.all().both();
        long extended = tally.all().extended();
        long within = both - tally.all().late() - extended;
        long closed = tally.all().closed();
        return List.of(
                judged("due.within_limit_share", within, both, closed),
                judged("due.within_extension_share", extended, both, closed));
    }

    /** What was open when the period began: only of cases that are kept, a file has nothing before it. */
    static Result before(CaseTally tally) {
        return count("cases.open_before", tally.openBefore(), tally.openBefore());
    }

    /** @param among cases that could have counted */
    private static Result count(String key, long n, long among) {
        return Result.of(
                key,
                Value.of((double) n),
                new Basis(Math.min(n, among), Math.max(n, among), 0, "count", false, MissingRule.NONE));
    }

    /** A share in time or late; of few cases it is withheld. */
    private static Result judged(String key, long count, long of, long rows) {
        Result rate = rate(key, count, of, rows);
        return FewCases.isFew(of)
                ? Result.of(
                        key, FewCases.told(of, rate.value()), Uncertainty.undefined(Reason.SMALL_CELL), rate.basis())
                : rate;
    }

    /** @param rows cases that were looked at */
    private static Result rate(String key, long count, long of, long rows) {
        CaseRate rate = CaseRate.of(count, of, CaseAnalysis.LEVEL);
        Basis basis = new Basis(of, Math.max(of, rows), 0, "share", false, MissingRule.DOMAIN);
        return Result.of(key, rate.share(), Uncertainty.of(rate.ci()), basis);
    }
}
