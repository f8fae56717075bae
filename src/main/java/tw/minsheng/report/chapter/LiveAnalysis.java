package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.List;
import tw.minsheng.document.Block;
import tw.minsheng.document.KeyFigures;
import tw.minsheng.document.Notice;
import tw.minsheng.report.Result;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.survey.Construct;

/**
 * The live analysis page: the few numbers that matter, the sentence about the sample, then the same sections, tables and
 * figures as the report, the most wanted first.
 */
final class LiveAnalysis {

    private final Material material;
    private final Speech speech;

    LiveAnalysis(Material material) {
        this.material = material;
        this.speech = material.speech();
    }

    List<Block> blocks() {
        if (material.results().head().data().used() == 0) {
            return List.of(Notice.information(speech.say("live.empty.title"), speech.say("live.empty")));
        }
        List<Block> blocks = new ArrayList<>();
        List<KeyFigures.KeyFigure> figures = new ArrayList<>(new FrontMatter(material, List.of()).keyFigures());
        figures.add(belowStandard());
        blocks.add(new KeyFigures(figures));
        blocks.add(Notice.information(
                speech.say("summary.sample"), material.text(material.sample().sentence())));
        material.lonely()
                .map(words -> Notice.warning(speech.say("lonely.title"), words))
                .ifPresent(blocks::add);
        new Signals(material).notice().ifPresent(blocks::add);
        blocks.addAll(new FindingsChapter(material).live());
        blocks.addAll(new StatisticsChapter(material).live());
        blocks.addAll(new SamplingChapter(material).live());
        blocks.addAll(help());
        return blocks;
    }

    /** How the numbers are made; it has the name of the appendix of methods, so that the mentions under the tables point to it. */
    private List<Block> help() {
        Pen pen = new Pen(speech);
        pen.heading(2, "appendixC", speech.say("compare.help.title"));
        pen.bullets(Methods.ofFigures(material, false));
        return pen.blocks();
    }

    /** How many constructs are below their standard of reliability, and which. */
    private KeyFigures.KeyFigure belowStandard() {
        List<String> below = new ArrayList<>();
        for (Construct construct : material.survey().constructs()) {
            material.results()
                    .find("construct." + construct.id() + ".alpha_raw")
                    .filter(Result::isKnown)
                    .filter(alpha ->
                            alpha.number() < material.facts().standards().alpha(construct))
                    .ifPresent(alpha -> below.add(speech.say(
                            "finding.alpha",
                            "label",
                            material.text(construct.label()),
                            "alpha",
                            Printed.coefficient(alpha.number()))));
        }
        return new KeyFigures.KeyFigure(
                speech.say("key.below_standard"),
                Printed.count(below.size()),
                below.isEmpty() ? speech.say("key.below_standard.none") : speech.list(below));
    }
}
