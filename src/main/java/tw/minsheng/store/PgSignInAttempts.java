package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;
import tw.minsheng.security.SignInAttempts;
import tw.minsheng.security.SignInPolicy;
import tw.minsheng.security.SignInPolicy.Attempts;

/** Failed sign-ins; the row of a name is locked while its attempts are counted. */
public final class PgSignInAttempts implements SignInAttempts {

    private static final String ROW = """
            insert into sign_in_attempt (name_hash, failures, last_at) values ($1, 0, 'epoch')
            on conflict (name_hash) do nothing""";
    private static final String LOCK = "select failures, last_at from sign_in_attempt where name_hash = $1 for update";
    private static final String COUNT = "update sign_in_attempt set failures = $2, last_at = $3 where name_hash = $1";
    private static final String FORGET = "delete from sign_in_attempt where name_hash = $1";
    private static final String PURGE = "delete from sign_in_attempt where last_at < $1";

    private final Database database;

    public PgSignInAttempts(Database database) {
        this.database = database;
    }

    @Override
    public Future<Boolean> begin(String nameHash, Instant now) {
        return database.transaction(connection -> connection
                .preparedQuery(ROW)
                .execute(Tuple.of(nameHash))
                .compose(done -> connection.preparedQuery(LOCK).execute(Tuple.of(nameHash)))
                .compose(rows -> rows.size() == 0
                        ? Future.succeededFuture(false)
                        : count(connection, nameHash, attempts(rows.iterator().next()), now)));
    }

    private static Future<Boolean> count(SqlConnection connection, String nameHash, Attempts before, Instant now) {
        Optional<Attempts> next = SignInPolicy.begin(before, now);
        return next.isEmpty()
                ? Future.succeededFuture(false)
                : connection
                        .preparedQuery(COUNT)
                        .execute(Tuple.of(
                                nameHash,
                                next.get().failures(),
                                Times.of(next.get().last())))
                        .map(true);
    }

    @Override
    public Future<Void> forget(String nameHash) {
        return database.query(FORGET, Tuple.of(nameHash)).mapEmpty();
    }

    @Override
    public Future<Integer> purge(Instant lastBefore) {
        return database.query(PURGE, Tuple.of(Times.of(lastBefore))).map(done -> done.rowCount());
    }

    private static Attempts attempts(Row row) {
        return new Attempts(row.getInteger("failures"), Times.read(row, "last_at"));
    }
}
