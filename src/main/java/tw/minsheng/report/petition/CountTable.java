package tw.minsheng.report.petition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
            few |= table.count(row, "with_both_times") < LEAST;
            grid.row(cells(table, row, due));
        }
        Sums rest = new Sums(table, shown);
        if (rest.n > 0) {
            grid.row(rest.cells(
                    speech.say("rest", "n", Printed.count((long) table.rows().size() - shown)), due));
        }
        grid.total(new Sums(table, 0).cells(speech.say("sum"), due));
        long all = material.count("cases.total");
        return grid.done(material.note(all, speech.say(due && few ? "count.note.few" : "count.note")));
    }

    private List<Cell> cells(ResultTable table, int row, boolean due) {
        List<Cell> cells = new ArrayList<>(List.of(
                Grid.text(material.word(table, row, "value")),
                Grid.count(table.count(row, "n")),
                Grid.of(table.entry(row, "share"), Printed::percentNumber, ""),
                Grid.count(table.count(row, "closed")),
                Grid.of(table.entry(row, material.median()), days -> Printed.fixed(days, 1), speech.say("none"))));
        if (due) {
            long of = table.count(row, "with_both_times");
            double share = of == 0 ? 0 : table.number(row, "on_time") / of;
            cells.add(of < LEAST ? Grid.text(speech.say("few")) : Cell.number(share, Printed.percentNumber(share)));
        }
        return cells;
    }

    /** The rows from one on, together; no median, which cannot be added up. */
    private final class Sums {
        private final long n;
        private final double share;
        private final long closed;
        private final long both;
        private final long onTime;

        Sums(ResultTable table, int from) {
            long cases = 0;
            long done = 0;
            long of = 0;
            long good = 0;
            double part = 0;
            for (int row = from; row < table.rows().size(); row++) {
                cases += table.count(row, "n");
                part += table.number(row, "share");
                done += table.count(row, "closed");
                of += table.count(row, "with_both_times");
                good += table.count(row, "on_time");
            }
            this.n = cases;
            this.share = part;
            this.closed = done;
            this.both = of;
            this.onTime = good;
        }

        private List<Cell> cells(String name, boolean due) {
            List<Cell> cells = new ArrayList<>(List.of(
                    Grid.text(name),
                    Grid.count(n),
                    Cell.number(share, Printed.percentNumber(share)),
                    Grid.count(closed),
                    Grid.text("")));
            if (due) {
                double rate = both == 0 ? 0 : (double) onTime / both;
                cells.add(both < LEAST ? Grid.text(speech.say("few")) : Cell.number(rate, Printed.percentNumber(rate)));
            }
            return cells;
        }
    }
}
