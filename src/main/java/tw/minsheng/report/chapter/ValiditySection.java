package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tw.minsheng.document.Block;
import tw.minsheng.document.Cell;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Standards.Measure;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.report.wording.ValidityReading;
import tw.minsheng.survey.Construct;

/** 4.3 效度: contents ({@link ContentSection}), constructs ({@link FactorSection}), and the correlation with the overall item. */
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
        FactorEvidence.all(material)
                .forEach(family -> pen.addAll(new FactorSection(material, family, tables).blocks()));
        pen.addAll(new GroupSection(material).invariance(tables));
        overall();
        own();
        return pen.blocks();
    }

    private void own() {
        pen.text(material.facts().text("4.3"));
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
                                        r.n(),
                                        r.value(),
                                        material.results()
                                                .value("construct." + construct.id() + ".overall_pearson.p"))))
                .toList()));
        describesOnly().forEach(pen::text);
        if (tables) {
            table.filter(found -> !found.rows().isEmpty()).ifPresent(this::overallTable);
        }
    }

    /** What r, its interval and p are worth where nobody was drawn; none where people were. */
    private List<String> describesOnly() {
        return material.isNonprobability() ? List.of(speech.say("4.3.overall.nonprobability")) : List.of();
    }

    private Cell coefficient(ResultTable table, int row, String column) {
        return Grid.of(table.entry(row, column), Printed::coefficient, speech.say("none"));
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
        List<String> note = new ArrayList<>(List.of(speech.say("t4.6.overall.note")));
        note.addAll(describesOnly());
        note.add(new Limits(material).of(Measure.OVERALL_R));
        pen.add(grid.done(speech.join(note)));
        pen.add(material.source("T4.6.overall"));
    }
}
