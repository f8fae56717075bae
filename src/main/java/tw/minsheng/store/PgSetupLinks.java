package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import tw.minsheng.security.Account;
import tw.minsheng.security.AuditEntry;
import tw.minsheng.security.Credential;
import tw.minsheng.security.SetupLink;
import tw.minsheng.security.SetupLinks;

/** One-time links: taken out of the table in the transaction that uses them. */
public final class PgSetupLinks implements SetupLinks {

    private static final String VOID = "delete from setup_link where purpose = $1 and account = $2";
    private static final String ISSUE =
            "insert into setup_link (token_hash, purpose, account, expires_at) values ($1, $2, $3, $4)";
    private static final String FIND =
            "select token_hash, purpose, account, expires_at from setup_link where token_hash = $1";
    private static final String TAKE = """
            delete from setup_link where token_hash = $1 and purpose = $2 and expires_at > $3
            returning account""";
    // two links of two nodes must not both find an empty table
    private static final String LOCK = "lock table account in share row exclusive mode";
    private static final String ANY = "select exists (select 1 from account)";

    private final Database database;

    public PgSetupLinks(Database database) {
        this.database = database;
    }

    @Override
    public Future<Void> issue(SetupLink link, AuditEntry entry) {
        return database.transaction(connection -> connection
                .preparedQuery(VOID)
                .execute(Tuple.of(word(link.purpose()), link.account()))
                .compose(done -> connection
                        .preparedQuery(ISSUE)
                        .execute(Tuple.of(
                                link.tokenHash(), word(link.purpose()), link.account(), Times.of(link.expires()))))
                .compose(done -> AuditInsert.write(connection, entry)));
    }

    @Override
    public Future<Optional<SetupLink>> find(String tokenHash) {
        return database.query(FIND, Tuple.of(tokenHash))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(link(rows.iterator().next())));
    }

    @Override
    public Future<Boolean> redeemFirstAdmin(
            String tokenHash, Instant now, Account account, Credential credential, AuditEntry entry) {
        return database.transaction(connection -> connection
                .query(LOCK)
                .execute()
                .compose(locked -> connection.query(ANY).execute())
                .compose(rows -> rows.iterator().next().getBoolean(0)
                        ? Future.succeededFuture(Optional.<String>empty())
                        : take(connection, tokenHash, SetupLink.Purpose.FIRST_ADMIN, now))
                .compose(taken -> taken.isEmpty()
                        ? Future.succeededFuture(false)
                        : AccountRows.insert(connection, account, credential)
                                .compose(done -> AuditInsert.write(connection, entry))
                                .map(true)));
    }

    @Override
    public Future<Boolean> redeemPassword(String tokenHash, Instant now, Credential credential, AuditEntry entry) {
        return database.transaction(connection -> take(connection, tokenHash, SetupLink.Purpose.PASSWORD, now)
                .compose(taken -> taken.isEmpty()
                        ? Future.succeededFuture(false)
                        : AccountRows.store(connection, taken.get(), credential)
                                .compose(done -> AccountRows.endSessions(connection, taken.get(), ""))
                                .compose(done -> AuditInsert.write(connection, entry))
                                .map(true)));
    }

    private static Future<Optional<String>> take(
            SqlConnection connection, String tokenHash, SetupLink.Purpose purpose, Instant now) {
        return connection
                .preparedQuery(TAKE)
                .execute(Tuple.of(tokenHash, word(purpose), Times.of(now)))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getString("account")));
    }

    private static SetupLink link(Row row) {
        return new SetupLink(
                row.getString("token_hash"),
                SetupLink.Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
                row.getString("account"),
                Times.read(row, "expires_at"));
    }

    private static String word(SetupLink.Purpose purpose) {
        return purpose.name().toLowerCase(Locale.ROOT);
    }
}
