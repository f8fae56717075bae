package tw.minsheng.report.chapter;

import java.util.List;
import java.util.Locale;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;
import tw.minsheng.survey.ActionRule;
import tw.minsheng.survey.Construct;

/** The rules of the definition in words, and what they met. */
record RuleWords(Material material, Speech speech) {

    static RuleWords of(Material material) {
        return new RuleWords(material, material.speech());
    }

    /** What the rule asks for. */
    String asked(ActionFinding finding) {
        return join(finding.tests().stream().map(this::asked).toList());
    }

    /** The values that it met. */
    String met(ActionFinding finding) {
        return String.join(
                speech.say("met.separator"),
                finding.tests().stream().map(this::met).toList());
    }

    String outcome(ActionFinding finding) {
        if (finding.holds()) {
            return speech.say("rule.holds");
        }
        return speech.say(finding.isUndecided() ? "rule.undecided" : "rule.holds_not");
    }

    private String join(List<String> parts) {
        return String.join(speech.say("rule.and"), parts);
    }

    private String asked(ActionFinding.Measured measured) {
        ActionRule.Test test = measured.test();
        return speech.say(
                "rule.asked",
                "figure",
                figure(test),
                "sign",
                speech.say("sign." + test.comparison().name().toLowerCase(Locale.ROOT)),
                "limit",
                printed(test, test.limit()));
    }

    private String met(ActionFinding.Measured measured) {
        return measured.value().isKnown()
                ? printed(measured.test(), measured.value().number())
                : speech.say("none");
    }

    private String figure(ActionRule.Test test) {
        String name = material.survey()
                .construct(test.of())
                .map(Construct::label)
                .map(material::text)
                .orElseGet(() -> material.label(test.of()));
        return speech.say("rule." + test.function().name().toLowerCase(Locale.ROOT), "name", name);
    }

    private static String printed(ActionRule.Test test, double value) {
        return switch (test.function()) {
            case MEAN_SATISFIED -> Printed.percent(value);
            case MEAN -> Printed.mean(value);
            case INDEX -> Printed.score(value);
            case N -> Printed.whole(value);
            case ALPHA -> Printed.coefficient(value);
        };
    }
}
