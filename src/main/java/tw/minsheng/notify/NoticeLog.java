package tw.minsheng.notify;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tw.minsheng.kernel.Act;

/** Door to what was told to whom. Whoever asks has been allowed to by the one place that decides. */
public interface NoticeLog {

    /** How far a notice has come. */
    enum State {
        /** to be sent */
        WAITING,
        /** on its way */
        SENDING,
        SENT,
        /** given up; somebody has to deliver it, or try again */
        FAILED,
        /** somebody has to deliver it */
        BY_HAND,
        /** there is nobody to be told any longer */
        VOID;

        /** Whether somebody of the staff has to do something. */
        public boolean isOwed() {
            return this == FAILED || this == BY_HAND;
        }
    }

    /**
     * One notice.
     *
     * @param number of the case
     * @param made when it was written
     * @param sent when it was delivered, {@link Instant#MAX} before
     * @param by who delivered it, "" for the program
     * @param way on which it was delivered: {@code mail, sms, letter, phone, counter}; "" before
     * @param reference by which it can be found again: message id or 文號
     * @param trouble why it was not sent, in the words of the other side
     * @param wording what was said, empty before
     */
    record Entry(
            long id,
            String number,
            Notice notice,
            State state,
            Instant made,
            Instant sent,
            String by,
            String way,
            String reference,
            int tries,
            String trouble,
            Wording wording) {}

    /**
     * Somebody delivered a notice.
     *
     * @param way {@code letter, phone} or {@code counter}
     * @param reference 文號, or what else finds it again
     * @param wording what was said
     */
    record Handed(String way, String reference, Wording wording) {}

    /** The notices of a case, the first in front. */
    Future<List<Entry>> of(String number);

    /** One notice of this case; empty when it has none such. */
    Future<Optional<Entry>> find(String number, long id);

    /**
     * What staff still have to deliver, the oldest in front: failed, or by hand; with {@code waiting} also what no
     * mail server takes.
     *
     * @param agencies keys of the agencies that own the cases, or of the units that hold them
     */
    Future<List<Entry>> owed(Set<String> agencies, Set<Channel> waiting, int offset, int limit);

    /**
     * Writes down that somebody delivered it, with its line in the audit trail.
     *
     * @return fails with {@code notice.changed} (conflict) when it is not owed any longer
     */
    Future<Void> handed(Entry entry, Handed handed, Act act);

    /** Sends a failed one again, from the start; fails as {@link #handed} does. */
    Future<Void> again(Entry entry, Act act);
}
