package tw.minsheng;

import io.vertx.core.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import tw.minsheng.petition.CalendarDesk;
import tw.minsheng.petition.Recount;

/** Takes up calendars and closures that were brought in while the server runs; at its start, those brought in before. */
final class CalendarWatch {

    private final CalendarDesk calendars;
    private final Recount recount;
    /** Until a recount has ended well. */
    private final AtomicBoolean owed = new AtomicBoolean(true);

    CalendarWatch(CalendarDesk calendars, Recount recount) {
        this.calendars = calendars;
        this.recount = recount;
    }

    /** Completes with how many due dates moved. */
    Future<Integer> look() {
        return calendars.refresh().compose(changed -> {
            if (changed) {
                owed.set(true);
            }
            return owed.get() ? recount.run().onSuccess(moved -> owed.set(false)) : Future.succeededFuture(0);
        });
    }
}
