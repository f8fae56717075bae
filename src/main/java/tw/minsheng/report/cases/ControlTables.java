package tw.minsheng.report.cases;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import tw.minsheng.dataset.cases.CaseTally;
import tw.minsheng.dataset.cases.CaseTally.Controlled;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.ResultTable.Entry;

/**
 * 管制表: what each unit, and each type of case, had open, received and closed in each month and each quarter. A period's open
 * cases at its end are those at its beginning and what was received, less what was closed.
 */
final class ControlTables {

    private static final int MONTHS_OF_A_QUARTER = 3;
    private static final List<String> COLUMNS = List.of(
            "period",
            "value",
            "open_before",
            "received",
            "closed",
            "closed_without_time",
            "open",
            "with_both_times",
            "on_time",
            "within_extension",
            "late");

    private final boolean knowsExtensions;

    private ControlTables(boolean knowsExtensions) {
        this.knowsExtensions = knowsExtensions;
    }

    static List<ResultTable> of(CaseTally tally, Span span) {
        SortedMap<String, List<Controlled>> units =
                tally.unitMonths(span.first(), span.last().toLocalDate());
        SortedMap<String, List<Controlled>> types =
                tally.typeMonths(span.first(), span.last().toLocalDate());
        ControlTables tables = new ControlTables(tally.knowsExtensions());
        return List.of(
                tables.table("control_unit_month", units, YearMonth::toString),
                tables.table("control_unit_quarter", units, ControlTables::quarter),
                tables.table("control_type_month", types, YearMonth::toString),
                tables.table("control_type_quarter", types, ControlTables::quarter));
    }

    private static String quarter(YearMonth month) {
        return month.getYear() + "-Q" + ((month.getMonthValue() - 1) / MONTHS_OF_A_QUARTER + 1);
    }

    private ResultTable table(
            String key, SortedMap<String, List<Controlled>> words, Function<YearMonth, String> period) {
        Map<String, List<List<Entry>>> periods = new LinkedHashMap<>();
        words.forEach((word, months) -> {
            Map<String, Controlled> sums = new LinkedHashMap<>();
            months.forEach(month -> sums.merge(period.apply(month.month()), month, ControlTables::sum));
            sums.forEach((name, sum) -> {
                if (sum.openBefore() + sum.received() + sum.closed() > 0) {
                    periods.computeIfAbsent(name, added -> new ArrayList<>()).add(row(name, word, sum));
                }
            });
        });
        return new ResultTable(
                key,
                COLUMNS,
                periods.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .flatMap(each -> each.getValue().stream())
                        .toList());
    }

    /** @param one the earlier */
    private static Controlled sum(Controlled one, Controlled other) {
        return new Controlled(
                one.month(),
                one.openBefore(),
                one.received() + other.received(),
                one.closed() + other.closed(),
                one.untimed() + other.untimed(),
                one.both() + other.both(),
                one.late() + other.late(),
                one.extended() + other.extended());
    }

    private List<Entry> row(String period, String word, Controlled of) {
        return List.of(
                Entry.text(period),
                CountTables.word(word),
                Entry.count(of.openBefore()),
                Entry.count(of.received()),
                Entry.count(of.closed()),
                Entry.count(of.untimed()),
                Entry.count(of.openAtEnd()),
                Entry.count(of.both()),
                Entry.count(of.both() - of.late()),
                knowsExtensions ? Entry.count(of.extended()) : Entry.none(),
                Entry.count(of.late()));
    }
}
