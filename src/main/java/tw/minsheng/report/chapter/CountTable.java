package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.document.Cell;
import tw.minsheng.document.Table;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.survey.Construct;

/** Counts and unweighted shares of the items of a construct, with what was not counted, by kind. */
final class CountTable {

    private final Material material;
    private final Construct construct;
    private final Speech speech;

    CountTable(Material material, Construct construct) {
        this.material = material;
        this.construct = construct;
        this.speech = material.speech();
    }

    Table table() {
        Map<String, String> codes = new LinkedHashMap<>();
        construct.items().forEach(item -> material.table("T3.3." + item).ifPresent(table -> codes(item, table, codes)));
        Grid grid = new Grid(
                        "TF." + construct.id(),
                        speech.say("f.construct", "construct", material.text(construct.label())))
                .words(speech.say("head.item"));
        codes.values().forEach(grid::numbers);
        for (String item : construct.items()) {
            List<Cell> cells = new ArrayList<>(List.of(Grid.text(material.label(item))));
            Optional<ResultTable> table = material.table("T3.3." + item);
            for (String code : codes.keySet()) {
                cells.add(table.flatMap(found -> cell(found, code)).orElseGet(() -> Grid.count(0)));
            }
            grid.row(cells);
        }
        return grid.done(speech.say("f.note"));
    }

    /** Valid codes of the first item come first, kinds of missing in the order of their appearance. */
    private void codes(String item, ResultTable table, Map<String, String> codes) {
        for (int row = 0; row < table.rows().size(); row++) {
            String code = table.text(row, "code");
            codes.putIfAbsent(code, material.valueLabel(item, code));
        }
    }

    private Optional<Cell> cell(ResultTable table, String code) {
        for (int row = 0; row < table.rows().size(); row++) {
            if (table.text(row, "code").equals(code)) {
                long n = table.count(row, "n");
                return Optional.of(
                        table.entry(row, "share").asNumber().isPresent()
                                ? Cell.number(
                                        (double) n,
                                        speech.say(
                                                "f.cell",
                                                "n",
                                                Printed.count(n),
                                                "share",
                                                Printed.percentNumber(table.number(row, "share"))))
                                : Grid.count(n));
            }
        }
        return Optional.empty();
    }
}
