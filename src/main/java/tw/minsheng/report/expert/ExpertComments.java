package tw.minsheng.report.expert;

import java.util.List;
import tw.minsheng.kernel.Language;
import tw.minsheng.panel.Evidence;
import tw.minsheng.panel.Seat;
import tw.minsheng.petition.Contact;
import tw.minsheng.petition.Redaction;
import tw.minsheng.report.wording.Speech;

/**
 * What experts wrote, as it may be shown: names of the experts themselves and whatever else may tell who somebody is (names, telephone
 * numbers, addresses: {@link Redaction}) is masked, for they were told that comments stand without names.
 */
public final class ExpertComments {

    private final Evidence.Round round;
    private final Redaction redaction = Redaction.shipped();
    private final Speech speech;

    public ExpertComments(Evidence.Round round, Language language) {
        this.round = round;
        this.speech = Speech.of(language, ExpertComments.class);
    }

    /** On the whole survey. */
    public List<String> ofAll() {
        return round.comments().stream().map(this::masked).toList();
    }

    /** On an item. */
    public List<String> of(String item) {
        return round.comments(item).stream().map(this::masked).toList();
    }

    private String masked(String comment) {
        String text = masked(comment, Contact.NONE);
        for (Seat seat : round.seats()) {
            text = masked(text, new Contact(seat.expert().name(), "", "", ""));
        }
        return text;
    }

    private String masked(String text, Contact known) {
        return Redaction.masked(text, redaction.finds(text, known), kind -> speech.say("content.masked." + kind.key()));
    }
}
