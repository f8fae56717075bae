package tw.minsheng.report.expert;

import java.util.List;
import tw.minsheng.kernel.Language;
import tw.minsheng.panel.ContentFigures;
import tw.minsheng.panel.Evidence;
import tw.minsheng.report.ItemProposal;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;

/**
 * What the limits of content validity propose for one item of a round: {@code keep} when its I-CVI reaches the limit of so many
 * experts, else {@code revise}, with the figures on which that rests. Ratings may change while the round is open; a decision keeps
 * what was seen.
 */
public final class ContentProposal {

    private ContentProposal() {}

    /** @throws IllegalArgumentException when the round has no such item */
    public static ItemProposal of(Evidence.Round round, String item, Language language) {
        ContentFigures.Item figure = round.figures().items().stream()
                .filter(each -> each.item().id().equals(item))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no item " + item));
        Speech speech = Speech.of(language, ContentReading.class);
        return new ItemProposal(
                item,
                figure.item().text().in(language),
                figure.item().label().in(language),
                figure.index().isKnown() ? (figure.isBelow() ? "revise" : "keep") : "",
                List.of(rule(figure, speech)),
                "");
    }

    private static String rule(ContentFigures.Item figure, Speech speech) {
        return figure.index().isKnown()
                ? speech.say(
                        figure.isBelow() ? "content.rule.below" : "content.rule.reached",
                        "index",
                        Printed.coefficient(figure.index().number()),
                        "relevant",
                        figure.relevant(),
                        "n",
                        figure.rated(),
                        "limit",
                        Printed.limit(figure.limit()))
                : speech.say("content.rule.few");
    }
}
