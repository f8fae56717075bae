package tw.minsheng.notify;

import java.util.Map;
import tw.minsheng.kernel.Language;

/**
 * Something that the petitioner of a case has to be told; written down in the transaction of the act that causes it.
 *
 * @param cause what caused it, such as the number of the event; with the case and the channel it may exist only once
 * @param address e-mail address or telephone number, "" when it is delivered by hand
 * @param language of the case
 * @param facts for the placeholders of its template, apart from the number of the case; none of another petitioner
 */
public record Notice(
        String cause, NoticeKind kind, Channel channel, String address, Language language, Map<String, String> facts) {

    public Notice {
        facts = Map.copyOf(facts);
    }

    /** Personal data must not get into logs by way of a message. */
    @Override
    public String toString() {
        return "Notice " + kind + " by " + channel;
    }
}
