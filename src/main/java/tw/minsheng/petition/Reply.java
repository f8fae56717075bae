package tw.minsheng.petition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tw.minsheng.kernel.Fault;

/**
 * The answer to a petitioner (答復), as a form: the result first, then why, what happens next and whom to call.
 *
 * @param ground the facts or the law on which it rests
 * @param nextStep what happens next, or what she can do; also the legal remedies where they are open
 * @param contactName the named person in charge
 * @param contactPhone her or his telephone number
 */
public record Reply(
        Outcome outcome, String text, String ground, String nextStep, String contactName, String contactPhone) {

    /** Nothing has been written yet. */
    public static final Reply NONE = new Reply(Outcome.NONE, "", "", "", "", "");

    public static final int MOST_LETTERS = 4_000;

    public boolean isGiven() {
        return outcome != Outcome.NONE;
    }

    /** As it is kept with the event that gives it, by name. */
    Map<String, String> kept() {
        return Map.of(
                "outcome", outcome.key(),
                "text", text,
                "ground_text", ground,
                "next_step", nextStep,
                "contact", contactName + " " + contactPhone);
    }

    /** What is missing; a reply without somebody to call is refused. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (!outcome.isOfAReply()) {
            faults.add(Fault.of("outcome", "reply.outcome"));
        }
        Required.check(faults, "text", text, "reply.text", MOST_LETTERS);
        Required.check(faults, "ground", ground, "reply.ground", MOST_LETTERS);
        Required.check(faults, "nextStep", nextStep, "reply.next_step", MOST_LETTERS);
        Required.check(faults, "contactName", contactName, "reply.contact", 80);
        Required.check(faults, "contactPhone", contactPhone, "reply.contact", 40);
        return faults;
    }
}
