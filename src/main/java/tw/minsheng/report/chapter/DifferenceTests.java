package tw.minsheng.report.chapter;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tw.minsheng.report.ResultTable;

/**
 * The tests of differences between groups as they were made, row by row.
 *
 * @param table T4.7
 * @param means of the groups of each test
 * @param pairs of groups, compared two by two
 */
record DifferenceTests(ResultTable table, ResultTable means, ResultTable pairs) {

    private static final double ALPHA = .05;

    /** Codes of two groups that differ. */
    record Apart(String high, String low) {}

    IntStream rows() {
        return IntStream.range(0, table.rows().size());
    }

    List<Integer> of(String variable) {
        return rows().filter(row -> table.text(row, "variable").equals(variable))
                .boxed()
                .toList();
    }

    List<String> variables() {
        return rows().mapToObj(row -> table.text(row, "variable")).distinct().toList();
    }

    boolean isSignificant(int row) {
        return isBelow(row, "p_adj");
    }

    boolean isBelow(int row, String column) {
        return table.entry(row, column).asNumber().isPresent() && table.number(row, column) < ALPHA;
    }

    long known() {
        return rows().filter(row -> table.entry(row, "p").asNumber().isPresent())
                .count();
    }

    /** Rows of another table about the same test. */
    List<Integer> parts(ResultTable other, int row) {
        return IntStream.range(0, other.rows().size())
                .filter(part -> other.text(part, "object").equals(table.text(row, "object"))
                        && other.text(part, "variable").equals(table.text(row, "variable")))
                .boxed()
                .toList();
    }

    /** Rows of the means of a test, the highest first. */
    List<Integer> sorted(int row) {
        return parts(means, row).stream()
                .sorted(Comparator.comparingDouble((Integer part) -> means.number(part, "mean"))
                        .reversed())
                .toList();
    }

    /** Pairs of groups that differ, those of the highest group first. */
    List<Apart> apart(int row) {
        List<String> ranks =
                sorted(row).stream().map(part -> means.text(part, "code")).toList();
        return parts(pairs, row).stream()
                .filter(this::isApart)
                .map(this::apartOf)
                .sorted(Comparator.comparingInt((Apart pair) -> ranks.indexOf(pair.high()))
                        .thenComparingInt(pair -> ranks.indexOf(pair.low())))
                .toList();
    }

    private boolean isApart(int pair) {
        String column = pairs.entry(pair, "p_games_howell").asNumber().isPresent() ? "p_games_howell" : "p_holm";
        return pairs.entry(pair, column).asNumber().isPresent() && pairs.number(pair, column) < ALPHA;
    }

    private Apart apartOf(int pair) {
        boolean first = pairs.number(pair, "difference") > 0;
        return new Apart(pairs.text(pair, first ? "first" : "second"), pairs.text(pair, first ? "second" : "first"));
    }
}
