package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.List;
import tw.minsheng.document.Cell;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.wording.Printed;

/** Rows of a frequency table: n, share, weighted share; missing answers by kind after the valid ones. */
final class FrequencyRows {

    private FrequencyRows() {}

    static Grid grid(Material material, String key, String caption) {
        Grid grid = new Grid(key, caption)
                .words(material.speech().say("head.answer"))
                .numbers(material.speech().say("head.n"))
                .numbers(material.speech().say("head.share"));
        return material.sample().weighted() ? grid.numbers(material.speech().say("head.share_weighted")) : grid;
    }

    static void add(Material material, Grid grid, String variable, ResultTable table) {
        GroupCells figures = new GroupCells(material);
        for (int row = 0; row < table.rows().size(); row++) {
            boolean answered = "answered".equals(table.text(row, "code"));
            boolean hidden = table.entry(row, "n").reason().isPresent();
            boolean missing = !answered
                    && !hidden
                    && table.entry(row, "share").asNumber().isEmpty()
                    && !material.isValue(variable, table.text(row, "code"));
            String label = answered ? material.speech().say("answered") : label(material, variable, table, row);
            List<Cell> cells = new ArrayList<>(List.of(
                    Grid.text(missing ? material.speech().say("missing.row", "label", label) : label),
                    figures.count(table.entry(row, "n")),
                    figures.of(table.entry(row, "share"), Printed::percentNumber, "")));
            if (material.sample().weighted()) {
                cells.add(figures.of(table.entry(row, "share_weighted"), Printed::percentNumber, ""));
            }
            grid.row(cells);
        }
    }

    private static String label(Material material, String variable, ResultTable table, int row) {
        String code = table.text(row, "code");
        String known = material.valueLabel(variable, code);
        if (!known.equals(code)) {
            return known;
        }
        String ofChoice = material.label(variable + "__" + code);
        return ofChoice.equals(variable + "__" + code) ? table.text(row, "label") : ofChoice;
    }
}
