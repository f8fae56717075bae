package tw.minsheng.report.expert;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import tw.minsheng.kernel.Language;
import tw.minsheng.panel.ContentFigures;
import tw.minsheng.panel.Evidence;
import tw.minsheng.panel.ItemDecision;
import tw.minsheng.panel.PanelRound;
import tw.minsheng.report.wording.Dates;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.Speech;

/** The sentences that read the content validity (內容效度) of a survey: report.md 3.8, row CVI. Never silence. */
public final class ContentReading {

    private final Evidence evidence;
    private final Speech speech;
    private final ZoneId zone;

    private ContentReading(Evidence evidence, Speech speech, ZoneId zone) {
        this.evidence = evidence;
        this.speech = speech;
        this.zone = zone;
    }

    /** Of the newest round that has figures; without one, that nothing was done, or that too few experts answered. */
    public static List<String> of(Evidence evidence, Language language, ZoneId zone) {
        ContentReading reading = new ContentReading(evidence, Speech.of(language, ContentReading.class), zone);
        List<String> sentences = new ArrayList<>();
        evidence.counting()
                .or(() -> evidence.rounds().stream().findFirst())
                .ifPresent(round -> sentences.addAll(reading.sentences(round)));
        evidence.running().forEach(round -> sentences.add(reading.running(round)));
        return sentences.isEmpty() ? List.of(reading.speech.say("content.none")) : List.copyOf(sentences);
    }

    private String running(PanelRound round) {
        return speech.say(
                "content.running", "round", round.number(), "day", Dates.full(speech.language(), round.lastDay(zone)));
    }

    /** Of one of its rounds. */
    public static List<String> of(Evidence evidence, Evidence.Round round, Language language, ZoneId zone) {
        return new ContentReading(evidence, Speech.of(language, ContentReading.class), zone).sentences(round);
    }

    private List<String> sentences(Evidence.Round round) {
        ContentFigures figures = round.figures();
        if (!figures.average().isKnown()) {
            return List.of(speech.say("content.few", "n", figures.experts()));
        }
        List<String> sentences = new ArrayList<>();
        String average = Printed.coefficient(figures.average().number());
        boolean reached = figures.average().number() >= figures.limits().average();
        String least = Printed.limit(figures.limits().average());
        String limit = Printed.limit(figures.limits().item(figures.experts()));
        if (figures.below().isEmpty()) {
            sentences.add(speech.say(
                    reached ? "content.reached" : "content.average_below",
                    "n",
                    figures.experts(),
                    "limit",
                    limit,
                    "of",
                    of(figures),
                    "average",
                    average,
                    "average_limit",
                    least));
        } else {
            sentences.add(speech.say(
                    "content.items_below",
                    "n",
                    figures.experts(),
                    "items",
                    figures.items().size(),
                    "below",
                    figures.below().size(),
                    "limit",
                    limit,
                    "of",
                    of(figures),
                    "average",
                    average,
                    "universal",
                    Printed.coefficient(figures.universal().number()),
                    "short",
                    reached ? "" : speech.say("content.short", "limit", least)));
            figures.below().forEach(item -> sentences.add(below(round, item)));
        }
        return List.copyOf(sentences);
    }

    /** How many items stand behind S-CVI, where others were rated, too. */
    private String of(ContentFigures figures) {
        int scale = figures.scale().size();
        return scale == figures.items().size() ? "" : speech.say("content.of", "k", scale);
    }

    private String below(Evidence.Round round, ContentFigures.Item item) {
        String start = speech.say(
                "content.item",
                "item",
                item.item().text().in(speech.language()),
                "index",
                Printed.coefficient(item.index().number()),
                "limit",
                Printed.limit(item.limit()));
        String stand = Integer.toString(round.round().number());
        return start
                + evidence.decision(ItemDecision.Basis.PANEL, stand, item.item().id())
                        .map(this::decided)
                        .orElseGet(() -> speech.say("content.undecided"));
    }

    private String decided(ItemDecision decision) {
        String reason = decision.line();
        boolean ended = reason.endsWith("。") || reason.endsWith(".");
        return speech.say(
                "content." + decision.choice().key(),
                "day",
                Dates.full(speech.language(), LocalDate.ofInstant(decision.at(), zone)),
                "reason",
                ended ? reason.substring(0, reason.length() - 1) : reason);
    }
}
