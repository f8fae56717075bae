package tw.minsheng.petition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a case stands (案件狀態). How it ended is another thing: {@link Outcome}. */
public enum State {
    /** 待確認 */
    UNCONFIRMED(Phase.WAITING),
    /** 失效: nobody confirmed it; its personal data are erased, it is still counted */
    EXPIRED(Phase.OVER),
    /** 已收件 */
    RECEIVED(Phase.OPEN),
    /** 已分案 */
    ASSIGNED(Phase.OPEN),
    /** 處理中 */
    IN_PROGRESS(Phase.OPEN),
    /** 待補正: the clock stands still */
    WAITING_CITIZEN(Phase.OPEN),
    /** 待核定 */
    PENDING_APPROVAL(Phase.OPEN),
    /** 已答復結案 */
    CLOSED(Phase.OVER),
    /** 重啟 */
    REOPENED(Phase.OPEN),
    /** 列管追蹤: answered, and what was promised is still watched */
    FOLLOW_UP(Phase.OVER),
    /** 解除列管 */
    RELEASED(Phase.OVER),
    /** 移轉 to an agency outside */
    TRANSFERRED(Phase.OVER),
    /** 併案 into another case */
    MERGED(Phase.OVER),
    /** 不予處理 (行政程序法 173), still registered */
    DECLINED(Phase.OVER),
    /** 撤回 by the petitioner */
    WITHDRAWN(Phase.OVER);

    private enum Phase {
        WAITING,
        OPEN,
        OVER
    }

    private final Phase phase;

    State(Phase phase) {
        this.phase = phase;
    }

    /** Whether somebody still owes work on it, so that its clock counts. */
    public boolean isOpen() {
        return phase == Phase.OPEN;
    }

    /** Whether it is over, in whatever way. */
    public boolean isOver() {
        return phase == Phase.OVER;
    }

    /** Whether coming here from an open state closes a case, so that its figures are kept: 併案 is 存查, it is not closed. */
    public boolean isClosing() {
        return isOver() && this != MERGED && this != EXPIRED;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<State> of(String key) {
        return Arrays.stream(values()).filter(state -> state.key().equals(key)).findFirst();
    }
}
