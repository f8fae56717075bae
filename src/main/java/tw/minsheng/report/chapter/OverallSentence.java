package tw.minsheng.report.chapter;

import java.util.Optional;
import tw.minsheng.report.Result;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.statistics.Interval;
import tw.minsheng.survey.Scale;

/** The sentences about overall satisfaction (整體滿意度). */
final class OverallSentence {

    private OverallSentence() {}

    /** The share, what counts as satisfied, its interval, the mean and n; why not, when there is none. */
    static String of(Material material) {
        Speech speech = material.speech();
        Optional<Result> share = material.results().find("overall.t2b").filter(Result::isKnown);
        if (share.isEmpty()) {
            return speech.say("none");
        }
        Result t2b = share.orElseThrow();
        Result mean = material.results().get("overall.item_mean");
        String within = t2b.interval()
                .map(interval -> speech.say(
                        "3.2.interval",
                        "level",
                        Printed.level(interval.level()),
                        "lower",
                        Printed.percent(interval.lower().number()),
                        "upper",
                        Printed.percent(interval.upper().number())))
                .orElse("");
        return speech.say(
                material.sample().weighted() ? "3.2.text.weighted" : "3.2.text",
                "share",
                Printed.percent(t2b.number()),
                "within",
                within,
                "mean",
                Printed.mean(mean.number()),
                "n",
                Printed.count(t2b.n()),
                "satisfied",
                satisfied(material),
                "max",
                material.scaleOf(material.survey().overall()).map(Scale::max).orElse(0));
    }

    /** The conclusion of the figure. */
    static String title(Material material) {
        Optional<Result> share = material.results().find("overall.t2b").filter(Result::isKnown);
        return share.map(t2b -> material.speech().say("f3.1.title", "share", Printed.percentWhole(t2b.number())))
                .orElseGet(() -> material.speech().say("none"));
    }

    /** The points that count as satisfied, in words. */
    static String satisfied(Material material) {
        Speech speech = material.speech();
        return material.scaleOf(material.survey().overall())
                .map(scale -> speech.list(scale.points().stream()
                        .filter(point ->
                                point.value() >= scale.satisfiedFrom().value().orElse(Integer.MAX_VALUE))
                        .map(point -> speech.quoted(material.text(point.label())))
                        .toList()))
                .orElse("");
    }

    /** Limits of an interval of a share, "" without one. */
    static String limits(Material material, Optional<Interval> interval) {
        return interval.map(known -> material.speech()
                        .say(
                                "interval.plain",
                                "level",
                                Printed.level(known.level()),
                                "lower",
                                Printed.percent(known.lower().number()),
                                "upper",
                                Printed.percent(known.upper().number())))
                .orElse("");
    }
}
