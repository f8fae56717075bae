package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import tw.minsheng.document.Block;
import tw.minsheng.document.Cell;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Standards.Measure;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.survey.Survey;

/** 第四章 統計分析. */
final class StatisticsChapter {

    private final Material material;
    private final Survey survey;
    private final Speech speech;
    private final Pen pen;

    StatisticsChapter(Material material) {
        this.material = material;
        this.survey = material.survey();
        this.speech = material.speech();
        this.pen = new Pen(speech);
    }

    List<Block> blocks() {
        pen.chapter("ch4");
        if (material.profile().isFull()) {
            items();
        }
        reliability();
        pen.addAll(new ValiditySection(material, material.profile().isFull()).blocks());
        if (material.profile().isFull()) {
            pen.addAll(new DifferenceSection(material).blocks());
            pen.addAll(new DriverSection(material).blocks());
            pen.addAll(new ImportanceSection(material).blocks());
            pen.section("4.7");
            pen.text(
                    material.facts().text("4.7").isEmpty()
                            ? speech.say("4.7.none")
                            : material.facts().text("4.7"));
        }
        robustness();
        return pen.blocks();
    }

    /** 信度與效度 while answers come in. */
    List<Block> scales() {
        items();
        reliability();
        ItemDrawings drawings = new ItemDrawings(material);
        survey.constructs().forEach(construct -> pen.addAll(drawings.spread(construct)));
        pen.addAll(new ValiditySection(material, true).blocks());
        return pen.blocks();
    }

    /** What staff look at while answers come in. */
    List<Block> live() {
        reliability();
        return pen.blocks();
    }

    private void items() {
        Optional<ResultTable> table = material.table("T4.1");
        if (table.isEmpty()) {
            return;
        }
        pen.section("4.1");
        pen.say("4.1.text");
        own("4.1");
        itemTable(table.orElseThrow());
        spread(table.orElseThrow());
        pen.addAll(new ItemDrawings(material).itemTotals(table.orElseThrow()));
    }

    private void itemTable(ResultTable table) {
        Grid grid = new Grid("T4.1", speech.say("t4.1.caption"))
                .words(speech.say("head.item"))
                .numbers(speech.say("head.mean"))
                .numbers(speech.say("head.sd"))
                .numbers(speech.say("head.skewness"))
                .numbers(speech.say("head.critical_ratio"))
                .numbers("p")
                .numbers(speech.say("head.item_total"))
                .numbers(speech.say("head.corrected"))
                .numbers(speech.say("head.alpha_deleted"))
                .numbers(speech.say("head.loading"))
                .numbers(speech.say("head.communality"))
                .words(speech.say("head.verdict"));
        Proposals proposals = new Proposals(material);
        String construct = "";
        for (int row = 0; row < table.rows().size(); row++) {
            String own = table.text(row, "construct");
            if (!own.equals(construct)) {
                grid.group(speech.say(
                        "t4.1.group",
                        "construct",
                        material.construct(own),
                        "n",
                        Printed.count(table.count(row, "n")),
                        "alpha",
                        table.entry(row, "alpha").asNumber().isPresent()
                                ? Printed.coefficient(table.number(row, "alpha"))
                                : speech.say("none")));
                construct = own;
            }
            grid.row(
                    Grid.text(material.scored(table.text(row, "item"))),
                    item(table, row, "mean", Printed::mean),
                    item(table, row, "sd", Printed::mean),
                    item(table, row, "skewness", value -> Printed.fixed(value, 2)),
                    item(table, row, "critical_ratio", value -> Printed.fixed(value, 2)),
                    item(table, row, "critical_ratio_p", Printed::p),
                    item(table, row, "item_total", Printed::coefficient),
                    item(table, row, "item_total_corrected", Printed::coefficient),
                    item(table, row, "alpha_if_deleted", Printed::coefficient),
                    item(table, row, "loading", Printed::coefficient),
                    item(table, row, "communality", Printed::coefficient),
                    Grid.text(proposals.verdict(table, row)));
        }
        pen.add(grid.done(speech.join(List.of(
                speech.say("t4.1.note"),
                new Limits(material)
                        .of(
                                Measure.CRITICAL_RATIO,
                                Measure.CRITICAL_RATIO_P,
                                Measure.ITEM_TOTAL,
                                Measure.LOADING,
                                Measure.COMMUNALITY)))));
        pen.add(material.source("T4.1"));
    }

    /** A dash where the remark of the row says why there is no number. */
    private Cell item(ResultTable table, int row, String column, DoubleFunction<String> print) {
        boolean said = !table.text(row, "reason").isEmpty();
        return Grid.of(table.entry(row, column), print, speech.say(said ? "none.said" : "none"));
    }

    private Cell coefficient(ResultTable table, int row, String column) {
        return Grid.of(table.entry(row, column), Printed::coefficient, speech.say("none"));
    }

