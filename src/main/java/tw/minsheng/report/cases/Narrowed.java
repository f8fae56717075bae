package tw.minsheng.report.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import tw.minsheng.dataset.cases.Group;
import tw.minsheng.petition.imports.CaseField;
import tw.minsheng.report.ResultTable;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.SmallCells;

/**
 * To which cases a view was narrowed, and which cells of its tables are withheld for it. One attribute of a case alone (how
 * many of this type, in this district, in this month) is volume and is told down to one. Where a district meets something else, one to four
 * cases are withheld, and the next smallest with them ({@link SmallCells}): types within a chosen district, districts within a
 * chosen type, and what became of the cases of each district and each channel.
 *
 * @param fields by which cases were picked
 */
record Narrowed(Set<CaseField> fields) {

    static final Narrowed TO_NOTHING = new Narrowed(Set.of());

    private static final List<String> COUNTS = List.of("n", "share", "rate", "lower", "upper", "rate_eb");
    private static final List<String> OUTCOMES =
            List.of("closed", "median_days", "median_working_days", "with_both_times", "on_time", "within_extension");

    Narrowed {
        fields = Set.copyOf(fields);
    }

    /** Whether no attribute was picked. */
    boolean isToNothing() {
        return fields.isEmpty();
    }

    /** Whether cases of one district only are told. */
    boolean isOneDistrict() {
        return fields.contains(CaseField.DISTRICT);
    }

    /** Whether the words of this field meet a district. */
    private boolean crosses(CaseField field) {
        return field == CaseField.DISTRICT
                ? fields.stream().anyMatch(other -> other != CaseField.DISTRICT)
                : isOneDistrict();
    }

    /** The table of the words of a field, which stand in the column {@code value}, without what is withheld. */
    ResultTable told(ResultTable table, CaseField field, SortedMap<String, Group> groups) {
        ResultTable left = table;
        if (field == CaseField.DISTRICT || field == CaseField.CHANNEL || crosses(field)) {
            left = without(left, fewOutcomes(groups), OUTCOMES);
        }
        return crosses(field)
                ? without(
                        left,
                        hidden(groups, List.of(Group::cases, Group::closed)),
                        Stream.concat(COUNTS.stream(), OUTCOMES.stream()).toList())
                : left;
    }

    /** Tables that tell every combination of two words, or every month of a word, are left empty of one district. */
    List<ResultTable> whole(List<ResultTable> tables) {
        return isOneDistrict()
                ? tables.stream()
                        .map(table -> new ResultTable(table.key(), table.columns(), List.of()))
                        .toList()
                : tables;
    }

    /** Words of which too few cases were closed, and those by which they could be found. */
    static Set<String> fewOutcomes(SortedMap<String, Group> groups) {
        return hidden(
                groups,
                List.of(Group::closed, Group::both, group -> group.durations().size()));
    }

    private static Set<String> hidden(SortedMap<String, Group> groups, List<ToLongFunction<Group>> counts) {
        List<String> words = new ArrayList<>(groups.keySet());
        Function<ToLongFunction<Group>, List<Long>> view =
                count -> groups.values().stream().map(count::applyAsLong).toList();
        Set<String> hidden = new TreeSet<>();
        SmallCells.hiddenInAll(
                        FewCases.LEAST,
                        counts.stream().map(view).filter(Narrowed::isAny).toList())
                .forEach(place -> hidden.add(words.get(place)));
        return hidden;
    }

    /** Where nobody is counted, as cases with a due time in a file without any, nobody is found. */
    private static boolean isAny(List<Long> counts) {
        return counts.stream().anyMatch(n -> n > 0);
    }

    private static ResultTable without(ResultTable table, Set<String> words, List<String> columns) {
        Set<Integer> rows = new TreeSet<>();
        for (int row = 0; row < table.rows().size(); row++) {
            if (words.contains(table.text(row, "value"))) {
                rows.add(row);
            }
        }
        return table.without(
                rows, columns.stream().filter(table.columns()::contains).toList(), Reason.SMALL_CELL);
    }
}
