package tw.minsheng;

import io.vertx.core.Future;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import tw.minsheng.petition.CalendarDesk;
import tw.minsheng.petition.OfficeCalendars;
import tw.minsheng.petition.Recount;

/** Takes up calendars and closures that were brought in while the server runs; at its start, those brought in before. */
final class CalendarWatch {

    private final CalendarDesk calendars;
    private final Recount recount;
    private final OfficeCalendars door;
    /** As the calendars stood when a recount last ended well; staff may have changed them since, in this very program. */
    private final AtomicReference<Optional<String>> counted = new AtomicReference<>(Optional.empty());

    CalendarWatch(CalendarDesk calendars, OfficeCalendars door, Recount recount) {
        this.calendars = calendars;
        this.door = door;
        this.recount = recount;
    }

    /** Completes with how many due dates moved. */
    Future<Integer> look() {
        return calendars.refresh().compose(changed -> known()).compose(known -> {
            String mark = String.join(" ", calendars.mark(), calendars.version(), recount.rules());
            return mark.equals(known)
                    ? Future.succeededFuture(0)
                    : recount.run()
                            .compose(moved -> door.counted(mark).map(moved))
                            .onSuccess(moved -> counted.set(Optional.of(mark)));
        });
    }

    /** A start alone is no change: whoever counted before it has written down by which calendars. */
    private Future<String> known() {
        Optional<String> known = Objects.requireNonNull(counted.get());
        return known.map(Future::succeededFuture)
                .orElseGet(() -> door.counted().onSuccess(mark -> counted.set(Optional.of(mark))));
    }
}