    private void spread(ResultTable table) {
        Grid grid = new Grid("T4.1.ends", speech.say("t4.1.ends.caption"))
                .words(speech.say("head.item"))
                .numbers(speech.say("head.n"))
                .numbers(speech.say("head.floor"))
                .numbers(speech.say("head.ceiling"))
                .numbers(speech.say("head.n_listwise"))
                .numbers(speech.say("head.floor_listwise"))
                .numbers(speech.say("head.ceiling_listwise"));
        for (int row = 0; row < table.rows().size(); row++) {
            grid.row(
                    Grid.text(material.scored(table.text(row, "item"))),
                    Grid.count(table.count(row, "item_n")),
                    percent(table, row, "item_floor_pct"),
                    percent(table, row, "item_ceiling_pct"),
                    Grid.count(table.count(row, "n")),
                    percent(table, row, "floor_pct"),
                    percent(table, row, "ceiling_pct"));
        }
        pen.add(grid.done(
                speech.join(List.of(speech.say("t4.1.ends.note"), new Limits(material).of(Measure.END_SHARE)))));
        pen.add(material.source("T4.1"));
    }

    private Cell percent(ResultTable table, int row, String column) {
        return Grid.of(table.entry(row, column), value -> Printed.fixed(value, 1), speech.say("none"));
    }

    private void reliability() {
        Optional<ResultTable> table = material.table("T4.2");
        if (table.isEmpty()) {
            return;
        }
        pen.section("4.2");
        pen.say("4.2.text");
        own("4.2");
        reliabilityTable(table.orElseThrow());
        List<String> sentences = new ArrayList<>();
        new Readings(material).all().forEach(reading -> sentences.add(speech.join(reading.in(material.language()))));
        sentences.add(new Signals(material).quality());
        sentences.addAll(new Signals(material).losses());
        pen.bullets(sentences);
        if (material.profile().isFull()) {
            pen.addAll(new GroupSection(material).reliability());
        }
        pen.addAll(new RetestSection(material).blocks());
    }

    private void reliabilityTable(ResultTable table) {
        Grid grid = new Grid("T4.2", speech.say("t4.2.caption"))
                .words(speech.say("head.construct"))
                .numbers(speech.say("head.k"))
                .numbers(speech.say("head.n_listwise"))
                .numbers("α")
                .numbers(speech.say("head.interval95"))
                .numbers(speech.say("head.omega"))
                .numbers(speech.say("head.split_half"))
                .numbers(speech.say("head.n_pairwise"))
                .numbers(speech.say("head.alpha_pairwise"))
                .words(speech.say("head.standard"));
        for (int row = 0; row < table.rows().size(); row++) {
            boolean known = table.entry(row, "lower").asNumber().isPresent();
            grid.row(
                    Grid.text(material.construct(table.text(row, "construct"))),
                    Grid.count(table.count(row, "k")),
                    Grid.count(table.count(row, "n")),
                    coefficient(table, row, "alpha_raw"),
                    Grid.text(
                            known
                                    ? Printed.coefficient(table.number(row, "lower")) + "–"
                                            + Printed.coefficient(table.number(row, "upper"))
                                    : speech.say("none")),
                    coefficient(table, row, "omega"),
                    coefficient(table, row, "split_half"),
                    Grid.count(table.count(row, "n_pairwise")),
                    coefficient(table, row, "alpha_pairwise"),
                    Grid.text(standard(table, row)));
        }
        String rows = Printed.count(table.rows().isEmpty() ? 0 : table.count(0, "rows"));
        pen.add(grid.done(speech.join(List.of(
                speech.say("t4.2.note", "rows", rows) + bootstrap(table),
                new Limits(material).of(Measure.ALPHA, Measure.ALPHA_VERY_HIGH)))));
        pen.add(material.source("T4.2"));
    }

