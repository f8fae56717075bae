package tw.minsheng.petition;

/**
 * How the petitioner can be reached; kept apart from the case, so that it can be erased alone.
 *
 * @param name "" when not given
 * @param email "" when not given
 * @param phone "" when not given
 * @param helper who wrote it down for the petitioner (a relative, 里幹事), "" when she did it herself
 */
public record Contact(String name, String email, String phone, String helper) {

    /** Nothing is known, or nothing is kept any longer. */
    public static final Contact NONE = new Contact("", "", "", "");

    /** Whether an answer can reach the petitioner without her asking. */
    public boolean isReachable() {
        return !email.isEmpty() || !phone.isEmpty();
    }

    /** Personal data must not get into logs by way of a message. */
    @Override
    public String toString() {
        return "Contact";
    }
}
