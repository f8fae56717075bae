package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import tw.minsheng.document.Block;
import tw.minsheng.document.Cell;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Standards.Measure;
import tw.minsheng.report.wording.ConvergentReading;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.report.wording.ValidityReading;

/** 建構、收斂與區別效度 of one family of constructs: what factors there are, and whether the constructs hold together and apart. */
final class FactorSection {

    private final Material material;
    private final Speech speech;
    private final Pen pen;
    private final Limits limits;
    private final boolean tables;
    private final FactorEvidence evidence;
    private final String after;
    private final List<String> ids;

    /** @param tables whether tables and figures stand with the sentences */
    FactorSection(Material material, FactorEvidence evidence, boolean tables) {
        this.material = material;
        this.speech = material.speech();
        this.pen = new Pen(speech);
        this.limits = new Limits(material);
        this.tables = tables;
        this.evidence = evidence;
        this.after = evidence.after();
        this.ids = evidence.ids();
    }

    List<Block> blocks() {
        String of = after.isEmpty()
                ? ""
                : speech.say(
                        "s4.3.of",
                        "constructs",
                        speech.list(ids.stream().map(material::construct).toList()));
        pen.heading(3, "s4.3.construct" + after, speech.say("s4.3.construct") + of);
        adequacy();
        if (evidence.value("kmo").isKnown()) {
            factors();
        }
        pen.heading(3, "s4.3.convergent" + after, speech.say("s4.3.convergent") + of);
        convergent();
        return pen.blocks();
    }

    private void adequacy() {
        ResultTable table = material.table("T4.4" + after).orElseThrow();
        Optional<Result> kmo = material.results().find(evidence.object() + ".kmo");
        boolean few = kmo.stream()
                .flatMap(result -> result.warnings().stream())
                .anyMatch(warning -> warning.code().equals("few_answers_for_factors"));
        pen.text(new ValidityReading(material.language(), material.facts().standards())
                .adequacy(new ValidityReading.Adequacy(
                        table.count(0, "n"),
                        (int) table.count(0, "k"),
                        evidence.value("kmo"),
                        evidence.value("bartlett_chisq"),
                        evidence.value("bartlett_df"),
                        evidence.value("bartlett_p"),
                        few)));
        kmo.stream()
                .flatMap(result -> result.warnings().stream())
                .filter(warning -> warning.code().equals("random_sample"))
                .findFirst()
                .ifPresent(warning ->
                        pen.say("4.3.random_sample", "n", warning.args().getOrDefault("n", "")));
        if (tables && evidence.value("kmo").isKnown()) {
            Grid grid = new Grid("T4.4" + after, speech.say("t4.4.caption"))
                    .numbers(speech.say("head.n_listwise"))
                    .numbers(speech.say("head.k"))
                    .numbers("KMO")
                    .numbers("Bartlett χ²")
                    .numbers("df")
                    .numbers("p");
            grid.row(
                    Grid.count(table.count(0, "n")),
                    Grid.count(table.count(0, "k")),
                    coefficient(table, 0, "kmo"),
                    Grid.of(table.entry(0, "bartlett_chisq"), x -> Printed.fixed(x, 1), speech.say("none")),
                    Grid.of(table.entry(0, "bartlett_df"), Printed::degrees, speech.say("none")),
                    Grid.of(table.entry(0, "bartlett_p"), Printed::p, speech.say("none")));
            pen.add(grid.done(
                    speech.join(List.of(speech.say("t4.4.note"), limits.of(Measure.KMO, Measure.BARTLETT_P)))));
            pen.add(material.source("T4.4" + after));
        }
    }

    private String noted(String key, Measure... measures) {
        return speech.join(List.of(n(), speech.say(key), limits.of(measures)));
    }

    private void factors() {
        ValidityReading reading =
                new ValidityReading(material.language(), material.facts().standards());
        pen.text(evidence.factors().map(reading::factors).orElseGet(reading::pending));
        if (tables) {
            ValidityDrawings drawings = new ValidityDrawings(material);
            drawings.scree(after, evidence.object()).ifPresent(pen::add);
            material.table("T4.5" + after).ifPresent(this::loadings);
        }
    }

