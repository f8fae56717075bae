package tw.minsheng.report.petition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tw.minsheng.chart.WeeksData;
import tw.minsheng.document.Cell;
import tw.minsheng.document.Figure;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.chapter.Grid;
import tw.minsheng.report.wording.Dates;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;

/** 突增: weeks with more cases than their baseline explains. */
final class SurgeChapter {

    private static final int LISTED = 20;
    private static final int WEEKS = 14;

    private final CaseMaterial material;
    private final Speech speech;
    private final Chapters chapters;

    SurgeChapter(CaseMaterial material, Chapters chapters) {
        this.material = material;
        this.speech = material.speech();
        this.chapters = chapters;
    }

    void write() {
        ResultTable counts = material.table("P5.1");
        if (counts.count(0, "n") == 0) {
            return; // fewer weeks than a baseline needs
        }
        chapters.chapter("surges");
        chapters.say(
                "surges.rule",
                "tests",
                Printed.count(counts.count(0, "n")),
                "red",
                Printed.count(counts.count(1, "n")),
                "amber",
                Printed.count(counts.count(2, "n")));
        chapters.say("surges.power");
        if (!material.table("PF5.1").rows().isEmpty()) {
            chapters.add(panels());
        }
        if (!material.table("P5.2").rows().isEmpty()) {
            listed();
        }
    }

    private void listed() {
        ResultTable table = material.table("P5.2");
        Grid grid = new Grid("P5.2", speech.say("p5.2.caption"))
                .words(speech.say("head.what"))
                .words(speech.say("head.week"))
                .words(speech.say("head.level"))
                .numbers(speech.say("head.n"))
                .numbers(speech.say("head.mean_before"))
                .numbers(speech.say("head.p_nb"))
                .numbers(speech.say("head.p_poisson"));
        int shown = Math.min(LISTED, table.rows().size());
        for (int row = 0; row < shown; row++) {
            grid.row(
                    Grid.text(name(table, row)),
                    Grid.text(day(table.text(row, "week"))),
                    Grid.text(speech.say("level." + table.text(row, "level"))),
                    Grid.count(table.count(row, "n")),
                    number(table, row, "mean", 1),
                    p(table, row, "p_nb"),
                    p(table, row, "p_poisson"));
        }
        String more = shown < table.rows().size() ? speech.say("p5.2.more", "n", LISTED) : "";
        chapters.add(grid.done(
                material.note(material.count("cases.total"), speech.join(List.of(speech.say("p5.2.note"), more)))));
    }

    private static Cell number(ResultTable table, int row, String column, int decimals) {
        return Grid.of(table.entry(row, column), value -> Printed.fixed(value, decimals), "");
    }

    private static Cell p(ResultTable table, int row, String column) {
        return Grid.of(table.entry(row, column), Printed::p, "");
    }

    private String name(ResultTable table, int row) {
        String type = table.text(row, "type");
        String district = table.text(row, "district");
        if (type.isEmpty() && district.isEmpty()) {
            return speech.say("surge.all");
        }
        if (type.isEmpty()) {
            return speech.say("surge.district", "district", district);
        }
        return district.isEmpty() ? type : speech.say("surge.both", "type", type, "district", district);
    }

    private String day(String date) {
        return Dates.plain(material.language(), LocalDate.parse(date));
    }

    /** PF5.1: the newest red weeks after their thirteen weeks before. */
    private Figure panels() {
        ResultTable table = material.table("PF5.1");
        List<WeeksData.Panel> panels = new ArrayList<>();
        Grid grid = new Grid("PF5.1.data", speech.say("pf5.1.caption"))
                .words(speech.say("head.what"))
                .words(speech.say("head.week"))
                .numbers(speech.say("head.n"));
        for (int first = 0; first + WEEKS <= table.rows().size(); first += WEEKS) {
            List<Long> counts = new ArrayList<>();
            for (int row = first; row < first + WEEKS; row++) {
                counts.add(table.count(row, "n"));
                grid.row(
                        Grid.text(name(table, row)),
                        Grid.text(day(table.text(row, "week"))),
                        Grid.count(table.count(row, "n")));
            }
            int last = first + WEEKS - 1;
            panels.add(new WeeksData.Panel(
                    name(table, first),
                    speech.say("pf5.1.end", "n", Printed.count(table.count(last, "n"))),
                    counts,
                    Dates.axis(LocalDate.parse(table.text(first, "week"))),
                    day(table.text(last, "week"))));
        }
        String title = speech.say("pf5.1.title", "n", panels.size());
        String note = material.note(material.count("cases.total"), speech.say("pf5.1.note"));
        WeeksData data = new WeeksData(material.words(title, speech.say("pf5.1.subtitle"), note), panels);
        return material.figure(
                "PF5.1", speech.say("pf5.1.caption"), (charts, form) -> charts.weeks(data, form), grid.done(""), note);
    }
}
