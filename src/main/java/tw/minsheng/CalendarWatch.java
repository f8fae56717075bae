package tw.minsheng;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import tw.minsheng.petition.CalendarDesk;
import tw.minsheng.petition.Recount;

/** Takes up calendars and closures that were brought in while the server runs; at its start, those brought in before. */
final class CalendarWatch {

    private final CalendarDesk calendars;
    private final Recount recount;
    /** As the calendars stood when a recount last ended well; staff may have changed them since, in this very program. */
    private final AtomicReference<Optional<String>> counted = new AtomicReference<>(Optional.empty());

    CalendarWatch(CalendarDesk calendars, Recount recount) {
        this.calendars = calendars;
        this.recount = recount;
    }

    /** Completes with how many due dates moved. */
    Future<Integer> look() {
        return calendars.refresh().compose(changed -> {
            Optional<String> mark = Optional.of(calendars.mark());
            return mark.equals(counted.get())
                    ? Future.succeededFuture(0)
                    : recount.run().onSuccess(moved -> counted.set(mark));
        });
    }
}