    /** The intervals by bootstrap, where it was done; "" otherwise. */
    private String bootstrap(ResultTable table) {
        List<String> intervals = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            if (table.entry(row, "boot_lower").asNumber().isPresent()) {
                intervals.add(speech.say(
                        "t4.2.bootstrap.one",
                        "construct",
                        material.construct(table.text(row, "construct")),
                        "lower",
                        Printed.coefficient(table.number(row, "boot_lower")),
                        "upper",
                        Printed.coefficient(table.number(row, "boot_upper"))));
            }
        }
        return intervals.isEmpty() ? "" : speech.say("t4.2.bootstrap", "intervals", speech.list(intervals));
    }

    private String standard(ResultTable table, int row) {
        if (table.entry(row, "standard").asNumber().isEmpty()
                || table.entry(row, "alpha_raw").asNumber().isEmpty()) {
            return "";
        }
        double limit = table.number(row, "standard");
        return speech.say(
                table.number(row, "alpha_raw") >= limit ? "standard.reached" : "standard.missed",
                "limit",
                Printed.limit(limit));
    }

    private void robustness() {
        Optional<ResultTable> table = material.table("T4.11");
        Optional<ResultTable> modes = material.table("T4.11.modes");
        Optional<ResultTable> flagged = material.table("T4.11.flagged");
        String bounds = bounds();
        if (!material.sample().weighted() && modes.isEmpty() && flagged.isEmpty() && bounds.isEmpty()) {
            return;
        }
        pen.section("4.8");
        pen.text(bounds);
        own("4.8");
        if (material.sample().weighted()) {
            table.ifPresent(this::weighting);
        }
        if (material.profile().isFull()) {
            modes.ifPresent(this::modes);
        }
        flagged.ifPresent(this::flagged);
    }

    /** What those who did not answer could change at most; "" where the response rate is not known. */
    private String bounds() {
        return material.results()
                .find("overall.t2b.bound_lower")
                .filter(Result::isKnown)
                .map(lower -> speech.say(
                        "4.8.bounds",
                        "share",
                        Printed.percent(material.results().get("overall.t2b").number()),
                        "rate",
                        Printed.percent(material.results().get("sample.rr1").number()),
                        "lower",
                        Printed.percent(lower.number()),
                        "upper",
                        Printed.percent(material.results()
                                .get("overall.t2b.bound_upper")
                                .number())))
                .orElse("");
    }

    private void weighting(ResultTable table) {
        double widest = 0;
        Grid grid = new Grid("T4.11", speech.say("t4.11.caption"))
                .words(speech.say("head.construct"))
                .numbers(speech.say("head.n"))
                .numbers(speech.say("head.unweighted"))
                .numbers(speech.say("head.weighted"))
                .numbers(speech.say("head.change"));
        for (int row = 0; row < table.rows().size(); row++) {
            double change = table.number(row, "weighted") - table.number(row, "unweighted");
            widest = Math.max(widest, Math.abs(change));
            String id = table.text(row, "key").replace("construct.", "").replace(".score_100", "");
            grid.row(
                    Grid.text(material.construct(id)),
                    Grid.count(table.count(row, "n")),
                    Grid.of(table.entry(row, "unweighted"), Printed::score, speech.say("none")),
                    Grid.of(table.entry(row, "weighted"), Printed::score, speech.say("none")),
                    Cell.number(change, Printed.fixed(change, 2)));
        }
        pen.say("4.8.weighting", "widest", Printed.fixed(widest, 2));
        if (material.profile().isFull()) {
            pen.add(grid.done(speech.say("t4.11.note")));
            pen.add(material.source("T4.11"));
        }
    }

    /** Scores and α with the answers that rules about careless answers flag, and without them. */
    private void flagged(ResultTable table) {
        double widest = 0;
        Grid grid = new Grid("T4.11.flagged", speech.say("t4.11.flagged.caption"))
                .words(speech.say("head.construct"))
                .numbers(speech.say("head.n_with"))
                .numbers(speech.say("head.score_with"))
                .numbers(speech.say("head.alpha_with"))
                .numbers(speech.say("head.n_without"))
                .numbers(speech.say("head.score_without"))
                .numbers(speech.say("head.alpha_without"));
        for (int row = 0; row < table.rows().size(); row++) {
            boolean known = table.entry(row, "score_without").asNumber().isPresent();
            double change = known ? table.number(row, "score_with") - table.number(row, "score_without") : 0;
            widest = Math.max(widest, Math.abs(change));
            grid.row(
                    Grid.text(material.construct(table.text(row, "construct"))),
                    Grid.count(table.count(row, "n_with")),
                    Grid.of(table.entry(row, "score_with"), Printed::score, speech.say("none")),
                    coefficient(table, row, "alpha_with"),
                    Grid.count(table.count(row, "n_without")),
                    Grid.of(table.entry(row, "score_without"), Printed::score, speech.say("none")),
                    coefficient(table, row, "alpha_without"));
        }
        pen.say("4.8.flagged", "widest", Printed.fixed(widest, 2));
        if (material.profile().isFull()) {
            pen.add(grid.done(speech.say("t4.11.flagged.note")));
            pen.add(material.source("T4.11.flagged"));
        }
    }

    private void modes(ResultTable table) {
        Grid grid = new Grid("T4.11.modes", speech.say("t4.11.modes.caption"))
                .words(speech.say("head.mode"))
                .numbers(speech.say("head.n"))
                .numbers(speech.say("head.satisfied"));
        GroupCells figures = new GroupCells(material);
        boolean small = false;
        for (int row = 0; row < table.rows().size(); row++) {
            String mode = table.text(row, "mode");
            ResultTable.Entry n = table.entry(row, "n");
            boolean few = n.asNumber().isPresent() && n.asNumber().getAsDouble() < 30;
            small |= few;
            String name = speech.say("mode." + (mode.isEmpty() ? "unknown" : mode));
            grid.row(
                    Grid.text(few ? speech.say("small_group", "name", name) : name),
                    figures.count(n),
                    figures.of(table.entry(row, "satisfied"), Printed::percentNumber, speech.say("none")));
        }
        String note = figures.note(speech.say("t4.11.modes.note"), Stream.of(table));
        pen.add(grid.done(small ? speech.join(List.of(note, speech.say("small_group.note"))) : note));
        pen.add(material.source("T4.11.modes"));
    }

    private void own(String section) {
        pen.text(material.facts().text(section));
    }
}
