package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Language;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.alert.Alerts;
import tw.minsheng.petition.alert.Staff;
import tw.minsheng.petition.deadline.Due;
import tw.minsheng.security.AuditEntry;

/** Reminders of due dates in PostgreSQL. */
public final class PgAlerts implements Alerts {

    private static final String PEOPLE = """
            select name, agency, 'head' = any (roles) as head, 'control' = any (roles) as control
            from account where state = 'active' and until_at > now() and survey = '' order by name""";

    private static final String PARENTS = "select key, parent from agency";

    private static final String AWAY =
            "select account, deputy from case_deputy where $1 between from_day and until_day";

    private static final String OPEN = """
            select c.*, p.name, p.email, p.phone, p.helper
            from petition_case c join case_contact p on p.no = c.no
            where c.ended_at = '9999-12-31' and c.state <> 'unconfirmed' and c.due_at < $1
              and c.no > $2
            order by c.no limit $3""";

    /**
     * Only whoever gets mail has lines; a reminder of nobody is noted all the same. Of several steps that come at once, the
     * newest is told to everybody whom one of them concerns.
     */
    private static final String RAISE = """
            with asked as (
              select * from unnest($1::bigint[], $2::text[], $3::timestamp[], $4::boolean[], $5::text[], $6::text[])
                with ordinality as a (no, step, due_at, due_timed, due, accounts, pos)
            ), noted as (
              insert into case_alert (no, step, due, at) select no, step, due, $7 from asked
              on conflict do nothing returning no, step, due
            ), newest as (
              select distinct on (a.no) a.* from asked a join noted n using (no, step, due) order by a.no, a.pos desc
            ), told as (
              insert into alert_line (account, no, step, due_at, due_timed)
              select distinct d.account, w.no, w.step, w.due_at, w.due_timed
              from asked a join noted n using (no, step, due) join newest w on w.no = a.no
                join alert_address d on d.account = any (string_to_array(a.accounts, ' '))
            )
            select count(*) as n from noted""";

    private static final String ACCOUNTS = """
            select l.account, d.email, d.language, array_agg(l.id) as lines
            from alert_line l join alert_address d on d.account = l.account
              join account a on a.name = l.account and a.state = 'active' and a.until_at > now()
            where l.mail = 0 group by 1, 2, 3 order by 1 limit $1""";

    private static final String LINES = """
            select l.no, l.step, l.due_at, l.due_timed, c.type, c.locked
            from alert_line l join petition_case c on c.no = l.no
            where l.account = $1 and l.mail = 0 and l.id = any ($2) order by l.due_at, l.no limit $3""";

    /** Of two nodes that see the same lines the second finds them taken. */
    private static final String HOLD = "select 1 from alert_address where account = $1 for update";

    private static final String DIGEST = """
            with mail as (
              insert into alert_mail (account, address, language, facts)
              select $1, $2, $3, $4 where (select count(*) from alert_line where mail = 0 and id = any ($5)) = cardinality($5)
              returning id
            )
            update alert_line l set mail = mail.id from mail where l.id = any ($5)""";

    private static final String ADDRESS = "select email, language from alert_address where account = $1";

    private static final String PUT = """
            insert into alert_address (account, email, language) values ($1, $2, $3)
            on conflict (account) do update set email = excluded.email, language = excluded.language""";

    /** Mail that still waits goes where she wants it now. */
    private static final String READDRESS = """
            update alert_mail set address = $2, language = $3 where account = $1 and state = 'waiting'""";

    private static final List<String> DROP = List.of(
            "delete from alert_address where account = $1",
            "delete from alert_line where account = $1 and mail = 0",
            "delete from alert_mail where account = $1 and state in ('waiting', 'failed')");

    private final Database database;

    public PgAlerts(Database database) {
        this.database = database;
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }

    private static Map<String, String> map(RowSet<Row> rows) {
        Map<String, String> all = new LinkedHashMap<>();
        rows.forEach(row -> all.put(row.getString(0), row.getString(1)));
        return all;
    }

    @Override
    public Future<Staff> staff(LocalDate today) {
        return database.query(PEOPLE, Tuple.tuple())
                .compose(people -> database.query(PARENTS, Tuple.tuple())
                        .compose(parents -> database.query(AWAY, Tuple.of(today))
                                .map(away -> new Staff(list(people, PgAlerts::person), map(parents), map(away)))));
    }

