package tw.minsheng.report.petition;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tw.minsheng.chart.FlowData;
import tw.minsheng.chart.RankedData;
import tw.minsheng.document.Cell;
import tw.minsheng.document.Figure;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.chapter.Grid;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;

/** 陳情型態: types, channels, units, in and out. */
final class TypeChapter {

    private static final int TYPES = 20;
    private static final int BARS = 12;
    private static final int UNITS = 15;
    static final int MONTHS = 24;

    private final CaseMaterial material;
    private final Speech speech;
    private final Chapters chapters;

    TypeChapter(CaseMaterial material, Chapters chapters) {
        this.material = material;
        this.speech = material.speech();
        this.chapters = chapters;
    }

    void write() {
        chapters.chapter("types");
        if (material.knows("P1.1", "value")) {
            chapters.section("types.types");
            if (!CaseMaterial.isWithheld(material.table("P1.1"), 0)) {
                chapters.add(pareto());
            }
            chapters.add(new CountTable(material).of("P1.1", "head.type", TYPES));
        }
        chapters.section("types.flow");
        chapters.add(flow());
        months();
        if (material.knows("P1.3", "value")) {
            chapters.section("types.channels");
            chapters.add(new CountTable(material).of("P1.3", "head.channel", UNITS));
        }
        if (material.knows("P1.4", "value")) {
            chapters.section("types.units");
            chapters.add(new CountTable(material).of("P1.4", "head.unit", UNITS));
        }
        new AssociationSection(material, chapters).write();
    }

    /** PF1.1: the leading types in colour until half of the cases are reached, what they add up to as text. */
    private Figure pareto() {
        ResultTable table = material.table("P1.1");
        List<RankedData.Row> rows = new ArrayList<>();
        Grid grid = new Grid("PF1.1.data", speech.say("pf1.1.caption"))
                .words(speech.say("head.type"))
                .numbers(speech.say("head.n"))
                .numbers(speech.say("head.cumulative"));
        double reached = 0;
        int leading = 0;
        int shown = (int) IntStream.range(0, Math.min(BARS, table.rows().size()))
                .filter(row -> !CaseMaterial.isWithheld(table, row))
                .count();
        long drawn = 0;
        for (int row = 0; row < shown; row++) {
            boolean rest = reached >= .5;
            leading += rest ? 0 : 1;
            reached += table.number(row, "share");
            drawn += table.count(row, "n");
            rows.add(row(material.word(table, row, "value"), table.count(row, "n"), reached, rest));
            grid.row(
                    Grid.text(material.word(table, row, "value")),
                    Grid.count(table.count(row, "n")),
                    Cell.number(reached, Printed.percentNumber(reached)));
        }
        long others = material.count("cases.total") - drawn;
        if (others > 0) {
            String name =
                    speech.say("rest", "n", Printed.count((long) table.rows().size() - shown));
            rows.add(row(name, others, 1, true));
            grid.row(Grid.text(name), Grid.count(others), Cell.number(1, Printed.percentNumber(1)));
        }
        String title = speech.say(
                reached >= .5 ? "pf1.1.title" : "pf1.1.title.scattered",
                "k",
                leading,
                "share",
                Printed.percentWhole(sum(table, leading)),
                "bars",
                shown,
                "part",
                Printed.percentWhole(reached));
        String note = material.note(material.count("cases.total"), speech.say("pf1.1.note"));
        RankedData data = new RankedData(material.words(title, speech.say("pf1.1.subtitle"), note), rows);
        return material.figure(
                "PF1.1", speech.say("pf1.1.caption"), (charts, form) -> charts.ranked(data, form), grid.done(""), note);
    }

    private RankedData.Row row(String name, long n, double reached, boolean rest) {
        String text = speech.say("pf1.1.bar", "n", Printed.count(n), "reached", Printed.percentWhole(reached));
        return new RankedData.Row(name, (double) n, text, rest);
    }

    private static double sum(ResultTable table, int rows) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += table.number(row, "share");
        }
        return sum;
    }

    /** PF1.2: all months. */
    private Figure flow() {
        ResultTable table = material.table("P1.2");
        List<FlowData.Period> periods = new ArrayList<>();
        Grid grid = new Grid("PF1.2.data", speech.say("pf1.2.caption"))
                .words(speech.say("head.month"))
                .numbers(speech.say("head.received"))
                .numbers(speech.say("head.closed"))
                .numbers(speech.say("head.net"));
        int most = 0;
        for (int row = 0; row < table.rows().size(); row++) {
            most = table.count(row, "received") > table.count(most, "received") ? row : most;
            String month = axis(table.text(row, "month"));
            periods.add(new FlowData.Period(month, table.count(row, "received"), table.count(row, "closed")));
            grid.row(
                    Grid.text(table.text(row, "month")),
                    Grid.count(table.count(row, "received")),
                    Grid.count(table.count(row, "closed")),
                    Grid.count(table.count(row, "net")));
        }
        String title = speech.say(
                "pf1.2.title", "month", table.text(most, "month"), "n", Printed.count(table.count(most, "received")));
        String note = material.note(material.count("cases.total"), speech.say("pf1.2.note"));
        FlowData data = new FlowData(
                material.words(title, speech.say("pf1.2.subtitle"), note),
                speech.say("head.received"),
                speech.say("head.closed"),
                speech.say("head.net"),
                periods);
        return material.figure(
                "PF1.2", speech.say("pf1.2.caption"), (charts, form) -> charts.flow(data, form), grid.done(""), note);
    }

    /** 2014/1 on an axis. */
    static String axis(String month) {
        YearMonth read = YearMonth.parse(month);
        return read.getYear() + "/" + read.getMonthValue();
    }

    /** P1.2: the last months. */
    private void months() {
        ResultTable table = material.table("P1.2");
        Grid grid = new Grid("P1.2", speech.say("p1.2.caption"))
                .words(speech.say("head.month"))
                .numbers(speech.say("head.received"))
                .numbers(speech.say("head.closed"))
                .numbers(speech.say("head.net"));
        int from = Math.max(0, table.rows().size() - MONTHS);
        for (int row = from; row < table.rows().size(); row++) {
            grid.row(
                    Grid.text(table.text(row, "month")),
                    Grid.count(table.count(row, "received")),
                    Grid.count(table.count(row, "closed")),
                    Grid.count(table.count(row, "net")));
        }
        String more = from > 0 ? speech.say("months.note", "n", MONTHS, "key", "P1.2") : "";
        chapters.add(grid.done(
                material.note(material.count("cases.total"), speech.join(List.of(speech.say("p1.2.note"), more)))));
    }
}
