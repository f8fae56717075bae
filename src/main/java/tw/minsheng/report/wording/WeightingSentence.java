package tw.minsheng.report.wording;

import java.util.List;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.survey.Weighting;

/**
 * The sentence about the weights; it names their source.
 *
 * @param margins variables of the margins in words
 * @param cycles rounds until convergence, for raking
 * @param largestError largest difference to a target that is left, as a share of the total, for raking
 */
public record WeightingSentence(
        Weighting.Method method, List<String> sources, List<LocalizedText> margins, int cycles, double largestError) {

    public WeightingSentence {
        sources = List.copyOf(sources);
        margins = List.copyOf(margins);
    }

    public String in(Language language) {
        Speech speech = Speech.of(language, WeightingSentence.class);
        String source = speech.list(sources.stream().distinct().toList());
        String variables =
                speech.list(margins.stream().map(speech::of).map(speech::quoted).toList());
        return switch (method) {
            case NONE -> speech.say("weighting.none");
            case CELL -> speech.say("weighting.cell", "source", source, "variables", variables);
            case RAKING ->
                speech.say(
                        "weighting.raking",
                        "source",
                        source,
                        "variables",
                        variables,
                        "cycles",
                        cycles,
                        "error",
                        largestError == 0 ? "0" : scientific(largestError));
        };
    }

    /** 3.1×10⁻¹² style without a locale. */
    private static String scientific(double number) {
        int exponent = (int) StrictMath.floor(StrictMath.log10(number));
        double mantissa = number / StrictMath.pow(10, exponent);
        return Printed.fixed(mantissa, 1) + "×10^" + (exponent < 0 ? "−" + -exponent : Integer.toString(exponent));
    }
}
