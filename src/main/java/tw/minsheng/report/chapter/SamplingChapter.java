package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tw.minsheng.document.Block;
import tw.minsheng.document.Cell;
import tw.minsheng.document.Notice;
import tw.minsheng.report.Facts;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.SampleStatement;
import tw.minsheng.report.wording.Dates;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.SampleCode;
import tw.minsheng.report.wording.SampleFacts;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.distribution.Normal;
import tw.minsheng.survey.Background;
import tw.minsheng.survey.SamplingPlan;
import tw.minsheng.survey.Survey;

/** 第二章 抽樣設計. */
final class SamplingChapter {

    /** AAPOR knows up to six kinds of one rate. */
    private static final int MOST_RATES = 6;

    private final Material material;
    private final Survey survey;
    private final SamplingPlan plan;
    private final Background background;
    private final Speech speech;
    private final Pen pen;

    SamplingChapter(Material material) {
        this.material = material;
        this.survey = material.survey();
        this.plan = survey.sampling();
        this.background = survey.background();
        this.speech = material.speech();
        this.pen = new Pen(speech);
    }

    List<Block> blocks() {
        pen.chapter("ch2");
        frame();
        method();
        size();
        response();
        new WeightingSection(material, pen).write();
        limits();
        return pen.blocks();
    }

    /** What staff look at while answers come in. */
    List<Block> live() {
        size();
        new WeightingSection(material, pen).write();
        return pen.blocks();
    }

    private void frame() {
        pen.section("2.1");
        if (plan.frame().isGiven()) {
            pen.say(
                    "2.1.frame",
                    "name",
                    plan.frame().name(),
                    "size",
                    Printed.count(plan.frame().size()),
                    "date",
                    Dates.full(material.language(), plan.frame().asOf()));
        } else {
            pen.say("2.1.no_frame");
        }
        pen.say(
                "2.1.not_covered",
                "who",
                background.notCovered().isEmpty() ? speech.say("nothing") : material.text(background.notCovered()));
        own("2.1");
    }

    private void method() {
        pen.section("2.2");
        pen.say("2.2.design", "design", design());
        if (plan.strata().isGiven()) {
            pen.say(
                    "2.2.strata",
                    "variable",
                    material.label(plan.strata().variable()),
                    "allocation",
                    allocation(plan.strata().allocation().name()));
        }
        if (plan.design() == SamplingPlan.Design.CLUSTER) {
            pen.say(
                    "2.2.cluster",
                    "variable",
                    material.label(plan.cluster().variable()),
                    "size",
                    plan.cluster().size());
        }
        if (plan.design() == SamplingPlan.Design.ONSITE) {
            SamplingPlan.Onsite onsite = plan.onsite();
            pen.say(
                    "2.2.onsite",
                    "counters",
                    onsite.counters(),
                    "sessions",
                    onsite.sessions(),
                    "drawn",
                    onsite.drawSessions(),
                    "interval",
                    onsite.interval());
        }
        if (material.sample().code().isProbability()) {
            pen.say("2.2.draw", "draw", given(material.facts().text("draw")));
        }
        pen.say(
                "2.2.replacement",
                "replacement",
                background.replacement().isEmpty() ? speech.say("nothing") : material.text(background.replacement()));
        own("2.2");
        if (material.profile().isFull()) {
            material.table("T2.1").ifPresent(this::strata);
        }
    }

    private String given(String words) {
        return words.isEmpty() ? speech.say("not_stated") : words;
    }

    private String design() {
        return speech.say("design." + plan.design().name().toLowerCase(Locale.ROOT));
    }

    private String allocation(String name) {
        return speech.say("allocation." + name.toLowerCase(Locale.ROOT));
    }

    /** T2.1; planned counts only where the allocation gives them. */
    private void strata(ResultTable table) {
        List<String> counts = table.columns().subList(2, table.columns().size());
        Grid grid = new Grid("T2.1", speech.say("t2.1.caption")).words(speech.say("head.stratum"));
        counts.forEach(column -> grid.numbers(speech.say("head." + column)));
        GroupCells figures = new GroupCells(material);
        for (int row = 0; row < table.rows().size(); row++) {
            List<Cell> cells = new ArrayList<>(
                    List.of(Grid.text(material.valueLabel(plan.strata().variable(), table.text(row, "code")))));
            for (String column : counts) {
                cells.add(figures.count(table.entry(row, column)));
            }
            grid.row(cells);
        }
        List<Cell> sums = new ArrayList<>(List.of(Grid.text(speech.say("head.sum"))));
        for (String column : counts) {
            sums.add(sum(table, column));
        }
        grid.total(sums);
        List<String> notes = new ArrayList<>();
        notes.add(speech.say(
                "t2.1.note",
                "source",
                WeightingSection.source(survey, plan.strata().variable())));
        if (counts.contains("planned")) {
            notes.add(speech.say(
                    "t2.1.note.planned",
                    "allocation",
                    allocation(plan.strata().allocation().name())));
        }
        Facts.Drawn drawn = material.facts().drawn();
        notes.add(
                drawn.isGiven()
                        ? speech.say("t2.1.note.drawn", "allocation", allocation(drawn.allocation()))
                        : speech.say("t2.1.note.not_drawn"));
        pen.add(grid.done(figures.note(speech.join(notes), Stream.of(table))));
    }

