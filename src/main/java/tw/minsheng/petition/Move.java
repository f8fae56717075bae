package tw.minsheng.petition;

import static tw.minsheng.petition.State.ASSIGNED;
import static tw.minsheng.petition.State.CLOSED;
import static tw.minsheng.petition.State.DECLINED;
import static tw.minsheng.petition.State.EXPIRED;
import static tw.minsheng.petition.State.FOLLOW_UP;
import static tw.minsheng.petition.State.IN_PROGRESS;
import static tw.minsheng.petition.State.MERGED;
import static tw.minsheng.petition.State.PENDING_APPROVAL;
import static tw.minsheng.petition.State.RECEIVED;
import static tw.minsheng.petition.State.RELEASED;
import static tw.minsheng.petition.State.REOPENED;
import static tw.minsheng.petition.State.TRANSFERRED;
import static tw.minsheng.petition.State.UNCONFIRMED;
import static tw.minsheng.petition.State.WAITING_CITIZEN;
import static tw.minsheng.petition.State.WITHDRAWN;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Every way from one state to another. What is not listed here cannot happen. */
public enum Move {
    CONFIRM(RECEIVED, Shown.TO_PETITIONER, UNCONFIRMED),
    EXPIRE(EXPIRED, Shown.TO_PETITIONER, UNCONFIRMED),
    ASSIGN(ASSIGNED, Shown.TO_PETITIONER, RECEIVED, REOPENED),
    /** 改分: the clock of the case goes on */
    REASSIGN(ASSIGNED, Shown.INSIDE, ASSIGNED, IN_PROGRESS),
    START(IN_PROGRESS, Shown.TO_PETITIONER, ASSIGNED, REOPENED),
    /** 通知補正 */
    ASK(WAITING_CITIZEN, Shown.TO_PETITIONER, IN_PROGRESS),
    /** 補正 has come, or nobody waits for it any longer */
    RESUME(IN_PROGRESS, Shown.TO_PETITIONER, WAITING_CITIZEN),
    /** 陳核 */
    PROPOSE(PENDING_APPROVAL, Shown.INSIDE, IN_PROGRESS),
    /** 退回修正 */
    SEND_BACK(IN_PROGRESS, Shown.INSIDE, PENDING_APPROVAL),
    /** 核定並答復 */
    APPROVE(CLOSED, Shown.TO_PETITIONER, PENDING_APPROVAL),
    TRANSFER(TRANSFERRED, Shown.TO_PETITIONER, RECEIVED, ASSIGNED, IN_PROGRESS),
    DECLINE(DECLINED, Shown.TO_PETITIONER, RECEIVED, ASSIGNED, IN_PROGRESS),
    MERGE(MERGED, Shown.TO_PETITIONER, RECEIVED, ASSIGNED, IN_PROGRESS),
    /** back to where it was before the merge; the state of the event says where */
    UNMERGE(RECEIVED, Shown.TO_PETITIONER, MERGED),
    WITHDRAW(WITHDRAWN, Shown.TO_PETITIONER, RECEIVED, ASSIGNED, IN_PROGRESS, WAITING_CITIZEN),
    REOPEN(REOPENED, Shown.TO_PETITIONER, CLOSED, FOLLOW_UP, RELEASED),
    FOLLOW(FOLLOW_UP, Shown.TO_PETITIONER, CLOSED),
    RELEASE(RELEASED, Shown.TO_PETITIONER, FOLLOW_UP);

    private enum Shown {
        TO_PETITIONER,
        INSIDE
    }

    private final State to;
    private final Shown shown;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<State> from;

    Move(State to, Shown shown, State first, State... others) {
        this.to = to;
        this.shown = shown;
        this.from = Set.copyOf(EnumSet.of(first, others));
    }

    public boolean isPossibleFrom(State state) {
        return from.contains(state);
    }

    /** The state that it leads to. */
    public State to() {
        return to;
    }

    /** Whether the petitioner sees that it happened; a note beside it is seen only when somebody wrote it for her. */
    public boolean isShownToPetitioner() {
        return shown == Shown.TO_PETITIONER;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Move> of(String key) {
        return Arrays.stream(values()).filter(move -> move.key().equals(key)).findFirst();
    }
}
