package tw.minsheng.dataset.cases;

import tw.minsheng.petition.imports.ImportedCase;

/**
 * When a case came in, was due and was closed: seconds by the clock on the wall since 1970, {@link #NONE} for none.
 *
 * @param due the last second that is in time
 * @param isClosed may be so without a time of closing
 * @param extended whether it was closed in time by an extension only: after the limit that it had at first
 * @param duration from receipt to closing as it was stored, in what the measure counts; {@link #NONE} to count it
 */
public record CaseTimes(long received, long due, long closed, boolean isClosed, boolean extended, long duration) {

    public static final long NONE = Long.MIN_VALUE;

    static CaseTimes of(ImportedCase each) {
        return new CaseTimes(
                each.received().second(),
                each.due().isGiven() ? each.due().lastSecond() : NONE,
                each.closed().isGiven() ? each.closedSecond() : NONE,
                each.isClosed(),
                false,
                NONE);
    }

    /** As it stood at this second: what was closed later is open. */
    public CaseTimes at(long watched) {
        return isClosed && closed != NONE && closed > watched
                ? new CaseTimes(received, due, NONE, false, false, NONE)
                : this;
    }

    /** Closed, with a due time and a closing time: only then it is known whether it was in time. */
    boolean hasBothTimes() {
        return isClosed && closed != NONE && due != NONE;
    }

    /** Closed at a known time that is not before the receipt: only then a time to closing exists. */
    boolean hasDuration() {
        return isClosed && closed != NONE && closed >= received;
    }

    long duration(Measure measure) {
        return duration == NONE ? measure.between(received, closed) : duration;
    }

    /** In time by an extension only. */
    boolean isExtended() {
        return hasBothTimes() && extended && !isLate();
    }

    /** Ask {@link #hasBothTimes} first. */
    boolean isLate() {
        return closed > due;
    }
}
