package tw.minsheng.petition;

import java.util.regex.Pattern;

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

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;:]{1,64}@[A-Za-z0-9.-]{1,180}\\.[A-Za-z]{2,24}");

    /** Whether mail can be sent there, as far as its form tells. */
    public static boolean isEmail(String text) {
        return EMAIL.matcher(text).matches();
    }

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