    private void loadings(ResultTable table) {
        Loadings loadings = Loadings.of(table);
        Grid grid = new Grid("T4.5" + after, speech.say("t4.5.caption")).words(speech.say("head.item"));
        loadings.factors().forEach(factor -> grid.numbers(speech.say("head.factor", "number", factor)));
        grid.numbers(speech.say("head.communality")).numbers("MSA");
        String construct = "";
        for (int row = 0; row < table.rows().size(); row++) {
            String own = table.text(row, "construct");
            if (!own.equals(construct)) {
                grid.group(material.construct(own));
                construct = own;
            }
            List<Cell> cells = new ArrayList<>();
            cells.add(Grid.text(material.scored(table.text(row, "item"))));
            for (String factor : loadings.factors()) {
                cells.add(coefficient(table, row, "factor_" + factor));
            }
            cells.add(coefficient(table, row, "communality"));
            cells.add(coefficient(table, row, "msa"));
            grid.row(cells);
        }
        material.table("T4.5.variance" + after).ifPresent(variance -> {
            grid.total(variance(variance, "sum_of_squares", value -> Printed.fixed(value, 2)));
            grid.total(variance(variance, "pct_variance", value -> Printed.fixed(value, 1)));
            grid.total(variance(variance, "cumulative_pct", value -> Printed.fixed(value, 1)));
        });
        String note = speech.say(
                loadings.factors().size() > 1 ? "t4.5.note" : "t4.5.note.one",
                "factors",
                loadings.factors().size());
        pen.add(grid.done(speech.join(List.of(n(), note, limits.of(Measure.LOADING, Measure.COMMUNALITY)))));
        pen.add(material.source("T4.5" + after));
        pen.addAll(new ValidityDrawings(material).loadings(after, table));
    }

    /** A row under the loadings: one cell for each factor, none under communality and MSA. */
    private List<Cell> variance(ResultTable table, String column, DoubleFunction<String> print) {
        List<Cell> cells = new ArrayList<>(List.of(Grid.text(speech.say("t4.5." + column))));
        for (int row = 0; row < table.rows().size(); row++) {
            cells.add(Grid.of(table.entry(row, column), print, speech.say("none")));
        }
        cells.add(Grid.text(""));
        cells.add(Grid.text(""));
        return cells;
    }

    /** The answers behind the tables of this family: of people who answered every item. */
    private String n() {
        return speech.say("note.n", "n", Printed.count(evidence.n()));
    }

    private Cell coefficient(ResultTable table, int row, String column) {
        return Grid.of(table.entry(row, column), Printed::coefficient, speech.say("none"));
    }

    private void convergent() {
        ConvergentReading reading =
                new ConvergentReading(material.language(), material.facts().standards());
        reading.in(evidence.convergent()).forEach(pen::text);
        if (ids.size() > 1) {
            pen.text(reading.fit(evidence.fit()));
            new Signals(material).lostToFactors().ifPresent(pen::text);
        }
        if (tables) {
            convergentTable();
            square("T4.6.htmt", false, Measure.HTMT);
            square("T4.6.fornell_larcker", true, Measure.AVE);
        }
    }

    private void convergentTable() {
        ResultTable table = material.table("T4.6" + after).orElseThrow();
        Grid grid = new Grid("T4.6" + after, speech.say("t4.6.caption"))
                .words(speech.say("head.construct"))
                .numbers(speech.say("head.k"))
                .numbers("CR")
                .numbers("AVE")
                .numbers("√AVE")
                .words(speech.say("head.source"));
        for (int row = 0; row < ids.size(); row++) {
            grid.row(
                    Grid.text(material.construct(ids.get(row))),
                    Grid.count(table.count(row, "k")),
                    coefficient(table, row, "cr"),
                    coefficient(table, row, "ave"),
                    Grid.of(
                            table.entry(row, "ave"),
                            ave -> Printed.coefficient(StrictMath.sqrt(ave)),
                            speech.say("none")),
                    Grid.text(speech.say("source." + table.text(row, "source"))));
        }
        pen.add(grid.done(
                noted("t4.6.note", Measure.CR, Measure.AVE, Measure.CFI, Measure.TLI, Measure.RMSEA, Measure.SRMR)));
        pen.add(material.source("T4.6" + after));
    }

    private void square(String name, boolean diagonal, Measure measure) {
        String key = name + after;
        material.table(key).filter(table -> table.rows().size() > 1).ifPresent(table -> {
            String words = name.toLowerCase(Locale.ROOT);
            Grid grid = new Grid(key, speech.say(words + ".caption")).words(speech.say("head.construct"));
            for (int row = 0; row < table.rows().size(); row++) {
                grid.numbers(material.construct(table.text(row, "name")));
            }
            for (int row = 0; row < table.rows().size(); row++) {
                List<Cell> cells = new ArrayList<>(List.of(Grid.text(material.construct(table.text(row, "name")))));
                for (int column = 0; column < table.rows().size(); column++) {
                    cells.add(
                            column > row || (column == row && !diagonal)
                                    ? Grid.text("")
                                    : coefficient(table, row, table.text(column, "name")));
                }
                grid.row(cells);
            }
            pen.add(grid.done(noted(words + ".note", measure)));
            pen.add(material.source(key));
        });
    }
}
