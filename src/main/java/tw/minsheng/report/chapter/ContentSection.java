package tw.minsheng.report.chapter;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import tw.minsheng.document.Block;
import tw.minsheng.panel.Evidence;
import tw.minsheng.panel.ItemDecision;
import tw.minsheng.panel.PanelItem;
import tw.minsheng.panel.PanelRound;
import tw.minsheng.panel.Seat;
import tw.minsheng.panel.Sheet;
import tw.minsheng.report.Facts;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.expert.ContentReading;
import tw.minsheng.report.expert.ExpertComments;
import tw.minsheng.report.wording.Dates;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;

/** 內容效度: what experts said about the items, who they were, and what was decided. What was not done is said. */
final class ContentSection {

    private final Material material;
    private final Speech speech;
    private final Pen pen;
    private final boolean tables;

    /** @param tables whether tables stand with the sentences */
    ContentSection(Material material, boolean tables) {
        this.material = material;
        this.speech = material.speech();
        this.pen = new Pen(speech);
        this.tables = tables;
    }

    List<Block> blocks() {
        pen.heading(3, "s4.3.content", speech.say("s4.3.content"));
        Facts.Judged judged = material.facts().judged();
        String experts = material.facts().text("experts");
        if (judged.evidence().rounds().isEmpty() && judged.evidence().running().isEmpty()) {
            pen.text(experts.isEmpty() ? speech.say("4.3.no_experts") : experts);
        } else {
            pen.text(experts);
            pen.bullets(ContentReading.of(judged.evidence(), material.language(), judged.zone()));
            judged.evidence().counting().ifPresent(this::panel);
        }
        pen.say(
                material.survey().background().pretest().isEmpty() ? "4.3.no_pretest" : "4.3.pretest",
                "pretest",
                material.text(material.survey().background().pretest()));
        return pen.blocks();
    }

    /** Whether experts reviewed the items, in a few words: what the agency wrote, else what the server keeps. */
    static String review(Material material) {
        Evidence evidence = material.facts().judged().evidence();
        String written = material.facts().text("experts");
        if (!written.isEmpty()) {
            return written;
        }
        return evidence.counting()
                .map(round -> material.speech()
                        .say("1.5.experts", "n", round.counted().size()))
                .orElseGet(() -> material.speech().say(without(evidence)));
    }

    private static String without(Evidence evidence) {
        if (!evidence.running().isEmpty()) {
            return "1.5.experts.open";
        }
        return evidence.rounds().isEmpty() ? "not_done" : "1.5.experts.few";
    }

    private void panel(Evidence.Round round) {
        if (tables) {
            material.table("T4.3").ifPresent(table -> items(round, table));
        }
        pen.say("4.3.experts", "n", round.counted().size());
        pen.bullets(round.counted().stream()
                .map(Seat::expert)
                .map(expert -> expert.affiliation().isEmpty()
                        ? expert.name()
                        : speech.say("4.3.expert", "name", expert.name(), "affiliation", expert.affiliation()))
                .toList());
        if (tables) {
            comments(round);
        }
    }

    private void items(Evidence.Round round, ResultTable table) {
        Grid grid = new Grid(
                        "T4.3",
                        speech.say(
                                "t4.3.caption",
                                "round",
                                round.round().number(),
                                "version",
                                round.round().version(),
                                "days",
                                days(round.round())))
                .words(speech.say("head.item"))
                .numbers(speech.say("head.experts"))
                .numbers("I-CVI")
                .numbers("κ*")
                .numbers("Aiken V")
                .numbers(speech.say("head.interval95"))
                .words(speech.say("head.decision"));
        String none = speech.say("none");
        for (int row = 0; row < table.rows().size(); row++) {
            boolean within = table.entry(row, "aiken_v_lower").asNumber().isPresent();
            grid.row(
                    Grid.text(table.text(row, "label")),
                    Grid.count(table.count(row, "experts")),
                    Grid.of(table.entry(row, "i_cvi"), Printed::coefficient, none),
                    Grid.of(table.entry(row, "modified_kappa"), Printed::coefficient, none),
                    Grid.of(table.entry(row, "aiken_v"), Printed::coefficient, none),
                    Grid.text(
                            within
                                    ? Printed.coefficient(table.number(row, "aiken_v_lower")) + "–"
                                            + Printed.coefficient(table.number(row, "aiken_v_upper"))
                                    : none),
                    Grid.text(decided(round, table.text(row, "item"))));
        }
        pen.add(grid.done(speech.say("t4.3.note")));
        pen.add(material.source("T4.3"));
    }

    private String days(PanelRound round) {
        ZoneId zone = material.facts().judged().zone();
        return Dates.span(material.language(), LocalDate.ofInstant(round.opened(), zone), round.lastDay(zone));
    }

    private String decided(Evidence.Round round, String item) {
        return material.facts()
                .judged()
                .evidence()
                .decision(
                        ItemDecision.Basis.PANEL, Integer.toString(round.round().number()), item)
                .map(decision -> speech.say("decision." + decision.choice().key()))
                .orElse("");
    }

    /** Without names, as the experts were told. */
    private void comments(Evidence.Round round) {
        Grid grid = new Grid("T4.3.comments", speech.say("t4.3.comments.caption"))
                .words(speech.say("head.item"))
                .words(speech.say("head.comment"));
        ExpertComments said = new ExpertComments(round, material.language());
        for (PanelItem item : round.round().items()) {
            said.of(item.id())
                    .forEach(
                            comment -> grid.row(Grid.text(material.text(item.text())), Grid.text(Sheet.line(comment))));
        }
        said.ofAll()
                .forEach(comment ->
                        grid.row(Grid.text(speech.say("t4.3.comments.whole")), Grid.text(Sheet.line(comment))));
        if (grid.isEmpty()) {
            pen.say("4.3.no_comments");
        } else {
            pen.add(grid.done(speech.say("t4.3.comments.note")));
        }
    }
}
