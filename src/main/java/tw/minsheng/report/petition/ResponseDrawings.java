package tw.minsheng.report.petition;

import java.util.ArrayList;
import java.util.List;
import tw.minsheng.chart.AgesData;
import tw.minsheng.chart.ControlData;
import tw.minsheng.chart.CurveData;
import tw.minsheng.chart.DotsData;
import tw.minsheng.chart.HistogramData;
import tw.minsheng.document.Cell;
import tw.minsheng.document.Figure;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.chapter.Grid;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;

/** PF3.1 to PF3.4. */
final class ResponseDrawings {

    private static final int NUMBERS = 6;

    private final CaseMaterial material;
    private final Speech speech;

    ResponseDrawings(CaseMaterial material) {
        this.material = material;
        this.speech = material.speech();
    }

    /** PF3.1: share still open, open cases censored, with numbers at risk. */
    Figure curve() {
        ResultTable table = material.table("PF3.1");
        List<CurveData.Step> steps = new ArrayList<>();
        List<CurveData.Watched> numbers = new ArrayList<>();
        Grid grid = new Grid("PF3.1.data", speech.say("pf3.1.caption"))
                .numbers(speech.say("head.days"))
                .numbers(speech.say("pf3.1.open"))
                .numbers(speech.say("head.interval"))
                .numbers(speech.say("pf3.1.watched"));
        int last = table.rows().size() - 1;
        for (int row = 0; row <= last; row++) {
            double day = table.number(row, "days");
            double open = table.number(row, "open");
            boolean known = table.entry(row, "lower").asNumber().isPresent();
            double low = known ? table.number(row, "lower") : open;
            double high = known ? table.number(row, "upper") : open;
            steps.add(new CurveData.Step(day, open * 100, low * 100, high * 100));
            if (row % (last / NUMBERS) == 0) {
                long watched = table.count(row, "at_risk");
                numbers.add(new CurveData.Watched(day, Printed.count(watched)));
                grid.row(
                        Cell.number(day, Printed.fixed(day, 1)),
                        Cell.number(open, Printed.percentNumber(open)),
                        Grid.text(
                                known
                                        ? speech.say(
                                                "interval",
                                                "low",
                                                Printed.percentNumber(low),
                                                "high",
                                                Printed.percentNumber(high))
                                        : ""),
                        Grid.count(watched));
            }
        }
        Result median = material.time("km_median");
        String days = material.days(median);
        List<DotsData.Reference> lines = median.isKnown()
                ? List.of(new DotsData.Reference(median.number(), speech.say("pf3.1.median", "days", days)))
                : List.of();
        String title = speech.say(median.isKnown() ? "pf3.1.title" : "pf3.1.title.never", "days", days);
        String note = material.note(
                median.n(), speech.say("pf3.1.note", "open", Printed.count(material.count("cases.open"))));
        CurveData data = new CurveData(
                material.words(title, speech.say("pf3.1.subtitle"), note),
                speech.say("pf3.1.open"),
                speech.say("pf3.1.axis"),
                steps,
                speech.say("pf3.1.watched"),
                numbers,
                lines);
        return material.figure(
                "PF3.1", speech.say("pf3.1.caption"), (charts, form) -> charts.curve(data, form), grid.done(""), note);
    }

    /** PF3.2: closed cases by days; the last bin is open. */
    Figure histogram() {
        ResultTable table = material.table("PF3.2");
        List<HistogramData.Bin> bins = new ArrayList<>();
        Grid grid = new Grid("PF3.2.data", speech.say("pf3.2.caption"))
                .words(speech.say("head.days"))
                .numbers(speech.say("head.n"));
        double width = table.rows().size() > 1 ? table.number(1, "from_day") : 1;
        int last = table.rows().size() - 1;
        for (int row = 0; row <= last; row++) {
            double from = table.number(row, "from_day");
            bins.add(new HistogramData.Bin(from, from + width, table.count(row, "n")));
            grid.row(
                    Grid.text(
                            row == last
                                    ? speech.say("pf3.2.beyond", "from", Printed.fixed(from, 0))
                                    : speech.say(
                                            "pf3.2.bin",
                                            "from",
                                            Printed.fixed(from, 0),
                                            "to",
                                            Printed.fixed(from + width, 0))),
                    Grid.count(table.count(row, "n")));
        }
        Result median = material.time("median");
        String title = speech.say(
                "pf3.2.title",
                "n",
                Printed.count(table.count(0, "n")),
                "share",
                Printed.percentWhole(table.number(0, "n") / Math.max(1, median.n())),
                "days",
                Printed.fixed(width, 0));
        String note = material.note(median.n(), speech.say("pf3.2.note"));
        HistogramData data = new HistogramData(
                material.words(title, speech.say("pf3.2.subtitle"), note),
                speech.say("pf3.2.counted"),
                speech.say(
                        "pf3.2.axis",
                        "width",
                        Printed.fixed(width, 0),
                        "beyond",
                        Printed.fixed(table.number(last, "from_day"), 0)),
                bins,
                List.of(new DotsData.Reference(
                        median.number(), speech.say("pf3.2.median", "days", material.days(median)))));
        return material.figure(
                "PF3.2",
                speech.say("pf3.2.caption"),
                (charts, form) -> charts.histogram(data, form),
                grid.done(""),
                note);
    }

