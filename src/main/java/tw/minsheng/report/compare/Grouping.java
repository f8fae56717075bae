package tw.minsheng.report.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import tw.minsheng.dataset.Column;
import tw.minsheng.dataset.ColumnTally;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.SmallCells;
import tw.minsheng.survey.Question;
import tw.minsheng.survey.Variable;

/**
 * A question that tells groups of people apart, and which of its groups may be seen.
 *
 * @param codes by person, the place of the group; below 0 for none
 * @param hidden places of groups that are too small to be seen, or that would tell the size of one that is
 */
record Grouping(Column column, List<Integer> codes, Set<Integer> hidden) {

    Grouping {
        codes = List.copyOf(codes);
        hidden = Set.copyOf(hidden);
    }

    /**
     * The 基本資料 with one choice, and the variable of the strata.
     *
     * @param small places of the groups that other tables hide
     */
    static List<Grouping> all(People people, List<Scored> scores, Function<ColumnTally, Set<Integer>> small) {
        String strata = people.survey().sampling().strata().variable();
        List<Grouping> all = new ArrayList<>();
        for (ColumnTally tally : people.tally().columns()) {
            Column column = tally.column();
            Variable variable = column.variable();
            boolean groups = variable.role() == Question.Role.DEMOGRAPHIC
                    || variable.id().equals(strata);
            if (groups
                    && variable.kind() == Variable.Kind.CHOICE
                    && people.tally().people().has(column)) {
                all.add(of(people, scores, column, small.apply(tally)));
            }
        }
        return List.copyOf(all);
    }

    private static Grouping of(People people, List<Scored> scores, Column column, Set<Integer> small) {
        int[] codes = people.codes(column);
        List<List<Long>> views = new ArrayList<>();
        views.add(counts(column, codes, row -> true));
        for (Scored score : scores) {
            views.add(counts(column, codes, row -> !Missing.is(score.values().get(row))));
        }
        long least = people.survey().privacy().minCellSize();
        Set<Integer> hidden = new HashSet<>(SmallCells.hiddenInAll(least, views));
        hidden.addAll(small);
        return new Grouping(column, Arrays.stream(codes).boxed().toList(), hidden);
    }

    private static List<Long> counts(Column column, int[] codes, Function<Integer, Boolean> counted) {
        long[] counts = new long[column.validCodes()];
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] >= 0 && counted.apply(row)) {
                counts[codes[row]]++;
            }
        }
        return Arrays.stream(counts).boxed().toList();
    }

    String id() {
        return column.id();
    }

    Variable.Value value(int place) {
        return column.variable().values().get(place);
    }

    int places() {
        return column.validCodes();
    }

    boolean isHidden(int place) {
        return hidden.contains(place);
    }

    /** Rows of a group that have a value. */
    int[] rows(int place, double... values) {
        return IntStream.range(0, values.length)
                .filter(row -> codes.get(row) == place && !Missing.is(values[row]))
                .toArray();
    }
}
