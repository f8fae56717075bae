package tw.minsheng.report.chapter;

import java.util.Optional;
import tw.minsheng.chart.DotsData;
import tw.minsheng.report.Result;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.survey.Construct;

/** A construct with its score from 0 to 100. */
record Scored(Construct construct, String label, Result result) {

    /** Nothing when there is no score. */
    static Optional<Scored> of(Material material, Construct construct) {
        return material.results()
                .find("construct." + construct.id() + ".score_100")
                .filter(Result::isKnown)
                .map(result -> new Scored(construct, material.text(construct.label()), result));
    }

    double score() {
        return result.number();
    }

    DotsData.Row row(Speech speech) {
        return new DotsData.Row(
                label, speech.say("n", "n", Printed.count(result.n())), Drawings.mark(result, Printed.score(score())));
    }
}
