package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import tw.minsheng.document.Cell;
import tw.minsheng.document.Table;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.statistics.Interval;
import tw.minsheng.survey.Construct;
import tw.minsheng.survey.Scale;

/**
 * The items of one construct in one table: shares of the points, satisfied share with interval, mean, sd,
 * median, missing.
 */
final class ItemTable {

    /** Scales with more points would not fit on paper; their shares stand in the full tables. */
    private static final int MOST_POINTS = 7;

    private final Material material;
    private final Construct construct;
    private final Speech speech;

    ItemTable(Material material, Construct construct) {
        this.material = material;
        this.construct = construct;
        this.speech = material.speech();
    }

    Table table() {
        List<Scale.Point> points = construct.items().stream()
                .findFirst()
                .flatMap(material::scaleOf)
                .map(Scale::points)
                .filter(all -> all.size() <= MOST_POINTS)
                .orElse(List.of());
        Grid grid = new Grid(
                        "T3.3." + construct.id(),
                        speech.say("t3.3.caption", "construct", material.text(construct.label())))
                .words(speech.say("head.item"))
                .numbers(speech.say("head.n"));
        PointHeads heads = PointHeads.of(material, points);
        heads.heads().forEach(grid::numbers);
        grid.numbers(speech.say("head.satisfied"));
        if (!isWithoutIntervals()) {
            grid.numbers(speech.say("head.interval", "level", material.level()));
        }
        grid.numbers(speech.say("head.mean"))
                .numbers(speech.say("head.sd"))
                .numbers(speech.say("head.median"))
                .numbers(speech.say("head.missing"));
        construct.items().forEach(item -> row(grid, item, points));
        String note = speech.say(material.sample().weighted() ? "t3.3.note.weighted" : "t3.3.note");
        List<String> notes = new ArrayList<>();
        if (!heads.note().isEmpty()) {
            notes.add(heads.note());
        }
        notes.add(note);
        if (construct.items().stream().anyMatch(material::isReverse)) {
            notes.add(speech.say("t3.3.reversed"));
        }
        return grid.done(speech.join(notes));
    }

    private boolean isWithoutIntervals() {
        return construct.items().stream()
                .noneMatch(item -> material.results()
                        .find("item." + item + ".t2b")
                        .flatMap(Result::interval)
                        .isPresent());
    }

    private void row(Grid grid, String item, List<Scale.Point> points) {
        Optional<ResultTable> table = material.table("T3.3." + item);
        Result mean = material.results().get("item." + item + ".item_mean");
        List<Cell> cells = new ArrayList<>(List.of(Grid.text(material.scored(item)), Grid.count(mean.n())));
        for (Scale.Point point : points) {
            cells.add(table.map(found -> share(found, point)).orElseGet(() -> Grid.text(speech.say("none"))));
        }
        Optional<Result> satisfied = material.results().find("item." + item + ".t2b");
        cells.add(satisfied.map(found -> value(found, Printed::percentNumber)).orElseGet(() -> Grid.text("")));
        if (!isWithoutIntervals()) {
            cells.add(Grid.text(
                    satisfied.flatMap(Result::interval).map(ItemTable::limits).orElse("")));
        }
        cells.add(value(mean, Printed::mean));
        cells.add(value(material.results().get("item." + item + ".item_sd"), Printed::mean));
        cells.add(value(material.results().get("item." + item + ".item_median"), median -> Printed.fixed(median, 0)));
        cells.add(Grid.count(mean.basis().rows() - mean.n()));
        grid.row(cells);
    }

    private Cell value(Result result, DoubleFunction<String> print) {
        return result.isKnown()
                ? Cell.number(result.number(), print.apply(result.number()))
                : Cell.text(speech.say("none"));
    }

    static String limits(Interval interval) {
        return Printed.percentNumber(interval.lower().number()) + "–"
                + Printed.percentNumber(interval.upper().number());
    }

    private Cell share(ResultTable table, Scale.Point point) {
        String column = material.sample().weighted() ? "share_weighted" : "share";
        for (int row = 0; row < table.rows().size(); row++) {
            if (table.text(row, "code").equals(Integer.toString(point.value()))) {
                return Grid.of(table.entry(row, column), Printed::percentNumber, speech.say("none"));
            }
        }
        return Grid.text(speech.say("none"));
    }
}
