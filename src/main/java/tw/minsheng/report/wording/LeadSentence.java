package tw.minsheng.report.wording;

import tw.minsheng.kernel.Language;

/**
 * The sentence W8 about one answer ahead of another in the same question; the lead has a margin of its own (S18).
 *
 * @param first the answer ahead, as printed
 * @param second the other one
 * @param lead difference of the shares, positive
 * @param margin half width of the interval of this difference
 */
public record LeadSentence(String first, String second, double lead, double margin) {

    public String in(Language language) {
        Speech speech = Speech.of(language, LeadSentence.class);
        return speech.say(
                lead > margin ? "sample.w8.significant" : "sample.w8.not_significant",
                "first",
                first,
                "second",
                second,
                "lead",
                Printed.fixed(lead * 100, 1),
                "margin",
                Printed.fixed(margin * 100, 1));
    }
}
