package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tw.minsheng.security.AuditEntry;
import tw.minsheng.security.Session;
import tw.minsheng.security.Sessions;

/** Who is signed in. */
public final class PgSessions implements Sessions {

    private static final String COLUMNS = "id_hash, account, started_at, used_at, device";
    private static final String START = "insert into session (" + COLUMNS + ") values ($1, $2, $3, $4, $5)";
    private static final String FIND = "select " + COLUMNS + " from session where id_hash = $1";
    private static final String TOUCH = "update session set used_at = $2 where id_hash = $1 and used_at < $2";
    private static final String OF =
            "select " + COLUMNS + " from session where account = $1 order by started_at desc, id_hash";
    private static final String END = "delete from session where account = $1 and id_hash = $2";
    private static final String PURGE = "delete from session where started_at < $1 or used_at < $2";

    private final Database database;

    public PgSessions(Database database) {
        this.database = database;
    }

    @Override
    public Future<Void> start(Session session, AuditEntry entry) {
        return database.transaction(connection -> connection
                .preparedQuery(START)
                .execute(Tuple.of(
                        session.idHash(),
                        session.account(),
                        Times.of(session.started()),
                        Times.of(session.used()),
                        session.device()))
                .compose(done -> connection
                        .preparedQuery(PgAccounts.USED)
                        .execute(Tuple.of(session.account(), Times.of(session.started()))))
                .compose(done -> AuditInsert.write(connection, entry)));
    }

    @Override
    public Future<Optional<Session>> find(String idHash) {
        return database.query(FIND, Tuple.of(idHash))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(session(rows.iterator().next())));
    }

    @Override
    public Future<Void> touch(String idHash, Instant at) {
        return database.query(TOUCH, Tuple.of(idHash, Times.of(at))).mapEmpty();
    }

    @Override
    public Future<List<Session>> of(String account) {
        return database.query(OF, Tuple.of(account))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PgSessions::session)
                        .toList());
    }

    @Override
    public Future<Boolean> end(String account, String idHash, AuditEntry entry) {
        return database.transaction(connection -> connection
                .preparedQuery(END)
                .execute(Tuple.of(account, idHash))
                .compose(done -> done.rowCount() == 0
                        ? Future.succeededFuture(false)
                        : AuditInsert.write(connection, entry).map(true)));
    }

    @Override
    public Future<Integer> endOthers(String account, String exceptHash, AuditEntry entry) {
        return database.transaction(connection -> AccountRows.endSessions(connection, account, exceptHash)
                .compose(ended -> AuditInsert.write(connection, entry).map(ended)));
    }

    @Override
    public Future<Integer> purge(Instant startedBefore, Instant usedBefore) {
        return database.query(PURGE, Tuple.of(Times.of(startedBefore), Times.of(usedBefore)))
                .map(done -> done.rowCount());
    }

    private static Session session(Row row) {
        return new Session(
                row.getString("id_hash"),
                row.getString("account"),
                Times.read(row, "started_at"),
                Times.read(row, "used_at"),
                row.getString("device"));
    }
}
