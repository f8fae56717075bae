package tw.minsheng.web.staff;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tw.minsheng.panel.ItemDecision;

/** Puts decisions on items into words. */
record DecisionWords(Words words) {

    List<CaseViews.Choice> choices(String chosen) {
        return Stream.of(ItemDecision.Choice.values())
                .map(each -> new CaseViews.Choice(
                        each.key(),
                        words.say("decision." + each.key()),
                        each.key().equals(chosen)))
                .toList();
    }

    /** @param item its words, "" where the page says it already */
    PanelViews.Decided decided(ItemDecision decision, String item) {
        String tone = switch (decision.choice()) {
            case KEEP -> "good";
            case REVISE -> "open";
            case DELETE -> "bad";
        };
        return new PanelViews.Decided(
                words.moment(decision.at()),
                decision.actor(),
                item,
                words.say(
                        "decision.basis." + decision.basis().key(),
                        Map.of(
                                "stand",
                                decision.stand().isEmpty() ? words.say("decision.all_waves") : decision.stand())),
                words.say("decision." + decision.choice().key()),
                tone,
                decision.reason(),
                decision.rules());
    }
}
