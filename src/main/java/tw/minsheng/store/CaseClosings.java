package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.stream.StreamSupport;
import tw.minsheng.petition.Cases;
import tw.minsheng.petition.deadline.ClosingFigures;
import tw.minsheng.petition.deadline.Due;

/** Figures of closings in {@code case_closing}, written in the transaction of the event that closes. */
final class CaseClosings {

    private static final String WRITE = """
            insert into case_closing (no, number, closed_at, due_at, due_timed, on_time, used_working_days,
              used_calendar_days, paused_days, extended_days, calendar, clock)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)""";

    private static final String READ = "select * from case_closing where no = $1 order by number";

    private CaseClosings() {}

    static Future<Void> write(SqlConnection connection, List<Cases.Kept> all) {
        List<Tuple> rows = all.stream()
                .flatMap(kept -> kept.closing().stream().map(figures -> row(kept, figures)))
                .toList();
        return rows.isEmpty()
                ? Future.succeededFuture()
                : connection.preparedQuery(WRITE).executeBatch(rows).mapEmpty();
    }

    private static Tuple row(Cases.Kept kept, ClosingFigures figures) {
        return Tuple.tuple(List.of(
                CaseRows.key(kept.change().file().number()),
                kept.change().event().number(),
                figures.closedAt(),
                figures.dueAtClose().at(),
                figures.dueAtClose().timed(),
                figures.onTime().key(),
                figures.usedWorkingDays(),
                figures.usedCalendarDays(),
                figures.pausedDays(),
                figures.extendedDays(),
                figures.calendar(),
                CaseTimeJson.write(kept.change().file().time())));
    }

    static Future<List<ClosingFigures>> read(Database database, long no) {
        return database.query(READ, Tuple.of(no))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(CaseClosings::figures)
                        .toList());
    }

    private static ClosingFigures figures(Row row) {
        return new ClosingFigures(
                row.getLocalDateTime("closed_at"),
                new Due(row.getLocalDateTime("due_at"), row.getBoolean("due_timed")),
                ClosingFigures.OnTime.of(row.getString("on_time")),
                row.getLong("used_working_days"),
                row.getLong("used_calendar_days"),
                row.getLong("paused_days"),
                row.getLong("extended_days"),
                row.getString("calendar"));
    }
}
