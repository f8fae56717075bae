package tw.minsheng.petition;

import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.petition.deadline.Basis;
import tw.minsheng.petition.deadline.DeadlineRules;
import tw.minsheng.petition.deadline.TimeLimit;

/**
 * What sort of matter a case is about, with what everybody may know of its handling (核辦時限、查閱及追蹤方式).
 *
 * @param id never changes
 * @param agency key of the agency that handles it
 * @param limit how long it may take
 * @param procedure what happens with it, for the petitioner; {@link LocalizedText#NONE} when not given
 * @param secondReply how long it may take after the petitioner had it opened again
 */
public record CaseType(
        String id,
        LocalizedText label,
        String agency,
        TimeLimit limit,
        DeadlineRules rules,
        LocalizedText procedure,
        TimeLimit secondReply) {

    /** Three working days, unless {@code petitions.yaml} says otherwise. */
    public static final TimeLimit SECOND_REPLY = new TimeLimit(3, Basis.WORKING_DAY);

    /** A type with the usual limit of a second reply. */
    public CaseType(
            String id,
            LocalizedText label,
            String agency,
            TimeLimit limit,
            DeadlineRules rules,
            LocalizedText procedure) {
        this(id, label, agency, limit, rules, procedure, SECOND_REPLY);
    }
}
