package tw.minsheng.collect;

import java.util.List;
import tw.minsheng.survey.Quota;

/**
 * An answer to be finished, checked by the rules of its survey.
 *
 * @param submission hash of the form key or of the API's key; the same one again gives the same answer
 * @param bodyMac HMAC of the canonical body under the key: tells another body under the same key
 * @param receipt reference number to be given out; kept beside the submission, never with the answer
 * @param draft the draft that this finishes
 * @param codes analysis copy of the answers in the order of the version's variables ({@link Codes})
 * @param quotas the quotas whose condition holds; empty unless the outcome is {@link Outcome#COMPLETE}
 * @param invitation hash of the token by which the respondent was invited, "" for everybody else; it is spent with the
 *     finish
 */
public record Finish(
        String submission,
        String bodyMac,
        String receipt,
        DraftRef draft,
        AnswerSheet sheet,
        List<Short> codes,
        List<Quota> quotas,
        String invitation) {

    /** Of somebody who was not invited. */
    public Finish(
            String submission,
            String bodyMac,
            String receipt,
            DraftRef draft,
            AnswerSheet sheet,
            List<Short> codes,
            List<Quota> quotas) {
        this(submission, bodyMac, receipt, draft, sheet, codes, quotas, "");
    }

    /**
     * The draft that disappears with the finish, only when nobody has changed it since.
     *
     * @param code hash of the resume code, "" when there is no draft (API)
     */
    public record DraftRef(String code, int revision) {
        public static final DraftRef NONE = new DraftRef("", 0);

        public boolean isGiven() {
            return !code.isEmpty();
        }
    }

    public Finish {
        codes = List.copyOf(codes);
        quotas = List.copyOf(quotas);
    }

    public boolean isInvited() {
        return !invitation.isEmpty();
    }
}
