package tw.minsheng.report.cases;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import tw.minsheng.dataset.cases.AgeBand;
import tw.minsheng.dataset.cases.CaseTally;
import tw.minsheng.dataset.cases.Group;
import tw.minsheng.dataset.cases.WeekCounts;
import tw.minsheng.petition.imports.CaseField;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.ResultTable.Entry;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.cases.CaseRate;
import tw.minsheng.statistics.estimate.CountedValues;
import tw.minsheng.statistics.estimate.ProportionInterval;

/** Tables of counts: by type, channel, month, district, unit and status, and what stands behind the figures. */
final class CountTables {

    /** Fewer cases make no rate that is compared. */
    static final long LEAST_COMPARED = 30;

    /** Fewer cases of a type in a district are not listed. */
    private static final long LEAST_LISTED = 5;

    private static final int TOP_TYPES = 3;
    private static final List<String> COUNTS = List.of("value", "n");

    private final CaseTally tally;
    private final Narrowed narrowed;
    private final String median;
    private final SortedMap<YearMonth, CaseTally.Months> months;
    private final SortedMap<YearMonth, Map<AgeBand, Long>> ages;
    private final WeekCounts weeks;

    private CountTables(CaseTally tally, Span span, Narrowed narrowed) {
        this.tally = tally;
        this.narrowed = narrowed;
        this.median = "median_" + tally.measure().unit();
        this.months = tally.months(span.first(), span.last().toLocalDate());
        this.ages = tally.backlog(span.firstSecond(), span.end());
        this.weeks = tally.weeks();
    }

    static List<ResultTable> of(CaseTally tally, Span span, Narrowed narrowed) {
        return new CountTables(tally, span, narrowed).all();
    }

    private List<ResultTable> all() {
        List<ResultTable> tables = new ArrayList<>();
        tables.add(counts("by_type", CaseField.TYPE));
        tables.add(counts("by_channel", CaseField.CHANNEL));
        tables.add(months());
        tables.add(counts("by_district", CaseField.DISTRICT));
        tables.add(counts("by_status", CaseField.STATUS));
        tables.add(counts("by_unit", CaseField.UNIT));
        tables.add(details("P1.1", CaseField.TYPE));
        tables.add(flow());
        tables.add(details("P1.3", CaseField.CHANNEL));
        tables.add(details("P1.4", CaseField.UNIT));
        tables.add(details("P2.1", CaseField.DISTRICT));
        tables.add(topTypes());
        tables.add(backlog());
        tables.add(overdue());
        tables.add(fairness());
        return tables;
    }

    /** The most frequent first; cases without a word at their place among them, with null. */
    private ResultTable counts(String key, CaseField field) {
        List<List<Entry>> rows = falling(tally.by(field)).stream()
                .filter(each -> each.getValue().cases() > 0)
                .map(each ->
                        List.of(word(each.getKey()), Entry.count(each.getValue().cases())))
                .toList();
        return narrowed.told(new ResultTable(key, COUNTS, rows), field, tally.by(field));
    }

    private ResultTable months() {
        List<List<Entry>> rows = new ArrayList<>();
        months.forEach((month, what) -> {
            if (what.received() > 0) {
                rows.add(List.of(Entry.text(month.toString()), Entry.count(what.received())));
            }
        });
        return new ResultTable("by_month", COUNTS, rows);
    }

    /** Counts, closed cases, days to closing and cases closed in time, for each word. */
    private ResultTable details(String key, CaseField field) {
        double all = Math.max(1, tally.all().cases());
        List<List<Entry>> rows = new ArrayList<>();
        for (Map.Entry<String, Group> each : falling(tally.by(field))) {
            Group group = each.getValue();
            CountedValues days = group.durations().counted();
            rows.add(List.of(
                    word(each.getKey()),
                    Entry.count(group.cases()),
                    Entry.number(group.cases() / all),
                    Entry.count(group.closed()),
                    FewCases.entry(days.n(), ResponseFigures.quantile(days, .5)),
                    Entry.count(group.both()),
                    Entry.count(group.both() - group.late()),
                    tally.knowsExtensions() ? Entry.count(group.extended()) : Entry.none()));
        }
        ResultTable table = new ResultTable(
                key,
                List.of("value", "n", "share", "closed", median, "with_both_times", "on_time", "within_extension"),
                rows);
        return narrowed.told(table, field, tally.by(field));
    }

