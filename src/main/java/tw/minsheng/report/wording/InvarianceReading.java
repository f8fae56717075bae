package tw.minsheng.report.wording;

import java.util.List;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.Standards;
import tw.minsheng.report.Standards.Measure;
import tw.minsheng.statistics.Value;

/** The sentence whether scores of constructs may be compared between groups (測量恆等性, IV1); untested, it says so. */
public final class InvarianceReading {

    private final Speech speech;
    private final Standards standards;

    /** @param standards with the largest fall of CFI */
    public InvarianceReading(Language language, Standards standards) {
        this.speech = Speech.of(language, InvarianceReading.class);
        this.standards = standards;
    }

    /**
     * What there is.
     *
     * @param of the constructs, in words
     * @param by by what the groups are told apart, in words
     * @param groups their names, in words
     * @param leftOut those that are too small, in words; "" for none
     * @param n answers of all that are tested
     * @param metric change of CFI where loadings must be equal, or why there is none
     * @param scalar change of CFI where intercepts must be equal, too
     */
    public record Steps(String of, String by, String groups, String leftOut, long n, Value metric, Value scalar) {}

    /** Whether it was tested and does not hold. */
    public boolean isBroken(Steps steps) {
        return steps.metric().isKnown()
                && steps.scalar().isKnown()
                && StrictMath.min(steps.metric().number(), steps.scalar().number())
                        < -standards.limit(Measure.DELTA_CFI);
    }

    /** What was found, and which groups took no part. */
    public String in(Steps steps) {
        return steps.leftOut().isEmpty()
                ? found(steps)
                : speech.join(
                        List.of(found(steps), speech.say("reading.invariance.left_out", "groups", steps.leftOut())));
    }

    private String found(Steps steps) {
        if (!steps.metric().isKnown() || !steps.scalar().isKnown()) {
            Value none = steps.metric().isKnown() ? steps.scalar() : steps.metric();
            return speech.say(
                    "reading.invariance.none",
                    "of",
                    steps.of(),
                    "by",
                    steps.by(),
                    "reason",
                    Reasons.in(speech.language(), none));
        }
        double limit = standards.limit(Measure.DELTA_CFI);
        String verdict =
                steps.metric().number() < -limit ? "metric" : steps.scalar().number() < -limit ? "scalar" : "holds";
        return speech.say(
                "reading.invariance." + verdict,
                "of",
                steps.of(),
                "by",
                steps.by(),
                "groups",
                steps.groups(),
                "n",
                Printed.count(steps.n()),
                "metric",
                Printed.coefficient(steps.metric().number()),
                "scalar",
                Printed.coefficient(steps.scalar().number()),
                "limit",
                Printed.limit(limit));
    }
}
