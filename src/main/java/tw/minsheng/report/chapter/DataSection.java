package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tw.minsheng.document.Block;
import tw.minsheng.document.Cell;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.survey.Background;

/** 1.8 資料處理與品質: from received to used, the rules fixed beforehand, and what is missing. */
final class DataSection {

    private final Material material;
    private final Background background;
    private final Speech speech;
    private final Pen pen;

    DataSection(Material material) {
        this.material = material;
        this.background = material.survey().background();
        this.speech = material.speech();
        this.pen = new Pen(speech);
    }

    List<Block> blocks() {
        pen.section("1.8");
        material.table("T1.4")
                .ifPresent(flow -> pen.say(
                        "1.8.flow",
                        "rows",
                        Printed.count(flow.count(0, "n")),
                        "empty",
                        Printed.count(flow.count(1, "n")),
                        "excluded",
                        Printed.count(flow.count(2, "n")),
                        "used",
                        Printed.count(flow.count(3, "n"))));
        if (background.exclusions().isEmpty()) {
            pen.say("1.8.no_exclusions");
        } else {
            pen.say("1.8.exclusions");
            pen.bullets(background.exclusions().stream().map(this::exclusion).toList());
        }
        pen.say("1.8.quality");
        pen.text(material.facts().text("1.8"));
        if (material.profile().isFull()) {
            material.table("T1.4").ifPresent(this::flow);
            material.table("T1.5").ifPresent(this::missing);
        }
        return pen.blocks();
    }

    /** What a rule fixed beforehand found. */
    private String exclusion(Background.Exclusion rule) {
        Result flagged = material.results().get("quality.flagged." + rule.id());
        String key = !flagged.isKnown()
                ? "1.8.exclusion.unmeasured"
                : rule.exclude() ? "1.8.exclusion.excluded" : "1.8.exclusion.flagged";
        return speech.say(
                key, "rule", rule.rule().source(), "n", flagged.isKnown() ? Printed.whole(flagged.number()) : "");
    }

    private void flow(ResultTable table) {
        Grid grid = new Grid("T1.4", speech.say("t1.4.caption"))
                .words(speech.say("head.step"))
                .numbers(speech.say("head.n"));
        for (int row = 0; row < table.rows().size(); row++) {
            grid.row(Grid.text(speech.say("step." + table.text(row, "step"))), Grid.count(table.count(row, "n")));
        }
        pen.add(grid.done(speech.say("t1.4.note")));
    }

    private void missing(ResultTable table) {
        List<String> kinds = Stream.of("not_answered", "skipped", "not_in_version", "own_codes")
                .filter(kind -> total(table, kind) > 0)
                .toList();
        Grid grid = new Grid("T1.5", speech.say("t1.5.caption"))
                .words(speech.say("head.item"))
                .numbers(speech.say("head.valid"));
        kinds.forEach(kind -> grid.numbers(speech.say("missing." + kind)));
        for (int row = 0; row < table.rows().size(); row++) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Grid.text(material.label(table.text(row, "variable"))));
            cells.add(Grid.count(table.count(row, "valid")));
            for (String kind : kinds) {
                cells.add(Grid.count(table.count(row, kind)));
            }
            grid.row(cells);
        }
        pen.add(grid.done(speech.say("t1.5.note")));
    }

    private static long total(ResultTable table, String column) {
        long sum = 0;
        for (int row = 0; row < table.rows().size(); row++) {
            sum += table.count(row, column);
        }
        return sum;
    }
}