    /** P1.2: in and out of every month. */
    private ResultTable flow() {
        List<List<Entry>> rows = new ArrayList<>();
        months.forEach((month, what) -> rows.add(List.of(
                Entry.text(month.toString()),
                Entry.count(what.received()),
                Entry.count(what.closed()),
                Entry.count(what.received() - what.closed()))));
        return new ResultTable("P1.2", List.of("month", "received", "closed", "net"), rows);
    }

    /**
     * P2.2: the types that each district has most, five cases or more. Of picked cases there are none: beside a table that
     * withholds a larger count with a small one, they would tell it.
     */
    private ResultTable topTypes() {
        List<List<Entry>> rows = new ArrayList<>();
        List<WeekCounts.Cell> cells = narrowed.isToNothing() ? weeks.cells() : List.of();
        falling(tally.by(CaseField.DISTRICT)).stream()
                .map(Map.Entry::getKey)
                .filter(district -> !district.isEmpty())
                .forEach(district -> cells.stream()
                        .filter(cell ->
                                cell.district().equals(district) && !cell.type().isEmpty())
                        .map(cell -> Map.entry(cell.type(), weeks.sum(cell)))
                        .filter(cell -> cell.getValue() >= LEAST_LISTED)
                        .sorted(Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                        .limit(TOP_TYPES)
                        .forEach(cell -> rows.add(List.of(
                                Entry.text(district), Entry.text(cell.getKey()), Entry.count(cell.getValue())))));
        return new ResultTable("P2.2", List.of("district", "type", "n"), rows);
    }

    /** P3.3: open cases at month ends by age. */
    private ResultTable backlog() {
        List<String> columns = new ArrayList<>(List.of("month"));
        for (AgeBand band : AgeBand.values()) {
            columns.add(band.key());
        }
        columns.add("open");
        List<List<Entry>> rows = new ArrayList<>();
        ages.forEach((month, open) -> {
            List<Entry> row = new ArrayList<>(List.of(Entry.text(month.toString())));
            for (AgeBand band : AgeBand.values()) {
                row.add(Entry.count(open.getOrDefault(band, 0L)));
            }
            row.add(Entry.count(sum(open)));
            rows.add(row);
        });
        return new ResultTable("P3.3", columns, rows);
    }

    /** P3.4: of the cases closed in each month that had a due time, those closed after it. */
    private ResultTable overdue() {
        List<List<Entry>> rows = new ArrayList<>();
        months.forEach((month, what) -> {
            if (what.both() > 0) {
                rows.add(rate(List.of(Entry.text(month.toString())), what.late(), what.both()));
            }
        });
        return new ResultTable("P3.4", List.of("month", "n", "overdue", "share", "lower", "upper"), rows);
    }

    /** P8.1: in time by district and channel, where thirty cases or more can be judged. */
    private ResultTable fairness() {
        List<List<Entry>> rows = new ArrayList<>();
        for (CaseField field : List.of(CaseField.DISTRICT, CaseField.CHANNEL)) {
            Set<String> hidden = Narrowed.fewOutcomes(tally.by(field));
            falling(tally.by(field)).stream()
                    .filter(each -> !each.getKey().isEmpty() && each.getValue().both() >= LEAST_COMPARED)
                    .filter(each -> !hidden.contains(each.getKey()))
                    .forEach(each -> {
                        Group group = each.getValue();
                        CountedValues days = group.durations().counted();
                        List<Entry> row = new ArrayList<>(rate(
                                List.of(Entry.text(field.id()), Entry.text(each.getKey())),
                                group.both() - group.late(),
                                group.both()));
                        row.add(value(ResponseFigures.quantile(days, .5)));
                        rows.add(row);
                    });
        }
        return new ResultTable("P8.1", List.of("by", "value", "n", "on_time", "share", "lower", "upper", median), rows);
    }

    private static List<Entry> rate(List<Entry> name, long count, long of) {
        CaseRate rate = CaseRate.of(count, of, CaseAnalysis.LEVEL);
        Interval cut = ProportionInterval.onPage(rate.ci());
        List<Entry> row = new ArrayList<>(name);
        row.add(Entry.count(of));
        row.add(Entry.count(count));
        row.add(value(rate.share()));
        row.add(value(cut.lower()));
        row.add(value(cut.upper()));
        return row;
    }

    static Entry value(Value value) {
        return value.isKnown() ? Entry.number(value.number()) : Entry.none();
    }

    static Entry word(String word) {
        return word.isEmpty() ? Entry.none() : Entry.text(word);
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static List<Map.Entry<String, Group>> falling(SortedMap<String, Group> groups) {
        return groups.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Group> each) ->
                                each.getValue().cases())
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .toList();
    }
}
