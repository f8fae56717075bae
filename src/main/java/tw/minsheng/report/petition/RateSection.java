package tw.minsheng.report.petition;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tw.minsheng.chart.DotsData;
import tw.minsheng.chart.Mark;
import tw.minsheng.document.Figure;
import tw.minsheng.document.Table;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.chapter.Grid;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;

/** Cases for 10,000 residents: what can be compared between a district of 400,000 people and one of 2,000. */
final class RateSection {

    private static final double LINES = 6;

    private final CaseMaterial material;
    private final Speech speech;
    private final Chapters chapters;

    RateSection(CaseMaterial material, Chapters chapters) {
        this.material = material;
        this.speech = material.speech();
        this.chapters = chapters;
    }

    void write() {
        chapters.section("rates");
        chapters.say("rates.rule", "source", material.origins().residents());
        ResultTable table = material.table("P2.3");
        if (IntStream.range(0, table.rows().size()).anyMatch(row -> !CaseMaterial.isWithheld(table, row))) {
            chapters.add(dots(table));
        }
        chapters.add(grid("P2.3", table).done(note(speech.say("p2.3.note"))));
    }

    private String note(String more) {
        return material.note(city().n(), more);
    }

    private Result city() {
        return material.result("rate.per_10000");
    }

    private Grid grid(String key, ResultTable table) {
        Grid grid = new Grid(key, speech.say("p2.3.caption"))
                .words(speech.say("head.district"))
                .numbers(speech.say("head.n"))
                .numbers(speech.say("head.residents"))
                .numbers(speech.say("head.rate_people"))
                .numbers(speech.say("head.interval"))
                .numbers(speech.say("head.rate_eb"));
        for (int row = 0; row < table.rows().size(); row++) {
            grid.row(
                    Grid.text(table.text(row, "value")),
                    material.count(table, row, "n"),
                    Grid.count(table.count(row, "residents")),
                    material.cell(table.entry(row, "rate"), RateSection::printed),
                    Grid.text(
                            CaseMaterial.isWithheld(table, row)
                                    ? speech.say("withheld")
                                    : speech.say(
                                            "interval",
                                            "low",
                                            printed(table.number(row, "lower")),
                                            "high",
                                            printed(table.number(row, "upper")))),
                    material.cell(table.entry(row, "rate_eb"), RateSection::printed));
        }
        return grid;
    }

    /** PF2.2: the districts in the order of their drawn rates; the city as a line. */
    private Figure dots(ResultTable table) {
        List<DotsData.Row> rows = new ArrayList<>();
        double most = 0;
        for (int row = 0; row < table.rows().size(); row++) {
            if (CaseMaterial.isWithheld(table, row)) {
                continue;
            }
            double upper = table.number(row, "upper");
            most = Math.max(most, upper);
            rows.add(new DotsData.Row(
                    table.text(row, "value"),
                    speech.say("n", "n", Printed.count(table.count(row, "n"))),
                    new Mark.Interval(
                            table.number(row, "rate"),
                            table.number(row, "lower"),
                            upper,
                            printed(table.number(row, "rate")))));
        }
        double city = city().number();
        String note = note(speech.say("pf2.2.note"));
        double step = step(most);
        DotsData data = new DotsData(
                material.words(speech.say("pf2.2.title", "rate", printed(city)), speech.say("pf2.2.subtitle"), note),
                new DotsData.Axis(speech.say("head.rate_people"), 0, step * StrictMath.ceil(most / step), step, ""),
                List.of(new DotsData.Reference(city, speech.say("pf2.2.city", "rate", printed(city)))),
                rows);
        Table numbers = grid("PF2.2.data", table).done("");
        return material.figure(
                "PF2.2", speech.say("pf2.2.caption"), (charts, form) -> charts.dots(data, form), numbers, note);
    }

    /** One, two or five of a power of ten, so that there are about six lines. */
    static double step(double most) {
        double rough = Math.max(most, 1e-6) / LINES;
        double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(rough)));
        double lead = rough / power;
        return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }

    private static String printed(double rate) {
        return Printed.fixed(rate, 1);
    }
}