    /** Of a column with hidden fields there is no sum: T1.5 counts the valid answers to the question. */
    private static Cell sum(ResultTable table, String column) {
        if (table.isWithheld(column)) {
            return Grid.text("");
        }
        long sum = 0;
        for (int row = 0; row < table.rows().size(); row++) {
            sum += table.count(row, column);
        }
        return Grid.count(sum);
    }

    private void size() {
        boolean drawn = material.sample().code().isProbability();
        pen.section("2.3", drawn ? "s2.3" : "s2.3.without");
        material.results()
                .find("plan.n_deff_after_fpc_int")
                .ifPresent(planned -> pen.say(
                        drawn ? "2.3.plan" : "2.3.plan.without",
                        "n",
                        Printed.whole(planned.number()),
                        "invites",
                        Printed.whole(
                                material.results().get("plan.invites_after").number()),
                        "margin",
                        Printed.fixed(plan.precision().marginOfError() * 100, 1),
                        "level",
                        Printed.level(plan.precision().confidence())));
        pen.say(
                "2.3.result",
                "used",
                Printed.whole(material.results().get("sample.n").number()));
        statement(material.sample(), speech.say(drawn ? "2.3.sentence" : "disclosure.precision"));
        sessions();
        for (SampleStatement open : material.results().head().open()) {
            pen.say("2.3.two_parts");
            statement(open, speech.say("2.3.open_sentence"));
            pen.add(new OpenPart(material).table());
        }
        own("2.3");
        if (drawn && material.profile().isFull() && material.table("T2.2").isPresent()) {
            pen.say("2.3.formula", "z", Printed.fixed(Normal.halfWidth(SampleFacts.level(plan)), 2));
            material.table("T2.2").ifPresent(this::margins);
        }
    }

    /** What the sessions do to the interval, beside what would be said without them. */
    private void sessions() {
        Optional<Interval> knowing = plan.design() == SamplingPlan.Design.ONSITE
                ? material.results().find("overall.t2b").flatMap(Result::interval)
                : Optional.empty();
        Optional<Interval> blind =
                material.results().find("sample.ignoring_units").flatMap(Result::interval);
        if (knowing.isEmpty() || blind.isEmpty()) {
            return;
        }
        Interval wide = knowing.orElseThrow();
        Interval narrow = blind.orElseThrow();
        if (!isKnown(wide) || !isKnown(narrow)) {
            return;
        }
        double ratio = width(wide) / width(narrow);
        pen.say(
                ratio > 1 ? "2.3.sessions" : "2.3.sessions.not_wider",
                "level",
                material.level(),
                "share",
                Printed.percent(material.results().get("overall.t2b").number()),
                "lower",
                Printed.percent(wide.lower().number()),
                "upper",
                Printed.percent(wide.upper().number()),
                "blindlower",
                Printed.percent(narrow.lower().number()),
                "blindupper",
                Printed.percent(narrow.upper().number()),
                "ratio",
                Printed.fixed(ratio, 2));
    }

    private static boolean isKnown(Interval interval) {
        return interval.lower().isKnown() && interval.upper().isKnown();
    }

    private static double width(Interval interval) {
        return interval.upper().number() - interval.lower().number();
    }

    private void statement(SampleStatement statement, String title) {
        pen.add(Notice.information(title, material.text(statement.sentence())));
    }

