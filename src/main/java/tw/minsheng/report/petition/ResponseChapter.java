package tw.minsheng.report.petition;

import java.util.ArrayList;
import java.util.List;
import tw.minsheng.document.Cell;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.chapter.Grid;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;

/** 回覆時限: times to closing, cases in time and overdue, backlog. */
final class ResponseChapter {

    private static final List<String> BANDS = List.of("up_to_6", "up_to_14", "up_to_30", "over_30");
    private static final int BACKLOG_MONTHS = 13;

    private final CaseMaterial material;
    private final Speech speech;
    private final Chapters chapters;
    private final ResponseDrawings drawings;

    ResponseChapter(CaseMaterial material, Chapters chapters) {
        this.material = material;
        this.speech = material.speech();
        this.chapters = chapters;
        this.drawings = new ResponseDrawings(material);
    }

    void write() {
        chapters.chapter("response");
        chapters.section("response.times");
        chapters.say("response.flattery");
        times();
        boolean known = material.time("median").isKnown();
        if (known && !material.table("PF3.1").rows().isEmpty()) {
            chapters.add(drawings.curve());
        }
        if (known && !material.table("PF3.2").rows().isEmpty()) {
            chapters.add(drawings.histogram());
        }
        if (material.hasDue()) {
            chapters.section("response.due");
            rates();
            chapters.add(drawings.control());
            overdue();
        } else if (material.isWithheld(material.result("due.on_time_share"))) {
            chapters.section("response.due");
            chapters.say("response.due.few");
        }
        chapters.section("response.backlog");
        if (!material.table("P3.3").rows().isEmpty()) {
            chapters.add(drawings.backlog());
            backlog();
        }
    }

    /** P3.1: quantiles of closed cases and of all. */
    private void times() {
        Grid grid = new Grid("P3.1", speech.say("p3.1.caption"))
                .words(speech.say("head.measure"))
                .numbers(speech.say("head.days"))
                .numbers(speech.say("head.interval"))
                .numbers(speech.say("head.n"));
        grid.group(speech.say("p3.1.all"));
        List.of("km_median", "km_p75", "km_p90").forEach(what -> time(grid, what));
        grid.group(speech.say("p3.1.closed"));
        List.of("median", "p75", "p90", "mean").forEach(what -> time(grid, what));
        chapters.add(grid.done(material.note(material.count("cases.total"), speech.say("p3.1.note"))));
    }

    private void time(Grid grid, String what) {
        Result result = material.time(what);
        grid.row(
                Grid.text(speech.say("response." + what + "_days")),
                result.isKnown()
                        ? Cell.number(result.number(), Printed.fixed(result.number(), 1))
                        : Grid.text(material.days(result)),
                Grid.text(material.dayLimits(result)),
                Grid.count(result.n()));
    }

    /** P3.2: rates with both denominators. */
    private void rates() {
        Grid grid = new Grid("P3.2", speech.say("p3.2.caption"))
                .words(speech.say("head.rate"))
                .numbers(speech.say("head.n"))
                .numbers(speech.say("head.of"))
                .numbers(speech.say("head.share"))
                .numbers(speech.say("head.interval"));
        long both = material.count("cases.with_both_times");
        long late = material.count("cases.closed_after_due");
        rate(grid, "due.on_time_share", both - late);
        if (material.origins().stored()) {
            rate(grid, "due.within_limit_share", counted("due.within_limit_share"));
            rate(grid, "due.within_extension_share", counted("due.within_extension_share"));
        }
        rate(grid, "due.overdue_share", late);
        rate(grid, "due.open_overdue_share", material.count("cases.open_overdue"));
        chapters.add(grid.done(material.note(
                material.count("cases.total"),
                speech.say("p3.2.note", "without", Printed.count(material.count("cases.without_due"))))));
    }

    private long counted(String key) {
        Result share = material.result(key);
        return Math.round(share.number() * share.n());
    }

    private void rate(Grid grid, String key, long count) {
        Result result = material.result(key);
        grid.row(
                Grid.text(speech.say(key)),
                Grid.count(count),
                Grid.count(result.n()),
                result.isKnown()
                        ? Cell.number(result.number(), Printed.percentNumber(result.number()))
                        : Grid.text(material.share(result)),
                Grid.text(material.shareLimits(result)));
    }

    /** P3.4: overdue of the cases closed in each of the last months. */
    private void overdue() {
        ResultTable table = material.table("P3.4");
        Grid grid = new Grid("P3.4", speech.say("p3.4.caption"))
                .words(speech.say("head.month_closed"))
                .numbers(speech.say("head.closed"))
                .numbers(speech.say("head.overdue"))
                .numbers(speech.say("head.share"))
                .numbers(speech.say("head.interval"));
        int from = Math.max(0, table.rows().size() - TypeChapter.MONTHS);
        for (int row = from; row < table.rows().size(); row++) {
            grid.row(
                    Grid.text(table.text(row, "month")),
                    Grid.count(table.count(row, "n")),
                    Grid.count(table.count(row, "overdue")),
                    Grid.of(table.entry(row, "share"), Printed::percentNumber, ""),
                    Grid.text(speech.say(
                            "interval",
                            "low",
                            Printed.percentNumber(table.number(row, "lower")),
                            "high",
                            Printed.percentNumber(table.number(row, "upper")))));
        }
        String more = from > 0 ? speech.say("months.note", "n", TypeChapter.MONTHS, "key", "P3.4") : "";
        chapters.add(grid.done(material.note(
                material.count("cases.with_both_times"), speech.join(List.of(speech.say("p3.4.note"), more)))));
    }

    /** P3.3: open cases at the last month ends. */
    private void backlog() {
        ResultTable table = material.table("P3.3");
        Grid grid = new Grid("P3.3", speech.say("p3.3.caption")).words(speech.say("head.month_end"));
        BANDS.forEach(band -> grid.numbers(speech.say("band." + band)));
        grid.numbers(speech.say("head.open"));
        int from = Math.max(0, table.rows().size() - BACKLOG_MONTHS);
        for (int row = from; row < table.rows().size(); row++) {
            int at = row;
            List<Cell> cells = new ArrayList<>(List.of(Grid.text(table.text(row, "month"))));
            BANDS.forEach(band -> cells.add(Grid.count(table.count(at, band))));
            cells.add(Grid.count(table.count(row, "open")));
            grid.row(cells);
        }
        String more = from > 0 ? speech.say("months.note", "n", BACKLOG_MONTHS, "key", "P3.3") : "";
        chapters.add(grid.done(
                material.note(material.count("cases.total"), speech.join(List.of(speech.say("p3.3.note"), more)))));
    }
}
