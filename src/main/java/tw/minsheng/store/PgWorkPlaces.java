package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.WorkPlaces;
import tw.minsheng.security.AuditEntry;

/** Deputies and saved filters. */
public final class PgWorkPlaces implements WorkPlaces {

    private static final String DEPUTIES = """
            select * from case_deputy where account = any ($1) and until_day >= $2 order by account""";

    private static final String STANDS_IN = """
            select account from case_deputy where deputy = $1 and $2 between from_day and until_day order by account""";

    private static final String APPOINT = """
            insert into case_deputy (account, deputy, from_day, until_day) values ($1, $2, $3, $4)
            on conflict (account) do update
              set deputy = excluded.deputy, from_day = excluded.from_day, until_day = excluded.until_day""";

    private static final String SAVED = "select name, query from case_filter where account = $1 order by name";

    private static final String SAVE = """
            insert into case_filter (account, name, query)
            select $1, $2, $3
            where (select count(*) from case_filter where account = $1 and name <> $2) < $4
            on conflict (account, name) do update set query = excluded.query""";

    private final Database database;

    public PgWorkPlaces(Database database) {
        this.database = database;
    }

    @Override
    public Future<List<Deputy>> deputies(Set<String> accounts, LocalDate day) {
        return database.query(DEPUTIES, Tuple.of(accounts.toArray(String[]::new), day))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PgWorkPlaces::deputy)
                        .toList());
    }

    private static Deputy deputy(Row row) {
        return new Deputy(
                row.getString("account"),
                row.getString("deputy"),
                row.getLocalDate("from_day"),
                row.getLocalDate("until_day"));
    }

    @Override
    public Future<List<String>> standsInFor(String deputy, LocalDate day) {
        return database.query(STANDS_IN, Tuple.of(deputy, day))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("account"))
                        .toList());
    }

    @Override
    public Future<Void> appoint(Deputy deputy, Act act) {
        return audited(
                APPOINT,
                Tuple.of(deputy.account(), deputy.deputy(), deputy.from(), deputy.until()),
                AuditEntry.done(act, "case.deputy", deputy.account()));
    }

    @Override
    public Future<Void> dismiss(String account, Act act) {
        return audited(
                "delete from case_deputy where account = $1",
                Tuple.of(account),
                AuditEntry.done(act, "case.no_deputy", account));
    }

    private Future<Void> audited(String sql, Tuple values, AuditEntry line) {
        return database.transaction(connection ->
                connection.preparedQuery(sql).execute(values).compose(done -> AuditInsert.write(connection, line)));
    }

    @Override
    public Future<List<Saved>> saved(String account) {
        return database.query(SAVED, Tuple.of(account))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Saved(row.getString("name"), row.getString("query")))
                        .toList());
    }

    @Override
    public Future<Void> save(String account, Saved saved) {
        return database.query(SAVE, Tuple.of(account, saved.name(), saved.query(), MOST_SAVED))
                .map(rows -> {
                    if (rows.rowCount() == 0) {
                        throw Problem.of(Problem.Kind.CONFLICT, "case.saved_full");
                    }
                    return null;
                });
    }

    @Override
    public Future<Void> forget(String account, String name) {
        return database.query("delete from case_filter where account = $1 and name = $2", Tuple.of(account, name))
                .mapEmpty();
    }
}
