package tw.minsheng.report.wording;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.survey.Weighting;

/**
 * The sentence about the weights; it names their source and how they were made.
 *
 * @param bounds of calibrated weights
 * @param margins variables of the margins in words
 * @param cycles rounds until convergence; of post-stratification it needs none
 * @param largestError largest difference to a target that is left, as a share of the total
 * @param trimmed whether weights were cut after they were fitted
 */
public record WeightingSentence(
        Weighting.Method method,
        Weighting.Bounds bounds,
        List<String> sources,
        List<LocalizedText> margins,
        int cycles,
        double largestError,
        boolean trimmed) {

    private static final double BILLIONTH = 1e-9;
    private static final double TEN_THOUSANDTH = 1e-4;

    public WeightingSentence {
        sources = List.copyOf(sources);
        margins = List.copyOf(margins);
    }

    public String in(Language language) {
        Speech speech = Speech.of(language, WeightingSentence.class);
        String source = speech.list(sources.stream().distinct().toList());
        String variables =
                speech.list(margins.stream().map(speech::of).map(speech::quoted).toList());
        if (method == Weighting.Method.NONE) {
            return speech.say("weighting.none");
        }
        return speech.say(
                "weighting." + method.name().toLowerCase(Locale.ROOT),
                "source",
                source,
                "variables",
                variables,
                "within",
                within(speech),
                "end",
                end(speech));
    }

    private String within(Speech speech) {
        return bounds.isGiven()
                ? speech.say("weighting.bounds", "low", plain(bounds.low()), "high", plain(bounds.high()))
                : "";
    }

    /** 0.3 and 3 as they were written. */
    private static String plain(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }

    /** Cycles and what is left; nothing for post-stratification, which is exact at once unless weights were cut. */
    private String end(Speech speech) {
        if (method == Weighting.Method.CELL) {
            return trimmed ? speech.say("weighting.trimmed", "error", left(speech)) : speech.say("weighting.exact");
        }
        return speech.say(
                trimmed ? "weighting.converged.trimmed" : "weighting.converged",
                "cycles",
                cycles,
                "error",
                left(speech));
    }

    /** As people say it; the number itself is in the data. */
    private String left(Speech speech) {
        if (largestError < BILLIONTH) {
            return speech.say("weighting.left.billionth");
        }
        return largestError < TEN_THOUSANDTH
                ? speech.say("weighting.left.ten_thousandth")
                : speech.say("weighting.left.points", "points", Printed.fixed(100 * largestError, 2));
    }
}
