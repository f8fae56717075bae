package tw.minsheng.report.petition;

import java.util.ArrayList;
import java.util.List;
import tw.minsheng.document.Contents;
import tw.minsheng.document.KeyFigures;
import tw.minsheng.document.PageBreak;
import tw.minsheng.document.Paragraph;
import tw.minsheng.document.Run;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.chapter.Grid;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;

/** 摘要, the lists of contents, and 資料說明. */
final class Opening {

    private final CaseMaterial material;
    private final Speech speech;
    private final Chapters chapters;

    Opening(CaseMaterial material, Chapters chapters) {
        this.material = material;
        this.speech = material.speech();
        this.chapters = chapters;
    }

    void write() {
        summary();
        chapters.pen().add(new PageBreak());
        chapters.pen().add(new Contents(Contents.Kind.HEADINGS, speech.say("contents")));
        chapters.pen().add(new Contents(Contents.Kind.FIGURES, speech.say("contents.figures")));
        chapters.pen().add(new Contents(Contents.Kind.TABLES, speech.say("contents.tables")));
        data();
    }

    /** What stands above all when there is no cover and no contents. */
    void summary() {
        chapters.front("summary");
        long overdue = material.count("cases.open_overdue");
        if (overdue > 0) {
            chapters.say(
                    "summary.duty", "n", Printed.count(overdue), "open", Printed.count(material.count("cases.open")));
        }
        chapters.pen().add(new KeyFigures(figures()));
        chapters.pen().bullets(findings());
    }

    private List<KeyFigures.KeyFigure> figures() {
        List<KeyFigures.KeyFigure> figures = new ArrayList<>();
        long cases = material.count("cases.total");
        figures.add(new KeyFigures.KeyFigure(
                speech.say("key.cases"),
                Printed.count(cases),
                speech.say(
                        "key.cases.detail",
                        "open",
                        Printed.count(material.count("cases.open")),
                        "closed",
                        Printed.count(material.count("cases.closed")),
                        "before",
                        before())));
        Result median = material.time("km_median");
        figures.add(new KeyFigures.KeyFigure(
                speech.say("key.median"),
                median.isKnown() ? speech.say("days", "days", material.days(median)) : material.days(median),
                speech.say("key.median.detail", "limits", material.dayLimits(median), "n", Printed.count(median.n()))));
        if (material.hasDue()) {
            Result rate = material.result("due.on_time_share");
            figures.add(new KeyFigures.KeyFigure(
                    speech.say("key.on_time"),
                    material.share(rate),
                    speech.say(
                            "key.on_time.detail", "limits", material.shareLimits(rate), "n", Printed.count(rate.n()))));
            Result open = material.result("due.open_overdue_share");
            figures.add(new KeyFigures.KeyFigure(
                    speech.say("key.overdue"),
                    Printed.count(material.count("cases.open_overdue")),
                    speech.say("key.overdue.detail", "n", Printed.count(open.n()))));
        }
        ResultTable surges = material.table("P5.1");
        figures.add(new KeyFigures.KeyFigure(
                speech.say("key.surges"),
                Printed.count(surges.count(1, "n")),
                speech.say(
                        "key.surges.detail",
                        "amber",
                        Printed.count(surges.count(2, "n")),
                        "tests",
                        Printed.count(surges.count(0, "n")))));
        return figures;
    }

    /** What was open when the period began; a file has nothing before it. */
    private String before() {
        return material.origins().stored() ? Printed.count(material.count("cases.open_before")) : "";
    }

    private List<String> findings() {
        List<String> findings = new ArrayList<>();
        ResultTable types = material.table("P1.1");
        if (material.knows("P1.1", "value") && !CaseMaterial.isWithheld(types, 0)) {
            findings.add(speech.say(
                    "summary.type",
                    "type",
                    material.word(types, 0, "value"),
                    "n",
                    Printed.count(types.count(0, "n")),
                    "share",
                    Printed.percent(types.number(0, "share"))));
        }
        findings.add(speech.say(
                "summary.median",
                "closed",
                material.days(material.time("median")),
                "n",
                Printed.count(material.time("median").n()),
                "all",
                material.days(material.time("km_median"))));
        if (material.hasDue()) {
            findings.add(speech.say(
                    "summary.late",
                    "late",
                    Printed.count(material.count("cases.closed_after_due")),
                    "n",
                    Printed.count(material.count("cases.with_both_times")),
                    "share",
                    material.share(material.result("due.overdue_share"))));
        }
        return findings;
    }

    private void data() {
        chapters.front("data");
        chapters.say(
                "data.rows",
                "source",
                material.results().source(),
                "rows",
                Printed.count(material.results().data().rows()),
                "used",
                Printed.count(material.results().data().used()),
                "refused",
                Printed.count(material.count("cases.refused_rows")),
                "period",
                material.period());
        chapters.pen()
                .bullets(List.of(
                        speech.say("data.days"),
                        speech.say("data.closed"),
                        speech.say("data.open"),
                        speech.say("data.due"),
                        speech.say("data.interval"),
                        material.origins().residents().isEmpty()
                                ? speech.say("data.rates")
                                : speech.say(
                                        "data.rates.known",
                                        "source",
                                        material.origins().residents())));
        notes();
        leftOut("refusal_reasons", "reason", "refused.", "p0.3.note");
        leftOut("left_out", "state", "left_out.", "p0.3.note.stored");
        if (!material.origins().stored()) {
            chapters.pen()
                    .add(Paragraph.of(
                            Run.plain(speech.say("data.hash")),
                            Run.code(material.results().data().sha256())));
        }
        if (!material.origins().command().isEmpty()) {
            chapters.pen()
                    .add(Paragraph.of(
                            Run.plain(speech.say("data.command")),
                            Run.code(material.origins().command())));
        }
    }

    /** P0.2: what the rows lack or contradict, and columns that are left out. */
    private void notes() {
        ResultTable notes = material.table("notes");
        ResultTable ignored = material.table("ignored_columns");
        Grid grid = new Grid("P0.2", speech.say("p0.2.caption"))
                .words(speech.say("head.note"))
                .numbers(speech.say("head.n"))
                .numbers(speech.say("head.first_row"));
        for (int row = 0; row < notes.rows().size(); row++) {
            grid.row(
                    Grid.text(speech.say("note." + notes.text(row, "note"))),
                    Grid.count(notes.count(row, "n")),
                    Grid.count(notes.count(row, "first_row")));
        }
        for (int row = 0; row < ignored.rows().size(); row++) {
            if (ignored.count(row, "empty") == 0) {
                continue;
            }
            grid.row(
                    Grid.text(speech.say("note.ignored", "column", ignored.text(row, "column"))),
                    Grid.count(ignored.count(row, "empty")),
                    Grid.text(""));
        }
        if (!grid.isEmpty()) {
            chapters.add(grid.done(speech.say("p0.2.note")));
        }
    }

    /** P0.3: why rows, or cases that are kept, were left out; a report has one of the two tables at most. */
    private void leftOut(String table, String column, String words, String note) {
        ResultTable reasons = material.table(table);
        if (reasons.rows().isEmpty()) {
            return;
        }
        Grid grid = new Grid("P0.3", speech.say("p0.3.caption"))
                .words(speech.say("head.reason"))
                .numbers(speech.say("head.n"));
        for (int row = 0; row < reasons.rows().size(); row++) {
            grid.row(Grid.text(speech.say(words + reasons.text(row, column))), Grid.count(reasons.count(row, "n")));
        }
        chapters.add(grid.done(speech.say(note)));
    }
}
