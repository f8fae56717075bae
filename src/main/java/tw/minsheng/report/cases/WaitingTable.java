package tw.minsheng.report.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import tw.minsheng.dataset.cases.CaseTally;
import tw.minsheng.dataset.cases.Group;
import tw.minsheng.petition.imports.CaseField;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.ResultTable.Entry;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.estimate.CountedValues;

/**
 * P8.2: how long cases took by district, channel and language of the petitioner. Groups of fewer than five closed cases are
 * withheld, and with them the next smallest, so that nothing is found by subtraction.
 */
final class WaitingTable {

    private WaitingTable() {}

    static ResultTable of(CaseTally tally) {
        Map<String, SortedMap<String, Group>> fields = new LinkedHashMap<>();
        fields.put(CaseField.DISTRICT.id(), tally.by(CaseField.DISTRICT));
        fields.put(CaseField.CHANNEL.id(), tally.by(CaseField.CHANNEL));
        fields.put("language", tally.languages());
        List<List<Entry>> rows = new ArrayList<>();
        fields.forEach((by, groups) -> add(rows, by, groups));
        String unit = tally.measure().unit();
        return new ResultTable(
                "P8.2", List.of("by", "value", "n", "median_" + unit, "p75_" + unit, "p90_" + unit), rows);
    }

    private static void add(List<List<Entry>> rows, String by, SortedMap<String, Group> groups) {
        List<Map.Entry<String, Group>> known = groups.entrySet().stream()
                .filter(each -> !each.getKey().isEmpty())
                .sorted(Comparator.comparingInt((Map.Entry<String, Group> each) ->
                                -each.getValue().durations().size())
                        .thenComparing(Map.Entry::getKey))
                .toList();
        Set<String> hidden = Narrowed.fewOutcomes(groups);
        known.forEach(each -> rows.add(row(by, each.getKey(), each.getValue(), hidden.contains(each.getKey()))));
    }

    private static List<Entry> row(String by, String word, Group group, boolean hidden) {
        List<Entry> row = new ArrayList<>(List.of(Entry.text(by), Entry.text(word)));
        if (hidden) {
            for (int column = 0; column < 4; column++) {
                row.add(Entry.withheld(Reason.SMALL_CELL));
            }
            return row;
        }
        CountedValues days = group.durations().counted();
        row.add(Entry.count(days.n()));
        for (double p : new double[] {.5, .75, .9}) {
            row.add(CountTables.value(ResponseFigures.quantile(days, p)));
        }
        return row;
    }
}
