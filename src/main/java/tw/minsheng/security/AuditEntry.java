package tw.minsheng.security;

import tw.minsheng.kernel.Act;

/**
 * One line for the audit trail. Citizens' answers are not audit entries.
 *
 * @param act who, for which agency, from where, when (UTC)
 * @param what stable code of what was done or seen, for example {@code answers.export}
 * @param object on which object, for example the id of a survey or the name of an account
 * @param result {@code done}, or the code of the problem that refused it
 */
public record AuditEntry(Act act, String what, String object, String result) {

    public static final String DONE = "done";

    /** Line breaks would let a name forge a second line wherever the trail is forwarded as text. */
    public AuditEntry {
        object = object.replaceAll("\\p{Cntrl}", " ");
    }

    public static AuditEntry done(Act act, String what, String object) {
        return new AuditEntry(act, what, object, DONE);
    }

    public static AuditEntry refused(Act act, String what, String object, String code) {
        return new AuditEntry(act, what, object, code);
    }
}
