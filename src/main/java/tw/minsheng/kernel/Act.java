package tw.minsheng.kernel;

import java.time.Instant;

/**
 * Who does something, and when; travels to the door that writes it down.
 *
 * @param actor name of the account, or of a part of the program such as {@code clock}
 * @param agency key of the agency for which the actor acts, "" for the whole installation
 * @param from the address from which a member of staff acts, "" when nobody came over the network; never the address of
 *     a citizen
 * @param at the time of the act
 */
public record Act(String actor, String agency, String from, Instant at) {

    /** An act of the program itself. */
    public Act(String actor, String agency, Instant at) {
        this(actor, agency, "", at);
    }
}
