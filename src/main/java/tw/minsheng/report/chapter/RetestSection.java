package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import tw.minsheng.document.Block;
import tw.minsheng.document.Cell;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Standards.Measure;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.RetestReading;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.statistics.Reason;

/** 再測信度: how the same people answered two waves; without them, that it was not done. */
final class RetestSection {

    private final Material material;
    private final Speech speech;
    private final Pen pen;

    RetestSection(Material material) {
        this.material = material;
        this.speech = material.speech();
        this.pen = new Pen(speech);
    }

    List<Block> blocks() {
        Optional<ResultTable> table = material.table("T4.12");
        Optional<ResultTable> waves = material.table("T4.12.waves");
        if (table.isEmpty() || waves.isEmpty()) {
            pen.say("4.2.retest.none");
            return pen.blocks();
        }
        ResultTable both = waves.orElseThrow();
        pen.say(
                "4.2.retest",
                "first",
                both.text(0, "wave"),
                "second",
                both.text(1, "wave"),
                "n",
                Printed.count(both.count(0, "paired")));
        read(table.orElseThrow());
        if (material.profile().isFull()) {
            printed(table.orElseThrow());
        }
        return pen.blocks();
    }

    private void read(ResultTable table) {
        RetestReading reading =
                new RetestReading(material.language(), material.facts().standards());
        List<String> sentences = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            sentences.add(reading.in(new RetestReading.Found(
                    name(table, row),
                    number(table, row, "n").map(Math::round),
                    number(table, row, "pearson"),
                    number(table, row, "icc2"),
                    number(table, row, "icc2_lower"),
                    number(table, row, "icc2_upper"))));
        }
        pen.bullets(sentences);
    }

    private String name(ResultTable table, int row) {
        String id = table.text(row, "measure");
        return material.survey()
                .construct(id)
                .map(construct -> material.text(construct.label()))
                .orElseGet(() -> material.label(id));
    }

    private static Optional<Double> number(ResultTable table, int row, String column) {
        ResultTable.Entry entry = table.entry(row, column);
        return entry.reason().isEmpty() && entry.asNumber().isPresent()
                ? Optional.of(entry.asNumber().getAsDouble())
                : Optional.empty();
    }

    private void printed(ResultTable table) {
        Grid grid = new Grid("T4.12", speech.say("t4.12.caption"))
                .words(speech.say("head.construct"))
                .numbers(speech.say("head.pairs"))
                .numbers("r")
                .numbers("Spearman ρ")
                .numbers("ICC")
                .numbers(speech.say("head.interval95"))
                .numbers(speech.say("head.later"))
                .numbers("p")
                .numbers(speech.say("head.sem"));
        for (int row = 0; row < table.rows().size(); row++) {
            grid.row(
                    Grid.text(name(table, row)),
                    cell(table, row, "n", n -> Printed.count(Math.round(n))),
                    cell(table, row, "pearson", Printed::coefficient),
                    cell(table, row, "spearman", Printed::coefficient),
                    cell(table, row, "icc2", Printed::coefficient),
                    within(table, row),
                    cell(table, row, "difference", x -> Printed.fixed(x, 2)),
                    cell(table, row, "paired_p", Printed::p),
                    cell(table, row, "sem_from_retest", x -> Printed.fixed(x, 2)));
        }
        String note = new GroupCells(material).note(speech.say("t4.12.note"), Stream.of(table));
        pen.add(grid.done(speech.join(List.of(note, new Limits(material).of(Measure.ICC)))));
        pen.add(material.source("T4.12"));
    }

    /** The number; hidden where there are too few pairs, none where it does not exist. */
    private Cell cell(ResultTable table, int row, String column, DoubleFunction<String> print) {
        boolean hidden = table.entry(row, column).reason().equals(Optional.of(Reason.SMALL_CELL));
        return number(table, row, column)
                .map(x -> Cell.number(x, print.apply(x)))
                .orElseGet(() -> Grid.text(speech.say(hidden ? "hidden" : "none")));
    }

    private Cell within(ResultTable table, int row) {
        Optional<Double> lower = number(table, row, "icc2_lower");
        Optional<Double> upper = number(table, row, "icc2_upper");
        return lower.isPresent() && upper.isPresent()
                ? Grid.text(Printed.coefficient(lower.orElseThrow()) + "–" + Printed.coefficient(upper.orElseThrow()))
                : cell(table, row, "icc2_lower", Printed::coefficient);
    }
}
