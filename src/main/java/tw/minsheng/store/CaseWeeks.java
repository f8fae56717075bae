package tw.minsheng.store;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import tw.minsheng.petition.imports.CaseLedger.Keeper;
import tw.minsheng.petition.imports.LedgerCase;

/**
 * What figures need of cases, as statements and as the records of {@code case_week}: one case is told by the same columns
 * whether its week is put together or read row by row.
 */
final class CaseWeeks {

    /** Own cases that are no cases of their own. */
    static final String LEFT_OUT = "('unconfirmed', 'expired', 'merged')";

    private static final String OVER = "('closed', 'follow_up', 'released', 'transferred', 'declined', 'withdrawn')";
    private static final String NONE = "'-9223372036854775808'::bigint";
    private static final int DAY = 86_400;

    /** Bytes of a record: receipt within the week, due, closed, how it ended, working days, six words. */
    static final int LENGTH = 4 + 8 + 8 + 4 + 4 + 6 * 4;

    /**
     * Of a case that was opened again and is over, what was kept at its first closing. {@code %s}: where the weeks come
     * from, as {@code k}.
     */
    private static final String OWN = """
            select k.agency as in_agency, k.unit as in_unit, k.week,
              c.type, c.channel, c.unit, c.district, c.state as status, c.language,
              floor(extract(epoch from c.received_at))::bigint as received,
              floor(extract(epoch from case when f.again then f.due_at else c.due_at end))::bigint
                + case when f.again then f.due_timed else c.due_timed end::integer * -86399 + 86399 as due,
              coalesce(floor(extract(epoch from case when f.again then f.closed_at
                else nullif(c.ended_at, '9999-12-31') end))::bigint, %1$s) as closed,
              case when c.state in %2$s then 1 + coalesce((f.on_time = 'within_extension')::integer, 0) else 0 end as ending,
              coalesce(f.used_working_days, -1)::integer as working_days,
              case when c.state in %3$s then k.week
                when c.state not in %2$s then 'infinity'
                else case when f.again then f.closed_at else c.ended_at end::date end as until_day
            from %%s join petition_case c on c.agency = k.agency and c.unit = k.unit
              and c.received_at >= k.week::timestamp at time zone 'UTC'
              and c.received_at < (k.week + 7)::timestamp at time zone 'UTC'
            left join lateral (
              select e.*, c.reopened > 0 as again from case_closing e where e.no = c.no order by e.number limit 1
            ) f on c.state in %2$s""".formatted(NONE, OVER, LEFT_OUT);

    private static final String IMPORTED = """
            select k.agency as in_agency, k.unit as in_unit, k.week,
              c.type, c.channel, c.unit, c.district, c.status, '' as language,
              floor(extract(epoch from c.received_at))::bigint as received,
              coalesce(floor(extract(epoch from c.due_at))::bigint + c.due_day::integer * 86399, %1$s) as due,
              coalesce(floor(extract(epoch from case
                when c.closed_day and c.closed_at::date = c.received_at::date then greatest(c.closed_at, c.received_at)
                else c.closed_at end))::bigint, %1$s) as closed,
              c.is_closed::integer as ending, -1 as working_days,
              case when c.is_closed then coalesce(c.closed_at::date, k.week) else 'infinity' end as until_day
            from %%s join imported_case c on c.agency = k.agency
              and c.received_at >= k.week::timestamp and c.received_at < (k.week + 7)::timestamp""".formatted(NONE);

    private CaseWeeks() {}

    /** The statement that tells the cases of some weeks, one by one. */
    static String rows(Keeper keeper, String weeks) {
        return (keeper == Keeper.OWN ? OWN : IMPORTED).formatted(weeks);
    }

    /** The statement that puts weeks together; every word has its number already. */
    static String put(Keeper keeper, String weeks) {
        return """
                insert into case_week (keeper, agency, unit, week, until_day, cases, words)
                select '%s', r.in_agency, r.in_unit, r.week, max(r.until_day), string_agg(
                  int4send((r.received - extract(epoch from r.week))::integer) || int8send(r.due) || int8send(r.closed)
                    || int4send(r.ending) || int4send(r.working_days) || int4send(t.id) || int4send(a.id)
                    || int4send(u.id) || int4send(d.id) || int4send(s.id) || int4send(l.id), ''::bytea),
                  array(select distinct e from unnest(array_agg(t.id) || array_agg(a.id) || array_agg(u.id) || array_agg(d.id)
                    || array_agg(s.id) || array_agg(l.id)) as e)
                from (%s) r
                join case_word t on t.word = r.type join case_word a on a.word = r.channel
                join case_word u on u.word = r.unit join case_word d on d.word = r.district
                join case_word s on s.word = r.status join case_word l on l.word = r.language
                group by r.in_agency, r.in_unit, r.week
                on conflict do nothing""".formatted(key(keeper), rows(keeper, weeks));
    }

    /** The statement that gives numbers to the words of some weeks. */
    static String learn(Keeper keeper, String weeks) {
        return """
                insert into case_word (word)
                select distinct w.word from (%s) r
                cross join lateral unnest(array[r.type, r.channel, r.unit, r.district, r.status, r.language]) as w (word)
                where not exists (select from case_word k where k.word = w.word)
                on conflict do nothing""".formatted(rows(keeper, weeks));
    }

    static String key(Keeper keeper) {
        return keeper == Keeper.OWN ? "own" : "imported";
    }

    /**
     * One record.
     *
     * @param start first second of the week, as records of this keeper count
     * @param agency number of its word
     */
    static LedgerCase read(Keeper keeper, ByteBuffer record, long start, int agency) {
        long received = start + record.getInt();
        long due = record.getLong();
        long closed = record.getLong();
        int ending = record.getInt();
        return new LedgerCase(
                keeper,
                received,
                due,
                closed,
                isClosed(ending),
                isExtended(ending),
                record.getInt(),
                agency,
                record.getInt(),
                record.getInt(),
                record.getInt(),
                record.getInt(),
                record.getInt(),
                record.getInt());
    }

    /** Whether the case is closed, by the number for how it ended: 0 it has not, 1 closed, 2 closed in time by an extension only. */
    static boolean isClosed(int ending) {
        return ending > 0;
    }

    static boolean isExtended(int ending) {
        return ending == 2;
    }

    /** The first second of a day. */
    static long start(LocalDate day) {
        return day.toEpochDay() * DAY;
    }
}
