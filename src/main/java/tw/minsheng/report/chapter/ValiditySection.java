package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tw.minsheng.document.Block;
import tw.minsheng.document.Cell;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.report.wording.ValidityReading;
import tw.minsheng.statistics.Value;
import tw.minsheng.survey.Construct;

/** 4.3 效度: contents, constructs, convergent and discriminant, and the correlation with the overall item. */
final class ValiditySection {

    private final Material material;
    private final Speech speech;
    private final Pen pen;
    private final ValidityReading reading;
    private final boolean tables;

    /** @param tables whether tables and figures stand with the sentences */
    ValiditySection(Material material, boolean tables) {
        this.material = material;
        this.speech = material.speech();
        this.pen = new Pen(speech);
        this.reading = new ValidityReading(material.language(), material.facts().standards());
        this.tables = tables;
    }

    List<Block> blocks() {
        pen.section("4.3");
        pen.addAll(new ContentSection(material, tables).blocks());
        material.results().tables().stream()
                .map(ResultTable::key)
                .filter(key -> key.equals("T4.4") || key.startsWith("T4.4."))
                .map(key -> key.substring("T4.4".length()))
                .forEach(this::constructs);
        overall();
        own();
        return pen.blocks();
    }

    private void own() {
        pen.text(material.facts().text("4.3"));
    }

    /** @param after ends the keys of one family of constructs */
    private void constructs(String after) {
        List<String> ids = constructsOf(after);
        if (ids.isEmpty()) {
            return;
        }
        String object = material.table("T4.6" + after).orElseThrow().text(0, "object");
        String of = after.isEmpty()
                ? ""
                : speech.say(
                        "s4.3.of",
                        "constructs",
                        speech.list(ids.stream().map(material::construct).toList()));
        pen.heading(3, "s4.3.construct" + after, speech.say("s4.3.construct") + of);
        pen.text(reading.adequacy(
                value(object, "kmo"),
                value(object, "bartlett_chisq"),
                value(object, "bartlett_df"),
                value(object, "bartlett_p")));
        if (value(object, "kmo").isKnown()) {
            factors(after, object, ids);
        }
        pen.heading(3, "s4.3.convergent" + after, speech.say("s4.3.convergent") + of);
        convergent(after, object, ids);
    }

    private List<String> constructsOf(String after) {
        return material.table("T4.6" + after)
                .map(table -> IntStream.range(0, table.rows().size())
                        .mapToObj(row -> table.text(row, "construct"))
                        .toList())
                .orElseGet(List::of);
    }

    private Value value(String object, String statistic) {
        return material.results().value(object + "." + statistic);
    }

    private void factors(String after, String object, List<String> ids) {
        Optional<ResultTable> loadings = material.table("T4.5" + after);
        boolean computed =
                material.results().find(object + ".parallel_pc_normal.n_by_p95").isPresent();
        pen.text(
                computed
                        ? reading.factors(
                                value(object, "parallel_pc_normal.n_by_p95"),
                                ids.size(),
                                loadings.map(this::merged).orElseGet(List::of))
                        : reading.pending());
        if (tables) {
            ValidityDrawings drawings = new ValidityDrawings(material);
            drawings.scree(after, object).ifPresent(pen::add);
            loadings.ifPresent(table -> loadings(after, table));
        }
    }

    /** Constructs whose items load highest on the same factor as those of another. */
    private List<String> merged(ResultTable table) {
        Map<String, String> strongest = Loadings.of(table).strongest();
        Map<String, List<String>> byFactor = new LinkedHashMap<>();
        strongest.forEach((construct, factor) ->
                byFactor.computeIfAbsent(factor, none -> new ArrayList<>()).add(material.construct(construct)));
        return byFactor.values().stream()
                .filter(names -> names.size() > 1)
                .findFirst()
                .orElseGet(List::of);
    }

    private void loadings(String after, ResultTable table) {
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
        pen.add(grid.done(speech.say(
                loadings.factors().size() > 1 ? "t4.5.note" : "t4.5.note.one",
                "factors",
                loadings.factors().size())));
        pen.add(material.source("T4.5" + after));
        new ValidityDrawings(material).loadings(after, table).ifPresent(pen::add);
    }

    private Cell coefficient(ResultTable table, int row, String column) {
        return Grid.of(table.entry(row, column), Printed::coefficient, speech.say("none"));
    }

