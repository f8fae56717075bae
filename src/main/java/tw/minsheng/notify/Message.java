package tw.minsheng.notify;

import tw.minsheng.kernel.Language;

/**
 * A notice as it goes out.
 *
 * @param id the same for the same notice, however often it is sent
 * @param to e-mail address or telephone number
 */
public record Message(String id, String to, Language language, Wording wording) {

    /** Personal data must not get into logs by way of a message. */
    @Override
    public String toString() {
        return "Message " + id;
    }
}
