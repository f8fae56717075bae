package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.stream.StreamSupport;
import tw.minsheng.petition.CaseControl;

/** Counts cases for the control office. */
public final class PgCaseControl implements CaseControl {

    private static final String FIGURES = """
            with held as (
              select agency, unit, count(*) as received, 0::bigint as open, 0::bigint as overdue,
                0::bigint as closed, 0::bigint as within_limit, 0::bigint as extended, 0::bigint as late
              from petition_case
              where (agency = any ($1) or unit = any ($1)) and received_at >= $2 and received_at < $3
              group by agency, unit
              union all
              select agency, unit, 0, count(*),
                count(*) filter (where case when due_timed then due_at < $4
                  else due_at < date_trunc('day', $4::timestamp) end), 0, 0, 0, 0
              from petition_case
              where (agency = any ($1) or unit = any ($1)) and ended_at = '9999-12-31' and state <> 'unconfirmed'
              group by agency, unit
              union all
              select c.agency, c.unit, 0, 0, 0, count(*), count(*) filter (where f.on_time = 'within_limit'),
                count(*) filter (where f.on_time = 'within_extension'), count(*) filter (where f.on_time = 'late')
              from case_closing f join petition_case c on c.no = f.no
              where (c.agency = any ($1) or c.unit = any ($1)) and f.closed_at >= $5 and f.closed_at < $6
                and not exists (select from case_closing e where e.no = f.no and e.number < f.number)
              group by c.agency, c.unit
            )
            select agency, unit, sum(received)::bigint as received, sum(open)::bigint as open,
              sum(overdue)::bigint as overdue, sum(closed)::bigint as closed, sum(within_limit)::bigint as within_limit,
              sum(extended)::bigint as extended, sum(late)::bigint as late
            from held group by agency, unit
            having sum(received) + sum(open) + sum(closed) > 0
            order by agency collate "C", unit collate "C\"""";

    private final Database database;

    public PgCaseControl(Database database) {
        this.database = database;
    }

    @Override
    public Future<List<UnitFigures>> figures(Period period) {
        return database.query(
                        FIGURES,
                        Tuple.of(
                                period.agencies().toArray(String[]::new),
                                Times.of(period.start()),
                                Times.of(period.end()),
                                period.now(),
                                period.from().atStartOfDay(),
                                period.until().plusDays(1).atStartOfDay()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PgCaseControl::unit)
                        .toList());
    }

    private static UnitFigures unit(Row row) {
        return new UnitFigures(
                row.getString("agency"),
                row.getString("unit"),
                row.getLong("received"),
                row.getLong("open"),
                row.getLong("overdue"),
                row.getLong("closed"),
                row.getLong("within_limit"),
                row.getLong("extended"),
                row.getLong("late"));
    }
}
