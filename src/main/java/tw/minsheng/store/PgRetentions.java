package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.Retentions;
import tw.minsheng.security.AuditEntry;

/** References of ended cases, and erasing, in PostgreSQL. */
public final class PgRetentions implements Retentions {

    /** A clock needs a reason for each pause and extension; this one says that it is gone. */
    private static final String GONE = "—";

    /**
     * Ended for long enough, with the case into which it was merged, and not erased. What nobody confirmed has been erased
     * already.
     */
    private static final String RUN_OUT = """
            from petition_case c left join case_filing f on f.no = c.no
            left join unnest($2::text[], $3::date[]) as k (type, before) on k.type = c.type
            cross join lateral (select coalesce(k.before, $4::date) as before) l
            where c.agency = any ($1) and c.state <> 'expired' and f.erased_at is null
              and c.ended_at < greatest($4::date, (select max(d) from unnest($3::date[]) d)) and c.ended_at < l.before
              and (c.parent = '' or exists (
                select from petition_case p
                where p.no = split_part(c.parent, '-', 1)::bigint * 10000000 + split_part(c.parent, '-', 2)::bigint
                  and p.ended_at < l.before))
            """;

    /**
     * Cases of other systems, or what an import replaced of them: each state has its own end. Once for the types that are known
     * here, once for all others. In the order of the index for this, which holds only what is still to be erased: so it is read
     * whatever the database believes about ages.
     */
    private static final List<String> IMPORTED_OUT = Stream.of("imported_case", "imported_case_former")
            .flatMap(table -> Stream.of("""
                    from unnest($1::text[]) as a (agency)
                    cross join unnest($2::text[], $3::date[]) as k (type, before)
                    cross join lateral (
                      select c.* from %s c
                      where c.type = k.type and coalesce(c.closed_at, c.received_at) < k.before::timestamp and %s) c
                    """, """
                    from unnest($1::text[]) as a (agency)
                    cross join lateral (
                      select c.* from %s c
                      where c.type <> all ($2::text[]) and coalesce(c.closed_at, c.received_at) < $4::date::timestamp and %s) c
                    """).map(sql -> sql.formatted(table, """
                            c.agency = a.agency and not c.erased and c.is_closed
                              and (c.text <> '' or c.latitude is not null)
                            order by c.type, coalesce(c.closed_at, c.received_at) limit ${most} ${lock}""")))
            .toList();

    private static String atMost(String most, String lock, String out) {
        return out.replace("${most}", most).replace("${lock}", lock) + " limit " + most;
    }

    static final String COUNT = """
            select count(*) filter (where f.no is not null) as ready, count(*) filter (where f.no is null) as blocked,
              (select count(*) from case_filing g join petition_case e on e.no = g.no
               where e.agency = any ($1) and g.erased_at is not null) as erased,
              (select count(*) from (%s limit %d) o) as imported
            """.formatted(
                            IMPORTED_OUT.stream()
                                    .map(out -> "(select c.agency, c.number "
                                            + atMost(Integer.toString(MOST_COUNTED), "", out) + ")")
                                    .collect(Collectors.joining(" union ")),
                            MOST_COUNTED)
            + RUN_OUT;

    /** The former state of a case goes with it: an undone import must not bring the words back. */
    private static final String ERASE_CURRENT = """
            with gone as (
              update imported_case u set text = '', latitude = null, longitude = null, erased = true
              from (select c.agency, c.number %s) o
              where u.agency = o.agency and u.number = o.number returning u.agency, u.number
            ), former as (
              update imported_case_former f set text = '', latitude = null, longitude = null, erased = true
              from gone g where f.agency = g.agency and f.number = g.number
            )
            select count(*) as n from gone where %s""";

    /** A case that was opened again, or whose newer state is empty, has its words only there. */
    private static final String ERASE_FORMER = """
            with gone as (
              update imported_case_former u set text = '', latitude = null, longitude = null, erased = true
              from (select c.replaced_by, c.agency, c.number %s) o
              where u.replaced_by = o.replaced_by and u.agency = o.agency and u.number = o.number
              returning u.agency, u.number
            )
            select count(distinct (agency, number)) as n from gone where %s""";

    /** Each names all five values, whether it needs them or not. */
    private static final List<String> ERASE_IMPORTED = IMPORTED_OUT.stream()
            .map(out -> (out.contains("former") ? ERASE_FORMER : ERASE_CURRENT)
                    .formatted(
                            atMost("$5", "for update of c skip locked", out),
                            "$4::date is not null and $3::date[] is not null"))
            .toList();

