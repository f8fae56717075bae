package tw.minsheng.report.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tw.minsheng.dataset.cases.CaseTally;
import tw.minsheng.dataset.cases.Group;
import tw.minsheng.petition.imports.CaseField;
import tw.minsheng.report.Basis;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.ResultTable.Entry;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.association.CrossTable;

/** P1.5 types by channels, P1.6 types by months of the year: whether some types come more by one way, or at one time. */
final class AssociationTables {

    private static final int MONTHS = 12;
    private static final String TYPE = "type";

    private final Crossed channels;
    private final Crossed seasons;

    private AssociationTables(Crossed channels, Crossed seasons) {
        this.channels = channels;
        this.seasons = seasons;
    }

    /** A table with the names of its rows and columns; the most frequent rows first. */
    private record Crossed(String key, String column, List<String> rows, List<String> columns, CrossTable table) {

        List<Result> results() {
            String object = "association.type_" + column + ".";
            Basis basis = new Basis(table.n(), table.n(), 0, "chi_square", false, MissingRule.DOMAIN);
            return List.of(
                    Result.of(object + "x2", table.chiSquare(), basis),
                    Result.of(object + "df", Value.of((double) table.degrees()), basis),
                    Result.of(object + "p", table.p(), basis),
                    Result.of(object + "cramers_v", table.cramersV(), basis),
                    Result.of(object + "cells", Value.of((double) table.cells()), basis),
                    Result.of(object + "few_expected", Value.of((double) table.fewExpected()), basis));
        }

        ResultTable told(CaseTally tally) {
            List<List<Entry>> entries = new ArrayList<>();
            for (int row = 0; row < rows.size(); row++) {
                for (int cell = 0; cell < columns.size(); cell++) {
                    entries.add(List.of(
                            Entry.text(rows.get(row)),
                            Entry.text(columns.get(cell)),
                            Entry.count(count(tally, rows.get(row), columns.get(cell))),
                            Entry.number(table.expected(row, cell)),
                            CountTables.value(table.adjustedResidual(row, cell))));
                }
            }
            return new ResultTable(key, List.of(TYPE, column, "n", "expected", "residual"), entries);
        }

        private long count(CaseTally tally, String row, String cell) {
            return column.equals("month") ? tally.inMonth(row, Integer.parseInt(cell)) : tally.channel(row, cell);
        }
    }

    /** Cases without a type or a channel are in neither table. */
    static AssociationTables of(CaseTally tally) {
        List<String> types = words(tally, CaseField.TYPE);
        List<String> channels = words(tally, CaseField.CHANNEL);
        List<String> months =
                IntStream.rangeClosed(1, MONTHS).mapToObj(Integer::toString).toList();
        long[][] byChannel = types.stream()
                .map(type -> channels.stream()
                        .mapToLong(channel -> tally.channel(type, channel))
                        .toArray())
                .toArray(long[][]::new);
        long[][] byMonth = types.stream()
                .map(type -> IntStream.rangeClosed(1, MONTHS)
                        .mapToLong(month -> tally.inMonth(type, month))
                        .toArray())
                .toArray(long[][]::new);
        return new AssociationTables(
                new Crossed("P1.5", "channel", types, channels, CrossTable.of(byChannel)),
                new Crossed("P1.6", "month", types, months, CrossTable.of(byMonth)));
    }

    private static List<String> words(CaseTally tally, CaseField field) {
        return tally.by(field).entrySet().stream()
                .filter(each -> !each.getKey().isEmpty() && each.getValue().cases() > 0)
                .sorted(Comparator.comparingLong((Map.Entry<String, Group> each) ->
                                -each.getValue().cases())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }

    List<Result> results() {
        List<Result> results = new ArrayList<>(channels.results());
        results.addAll(seasons.results());
        return results;
    }

    List<ResultTable> tables(CaseTally tally) {
        return List.of(channels.told(tally), seasons.told(tally));
    }
}
