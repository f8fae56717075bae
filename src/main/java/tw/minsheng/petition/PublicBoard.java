package tw.minsheng.petition;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Door to the cases that staff showed to the public (公開案件), in words of their own and without anybody in them. What is
 * locked or confidential is shown to nobody, whatever was released before.
 */
public interface PublicBoard {

    /**
     * A case as the public sees it: neither number nor day.
     *
     * @param month of its receipt, its first day
     * @param outcome {@link Outcome#NONE} while it is open
     * @param summary in the words of staff
     */
    record Shown(String type, String district, LocalDate month, State state, Outcome outcome, String summary) {}

    /**
     * @param type id of a {@link CaseType}, "" for all
     * @param district key of a district, "" for all
     * @param zone decides in which month a case came in
     */
    record Filter(String type, String district, ZoneId zone) {}

    /** Those that were released last come first. */
    Future<List<Shown>> list(Filter filter, int offset, int limit);

    /** The words under which a case is shown to the public; empty when it was not released. */
    Future<Optional<String>> summary(CaseNumber number);
}