    private void convergent(String after, String object, List<String> ids) {
        ResultTable table = material.table("T4.6" + after).orElseThrow();
        List<ValidityReading.Convergent> constructs = IntStream.range(0, ids.size())
                .mapToObj(row -> new ValidityReading.Convergent(
                        material.construct(ids.get(row)), entry(table, row, "cr"), entry(table, row, "ave")))
                .toList();
        reading.convergent(constructs, pairs(after)).forEach(pen::text);
        if (!tables) {
            return;
        }
        Grid grid = new Grid("T4.6" + after, speech.say("t4.6.caption"))
                .words(speech.say("head.construct"))
                .numbers(speech.say("head.k"))
                .numbers("CR")
                .numbers("AVE")
                .numbers("√AVE")
                .words(speech.say("head.source"));
        for (int row = 0; row < ids.size(); row++) {
            Value ave = entry(table, row, "ave");
            grid.row(
                    Grid.text(material.construct(ids.get(row))),
                    Grid.count(table.count(row, "k")),
                    coefficient(table, row, "cr"),
                    coefficient(table, row, "ave"),
                    ave.isKnown()
                            ? Cell.number(
                                    StrictMath.sqrt(ave.number()), Printed.coefficient(StrictMath.sqrt(ave.number())))
                            : Grid.text(speech.say("none")),
                    Grid.text(speech.say("source." + table.text(row, "source"))));
        }
        pen.add(grid.done(fit(object, ids)));
        pen.add(material.source("T4.6" + after));
        square("T4.6.htmt" + after, "t4.6.htmt", false);
        square("T4.6.fornell_larcker" + after, "t4.6.fornell_larcker", true);
    }

    private static Value entry(ResultTable table, int row, String column) {
        return table.entry(row, column).asNumber().isPresent()
                ? Value.of(table.number(row, column))
                : Value.undefined(tw.minsheng.statistics.Reason.NO_DATA);
    }

    private List<ValidityReading.Pair> pairs(String after) {
        List<ValidityReading.Pair> pairs = new ArrayList<>();
        material.table("T4.6.htmt" + after).ifPresent(table -> {
            for (int row = 0; row < table.rows().size(); row++) {
                for (int other = 0; other < row; other++) {
                    String second = table.text(row, "name");
                    String first = table.text(other, "name");
                    pairs.add(new ValidityReading.Pair(
                            material.construct(first), material.construct(second), entry(table, row, first)));
                }
            }
        });
        return pairs;
    }

    /** How the confirmatory model fits; what was not computed says why. */
    private String fit(String object, List<String> ids) {
        if (ids.size() < 2) {
            return speech.say("t4.6.note");
        }
        Value cfi = value(object, "fit_cfi");
        if (!cfi.isKnown()) {
            return speech.say("t4.6.note");
        }
        return speech.say("t4.6.note")
                + speech.say(
                        "t4.6.fit",
                        "chisq",
                        printed(value(object, "fit_chisq"), 1),
                        "df",
                        printed(value(object, "fit_df"), 0),
                        "cfi",
                        printed(cfi, 3),
                        "tli",
                        printed(value(object, "fit_tli"), 3),
                        "rmsea",
                        printed(value(object, "fit_rmsea"), 3),
                        "srmr",
                        printed(value(object, "fit_srmr"), 3));
    }

    private String printed(Value value, int decimals) {
        if (!value.isKnown()) {
            return speech.say("none");
        }
        return decimals == 3 ? Printed.coefficient(value.number()) : Printed.fixed(value.number(), decimals);
    }

    private void square(String key, String words, boolean diagonal) {
        material.table(key).filter(table -> table.rows().size() > 1).ifPresent(table -> {
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
            pen.add(grid.done(speech.say(words + ".note")));
            pen.add(material.source(key));
        });
    }

    private void overall() {
        Optional<ResultTable> table = material.table("T4.6.overall");
        if (material.survey().overallItem().isEmpty()) {
            return;
        }
        pen.heading(3, "s4.3.overall", speech.say("s4.3.overall"));
        List<Construct> constructs = material.survey().constructs();
        pen.text(reading.overall(constructs.stream()
                .flatMap(construct ->
                        material.results().find("construct." + construct.id() + ".overall_pearson").stream()
                                .map(r -> new ValidityReading.Overall(
                                        material.text(construct.label()),
                                        r.value(),
                                        value("construct." + construct.id(), "overall_pearson.p"))))
                .toList()));
        if (tables) {
            table.filter(found -> !found.rows().isEmpty()).ifPresent(this::overallTable);
        }
    }

    private void overallTable(ResultTable table) {
        Grid grid = new Grid("T4.6.overall", speech.say("t4.6.overall.caption"))
                .words(speech.say("head.construct"))
                .numbers(speech.say("head.n"))
                .numbers("r")
                .numbers(speech.say("head.interval95"))
                .numbers("p")
                .numbers("Spearman ρ")
                .numbers("Kendall τ-b");
        for (int row = 0; row < table.rows().size(); row++) {
            boolean within = table.entry(row, "lower").asNumber().isPresent();
            grid.row(
                    Grid.text(material.construct(table.text(row, "construct"))),
                    Grid.count(table.count(row, "n")),
                    coefficient(table, row, "r"),
                    Grid.text(
                            within
                                    ? Printed.coefficient(table.number(row, "lower")) + "–"
                                            + Printed.coefficient(table.number(row, "upper"))
                                    : speech.say("none")),
                    Grid.of(table.entry(row, "p"), Printed::p, speech.say("none")),
                    coefficient(table, row, "spearman"),
                    coefficient(table, row, "kendall"));
        }
        pen.add(grid.done(speech.say("t4.6.overall.note")));
        pen.add(material.source("T4.6.overall"));
    }
}
