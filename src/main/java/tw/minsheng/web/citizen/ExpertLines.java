package tw.minsheng.web.citizen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tw.minsheng.panel.PanelRound;
import tw.minsheng.panel.Seat;

/** What an expert is told about her round, line by line. */
record ExpertLines(Words words, Seat seat) {

    /** What is told first: that it was sent, or that it is closed; "" for nothing. */
    String said(boolean open) {
        if (!open) {
            return words.say(seat.expert().isFinished() ? "expert.closed.sent" : "expert.closed");
        }
        return seat.expert().isFinished()
                ? words.say("expert.sent", "date", words.date(seat.expert().finished()))
                : "";
    }

    /** What it is about. */
    List<String> lead() {
        PanelRound round = seat.round();
        return List.of(
                words.say("expert.lead"),
                words.say(
                        "expert.howmany",
                        Map.of(
                                "n", round.items().size(),
                                "date", words.lastDay(round.closes()))),
                words.say("expert.privacy"));
    }

    /** Whom to ask; nothing where the survey names nobody. */
    List<String> contact() {
        PanelRound round = seat.round();
        String contact = (round.asker().contact() + " " + round.asker().phone()).strip();
        return contact.isEmpty() ? List.of() : List.of(words.say("expert.contact", "contact", contact));
    }

    /** The page for what was sent too late. */
    ExpertViews.Late late(String unsent) {
        List<String> lines = new ArrayList<>(List.of(words.say("expert.late")));
        if (!seat.expert().isFinished()) {
            lines.add(words.say("expert.late.unfinished"));
        }
        lines.addAll(contact());
        return new ExpertViews.Late(
                words.text(seat.round().asker().title()), words.say("expert.late.title"), lines, unsent);
    }
}
