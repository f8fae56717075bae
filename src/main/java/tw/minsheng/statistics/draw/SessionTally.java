package tw.minsheng.statistics.draw;

import java.util.Map;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/**
 * What was counted in a session of on-site sampling (計數表); corrects the weights of its answers (DR5).
 *
 * @param passed visitors who came by, asked or not
 * @param approached visitors who were asked
 * @param refused of them, who did not want to answer
 * @param ineligible of them, whom the survey is not about
 * @param complete answers that came
 */
public record SessionTally(long passed, long approached, long refused, long ineligible, long complete) {

    /** @throws IllegalArgumentException when a count is negative */
    public SessionTally {
        if (passed < 0 || approached < 0 || refused < 0 || ineligible < 0 || complete < 0) {
            throw new IllegalArgumentException("a count is 0 or more");
        }
    }

    /**
     * Whether the counts fit together: the answers that came, or {@code sample_exceeds_population} with the two that do not:
     * more asked than passed, or more who refused, were ineligible or answered than were asked.
     */
    public Value checked() {
        if (approached > passed) {
            return tooMany(approached, passed);
        }
        long outcomes = refused + ineligible + complete;
        return outcomes > approached ? tooMany(outcomes, approached) : Value.of((double) complete);
    }

    private static Value tooMany(long part, long whole) {
        return Value.undefined(
                Reason.SAMPLE_EXCEEDS_POPULATION, Map.of("n", Long.toString(part), "N", Long.toString(whole)));
    }

    /** Visitors whom the survey is about, as far as those who were asked tell it; {@code no_data} when nobody was asked. */
    public Value eligible() {
        return approached == 0
                ? Value.undefined(Reason.NO_DATA)
                : Value.of((double) passed * (approached - ineligible) / approached);
    }

    /**
     * What an answer of the session stands for: the eligible visitors of the session shared by the answers that came, over the
     * probability of the session. With k asked as planned and everybody answering it is {@link SessionDraw#weight}.
     *
     * @return the reason of {@link #checked}, or {@code no_data} for a session without answers
     */
    public Value weight(SessionDraw.Session session) {
        if (!checked().isKnown()) {
            return checked();
        }
        return complete == 0
                ? Value.undefined(Reason.NO_DATA)
                : eligible().map(visitors -> visitors / complete / session.probability());
    }
}
