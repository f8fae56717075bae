package tw.minsheng.petition;

import io.vertx.core.Future;
import java.util.List;
import tw.minsheng.kernel.Problem;

/**
 * Counts the due dates of all open cases again after the calendar or a rule has changed, a few at a time. What moves is an event of
 * its case, with the old date and the new one. A case that somebody else changed meanwhile is read and counted again: another
 * node may know an older calendar.
 */
public final class Recount {

    private static final int AT_ONCE = 200;
    /** Nobody changes one of the same few cases more often while they are counted. */
    private static final int TRIES = 5;

    private static final CaseNumber BEFORE_ALL = new CaseNumber(1, 1);

    private final OfficeCalendars door;
    private final CaseDesk desk;

    public Recount(OfficeCalendars door, CaseDesk desk) {
        this.door = door;
        this.desk = desk;
    }

    /** How many due dates of a few cases moved, and how many cases somebody else changed first. */
    private record Counted(int moved, int overtaken) {

        Counted and(Counted other) {
            return new Counted(moved + other.moved, overtaken + other.overtaken);
        }
    }

    /** Differs after each change of a rule by which due dates are counted. */
    public String rules() {
        return desk.rulesMark();
    }

    /** Completes with how many due dates moved; fails with a conflict when a case was changed again and again meanwhile. */
    public Future<Integer> run() {
        return from(BEFORE_ALL, 0, TRIES);
    }

    private Future<Integer> from(CaseNumber after, int moved, int tries) {
        return door.open(after, AT_ONCE).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(moved);
            }
            CaseNumber last = found.get(found.size() - 1).file().number();
            return each(found).compose(done -> {
                if (done.overtaken() == 0) {
                    return from(last, moved + done.moved(), TRIES);
                }
                return tries == 1
                        ? Future.failedFuture(Problem.of(Problem.Kind.CONFLICT, "case.changed"))
                        : from(after, moved + done.moved(), tries - 1);
            });
        });
    }

    private Future<Counted> each(List<OfficeCalendars.Dated> found) {
        Future<Counted> counted = Future.succeededFuture(new Counted(0, 0));
        for (OfficeCalendars.Dated each : found) {
            counted = counted.compose(so -> one(each).map(so::and));
        }
        return counted;
    }

    private Future<Counted> one(OfficeCalendars.Dated each) {
        return desk.recount(each.file(), each.due())
                .map(moved -> new Counted(moved ? 1 : 0, 0))
                .recover(failure -> failure instanceof Problem problem && problem.kind() == Problem.Kind.CONFLICT
                        ? Future.succeededFuture(new Counted(0, 1))
                        : Future.failedFuture(failure));
    }
}
