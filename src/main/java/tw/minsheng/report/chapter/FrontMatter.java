package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tw.minsheng.document.Block;
import tw.minsheng.document.Contents;
import tw.minsheng.document.KeyFigures;
import tw.minsheng.document.Notice;
import tw.minsheng.document.PageBreak;
import tw.minsheng.document.Paragraph;
import tw.minsheng.report.Result;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;

/** 調查資訊, 摘要 and the lists of contents. */
final class FrontMatter {

    /** Key of the chapter 調查資訊. */
    static final String INFORMATION = "information";

    private static final int MOST_ACTIONS = 3;

    private final Material material;
    private final List<Gap> gaps;
    private final Speech speech;
    private final Pen pen;

    /** @param gaps what keeps the report a draft */
    FrontMatter(Material material, List<Gap> gaps) {
        this.material = material;
        this.gaps = List.copyOf(gaps);
        this.speech = material.speech();
        this.pen = new Pen(speech);
    }

    List<Block> blocks() {
        information();
        summary();
        pen.add(new PageBreak());
        pen.add(new Contents(Contents.Kind.HEADINGS, speech.say("contents")));
        if (material.profile().isFull()) {
            pen.add(new Contents(Contents.Kind.FIGURES, speech.say("contents.figures")));
            pen.add(new Contents(Contents.Kind.TABLES, speech.say("contents.tables")));
        }
        return pen.blocks();
    }

    private void information() {
        pen.chapter(INFORMATION);
        Grid grid = new Grid("T0.1", speech.say("t0.1.caption"))
                .words(speech.say("head.fact"))
                .words(speech.say("head.content"));
        List<Disclosure> facts = Disclosure.all(material);
        facts.forEach(fact -> grid.row(Grid.text(speech.say("disclosure." + fact.key())), Grid.text(fact.value())));
        pen.add(grid.done(""));
        if (!gaps.isEmpty()) {
            pen.add(new Notice(Notice.Tone.WARNING, speech.say("draft.title"), missing()));
        } else if (!material.facts().approved().isGiven()) {
            pen.add(Notice.information(speech.say("draft.title"), speech.say("draft.unapproved")));
        }
    }

    /** What is missing in one sentence, then each with where to give it. */
    private List<Paragraph> missing() {
        List<String> sentences = new ArrayList<>();
        sentences.add(speech.say(
                "draft.missing",
                "facts",
                speech.list(gaps.stream().map(Gap::what).toList())));
        gaps.forEach(gap -> sentences.add(speech.say("draft.gap", "what", gap.what(), "where", gap.where())));
        if (material.facts().approved().isGiven()) {
            sentences.add(speech.say("draft.refused"));
        }
        return sentences.stream().map(Pen::paragraph).toList();
    }

    private void summary() {
        pen.chapter("summary");
        pen.add(new KeyFigures(keyFigures()));
        pen.add(new Notice(
                Notice.Tone.INFORMATION,
                speech.say(material.sample().code().isProbability() ? "2.3.sentence" : "summary.sample"),
                sentences()));
        pen.heading(3, "summary-findings", speech.say("summary.findings"));
        pen.bullets(Finding.all(material).stream()
                .map(finding ->
                        speech.say("summary.finding", "text", finding.text(), "evidence", finding.mentions(speech)))
                .toList());
        pen.heading(3, "summary-actions", speech.say("summary.actions"));
        pen.bullets(actions());
    }

    private List<Paragraph> sentences() {
        List<Paragraph> sentences = new ArrayList<>();
        sentences.add(Paragraph.of(material.text(material.sample().sentence())));
        material.results()
                .head()
                .open()
                .forEach(open -> sentences.add(
                        Paragraph.of(speech.say("summary.open", "sentence", material.text(open.sentence())))));
        return sentences;
    }

    List<KeyFigures.KeyFigure> keyFigures() {
        List<KeyFigures.KeyFigure> figures = new ArrayList<>();
        material.results()
                .find("overall.t2b")
                .filter(Result::isKnown)
                .ifPresent(share -> figures.add(new KeyFigures.KeyFigure(
                        speech.say("key.overall"), Printed.percent(share.number()), detail(share))));
        Result index = material.results().get("index.satisfaction");
        if (index.isKnown()) {
            figures.add(new KeyFigures.KeyFigure(
                    speech.say("key.index"), Printed.score(index.number()), speech.say("key.index.detail")));
        }
        figures.add(new KeyFigures.KeyFigure(
                speech.say("key.n"),
                Printed.count(material.used()),
                speech.say(
                        "key.n.detail",
                        "rows",
                        Printed.count(material.results().head().data().rows()))));
        return figures;
    }

    /** Interval, or the kind of sample where there can be none; n. */
    private String detail(Result share) {
        String n = speech.say("n", "n", Printed.count(share.n()));
        Optional<String> interval = share.interval().map(known -> OverallSentence.limits(material, Optional.of(known)));
        String kind = material.isNonprobability() ? speech.say("key.nonprobability") : "";
        String mean = material.results()
                .find("overall.item_mean")
                .filter(Result::isKnown)
                .map(known -> speech.say("key.overall.detail", "mean", Printed.mean(known.number())))
                .orElse("");
        return mean + interval.orElse(kind) + n;
    }

    private List<String> actions() {
        List<String> due = ActionFinding.all(material.survey(), material.results()).stream()
                .filter(ActionFinding::holds)
                .limit(MOST_ACTIONS)
                .map(finding -> speech.say(
                        "summary.action",
                        "rule",
                        RuleWords.of(material).asked(finding),
                        "owner",
                        finding.rule().owner(),
                        "days",
                        finding.rule().dueDays(),
                        "table",
                        "[[T5.2]]"))
                .toList();
        if (!due.isEmpty()) {
            return due;
        }
        String reason = material.facts().noActions().reason();
        return List.of(reason.isEmpty() ? speech.say("summary.no_actions") : reason);
    }
}
