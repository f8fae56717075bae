package tw.minsheng.report.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tw.minsheng.document.Block;
import tw.minsheng.document.KeyFigures;
import tw.minsheng.document.Notice;
import tw.minsheng.report.Result;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Reasons;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.survey.Construct;

/**
 * The live page 信度與效度: the few numbers that matter, what must be seen now, then item analysis, reliability and validity as in the
 * report, and at last how each number is computed.
 */
final class LiveScales {

    private final Material material;
    private final Speech speech;

    LiveScales(Material material) {
        this.material = material;
        this.speech = material.speech();
    }

    List<Block> blocks() {
        if (material.results().head().data().used() == 0) {
            return List.of(Notice.information(speech.say("live.empty.title"), speech.say("live.empty")));
        }
        if (material.survey().constructs().isEmpty()) {
            return List.of(Notice.information(speech.say("scales.none.title"), speech.say("scales.none")));
        }
        List<Block> blocks = new ArrayList<>();
        List<KeyFigures.KeyFigure> figures = new ArrayList<>(List.of(used()));
        whole().ifPresent(result -> figures.add(alpha(result)));
        figures.addAll(List.of(below(), negative(), straightLines()));
        blocks.add(new KeyFigures(figures));
        new Signals(material).notice().ifPresent(blocks::add);
        blocks.addAll(new StatisticsChapter(material).scales());
        blocks.addAll(Methods.blocks(material));
        return blocks;
    }

    private KeyFigures.KeyFigure used() {
        Optional<Result> whole = whole();
        return new KeyFigures.KeyFigure(
                speech.say("scales.used"),
                Printed.count(material.used()),
                whole.map(result -> speech.say("scales.used.listwise", "n", Printed.count(result.n())))
                        .orElse(""));
    }

    /** α of all items together, or of the only construct. */
    private Optional<Result> whole() {
        return material.results()
                .find("total.alpha_raw")
                .or(() -> material.survey().constructs().stream()
                        .findFirst()
                        .flatMap(construct -> material.results().find("construct." + construct.id() + ".alpha_raw")));
    }

    private KeyFigures.KeyFigure alpha(Result whole) {
        return new KeyFigures.KeyFigure(
                speech.say("scales.alpha"),
                whole.isKnown() ? Printed.coefficient(whole.number()) : speech.say("none"),
                whole.interval()
                        .map(interval -> speech.say(
                                "scales.interval",
                                "lower",
                                Printed.coefficient(interval.lower().number()),
                                "upper",
                                Printed.coefficient(interval.upper().number())))
                        .orElse(""));
    }

    private KeyFigures.KeyFigure below() {
        List<String> names = new ArrayList<>();
        for (Construct construct : material.survey().constructs()) {
            material.results()
                    .find("construct." + construct.id() + ".alpha_raw")
                    .filter(Result::isKnown)
                    .filter(result ->
                            result.number() < material.facts().standards().alpha(construct))
                    .ifPresent(result ->
                            names.add(material.text(construct.label()) + " " + Printed.coefficient(result.number())));
        }
        return new KeyFigures.KeyFigure(
                speech.say("key.below_standard"),
                Printed.count(names.size()),
                names.isEmpty() ? speech.say("key.below_standard.none") : speech.list(names));
    }

    /** The share of people who answer everything the same; 不適用 with its reason where that cannot be said. */
    private KeyFigures.KeyFigure straightLines() {
        Optional<Result> share = material.results().find("quality.straight_line_share");
        return share.filter(Result::isKnown)
                .map(result -> new KeyFigures.KeyFigure(
                        speech.say("scales.straight_lines"),
                        Printed.percent(result.number()),
                        speech.say("scales.straight_lines.of", "n", Printed.count(result.n()))))
                .orElseGet(() -> new KeyFigures.KeyFigure(
                        speech.say("scales.straight_lines"),
                        speech.say("scales.not_applicable"),
                        share.map(result -> Reasons.in(material.language(), result.value()))
                                .orElse("")));
    }

    private KeyFigures.KeyFigure negative() {
        List<String> names = material.survey().constructs().stream()
                .flatMap(construct -> construct.items().stream())
                .filter(item -> material.results()
                        .find("item." + item + ".item_total_corrected")
                        .filter(Result::isKnown)
                        .filter(result -> result.number() < 0)
                        .isPresent())
                .map(material::label)
                .toList();
        return new KeyFigures.KeyFigure(
                speech.say("scales.negative"),
                Printed.count(names.size()),
                names.isEmpty() ? speech.say("scales.negative.none") : speech.list(names));
    }
}
