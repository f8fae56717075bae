package tw.minsheng.report.wording;

import java.util.ArrayList;
import java.util.List;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.survey.SamplingPlan;

/**
 * The sentence about the sample (抽樣誤差的用語): statistics.md section 7, codes of report.md 4.1. An agency may add text
 * after it; it cannot be edited.
 */
public final class SampleSentence {

    private final SampleFacts facts;
    private final Speech speech;

    private SampleSentence(SampleFacts facts, Speech speech) {
        this.facts = facts;
        this.speech = speech;
    }

    /** The sentence in this language. */
    public static String in(Language language, SampleFacts facts) {
        return new SampleSentence(facts, Speech.of(language, SampleSentence.class)).text();
    }

    /** Which sentences hold, the first one first. */
    public static List<SampleCode> codes(SampleFacts facts) {
        List<SampleCode> codes = new ArrayList<>(List.of(facts.code()));
        if (facts.code().isProbability() && facts.isLargeShare()) {
            codes.add(SampleCode.W3);
        }
        return List.copyOf(codes);
    }

    private String text() {
        return switch (facts.code()) {
            case W1, W2, W3 -> probability();
            case W4 -> census();
            case W5, W7 -> voluntary();
            case W6 -> quota();
        };
    }

    private String probability() {
        if (!facts.figures().margin().isKnown()) {
            return withoutMargin(facts.figures().margin());
        }
        List<String> sentences = new ArrayList<>(List.of(margin()));
        if (isBeyondUse()) {
            sentences.add(speech.say("sample.too_few", "n", Printed.count(facts.n())));
        }
        if (facts.isLargeShare()) {
            sentences.add(speech.say("sample.w3", "population", Printed.count(facts.population())));
        }
        if (facts.plan().design() == SamplingPlan.Design.ONSITE) {
            sentences.add(onsite());
        }
        return speech.join(sentences);
    }

    /** A share lies between 0 and 100 %, so an error of half of that or more leaves everything possible. */
    private boolean isBeyondUse() {
        SampleFacts.Figures figures = facts.figures();
        return figures.margin().number() >= .5
                || figures.marginDeff().asOptional().orElse(0) >= .5;
    }

    /** Nobody has answered yet, everybody has, or more than there are. */
    private String withoutMargin(Value margin) {
        String n = Printed.count(facts.n());
        return margin.reason().filter(reason -> reason == Reason.NO_DATA).isPresent()
                ? speech.say("sample.no_figures", "n", n)
                : speech.say("sample.without_margin", "n", n, "reason", Reasons.in(speech.language(), margin));
    }

    private String margin() {
        SampleFacts.Figures figures = facts.figures();
        String margin = points(figures.margin().number());
        if (facts.code() == SampleCode.W1) {
            return speech.say("sample.w1", "n", Printed.count(facts.n()), "level", level(), "margin", margin);
        }
        if (!figures.marginDeff().isKnown() || !figures.nEffective().isKnown()) {
            return speech.say("sample.clusters", "level", level(), "margin", margin);
        }
        return speech.say(
                "sample.w2",
                "level",
                level(),
                "margin",
                margin,
                "deff",
                Printed.fixed(figures.deff().number(), 2),
                "neff",
                Printed.whole(figures.nEffective().number()),
                "margindeff",
                points(figures.marginDeff().number()));
    }

    private String onsite() {
        SamplingPlan.Onsite onsite = facts.plan().onsite();
        String period = speech.of(facts.period());
        return speech.say(
                period.isEmpty() ? "sample.onsite.undated" : "sample.onsite",
                "period",
                period,
                "sessions",
                onsite.drawSessions(),
                "interval",
                onsite.interval());
    }

    private String census() {
        SampleFacts.Figures figures = facts.figures();
        return figures.rate().isKnown()
                ? speech.say(
                        "sample.w4",
                        "rate",
                        Printed.fixed(figures.rate().number() * 100, 1),
                        "name",
                        figures.rateName())
                : speech.say("sample.w4.no_rate");
    }

    private String voluntary() {
        List<String> sentences = new ArrayList<>(List.of(speech.say("sample.w5", "target", target())));
        if (facts.weighted()) {
            sentences.add(weighted());
        }
        return speech.join(sentences);
    }

    private String quota() {
        List<String> sentences = new ArrayList<>(List.of(speech.say("sample.w6", "target", target())));
        if (facts.weighted()) {
            sentences.add(weighted());
        }
        sentences.add(speech.say("sample.w6.never"));
        return speech.join(sentences);
    }

    private String weighted() {
        List<String> names =
                facts.weightedBy().stream().map(speech::of).map(speech::quoted).toList();
        return names.isEmpty()
                ? speech.say("sample.w5.weighted_by_file")
                : speech.say("sample.w5.weighted", "variables", speech.list(names));
    }

    /** The people; nothing after 全體 when the definition names none. */
    private String target() {
        return facts.target().equals(LocalizedText.NONE) ? "" : speech.of(facts.target());
    }

    private String level() {
        return Printed.level(facts.level());
    }

    private static String points(double share) {
        return Printed.fixed(share * 100, 1);
    }
}
