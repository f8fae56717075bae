package tw.minsheng;

import io.vertx.core.Future;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import tw.minsheng.petition.CalendarDesk;
import tw.minsheng.petition.OfficeCalendars;
import tw.minsheng.petition.Recount;

/**
 * Takes up calendars and closures that were brought in while the server runs; at its start, those brought in before. After a
 * change due dates are counted twice: at once, and when every node has taken it up, because a node that had not yet may have
 * written a date by the older calendar after it was counted here. Only then it is written down that all are counted.
 */
final class CalendarWatch {

    /** Looks after which every node that lives has looked, too. */
    static final int LOOKS_OF_ALL = 6;

    private final CalendarDesk calendars;
    private final Recount recount;
    private final OfficeCalendars door;
    /** As the calendars stood when a recount last ended well; staff may have changed them since, in this very program. */
    private final AtomicReference<Optional<String>> counted = new AtomicReference<>(Optional.empty());
    /** Looks until the second recount; 0 when none is due. */
    private final AtomicInteger left = new AtomicInteger();

    CalendarWatch(CalendarDesk calendars, OfficeCalendars door, Recount recount) {
        this.calendars = calendars;
        this.door = door;
        this.recount = recount;
    }

    /** Completes with how many due dates moved. */
    Future<Integer> look() {
        return calendars.refresh().compose(changed -> known()).compose(known -> {
            String mark = String.join(" ", calendars.mark(), calendars.version(), recount.rules());
            if (!mark.equals(known)) {
                return recount.run().onSuccess(moved -> {
                    counted.set(Optional.of(mark));
                    left.set(LOOKS_OF_ALL);
                });
            }
            return left.get() == 0 ? Future.succeededFuture(0) : again(mark);
        });
    }

    private Future<Integer> again(String mark) {
        if (left.get() > 1) {
            left.decrementAndGet();
            return Future.succeededFuture(0);
        }
        return recount.run().compose(moved -> door.counted(mark).map(moved)).onSuccess(moved -> left.set(0));
    }

    /** A start alone is no change: whoever counted before it has written down by which calendars. */
    private Future<String> known() {
        Optional<String> known = Objects.requireNonNull(counted.get());
        return known.map(Future::succeededFuture)
                .orElseGet(() -> door.counted().onSuccess(mark -> counted.set(Optional.of(mark))));
    }
}
