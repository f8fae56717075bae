package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.List;
import tw.minsheng.document.Block;
import tw.minsheng.report.Result;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;

/** 3.9 推薦意願: the score of each promoter question and its three groups. */
final class PromoterSection {

    private static final String KEY = "T3.9.";

    private final Material material;
    private final Speech speech;
    private final Pen pen;

    PromoterSection(Material material) {
        this.material = material;
        this.speech = material.speech();
        this.pen = new Pen(speech);
    }

    /** Nothing where nobody was asked. */
    List<Block> blocks() {
        List<ResultTable> tables = material.results().tables().stream()
                .filter(table -> table.key().startsWith(KEY))
                .toList();
        if (!tables.isEmpty()) {
            pen.section("3.9");
            pen.say("3.9.text");
            pen.text(material.facts().text("3.9"));
            tables.forEach(this::question);
        }
        return pen.blocks();
    }

    private void question(ResultTable table) {
        String item = table.key().substring(KEY.length());
        Result nps = material.results().get("item." + item + ".nps");
        if (!nps.isKnown()) {
            pen.say("3.9.none", "question", material.label(item));
            return;
        }
        String score = Printed.fixed(nps.number(), 1);
        pen.text(nps.interval()
                .filter(interval -> interval.lower().isKnown())
                .map(interval -> speech.say(
                        "3.9.score.interval",
                        "question",
                        material.label(item),
                        "score",
                        score,
                        "level",
                        material.level(),
                        "lower",
                        Printed.fixed(interval.lower().number(), 1),
                        "upper",
                        Printed.fixed(interval.upper().number(), 1)))
                .orElseGet(() -> speech.say("3.9.score", "question", material.label(item), "score", score)));
        if (material.profile().isFull()) {
            Grid grid = new Grid(table.key(), speech.say("t3.9.caption", "question", material.label(item)))
                    .words(speech.say("head.group"))
                    .numbers(speech.say("head.n"))
                    .numbers("%");
            for (int row = 0; row < table.rows().size(); row++) {
                grid.row(
                        Grid.text(speech.say("nps." + table.text(row, "group"))),
                        Grid.count(table.count(row, "n")),
                        Grid.of(table.entry(row, "share"), Printed::percentNumber, speech.say("none")));
            }
            List<String> notes = new ArrayList<>();
            notes.add(speech.say(
                    material.sample().weighted() ? "t3.9.note.weighted" : "t3.9.note", "n", Printed.count(nps.n())));
            notes.addAll(material.whom());
            pen.add(grid.done(speech.join(notes)));
            pen.add(material.source(table.key()));
        }
    }
}
