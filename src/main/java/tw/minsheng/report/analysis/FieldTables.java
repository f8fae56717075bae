package tw.minsheng.report.analysis;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tw.minsheng.dataset.ColumnTally;
import tw.minsheng.dataset.FieldCounts;
import tw.minsheng.dataset.Frequencies;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Tables;
import tw.minsheng.survey.Variable;

/** Tables about the fieldwork and the data: T1.1, F1.1, T1.4, T1.5. */
final class FieldTables {

    /** Up to so many days each day is a row; beyond, each week. */
    private static final long MOST_DAYS = 14;

    private final Weighed sample;
    private final SmallGroups groups;

    FieldTables(Weighed sample, SmallGroups groups) {
        this.sample = sample;
        this.groups = groups;
    }

    List<ResultTable> all() {
        List<ResultTable> tables = new ArrayList<>();
        tables.add(modes());
        if (sample.tally().field().isDated()) {
            tables.add(days());
        }
        tables.add(flow());
        tables.add(missing());
        return tables;
    }

    /**
     * T1.1: answers per mode and block of days; one block when the days are not known. A mode of too few answers is hidden in
     * every block. The days of the others are when the fieldwork was done, not groups of people.
     */
    private ResultTable modes() {
        FieldCounts field = sample.tally().field();
        List<String> blocks = new ArrayList<>();
        List<String> modes = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        blocks().forEach((block, byMode) -> byMode.forEach((mode, n) -> {
            blocks.add(block);
            modes.add(mode);
            counts.add(n);
        }));
        Tables table = Tables.named("T1.1").words("from", List.copyOf(blocks().keySet()));
        for (String mode : field.modes().keySet()) {
            table = table.counts(
                    name(mode),
                    blocks().values().stream()
                            .map(byMode -> byMode.getOrDefault(mode, 0L))
                            .toList());
        }
        ResultTable sums = Tables.named("sums")
                .words("from", blocks)
                .words("mode", modes)
                .counts("n", counts)
                .sumBy("n", "from")
                .result();
        List<Long> totals = new ArrayList<>();
        for (int row = 0; row < sums.rows().size(); row++) {
            totals.add(sums.count(row, "n"));
        }
        ResultTable all = table.counts("n", totals).result();
        Set<Integer> rows = SmallGroups.rows(all.rows().size(), row -> true);
        for (String mode : groups.modes()) {
            all = SmallGroups.hide(all, rows, name(mode));
        }
        return all;
    }

    private static String name(String mode) {
        return mode.isEmpty() ? "unknown" : mode;
    }

    /** First day of each block → mode → answers; "" for the only block when days are not known. */
    private Map<String, Map<String, Long>> blocks() {
        FieldCounts field = sample.tally().field();
        Map<String, Map<String, Long>> blocks = new TreeMap<>();
        boolean weekly = field.isDated() && span(field) > MOST_DAYS;
        field.days().forEach((day, modes) -> {
            LocalDate first = weekly ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : day;
            Map<String, Long> block =
                    blocks.computeIfAbsent(field.isDated() ? first.toString() : "", key -> new TreeMap<>());
            modes.forEach((mode, n) -> block.merge(mode, n, Long::sum));
        });
        return blocks;
    }

    private static long span(FieldCounts field) {
        List<LocalDate> days = List.copyOf(field.days().keySet());
        return ChronoUnit.DAYS.between(days.get(0), days.get(days.size() - 1)) + 1;
    }

    /** F1.1: answers of each day. */
    private ResultTable days() {
        Map<LocalDate, Map<String, Long>> days = sample.tally().field().days();
        return Tables.named("F1.1")
                .words("date", days.keySet().stream().map(LocalDate::toString).toList())
                .counts(
                        "n",
                        days.values().stream()
                                .map(modes -> modes.values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum())
                                .toList())
                .result();
    }

    /** T1.4: from received to used. */
    private ResultTable flow() {
        long rows = sample.tally().rows();
        long used = sample.tally().used();
        long excluded = sample.tally().excluded();
        return Tables.named("T1.4")
                .words("step", List.of("received", "without_valid_item", "excluded", "used"))
                .counts("n", List.of(rows, rows - used - excluded, excluded, used))
                .result();
    }

    /** T1.5: missing by kind, for each variable. */
    private ResultTable missing() {
        List<ColumnTally> columns = sample.tally().columns().stream()
                .filter(column -> column.column().variable().kind() != Variable.Kind.TEXT)
                .toList();
        return Tables.named("T1.5")
                .words(
                        "variable",
                        columns.stream().map(column -> column.column().id()).toList())
                .words(
                        "label",
                        columns.stream()
                                .map(column ->
                                        column.column().variable().label().in(Language.ZH_TW))
                                .toList())
                .counts(
                        "valid",
                        columns.stream()
                                .map(column -> column.frequencies().valid())
                                .toList())
                .counts("not_answered", kind(columns, Variable.NOT_ANSWERED))
                .counts("skipped", kind(columns, Variable.SKIPPED))
                .counts("not_in_version", kind(columns, Variable.NOT_IN_VERSION))
                .counts(
                        "own_codes",
                        columns.stream()
                                .map(column -> own(column.frequencies()))
                                .toList())
                .result();
    }

    private static List<Long> kind(List<ColumnTally> columns, int code) {
        return columns.stream().map(column -> column.frequencies().of(code)).toList();
    }

    private static long own(Frequencies frequencies) {
        long sum = 0;
        for (int code = Variable.NOT_IN_VERSION - 1; code >= -Frequencies.MISSING_KINDS; code--) {
            sum += frequencies.of(code);
        }
        return sum;
    }
}
