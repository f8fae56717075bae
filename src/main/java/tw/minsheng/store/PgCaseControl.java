package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
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

    private static final String DUTIES = """
            select agency, unit, duty, count(*) as owed, count(*) filter (where late) as late,
              min(due_at) filter (where isfinite(due_at)) as first
            from (
              select agency, unit, duty, due_at,
                case when due_timed then due_at < $2 else due_at < date_trunc('day', $2::timestamp) end as late
              from case_duty where agency = any ($1) or unit = any ($1)) as d
            where late or duty <> 'overdue_notice'
            group by agency, unit, duty
            order by agency collate "C", unit collate "C", duty collate "C\"""";

    private static final String FLOW = """
            with came as (
              select no, received_at from petition_case
              where (agency = any ($1) or unit = any ($1)) and received_at >= $2 and received_at < $3
            ), step as (
              select e.what, e.from_state, e.to_state, extract(epoch from greatest(e.at
                - coalesce(lag(e.at) over (partition by e.no order by e.number), c.received_at), interval '0')) / 86400 as days
              from came c join case_event e on e.no = c.no
              where e.number > 1 and (e.from_state <> e.to_state or e.what = 'reassign')
            )
            select what, from_state, to_state, count(*) as n, percentile_cont(.5) within group (order by days) as median_days,
              avg(days)::double precision as mean_days
            from step group by what, from_state, to_state
            order by n desc, what collate "C", from_state collate "C", to_state collate "C\"""";

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

    @Override
    public Future<List<UnitDuty>> duties(Set<String> agencies, LocalDateTime now) {
        return database.query(DUTIES, Tuple.of(agencies.toArray(String[]::new), now))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PgCaseControl::duty)
                        .toList());
    }

    private static UnitDuty duty(Row row) {
        LocalDateTime first = row.getLocalDateTime("first");
        return UnitDuty.of(
                row.getString("agency"),
                row.getString("unit"),
                row.getString("duty"),
                row.getLong("owed"),
                row.getLong("late"),
                first == null ? LocalDateTime.MAX : first);
    }

    @Override
    public Future<List<Transition>> flow(Period period) {
        Tuple values =
                Tuple.of(period.agencies().toArray(String[]::new), Times.of(period.start()), Times.of(period.end()));
        return database.atLength(connection -> connection.preparedQuery(FLOW).execute(values))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Transition(
                                row.getString("what"),
                                row.getString("from_state"),
                                row.getString("to_state"),
                                row.getLong("n"),
                                row.getDouble("median_days"),
                                row.getDouble("mean_days")))
                        .toList());
    }
}
