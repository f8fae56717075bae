package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.attach.Attachment;
import tw.minsheng.petition.attach.Attachments;
import tw.minsheng.petition.attach.FileKind;

/** Files in pieces, each written by itself: no file is in memory as a whole, here or in the database. */
public final class PgAttachments implements Attachments {

    private static final String BEGIN = """
            insert into attachment (id, form, name, kind, bytes, sha256, location, added_by, added_at, erase_after)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)""";

    private static final String WRITE = "insert into attachment_piece (id, number, content) values ($1, $2, $3)";

    /** Two at once: the second waits at the index for the first, and then finds it. */
    private static final String WHOLE = """
            update attachment set whole = true
            where id = $1 and not exists (select from attachment o where o.form = $2 and o.sha256 = $3 and o.whole)""";

    private static final String DROP = "delete from attachment where form = $1 and no is null and id = any ($2)";

    private static final String WAITING = """
            update attachment set erase_after = $2 where form = $1 and no is null and whole returning *""";

    private static final String WAITING_BYTES =
            "select coalesce(sum(bytes), 0)::bigint as bytes from attachment where no is null";

    private static final String MAKE_ROOM = """
            delete from attachment a using (
              select id, sum(bytes) over (order by erase_after desc, id) as newer from attachment where no is null
            ) w where a.id = w.id and a.no is null and w.newer > $1 and a.erase_after < $2""";

    private static final String OF = "select * from attachment where no = $1 order by event, added_at, id";

    private static final String READ = """
            select p.content from attachment_piece p join attachment a on a.id = p.id
            where p.id = $1 and p.number = $2 and a.whole""";

    private static final String PURGE = "delete from attachment where no is null and erase_after < $1";

    /** The files that wait beside a form go with a step of its case. */
    private static final String TAKE = """
            update attachment set no = $1, event = $2, erase_after = null where form = $3 and no is null and whole""";

    private static final String REMOVE = "delete from attachment where no = $1 and id = $2";

    private final Database database;

    public PgAttachments(Database database) {
        this.database = database;
    }

    /** In the transaction that writes the step. */
    static Future<Void> take(SqlClient connection, long no, int event, String form) {
        return connection.preparedQuery(TAKE).execute(Tuple.of(no, event, form)).mapEmpty();
    }

    /** In the transaction that writes the step with which it goes. */
    static Future<Void> remove(SqlClient connection, long no, UUID id) {
        return connection.preparedQuery(REMOVE).execute(Tuple.of(no, id)).mapEmpty();
    }

    @Override
    public Future<Void> begin(String form, Attachment file, Instant until) {
        return database.query(
                        BEGIN,
                        Tuple.tuple(List.of(
                                file.id(),
                                form,
                                file.name(),
                                file.kind().key(),
                                file.bytes(),
                                file.sha256(),
                                file.location().key(),
                                file.by(),
                                Times.of(file.at()),
                                Times.of(until))))
                .mapEmpty();
    }

    @Override
    public Future<Void> write(UUID id, int number, byte[] piece) {
        return database.query(WRITE, Tuple.of(id, number, Buffer.buffer(piece))).mapEmpty();
    }

    @Override
    public Future<Void> whole(String form, UUID id, String sha256) {
        return database.query(WHOLE, Tuple.of(id, form, sha256))
                .map(rows -> rows.rowCount() > 0)
                .recover(failure -> DriverFailure.isDuplicate(failure)
                        ? Future.succeededFuture(false)
                        : Future.failedFuture(failure))
                .compose(first -> first ? Future.succeededFuture() : drop(form, Set.of(id)));
    }

    @Override
    public Future<List<Attachment>> waiting(String form, Instant until) {
        return database.query(WAITING, Tuple.of(form, Times.of(until)))
                .map(rows -> files(rows).stream()
                        .sorted((one, other) -> one.at().compareTo(other.at()))
                        .toList());
    }

    @Override
    public Future<Long> waitingBytes() {
        return database.query(WAITING_BYTES, Tuple.tuple())
                .map(rows -> rows.iterator().next().getLong("bytes"));
    }

    @Override
    public Future<Long> makeRoom(long bytes, Instant unused) {
        return database.query(MAKE_ROOM, Tuple.of(bytes, Times.of(unused))).compose(gone -> waitingBytes());
    }

    @Override
    public Future<Void> drop(String form, Set<UUID> ids) {
        return database.query(DROP, Tuple.tuple(List.of(form, ids.toArray(UUID[]::new))))
                .mapEmpty();
    }

    @Override
    public Future<List<Attachment>> of(CaseNumber number) {
        return database.query(OF, Tuple.of(CaseRows.key(number))).map(PgAttachments::files);
    }

    @Override
    public Future<byte[]> read(UUID id, int number) {
        return database.query(READ, Tuple.of(id, number)).map(rows -> {
            if (rows.size() == 0) {
                throw Problem.notFound("attachment", "");
            }
            return rows.iterator().next().getBuffer("content").getBytes();
        });
    }

    @Override
    public Future<Integer> purge(Instant now) {
        return database.query(PURGE, Tuple.of(Times.of(now))).map(RowSet::rowCount);
    }

    private static List<Attachment> files(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(PgAttachments::file)
                .toList();
    }

    private static Attachment file(Row row) {
        return new Attachment(
                row.getUUID("id"),
                row.getString("name"),
                FileKind.of(row.getString("kind")).orElseThrow(),
                row.getLong("bytes"),
                row.getString("sha256"),
                Attachment.Location.valueOf(row.getString("location").toUpperCase(Locale.ROOT)),
                row.getInteger("event"),
                row.getString("added_by"),
                Times.read(row, "added_at"));
    }
}