    private static final String LIST =
            """
            select c.no, c.agency, c.type, c.ended_at::date as ended, coalesce(f.reference, '') as reference
            """ + RUN_OUT + " order by f.no is not null, c.ended_at, c.no offset $5 limit $6";

    private static final String ENDED = """
            select no, agency, revision from petition_case
            where no = any ($1) and agency = any ($2) and ended_at < '9999-12-31' and state <> 'expired'
              and not exists (select from case_filing f where f.no = petition_case.no and f.erased_at is not null)
            order by no for update""";

    private static final String FILE = """
            insert into case_filing (no, ground, reference, actor, at)
            select k.no, $2, k.reference, $3, $4 from unnest($1::bigint[], $5::text[]) as k (no, reference)
            on conflict (no) do update
              set ground = excluded.ground, reference = excluded.reference, actor = excluded.actor, at = excluded.at""";

    private static final String READY = "select c.no, c.agency " + RUN_OUT
            + " and f.no is not null order by c.ended_at, c.no limit $5 for update of c skip locked";

    private static final String EVENT = """
            with moved as (
              update petition_case c set revision = c.revision + 1 where no = any ($1)
              returning no, revision, agency, state
            )
            insert into case_event (no, number, at, actor, agency, what, from_state, to_state, reason, told, visible, details)
            select m.no, m.revision, $2, $3, m.agency, $4, m.state, m.state, '', '', false,
              jsonb_build_object('filing', f.ground, 'reference', f.reference)
            from moved m join case_filing f on f.no = m.no""";

    private static final String CLOCK = """
            clock || jsonb_build_object(
              'pauses', (
                select coalesce(jsonb_agg(jsonb_set(p || jsonb_build_object('reason', '%1$s'),
                  '{notice,reference}', '"%1$s"')), '[]')
                from jsonb_array_elements(clock -> 'pauses') p),
              'extensions', (
                select coalesce(jsonb_agg(jsonb_set(x || jsonb_build_object('reason', '%1$s', 'progress', '%1$s'),
                  '{notice,reference}', '"%1$s"')), '[]')
                from jsonb_array_elements(clock -> 'extensions') x))""".formatted(GONE);

    /** Who wrote and every word; type, district, days, states and results stay. */
    private static final List<String> ERASE = List.of(
            """
            update petition_case set text = '', address = '', latitude = null, longitude = null, code_hash = '',
              clock = %s,
              reply = '{"outcome":"%s","text":"","ground":"","next_step":"","contact_name":"","contact_phone":""}'
            where no = any ($1)""".formatted(CLOCK, "none"),
            "update case_closing set clock = %s where no = any ($1)".formatted(CLOCK),
            "update case_contact set name = '', email = '', phone = '', helper = '' where no = any ($1)",
            "delete from case_confirmation where no = any ($1)",
            "delete from case_submission where no = any ($1)",
            "delete from case_wish where no = any ($1)",
            "delete from case_publication where no = any ($1)",
            """
            update invitation_mail set state = 'void' where state in ('waiting', 'failed')
              and contact in (select id from contact where case_no = any ($1))""",
            "update contact set name = '', email = '', phone = '' where case_no = any ($1)",
            "delete from attachment where no = any ($1)",
            "update reply_check_item set note = '' where no = any ($1)",
            """
            update notice set address = '', facts = '{}', subject = '', text = '', trouble = '', reference = '',
              state = case when state = 'sent' then 'sent' else 'void' end
            where no = any ($1)""");

    private static final String ERASED = "update case_filing set erased_at = $2 where no = any ($1)";

    private final Database database;

    public PgRetentions(Database database) {
        this.database = database;
    }

    private static List<Object> values(RunOut runOut) {
        List<Map.Entry<String, LocalDate>> types =
                List.copyOf(runOut.endedBefore().entrySet());
        return List.of(
                runOut.agencies().toArray(String[]::new),
                types.stream().map(Map.Entry::getKey).toArray(String[]::new),
                types.stream().map(Map.Entry::getValue).toArray(LocalDate[]::new),
                runOut.others());
    }

    private static Tuple values(RunOut runOut, Object... more) {
        List<Object> all = new ArrayList<>(values(runOut));
        all.addAll(List.of(more));
        return Tuple.tuple(all);
    }

    @Override
    public Future<Counts> count(RunOut runOut) {
        return database.query(COUNT, values(runOut, new Object[0]))
                .map(rows -> rows.iterator().next())
                .map(row -> new Counts(
                        row.getLong("ready"), row.getLong("blocked"), row.getLong("erased"), row.getLong("imported")));
    }