    /** PF3.3: overdue rate month by month, with limits from twelve months on. */
    Figure control() {
        ResultTable table = material.table("PF3.3");
        double all = material.result("due.overdue_share").number() * 100;
        List<ControlData.Month> months = new ArrayList<>();
        Grid grid = new Grid("PF3.3.data", speech.say("pf3.3.caption"))
                .words(speech.say("head.month_closed"))
                .numbers(speech.say("head.n"))
                .numbers(speech.say("head.overdue_share"))
                .numbers(speech.say("pf3.3.limits"));
        int outside = 0;
        for (int row = 0; row < table.rows().size(); row++) {
            double share = table.number(row, "share") * 100;
            boolean limited = table.entry(row, "lower_limit").asNumber().isPresent();
            double low = limited ? table.number(row, "lower_limit") * 100 : all;
            double high = limited ? table.number(row, "upper_limit") * 100 : all;
            outside += limited && (share < low || share > high) ? 1 : 0;
            months.add(new ControlData.Month(TypeChapter.axis(table.text(row, "month")), share, low, high));
            String limits = speech.say("interval", "low", Printed.fixed(low, 1), "high", Printed.fixed(high, 1));
            grid.row(
                    Grid.text(table.text(row, "month")),
                    Grid.count(table.count(row, "n")),
                    Cell.number(share / 100, Printed.fixed(share, 1)),
                    Grid.text(limited ? limits : ""));
        }
        boolean limited =
                table.rows().stream().anyMatch(row -> row.get(3).asNumber().isPresent());
        String title = speech.say(
                limited ? (outside == 0 ? "pf3.3.title.none" : "pf3.3.title") : "pf3.3.title.few",
                "n",
                outside,
                "months",
                table.rows().size());
        String note = material.note(
                material.count("cases.with_both_times"),
                speech.say(
                        limited ? "pf3.3.note" : "pf3.3.note.few",
                        "p",
                        material.result("due.dispersion_p").isKnown()
                                ? Printed.p(material.result("due.dispersion_p").number())
                                : speech.say("none")));
        ControlData data = new ControlData(
                material.words(title, speech.say("pf3.3.subtitle"), note),
                speech.say("head.overdue_share"),
                speech.say("pf3.3.centre", "share", Printed.percent(all / 100)),
                all,
                months);
        return material.figure(
                "PF3.3",
                speech.say("pf3.3.caption"),
                (charts, form) -> charts.control(data, form),
                grid.done(""),
                note);
    }

    /** PF3.4: open cases at month ends by age. */
    Figure backlog() {
        ResultTable table = material.table("P3.3");
        List<String> bands = List.of("up_to_6", "up_to_14", "up_to_30", "over_30");
        List<AgesData.Period> periods = new ArrayList<>();
        Grid grid = new Grid("PF3.4.data", speech.say("pf3.4.caption")).words(speech.say("head.month_end"));
        bands.forEach(band -> grid.numbers(speech.say("band." + band)));
        for (int row = 0; row < table.rows().size(); row++) {
            int at = row;
            List<Long> counts =
                    bands.stream().map(band -> table.count(at, band)).toList();
            periods.add(new AgesData.Period(TypeChapter.axis(table.text(row, "month")), counts));
            List<Cell> cells = new ArrayList<>(List.of(Grid.text(table.text(row, "month"))));
            counts.forEach(n -> cells.add(Grid.count(n)));
            grid.row(cells);
        }
        int last = table.rows().size() - 1;
        String title = speech.say(
                "pf3.4.title",
                "month",
                table.text(last, "month"),
                "n",
                Printed.count(table.count(last, "open")),
                "old",
                Printed.count(table.count(last, "over_30")));
        String note = material.note(material.count("cases.total"), speech.say("pf3.4.note"));
        AgesData data = new AgesData(
                material.words(title, speech.say("pf3.4.subtitle"), note),
                speech.say("head.open"),
                bands.stream().map(band -> speech.say("band." + band)).toList(),
                periods);
        return material.figure(
                "PF3.4", speech.say("pf3.4.caption"), (charts, form) -> charts.ages(data, form), grid.done(""), note);
    }
}
