package tw.minsheng.report.chapter;

import java.util.Optional;
import tw.minsheng.document.Table;
import tw.minsheng.report.Result;
import tw.minsheng.report.Results;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.survey.Construct;

/** The figures of those who chose to answer beside a drawn sample: their own result, without any interval. */
final class OpenPart {

    private final Material material;
    private final Speech speech;

    OpenPart(Material material) {
        this.material = material;
        this.speech = material.speech();
    }

    /** Overall satisfaction, then score and satisfied share of every construct. */
    Table table() {
        Grid grid = new Grid("open.T3.4", speech.say("open.caption"))
                .words(speech.say("head.construct"))
                .numbers(speech.say("head.n"))
                .numbers(speech.say("head.score"))
                .numbers(speech.say("head.satisfied"));
        find("overall.t2b")
                .ifPresent(share -> grid.row(
                        Grid.text(speech.say("key.overall")),
                        Grid.count(share.n()),
                        Grid.text(""),
                        Grid.text(Printed.percentNumber(share.number()))));
        for (Construct construct : material.survey().constructs()) {
            String object = "construct." + construct.id();
            find(object + ".score_100")
                    .ifPresent(score -> grid.row(
                            Grid.text(material.text(construct.label())),
                            Grid.count(score.n()),
                            Grid.text(Printed.score(score.number())),
                            Grid.text(find(object + ".satisfied")
                                    .map(share -> Printed.percentNumber(share.number()))
                                    .orElse(speech.say("none")))));
        }
        return grid.done(speech.say("open.note"));
    }

    private Optional<Result> find(String key) {
        return material.results().find(Results.OPEN + key).filter(Result::isKnown);
    }
}