    @Override
    public Future<List<Aged>> list(RunOut runOut, int offset, int limit) {
        return database.query(LIST, values(runOut, offset, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Aged(
                                CaseRows.number(row.getLong("no")),
                                row.getString("agency"),
                                row.getString("type"),
                                row.getLocalDate("ended"),
                                row.getString("reference")))
                        .toList());
    }

    @Override
    public Future<Void> file(List<Filing> filings, Set<String> agencies, Act act) {
        Long[] numbers =
                filings.stream().map(each -> CaseRows.key(each.number())).toArray(Long[]::new);
        return database.transaction(connection -> connection
                .preparedQuery(ENDED)
                .execute(Tuple.of(numbers, (Object) agencies.toArray(String[]::new)))
                .compose(rows -> {
                    List<Row> ended =
                            StreamSupport.stream(rows.spliterator(), false).toList();
                    refuseOthers(filings, ended);
                    return connection
                            .preparedQuery(FILE)
                            .execute(Tuple.of(
                                    numbers,
                                    filings.get(0).ground().key(),
                                    act.actor(),
                                    Times.of(act.at()),
                                    filings.stream().map(Filing::reference).toArray(String[]::new)))
                            .compose(done -> event(connection, ended, "file", act));
                }));
    }

    private static void refuseOthers(List<Filing> filings, List<Row> ended) {
        Set<Long> known =
                Set.copyOf(ended.stream().map(row -> row.getLong("no")).toList());
        List<Fault> faults = filings.stream()
                .filter(each -> !known.contains(CaseRows.key(each.number())))
                .map(each -> new Fault(
                        "numbers",
                        "filing.not_ended",
                        Map.of("line", each.number().text())))
                .toList();
        if (!faults.isEmpty()) {
            throw Problem.invalid("filing.faults", faults);
        }
    }

    private static Future<Void> event(SqlConnection connection, List<Row> cases, String what, Act act) {
        List<AuditEntry> lines = cases.stream()
                .map(row -> AuditEntry.done(
                        new Act(act.actor(), row.getString("agency"), act.from(), act.at()),
                        "case." + what,
                        CaseRows.number(row.getLong("no")).text()))
                .toList();
        return connection
                .preparedQuery(EVENT)
                .execute(Tuple.of(numbers(cases), Times.of(act.at()), act.actor(), what))
                .compose(done -> AuditInsert.write(connection, lines));
    }

    private static Long[] numbers(List<Row> cases) {
        return cases.stream().map(row -> row.getLong("no")).toArray(Long[]::new);
    }

    @Override
    public Future<Integer> erase(RunOut runOut, int most, Act act) {
        return database.transaction(connection -> connection
                .preparedQuery(READY)
                .execute(values(runOut, most))
                .compose(rows -> {
                    List<Row> ready =
                            StreamSupport.stream(rows.spliterator(), false).toList();
                    return ready.isEmpty()
                            ? Future.succeededFuture(0)
                            : erase(connection, ready, act).map(ready.size());
                }));
    }

    @Override
    public Future<Integer> eraseImported(RunOut runOut, int most, Act act) {
        return database.transaction(connection -> eraseImported(connection, runOut, most)
                .compose(n -> n == 0
                        ? Future.succeededFuture(n)
                        : AuditInsert.write(
                                        connection,
                                        List.of(AuditEntry.done(act, "cases.import.anonymise", Integer.toString(n))))
                                .map(n)));
    }

    private static Future<Integer> eraseImported(SqlConnection connection, RunOut runOut, int most) {
        Future<Integer> erased = Future.succeededFuture(0);
        for (String sql : ERASE_IMPORTED) {
            erased = erased.compose(n -> n == most
                    ? Future.succeededFuture(n)
                    : connection
                            .preparedQuery(sql)
                            .execute(values(runOut, most - n))
                            .map(rows -> n + number(rows)));
        }
        return erased;
    }

    private static int number(RowSet<Row> rows) {
        return rows.iterator().next().getLong("n").intValue();
    }

    private static Future<Void> erase(SqlConnection connection, List<Row> ready, Act act) {
        Long[] numbers = numbers(ready);
        Future<Void> erased = HistoryErasure.begin(connection);
        for (String sql : ERASE) {
            erased = erased.compose(before -> connection
                    .preparedQuery(sql)
                    .execute(Tuple.of((Object) numbers))
                    .mapEmpty());
        }
        return erased.compose(before -> HistoryErasure.words(connection, numbers))
                .compose(done -> HistoryErasure.end(connection))
                .compose(done -> event(connection, ready, "anonymise", act))
                .compose(done -> connection.preparedQuery(ERASED).execute(Tuple.of(numbers, Times.of(act.at()))))
                .mapEmpty();
    }
}