    private static Staff.Person person(Row row) {
        return new Staff.Person(
                row.getString("name"), row.getString("agency"), row.getBoolean("head"), row.getBoolean("control"));
    }

    @Override
    public Future<List<CaseFile>> open(LocalDateTime dueBefore, CaseNumber after, int limit) {
        return database.query(OPEN, Tuple.of(dueBefore, CaseRows.key(after), limit))
                .map(PgCases::files);
    }

    @Override
    public Future<Integer> raise(List<Raised> raised, Instant at) {
        if (raised.isEmpty()) {
            return Future.succeededFuture(0);
        }
        List<Object> values = new ArrayList<>(List.of(
                raised.stream().map(each -> CaseRows.key(each.number())).toArray(Long[]::new),
                raised.stream().map(Raised::step).toArray(String[]::new),
                raised.stream().map(each -> each.due().at()).toArray(LocalDateTime[]::new),
                raised.stream().map(each -> each.due().timed()).toArray(Boolean[]::new),
                raised.stream().map(each -> each.due().toString()).toArray(String[]::new),
                raised.stream().map(each -> String.join(" ", each.accounts())).toArray(String[]::new),
                Times.of(at)));
        return database.query(RAISE, Tuple.tuple(values))
                .map(rows -> Math.toIntExact(rows.iterator().next().getLong("n")));
    }

    @Override
    public Future<List<Waiting>> waiting(int accounts) {
        return database.query(ACCOUNTS, Tuple.of(accounts)).compose(rows -> {
            Future<List<Waiting>> all = Future.succeededFuture(List.of());
            for (Row row : rows) {
                all = all.compose(before -> waiting(row).map(one -> {
                    List<Waiting> more = new ArrayList<>(before);
                    more.add(one);
                    return more;
                }));
            }
            return all;
        });
    }

    private Future<Waiting> waiting(Row row) {
        String account = row.getString("account");
        Long[] all = row.getArrayOfLongs("lines");
        return database.query(LINES, Tuple.of(account, all, MOST_NAMED))
                .map(lines -> new Waiting(
                        account,
                        row.getString("email"),
                        new Language(row.getString("language")),
                        list(lines, PgAlerts::item),
                        all.length,
                        List.of(all)));
    }

    private static Item item(Row row) {
        return new Item(
                CaseRows.number(row.getLong("no")),
                row.getString("step"),
                new Due(row.getLocalDateTime("due_at"), row.getBoolean("due_timed")),
                row.getString("type"),
                row.getBoolean("locked"));
    }

    @Override
    public Future<Boolean> digest(Waiting waiting, Map<String, String> facts) {
        JsonObject stored = new JsonObject();
        facts.forEach(stored::put);
        Tuple values = Tuple.of(
                waiting.account(),
                waiting.address(),
                waiting.language().tag(),
                stored,
                waiting.lines().toArray(Long[]::new));
        return database.transaction(connection -> connection
                .preparedQuery(HOLD)
                .execute(Tuple.of(waiting.account()))
                .compose(held -> connection.preparedQuery(DIGEST).execute(values))
                .map(lines -> lines.rowCount() > 0));
    }

    @Override
    public Future<Optional<Address>> address(String account) {
        return database.query(ADDRESS, Tuple.of(account))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Address(row.getString("email"), new Language(row.getString("language"))))
                        .findFirst());
    }

    @Override
    public Future<Void> address(String account, Address address, Act act) {
        return database.transaction(connection -> {
            Future<Void> done;
            if (address.email().isEmpty()) {
                done = Future.succeededFuture();
                for (String sql : DROP) {
                    done = done.compose(before -> connection
                            .preparedQuery(sql)
                            .execute(Tuple.of(account))
                            .mapEmpty());
                }
            } else {
                Tuple values =
                        Tuple.of(account, address.email(), address.language().tag());
                done = connection
                        .preparedQuery(PUT)
                        .execute(values)
                        .compose(put -> connection.preparedQuery(READDRESS).execute(values))
                        .mapEmpty();
            }
            return done.compose(
                    changed -> AuditInsert.write(connection, AuditEntry.done(act, "account.alerts", account)));
        });
    }
}
