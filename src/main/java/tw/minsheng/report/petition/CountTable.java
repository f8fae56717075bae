package tw.minsheng.report.petition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import tw.minsheng.document.Cell;
import tw.minsheng.document.Table;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.chapter.Grid;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;

/** Prints a table of counts by word: the most frequent rows, the rest as one row, and the sum. */
final class CountTable {

    /** Fewer cases make no rate that is compared. */
    private static final long LEAST = 30;

    private final CaseMaterial material;
    private final Speech speech;

    CountTable(CaseMaterial material) {
        this.material = material;
        this.speech = material.speech();
    }

    /** @param most rows that are printed one by one */
    Table of(String key, String head, int most) {
        ResultTable table = material.table(key);
        boolean due = material.hasDue();
        Grid grid = new Grid(key, speech.say(key.toLowerCase(Locale.ROOT) + ".caption"))
                .words(speech.say(head))
                .numbers(speech.say("head.n"))
                .numbers(speech.say("head.share"))
                .numbers(speech.say("head.closed"))
                .numbers(speech.say("head.median"));
        if (due) {
            grid.numbers(speech.say("head.on_time"));
        }
        int shown = Math.min(most, table.rows().size());
        boolean few = false;
        for (int row = 0; row < shown; row++) {
            few |= table.entry(row, "with_both_times").asNumber().orElse(0) < LEAST;
            grid.row(cells(table, row, due));
        }
        if (shown < table.rows().size()) {
            grid.row(rest(table, shown, due));
        }
        grid.total(all(due));
        long all = material.count("cases.total");
        String note = speech.say(due && few ? "count.note.few" : "count.note");
        String hidden = table.isWithheld() ? speech.say("count.note.withheld") : "";
        return grid.done(material.note(all, speech.join(List.of(note, hidden))));
    }

    private List<Cell> cells(ResultTable table, int row, boolean due) {
        List<Cell> cells = new ArrayList<>(List.of(
                Grid.text(material.word(table, row, "value")),
                material.count(table, row, "n"),
                material.cell(table.entry(row, "share"), Printed::percentNumber),
                material.count(table, row, "closed"),
                material.cell(table.entry(row, material.median()), days -> Printed.fixed(days, 1))));
        if (due) {
            cells.add(rate(
                    table.entry(row, "with_both_times"),
                    table.entry(row, "on_time").asNumber()));
        }
        return cells;
    }

    private Cell rate(ResultTable.Entry of, OptionalDouble onTime) {
        if (of.reason().isPresent()) {
            return Grid.text(speech.say("withheld"));
        }
        return rate(of.asNumber().orElse(0), onTime.orElse(0));
    }

    private Cell rate(double of, double onTime) {
        return of < LEAST ? Grid.text(speech.say("few")) : Cell.number(onTime / of, Printed.percentNumber(onTime / of));
    }

    /** The sum of all cases, from the results: single rows may be withheld. No median, which cannot be added up. */
    private List<Cell> all(boolean due) {
        List<Cell> cells = new ArrayList<>(List.of(
                Grid.text(speech.say("sum")),
                Grid.count(material.count("cases.total")),
                Cell.number(1, Printed.percentNumber(1)),
                Grid.count(material.count("cases.closed")),
                Grid.text("")));
        if (due) {
            double both = (double) material.count("cases.with_both_times");
            cells.add(rate(both, both - (double) material.count("cases.closed_after_due")));
        }
        return cells;
    }

    /** The rows from one on, together; a column of which any row is withheld is withheld. */
    private List<Cell> rest(ResultTable table, int from, boolean due) {
        List<Cell> cells = new ArrayList<>(List.of(Grid.text(
                speech.say("rest", "n", Printed.count((long) table.rows().size() - from)))));
        cells.add(sum(table, from, "n", sum -> Printed.count(Math.round(sum))));
        cells.add(sum(table, from, "share", Printed::percentNumber));
        cells.add(sum(table, from, "closed", sum -> Printed.count(Math.round(sum))));
        cells.add(Grid.text(""));
        if (due) {
            boolean hidden = isAnyWithheld(table, from, "with_both_times");
            cells.add(
                    hidden
                            ? Grid.text(speech.say("withheld"))
                            : rate(added(table, from, "with_both_times"), added(table, from, "on_time")));
        }
        return cells;
    }

    private Cell sum(ResultTable table, int from, String column, DoubleFunction<String> print) {
        double sum = added(table, from, column);
        return isAnyWithheld(table, from, column)
                ? Grid.text(speech.say("withheld"))
                : Cell.number(sum, print.apply(sum));
    }

    private static boolean isAnyWithheld(ResultTable table, int from, String column) {
        return IntStream.range(from, table.rows().size())
                .anyMatch(row -> table.entry(row, column).reason().isPresent());
    }

    private static double added(ResultTable table, int from, String column) {
        return IntStream.range(from, table.rows().size())
                .mapToDouble(row -> table.entry(row, column).asNumber().orElse(0))
                .sum();
    }
}