    private void margins(ResultTable table) {
        Grid grid = new Grid("T2.2", speech.say("t2.2.caption"))
                .words(speech.say("head.group"))
                .numbers(speech.say("head.n"))
                .numbers("10%／90%")
                .numbers("30%／70%")
                .numbers("50%");
        String variable = "";
        for (int row = 0; row < table.rows().size(); row++) {
            String own = table.text(row, "variable");
            if (!own.equals(variable)) {
                grid.group(material.label(own));
                variable = own;
            }
            grid.row(
                    Grid.text(
                            own.isEmpty()
                                    ? speech.say("everybody")
                                    : material.valueLabel(own, table.text(row, "code"))),
                    Grid.count(table.count(row, "n")),
                    margin(table, row, "margin_10"),
                    margin(table, row, "margin_30"),
                    margin(table, row, "margin_50"));
        }
        boolean corrected = material.sample().codes().contains(SampleCode.W3);
        pen.add(grid.done(speech.say(corrected ? "t2.2.note.corrected" : "t2.2.note", "level", material.level())));
    }

    private Cell margin(ResultTable table, int row, String column) {
        return Grid.of(table.entry(row, column), value -> "±" + Printed.fixed(value * 100, 1), speech.say("none"));
    }

    private void response() {
        pen.section("2.4");
        if (!material.facts().dispositions().isGiven()) {
            boolean open = material.sample().code() == SampleCode.W5
                    || material.sample().code() == SampleCode.W6;
            pen.say(open ? "2.4.open" : "2.4.unknown");
            own("2.4");
            return;
        }
        Result rr1 = material.results().get("sample.rr1");
        pen.say(
                "2.4.rate",
                "rate",
                rr1.isKnown() ? Printed.percent(rr1.number()) : speech.say("none"),
                "e",
                coefficient("sample.e"));
        own("2.4");
        if (material.profile().isFull()) {
            new SampleDrawings(material).dispositions().ifPresent(pen::add);
            material.table("T2.3").ifPresent(this::dispositions);
            material.table("T2.4").ifPresent(this::rates);
        }
    }

    private void dispositions(ResultTable table) {
        Grid grid = new Grid("T2.3", speech.say("t2.3.caption"))
                .words(speech.say("head.disposition"))
                .numbers(speech.say("head.n"));
        for (int row = 0; row < table.rows().size(); row++) {
            grid.row(
                    Grid.text(speech.say("disposition." + table.text(row, "code"))), Grid.count(table.count(row, "n")));
        }
        pen.add(grid.done(speech.say("t2.3.note")));
    }

    /** T2.4: a row for each family of rates, a column for each of its kinds. */
    private void rates(ResultTable table) {
        Map<String, Integer> rows = new HashMap<>();
        for (int row = 0; row < table.rows().size(); row++) {
            rows.put(table.text(row, "rate"), row);
        }
        Grid grid = new Grid("T2.4", speech.say("t2.4.caption")).words(speech.say("head.rate"));
        for (int kind = 1; kind <= MOST_RATES; kind++) {
            grid.numbers(Integer.toString(kind));
        }
        for (String family : List.of("rr", "coop", "ref", "con", "loc")) {
            List<Cell> cells = new ArrayList<>(List.of(Grid.text(speech.say("rate." + family))));
            for (int kind = 1; kind <= MOST_RATES; kind++) {
                Integer row = rows.get(family + kind);
                cells.add(
                        row == null
                                ? Grid.text("")
                                : Grid.of(table.entry(row, "value"), Printed::percent, speech.say("none")));
            }
            grid.row(cells);
        }
        pen.add(grid.done(speech.say("t2.4.note", "e", coefficient("sample.e"))));
    }

    private String coefficient(String key) {
        Result result = material.results().get(key);
        return result.isKnown() ? Printed.coefficient(result.number()) : speech.say("none");
    }

    private void limits() {
        pen.section("2.7");
        var limits = new ArrayList<String>();
        limits.add(speech.say(
                "2.7.coverage",
                "who",
                background.notCovered().isEmpty() ? speech.say("nothing") : material.text(background.notCovered())));
        limits.add(speech.say(
                switch (material.sample().code()) {
                    case W5 -> "2.7.self_selection";
                    case W6 -> "2.7.quota";
                    case W1, W2, W3, W4, W7 -> "2.7.nonresponse";
                }));
        new Signals(material).lostToFactors().ifPresent(limits::add);
        if (survey.modes().size() > 1) {
            limits.add(speech.say("2.7.modes"));
        }
        material.results()
                .find("sample.deff_design")
                .ifPresent(deff -> limits.add(speech.say(deff.isKnown() ? "2.7.units" : "2.7.clusters")));
        limits.add(speech.say("2.7.small", "cell", survey.privacy().minCellSize()));
        pen.bullets(limits);
        own("2.7");
    }

    private void own(String section) {
        pen.text(material.facts().text(section));
    }
}
