package tw.minsheng.security;

import java.time.Instant;
import java.util.Set;

/**
 * One person of the staff; accounts are never shared.
 *
 * @param name what the person signs in with: lower case letters, digits, {@code . _ @ -}, 2 to 64 characters
 * @param roles what the person is, at least one
 * @param agency the agency whose subtree the roles reach over, "" for the whole installation
 * @param state whether the account may be used
 * @param survey the only survey a reviewer may see, "" for all of the subtree
 * @param until from this time on the account may not be used, {@link #FOREVER} when it has no end
 * @param opened when it was opened
 * @param used when it was last used, {@link Instant#EPOCH} when never
 */
public record Account(
        String name,
        Set<Role> roles,
        String agency,
        State state,
        String survey,
        Instant until,
        Instant opened,
        Instant used) {

    /** Later than any end that a person can type. */
    public static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

    /** Whether an account may be used. */
    public enum State {
        ACTIVE,
        /** for a time, by an administrator; can be taken back */
        SUSPENDED,
        /** for good; the name stays taken so that the audit trail stays readable */
        DISABLED
    }

    public Account {
        roles = Set.copyOf(roles);
    }

    /** A new account without an end. */
    public static Account open(String name, Set<Role> roles, String agency, Instant at) {
        return new Account(name, roles, agency, State.ACTIVE, "", FOREVER, at, Instant.EPOCH);
    }

    public Account withState(State changed) {
        return new Account(name, roles, agency, changed, survey, until, opened, used);
    }

    public Account withRights(Set<Role> changedRoles, String changedAgency) {
        return new Account(name, changedRoles, changedAgency, state, survey, until, opened, used);
    }

    /** Limited to one survey ("" for none in particular) and to an end. */
    public Account limitedTo(String onlySurvey, Instant end) {
        return new Account(name, roles, agency, state, onlySurvey, end, opened, used);
    }

    public Account usedAt(Instant at) {
        return new Account(name, roles, agency, state, survey, until, opened, at);
    }
}
