package tw.minsheng.panel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tw.minsheng.kernel.Fault;

/**
 * One expert of a round.
 *
 * @param id 0 while it is not kept
 * @param affiliation where she works, "" when not given
 * @param email "" when not given, and once the round is over
 * @param mail how far the mail with her link has come: {@code waiting, sending, sent, failed}; "" when none is sent
 * @param withdrawn whether her link opens nothing any longer; her ratings do not count
 * @param finished when she sent her ratings first, {@link #NEVER} before
 */
public record Expert(
        long id, String name, String affiliation, String email, String mail, boolean withdrawn, Instant finished) {

    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private static final int MOST_LETTERS = 80;
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");
    private static final Pattern MAIL = Pattern.compile("[^\\s@<>\"]{1,100}@[^\\s@<>\".]+(\\.[^\\s@<>\".]+)+");

    /** One who has not been asked yet. */
    public static Expert asked(String name, String affiliation, String email) {
        return new Expert(0, line(name), line(affiliation), email.strip(), "", false, NEVER);
    }

    /** What was pasted from two lines stands in one: a list of experts has one line for each. */
    private static String line(String typed) {
        return BREAKS.matcher(typed).replaceAll(" ").strip();
    }

    public boolean isFinished() {
        return finished.isBefore(NEVER);
    }

    /** What is missing or too long; a name is needed, because plans ask for the list of experts. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (name.isBlank()) {
            faults.add(Fault.of("name", "panel.fault.name"));
        }
        if (name.length() > MOST_LETTERS) {
            faults.add(Fault.of("name", "panel.fault.long"));
        }
        if (affiliation.length() > MOST_LETTERS) {
            faults.add(Fault.of("affiliation", "panel.fault.long"));
        }
        if (!email.isEmpty() && !MAIL.matcher(email).matches()) {
            faults.add(Fault.of("email", "panel.fault.email"));
        }
        return faults;
    }

    /** Names and addresses must not get into logs. */
    @Override
    public String toString() {
        return "Expert " + id;
    }
}
