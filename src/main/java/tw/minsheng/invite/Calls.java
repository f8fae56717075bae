package tw.minsheng.invite;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Language;

/**
 * Door to the telephone: people who are invited and can be reached by no mail are called, and their answers keyed in on the
 * pages that everybody answers on. A number is held by one caller at a time; nobody calls about a case she worked on.
 */
public interface Calls {

    /** How often somebody is called in all. */
    int MOST_TRIES = 5;

    /** What came of a call; the codes of surveys.md 5, phone. */
    enum Result {
        /** the answer is there */
        COMPLETE,
        /** she does not wish to answer */
        REFUSED,
        /** nobody answered the telephone, or it was somebody else */
        NO_CONTACT,
        /** the number is nobody's, or she is not who was drawn */
        INELIGIBLE,
        /** she asks to be called at another time */
        CALL_BACK;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Result> of(String key) {
            return Arrays.stream(values())
                    .filter(result -> result.key().equals(key))
                    .findFirst();
        }

        /** Whether nobody calls her after it. */
        public boolean isLast() {
            return this == COMPLETE || this == REFUSED || this == INELIGIBLE;
        }
    }

    /**
     * Whom a caller may call.
     *
     * @param ofCases petitioners after closing, of cases of these agencies that the caller has not worked on; else people who were
     *     invited from a list
     * @param caller account name
     */
    record Desk(Invitations.Round round, boolean ofCases, Set<String> agencies, String caller) {
        public Desk {
            agencies = Set.copyOf(agencies);
        }
    }

    /**
     * Somebody whom the caller holds.
     *
     * @param contact id
     * @param tries calls before
     * @param seed from which her link follows, "" once she has answered
     * @param answered whether her answer is there
     * @param until when the number goes back
     */
    record Held(
            long contact,
            String name,
            String phone,
            Language language,
            int tries,
            String seed,
            boolean answered,
            Instant until) {

        /** Personal data must not get into logs by way of a message. */
        @Override
        public String toString() {
            return "Held " + contact;
        }
    }

    /**
     * How far it has come.
     *
     * @param left people who may be called, now or later
     * @param now of these, those who may be called now
     * @param results calls by result
     */
    record Standing(long left, long now, Map<String, Long> results) {
        public Standing {
            results = Map.copyOf(results);
        }
    }

    /**
     * The number that this caller holds, else the next one, which she holds until the given moment: call-backs that are due
     * first, then who was called least. With its line of the audit trail. Empty when there is none.
     */
    Future<Optional<Held>> next(Desk desk, Instant until, Act act);

    /** The number that this caller holds, with its line of the audit trail. */
    Future<Optional<Held>> held(Desk desk, Act act);

    /** What is answered by her link from now on was told on the telephone; false when this caller does not hold her. */
    Future<Boolean> begin(Desk desk, long contact, Act act);

    /**
     * Writes down what came of the call and lets go of the number, with its line of the audit trail. Fails with
     * {@code call.faults} when the caller does not hold it, when it is complete and no answer is there, or the other way round.
     *
     * @param next when she may be called again
     */
    Future<Void> result(Desk desk, long contact, Result result, Instant next, Act act);

    Future<Standing> standing(Desk desk, Instant now);
}
