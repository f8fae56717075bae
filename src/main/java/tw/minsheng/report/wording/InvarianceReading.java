package tw.minsheng.report.wording;

import java.util.List;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.Standards;
import tw.minsheng.report.Standards.Measure;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/**
 * The sentence whether scores of constructs may be compared between groups (測量恆等性, IV1); untested, it says so. Where the constructs do
 * not fit even without equalities, nothing is said of equality.
 */
public final class InvarianceReading {

    private final Speech speech;
    private final Standards standards;

    /** @param standards with the limits of fit and the largest fall of CFI */
    public InvarianceReading(Language language, Standards standards) {
        this.speech = Speech.of(language, InvarianceReading.class);
        this.standards = standards;
    }

    /**
     * What there is.
     *
     * @param of the constructs, in words
     * @param by by what the groups are told apart, in words
     * @param groups the names of those that are big enough, in words
     * @param leftOut those that are too small, in words; "" for none
     * @param n answers of all that are big enough
     * @param verdict {@code misfit, configural, metric, scalar}: the last model that holds; "" where none was fitted
     * @param fit of the model without equalities
     * @param metric change of CFI where loadings must be equal, or why there is none
     * @param scalar change of CFI where intercepts must be equal, too
     */
    public record Steps(
            String of,
            String by,
            String groups,
            String leftOut,
            long n,
            String verdict,
            Fit fit,
            Value metric,
            Value scalar) {

        /** Whether it was tested and scores may not be compared. */
        public boolean isBroken() {
            return verdict.equals("configural") || verdict.equals("metric");
        }

        /** Whether there is no verdict, for whatever reason. */
        public boolean isUntested() {
            return verdict.isEmpty();
        }

        /** Whether nothing can be said of equality, because the constructs themselves do not fit. */
        public boolean isMisfit() {
            return verdict.equals("misfit");
        }
    }

    /** How the model without equalities fits. */
    public record Fit(Value cfi, Value rmsea) {}

    /** What was found, and which groups took no part. */
    public String in(Steps steps) {
        return steps.leftOut().isEmpty()
                ? found(steps)
                : speech.join(
                        List.of(found(steps), speech.say("reading.invariance.left_out", "groups", steps.leftOut())));
    }

    /** Why there is no verdict: of groups it says which there are, since the n of one of them is not that of the test. */
    public String untested(Steps steps) {
        Value none = steps.metric().isKnown() ? steps.scalar() : steps.metric();
        Reason reason = none.reason().orElse(Reason.NO_DATA);
        if (reason == Reason.SMALL_CELL) {
            return speech.say("reading.invariance.hidden");
        }
        if (reason != Reason.N_TOO_SMALL) {
            return Reasons.in(speech.language(), none);
        }
        return steps.groups().isEmpty()
                ? speech.say("reading.invariance.all_small")
                : speech.say("reading.invariance.one_group", "group", steps.groups(), "n", Printed.count(steps.n()));
    }

    private String found(Steps steps) {
        if (steps.isUntested()) {
            return speech.say("reading.invariance.none", "of", steps.of(), "by", steps.by(), "reason", untested(steps));
        }
        return speech.say(
                "reading.invariance." + steps.verdict(),
                "of",
                steps.of(),
                "by",
                steps.by(),
                "groups",
                steps.groups(),
                "n",
                Printed.count(steps.n()),
                "cfi",
                Printed.coefficient(steps.fit().cfi().number()),
                "rmsea",
                Printed.coefficient(steps.fit().rmsea().number()),
                "least",
                Printed.limit(standards.limit(Measure.CFI)),
                "most",
                Printed.limit(standards.limit(Measure.RMSEA)),
                "metric",
                Printed.coefficient(steps.metric().number()),
                "scalar",
                Printed.coefficient(steps.scalar().number()),
                "limit",
                Printed.limit(standards.limit(Measure.DELTA_CFI)));
    }
}
