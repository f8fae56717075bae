package tw.minsheng.petition;

import java.util.Locale;

/**
 * How a petitioner shows that it was she who sent a case.
 *
 * @param seed from which, under the secret of the server, the link or the code follows
 * @param proof hash of the token in the link, "" for a code
 */
public record Confirmation(Way way, String seed, String proof) {

    /** By which way. */
    public enum Way {
        /** a link in a mail */
        MAIL,
        /** a code to a telephone */
        PHONE,
        /** somebody of the agency calls; it never expires */
        CALL_BACK;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Somebody calls. */
    public static final Confirmation BY_CALL = new Confirmation(Way.CALL_BACK, "", "");

    /** A seed must not get into logs by way of a message. */
    @Override
    public String toString() {
        return "Confirmation by " + way;
    }
}
