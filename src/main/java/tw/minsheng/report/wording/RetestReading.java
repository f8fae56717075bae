package tw.minsheng.report.wording;

import java.util.Optional;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.Standards;
import tw.minsheng.report.Standards.Measure;

/** The sentence that reads 再測信度 of one measure: by the ICC of absolute agreement, judged on its interval (Koo and Li 2016). */
public final class RetestReading {

    private final Speech speech;
    private final Standards standards;

    /** @param standards with the least ICC */
    public RetestReading(Language language, Standards standards) {
        this.speech = Speech.of(language, RetestReading.class);
        this.standards = standards;
    }

    /**
     * What there is of a measure.
     *
     * @param n people found in both waves; none when so few are not told
     * @param lower end of the interval of {@code icc}, {@code upper} the other
     */
    public record Found(
            String measure,
            Optional<Long> n,
            Optional<Double> r,
            Optional<Double> icc,
            Optional<Double> lower,
            Optional<Double> upper) {}

    /** One sentence. */
    public String in(Found found) {
        if (found.n().isEmpty()) {
            return speech.say("reading.retest.hidden", "measure", found.measure());
        }
        String n = Printed.count(found.n().orElseThrow());
        boolean known = found.r().isPresent()
                && found.icc().isPresent()
                && found.lower().isPresent()
                && found.upper().isPresent();
        if (!known) {
            return speech.say("reading.retest.none", "measure", found.measure(), "n", n);
        }
        double limit = standards.limit(Measure.ICC);
        String verdict = found.lower().orElseThrow() >= limit
                ? "reached"
                : found.icc().orElseThrow() >= limit ? "unsure" : "missed";
        return speech.say(
                "reading.retest." + verdict,
                "measure",
                found.measure(),
                "n",
                n,
                "r",
                Printed.coefficient(found.r().orElseThrow()),
                "icc",
                Printed.coefficient(found.icc().orElseThrow()),
                "lower",
                Printed.coefficient(found.lower().orElseThrow()),
                "upper",
                Printed.coefficient(found.upper().orElseThrow()),
                "limit",
                Printed.limit(limit));
    }
}
