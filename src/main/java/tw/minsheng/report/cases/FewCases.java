package tw.minsheng.report.cases;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.ResultTable.Entry;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/**
 * What is told of few cases. A time, or a share in time, of one to four cases tells of single people: whoever knows one of them
 * learns how long it took. It is withheld everywhere, on pages and in files, however the cases were picked.
 */
final class FewCases {

    /** Of fewer cases no time is told. */
    static final long LEAST = 5;

    /** Tables of nothing but cases in time and late. */
    private static final Set<String> JUDGED = Set.of("P3.4", "PF3.3");

    private static final List<String> IN_TIME = List.of("on_time", "within_extension", "late");

    private FewCases() {}

    static boolean isFew(long n) {
        return n > 0 && n < LEAST;
    }

    /** The value, unless it is of one to four cases. */
    static Value told(long n, Value value) {
        return isFew(n) ? Value.undefined(Reason.SMALL_CELL, Map.of("m", Long.toString(LEAST))) : value;
    }

    /** The tables as they are told when one to four cases could be judged: no word on which of them were in time. */
    static List<ResultTable> unjudged(List<ResultTable> tables) {
        return tables.stream()
                .map(table -> JUDGED.contains(table.key())
                        ? new ResultTable(table.key(), table.columns(), List.of())
                        : table.without(
                                IntStream.range(0, table.rows().size()).boxed().collect(Collectors.toSet()),
                                IN_TIME.stream()
                                        .filter(table.columns()::contains)
                                        .toList(),
                                Reason.SMALL_CELL))
                .toList();
    }

    /** The value in a table, unless it is of one to four cases. */
    static Entry entry(long n, Value value) {
        return isFew(n) ? Entry.withheld(Reason.SMALL_CELL) : CountTables.value(value);
    }
}
