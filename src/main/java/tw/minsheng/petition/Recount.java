package tw.minsheng.petition;

import io.vertx.core.Future;
import java.util.List;

/**
 * Counts the due dates of all open cases again after the calendar or a rule has changed, a few at a time. What moves is an event of
 * its case, with the old date and the new one.
 */
public final class Recount {

    private static final int AT_ONCE = 200;
    private static final CaseNumber BEFORE_ALL = new CaseNumber(1, 1);

    private final OfficeCalendars door;
    private final CaseDesk desk;

    public Recount(OfficeCalendars door, CaseDesk desk) {
        this.door = door;
        this.desk = desk;
    }

    /** Differs after each change of a rule by which due dates are counted. */
    public String rules() {
        return desk.rulesMark();
    }

    /** Completes with how many due dates moved. */
    public Future<Integer> run() {
        return from(BEFORE_ALL, 0);
    }

    private Future<Integer> from(CaseNumber after, int moved) {
        return door.open(after, AT_ONCE)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(moved)
                        : each(found)
                                .compose(more ->
                                        from(found.get(found.size() - 1).file().number(), moved + more)));
    }

    private Future<Integer> each(List<OfficeCalendars.Dated> found) {
        Future<Integer> moved = Future.succeededFuture(0);
        for (OfficeCalendars.Dated each : found) {
            moved = moved.compose(so -> desk.recount(each.file(), each.due()).map(changed -> changed ? so + 1 : so));
        }
        return moved;
    }
}
