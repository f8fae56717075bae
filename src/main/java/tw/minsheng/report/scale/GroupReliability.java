package tw.minsheng.report.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import tw.minsheng.dataset.Column;
import tw.minsheng.dataset.ItemRows;
import tw.minsheng.dataset.ItemScores;
import tw.minsheng.dataset.Tally;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Tables;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.SmallCells;
import tw.minsheng.statistics.reliability.Scale;
import tw.minsheng.statistics.reliability.ScaleReliability;
import tw.minsheng.statistics.reliability.ScaleSums;
import tw.minsheng.survey.Construct;

/**
 * α of each construct by way of answering and by display, where there are several: a grid and items one by one need not measure
 * the same. Figures of fewer people than {@code privacy.minCellSize} are withheld, also where they are left of more because the
 * others did not answer every item; and those by which they could be worked out.
 */
final class GroupReliability {

    private final Tally tally;
    private final Set<String> hiddenModes;

    GroupReliability(Tally tally, Set<String> hiddenModes) {
        this.tally = tally;
        this.hiddenModes = hiddenModes;
    }

    private record Line(Construct construct, String group, ScaleReliability reliability) {}

    List<ResultTable> tables() {
        List<ResultTable> tables = new ArrayList<>();
        add(tables, ItemRows.Label.MODE, "T4.2.modes", "mode");
        add(tables, ItemRows.Label.DISPLAY, "T4.2.displays", "display");
        return tables;
    }

    private void add(List<ResultTable> tables, ItemRows.Label label, String key, String column) {
        List<String> groups = tally.itemRows().words(label);
        long seen = groups.stream()
                .filter(word -> !hiddenModes.contains(word))
                .filter(word -> tally.itemRows().rowsOf(label, word).length >= least())
                .count();
        if (seen < 2) {
            return;
        }
        List<Line> lines = new ArrayList<>();
        Set<Integer> hidden = new TreeSet<>();
        for (Family family : Family.of(tally.layout())) {
            for (Construct construct : family.constructs()) {
                List<Line> own = groups.stream()
                        .map(group -> new Line(construct, group, reliability(family, construct, label, group)))
                        .toList();
                hidden(own).forEach(row -> hidden.add(lines.size() + row));
                lines.addAll(own);
            }
        }
        ResultTable table = Tables.named(key)
                .words(
                        "construct",
                        lines.stream().map(line -> line.construct().id()).toList())
                .words(
                        "label",
                        lines.stream()
                                .map(line -> line.construct().label().in(Language.ZH_TW))
                                .toList())
                .words(column, lines.stream().map(Line::group).toList())
                .counts("n", lines.stream().map(line -> line.reliability().n()).toList())
                .numbers(
                        "alpha_raw",
                        lines.stream()
                                .map(line -> Study.known(line.reliability().alphaRaw()))
                                .toList())
                .numbers(
                        "lower",
                        lines.stream()
                                .map(line -> Study.known(
                                        line.reliability().feldt(.95).lower()))
                                .toList())
                .numbers(
                        "upper",
                        lines.stream()
                                .map(line -> Study.known(
                                        line.reliability().feldt(.95).upper()))
                                .toList())
                .result();
        tables.add(
                hidden.isEmpty()
                        ? table
                        : table.without(hidden, List.of("n", "alpha_raw", "lower", "upper"), Reason.SMALL_CELL));
    }

    /** The groups of a construct that are too small, and those by which they could be worked out of n of all. */
    private Set<Integer> hidden(List<Line> own) {
        Set<Integer> hidden = new TreeSet<>(SmallCells.hidden(
                least(), own.stream().map(line -> line.reliability().n()).toList()));
        IntStream.range(0, own.size())
                .filter(row -> hiddenModes.contains(own.get(row).group()))
                .forEach(hidden::add);
        return hidden;
    }

    private int least() {
        return tally.layout().survey().privacy().minCellSize();
    }

    private ScaleReliability reliability(Family family, Construct construct, ItemRows.Label label, String group) {
        Family own = family.only(construct);
        List<Column> items = own.items();
        ItemScores scores =
                tally.itemRows().scores(items, own.scales(), tally.itemRows().rowsOf(label, group));
        ScaleSums sums = new ScaleSums(
                new Scale(items.stream().map(Column::id).toList(), own.lowest(), own.highest()), MissingRule.LISTWISE);
        double[] answers = new double[items.size()];
        for (int row = 0; row < scores.rows(); row++) {
            for (int item = 0; item < answers.length; item++) {
                answers[item] = scores.at(row, item);
            }
            sums.add(answers);
        }
        return ScaleReliability.of(sums);
    }
}
