package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import tw.minsheng.kernel.Problem;
import tw.minsheng.security.Account;
import tw.minsheng.security.Accounts;
import tw.minsheng.security.AuditEntry;
import tw.minsheng.security.Credential;

/** Accounts of the staff; each change writes its line of the audit trail in the same transaction. */
public final class PgAccounts implements Accounts {

    private static final String FIND = "select " + AccountRows.COLUMNS + " from account where name = $1";
    private static final String WITHIN =
            "select " + AccountRows.COLUMNS + " from account where agency = any ($1) order by name";
    private static final String ANY = "select exists (select 1 from account)";
    private static final String CREDENTIAL = "select hash, former, change_due from account where name = $1";
    private static final String LOCK = "select hash, former, change_due from account where name = $1 for update";
    static final String USED = "update account set used_at = $2 where name = $1 and used_at < $2";

    private static final String CHANGE = """
            update account set roles = $2, agency = $3, state = $4, survey = $5, until_at = $6,
              used_at = coalesce($7, used_at) where name = $1""";

    private final Database database;

    public PgAccounts(Database database) {
        this.database = database;
    }

    @Override
    public Future<Optional<Account>> find(String name) {
        return database.query(FIND, Tuple.of(name))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(AccountRows.account(rows.iterator().next())));
    }

    @Override
    public Future<List<Account>> within(Set<String> agencies) {
        return database.query(WITHIN, Tuple.of(agencies.toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(AccountRows::account)
                        .toList());
    }

    @Override
    public Future<Boolean> any() {
        return database.query(ANY, Tuple.tuple())
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    @Override
    public Future<Void> open(Account account, Credential credential, AuditEntry entry) {
        return database.transaction(connection -> AccountRows.insert(connection, account, credential)
                .compose(done -> AuditInsert.write(connection, entry)));
    }

    @Override
    public Future<Void> change(Account account, AuditEntry entry) {
        return database.transaction(connection -> change(connection, account, entry, Optional.empty()));
    }

    @Override
    public Future<Void> reopen(Account account, AuditEntry entry) {
        Instant at = entry.act().at();
        return database.transaction(connection -> change(connection, account, entry, Optional.of(at)));
    }

    private static Future<Void> change(
            SqlConnection connection, Account account, AuditEntry entry, Optional<Instant> used) {
        Tuple parameters = Tuple.of(
                        account.name(),
                        AccountRows.roles(account),
                        account.agency(),
                        AccountRows.state(account),
                        account.survey(),
                        Times.of(account.until()))
                .addValue(used.map(Times::of).orElse(null));
        return connection
                .preparedQuery(CHANGE)
                .execute(parameters)
                .compose(done -> done.rowCount() == 0
                        ? Future.failedFuture(Problem.notFound("account", account.name()))
                        : AccountRows.endSessions(connection, account.name(), ""))
                .compose(ended -> AuditInsert.write(connection, entry));
    }

    @Override
    public Future<Optional<Credential>> credential(String name) {
        return database.query(CREDENTIAL, Tuple.of(name))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(AccountRows.credential(rows.iterator().next())));
    }

    @Override
    public Future<Void> changeCredential(
            String name, Credential former, Credential credential, String exceptSession, AuditEntry entry) {
        return database.transaction(connection -> connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(name))
                .compose(rows -> {
                    if (rows.size() == 0) {
                        return Future.<Integer>failedFuture(Problem.notFound("account", name));
                    }
                    boolean same =
                            AccountRows.credential(rows.iterator().next()).equals(former);
                    return same
                            ? AccountRows.store(connection, name, credential)
                            : Future.<Integer>failedFuture(
                                    Problem.of(Problem.Kind.CONFLICT, "account.changed", Map.of("name", name)));
                })
                .compose(done -> AccountRows.endSessions(connection, name, exceptSession))
                .compose(done -> AuditInsert.write(connection, entry)));
    }

    @Override
    public Future<Void> used(String name, Instant at) {
        return database.query(USED, Tuple.of(name, Times.of(at))).mapEmpty();
    }
}
