package tw.minsheng.report.petition;

import java.util.ArrayList;
import java.util.List;
import tw.minsheng.chart.DotsData;
import tw.minsheng.chart.Mark;
import tw.minsheng.document.Cell;
import tw.minsheng.document.Figure;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.chapter.Grid;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;

/** 公平性: whether some districts or channels wait longer; only groups of thirty cases or more. */
final class FairnessChapter {

    private final CaseMaterial material;
    private final Speech speech;
    private final Chapters chapters;

    FairnessChapter(CaseMaterial material, Chapters chapters) {
        this.material = material;
        this.speech = material.speech();
        this.chapters = chapters;
    }

    void write() {
        boolean rates = material.table("P8.1").rows().size() >= 2;
        boolean times = material.table("P8.2").rows().size() >= 2;
        if (!rates && !times) {
            return; // nothing to compare
        }
        chapters.chapter("fairness");
        if (rates) {
            rates();
        }
        if (times) {
            times();
        }
    }

    /** P8.2: days by district, channel and language; small groups are withheld. */
    private void times() {
        ResultTable table = material.table("P8.2");
        chapters.say("fairness.times");
        Grid grid = new Grid("P8.2", speech.say("p8.2.caption"))
                .words(speech.say("head.group"))
                .numbers(speech.say("head.closed"))
                .numbers(speech.say("head.median"))
                .numbers(speech.say("head.p75"))
                .numbers(speech.say("head.p90"));
        List<String> columns = table.columns();
        String before = "";
        for (int row = 0; row < table.rows().size(); row++) {
            String by = table.text(row, "by");
            if (!by.equals(before)) {
                grid.group(speech.say("head." + by));
                before = by;
            }
            int at = row;
            List<Cell> cells = new ArrayList<>(List.of(Grid.text(table.text(row, "value"))));
            cells.add(
                    table.entry(row, "n").reason().isPresent()
                            ? Grid.text(speech.say("withheld"))
                            : Grid.count(table.count(row, "n")));
            columns.subList(3, 6)
                    .forEach(column -> cells.add(Grid.of(
                            table.entry(at, column),
                            days -> Printed.fixed(days, 1),
                            table.entry(at, column).reason().isPresent()
                                    ? speech.say("withheld")
                                    : speech.say("none"))));
            grid.row(cells);
        }
        chapters.add(grid.done(material.note(material.time("median").n(), speech.say("p8.2.note"))));
    }

    private void rates() {
        ResultTable table = material.table("P8.1");
        chapters.say("fairness.rule");
        chapters.add(dots(table));
        Grid grid = new Grid("P8.1", speech.say("p8.1.caption"))
                .words(speech.say("head.group"))
                .numbers(speech.say("head.n"))
                .numbers(speech.say("head.on_time"))
                .numbers(speech.say("head.interval"))
                .numbers(speech.say("head.median"));
        String before = "";
        for (int row = 0; row < table.rows().size(); row++) {
            String by = table.text(row, "by");
            if (!by.equals(before)) {
                grid.group(speech.say("head." + by));
                before = by;
            }
            grid.row(
                    Grid.text(table.text(row, "value")),
                    Grid.count(table.count(row, "n")),
                    Grid.of(table.entry(row, "share"), Printed::percentNumber, ""),
                    Grid.text(speech.say(
                            "interval",
                            "low",
                            Printed.percentNumber(table.number(row, "lower")),
                            "high",
                            Printed.percentNumber(table.number(row, "upper")))),
                    Grid.of(table.entry(row, material.median()), days -> Printed.fixed(days, 1), speech.say("none")));
        }
        chapters.add(grid.done(material.note(material.count("cases.with_both_times"), speech.say("p8.1.note"))));
    }

    /** PF8.1: cases in time by district, and by channel, with intervals; all together as a line. */
    private Figure dots(ResultTable table) {
        List<DotsData.Row> rows = new ArrayList<>();
        Grid grid = new Grid("PF8.1.data", speech.say("pf8.1.caption"))
                .words(speech.say("head.group"))
                .numbers(speech.say("head.n"))
                .numbers(speech.say("head.on_time"));
        for (int row = 0; row < table.rows().size(); row++) {
            double share = table.number(row, "share");
            String name = speech.say(
                    "pf8.1.row", "by", speech.say("head." + table.text(row, "by")), "value", table.text(row, "value"));
            rows.add(new DotsData.Row(
                    name,
                    speech.say("n", "n", Printed.count(table.count(row, "n"))),
                    new Mark.Interval(
                            share * 100,
                            table.number(row, "lower") * 100,
                            table.number(row, "upper") * 100,
                            Printed.percentWhole(share))));
            grid.row(
                    Grid.text(name),
                    Grid.count(table.count(row, "n")),
                    Grid.of(table.entry(row, "share"), Printed::percentNumber, ""));
        }
        double all = material.result("due.on_time_share").number();
        String title = speech.say("pf8.1.title", "share", Printed.percentWhole(all));
        String note = material.note(material.count("cases.with_both_times"), speech.say("p8.1.note"));
        DotsData.Axis axis = new DotsData.Axis(speech.say("pf8.1.axis"), 0, 100, 10, "%")
                .around(rows.stream().map(DotsData.Row::mark).toList());
        DotsData data = new DotsData(
                material.words(title, speech.say("pf8.1.subtitle"), note),
                axis,
                List.of(new DotsData.Reference(all * 100, speech.say("pf8.1.all", "share", Printed.percentWhole(all)))),
                rows);
        return material.figure(
                "PF8.1", speech.say("pf8.1.caption"), (charts, form) -> charts.dots(data, form), grid.done(""), note);
    }
}
