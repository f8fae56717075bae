package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.ReplyTemplate;
import tw.minsheng.petition.ReplyTemplates;
import tw.minsheng.security.AuditEntry;

/** Templates of answers. */
public final class PgReplyTemplates implements ReplyTemplates {

    private static final String OF =
            "select * from reply_template where agency = any ($1) order by agency collate \"C\", name, id";

    private static final String FIND = "select * from reply_template where id = $1 and agency = any ($2)";

    private static final String ADD = """
            insert into reply_template (agency, type, name, reply)
            select $1, $2, $3, $4 where (select count(*) from reply_template where agency = $1) < $5""";

    private static final String CHANGE =
            "update reply_template set type = $2, name = $3, reply = $4 where agency = $1 and id = $5";

    private static final String DROP = "delete from reply_template where id = $1 and agency = any ($2)";

    private final Database database;

    public PgReplyTemplates(Database database) {
        this.database = database;
    }

    private static List<ReplyTemplate> list(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new ReplyTemplate(
                        row.getLong("id"),
                        row.getString("agency"),
                        row.getString("type"),
                        row.getString("name"),
                        CaseRows.reply(row.getJsonObject("reply"))))
                .toList();
    }

    @Override
    public Future<List<ReplyTemplate>> of(Set<String> agencies) {
        return database.query(OF, Tuple.of((Object) agencies.toArray(String[]::new)))
                .map(PgReplyTemplates::list);
    }

    @Override
    public Future<Optional<ReplyTemplate>> find(long id, Set<String> agencies) {
        return database.query(FIND, Tuple.of(id, (Object) agencies.toArray(String[]::new)))
                .map(rows -> list(rows).stream().findFirst());
    }

    @Override
    public Future<Void> put(ReplyTemplate template, Act act) {
        boolean isNew = template.id() == 0;
        Tuple values = Tuple.of(
                template.agency(),
                template.type(),
                template.name(),
                CaseRows.reply(template.reply()),
                isNew ? MOST : template.id());
        return database.transaction(connection -> connection
                .preparedQuery(isNew ? ADD : CHANGE)
                .execute(values)
                .compose(rows -> {
                    if (rows.rowCount() == 0) {
                        throw isNew
                                ? Problem.of(
                                        Problem.Kind.CONFLICT, "template.full", Map.of("most", Integer.toString(MOST)))
                                : unknown(template.id());
                    }
                    return audited(connection, "template.put", template.name(), act);
                }));
    }

    private static Problem unknown(long id) {
        return Problem.notFound("template", Long.toString(id));
    }

    private static Future<Void> audited(SqlConnection connection, String what, String name, Act act) {
        return AuditInsert.write(connection, AuditEntry.done(act, what, name));
    }

    @Override
    public Future<Void> drop(long id, Set<String> agencies, Act act) {
        return database.transaction(connection -> connection
                .preparedQuery(DROP)
                .execute(Tuple.of(id, (Object) agencies.toArray(String[]::new)))
                .compose(rows -> {
                    if (rows.rowCount() == 0) {
                        throw unknown(id);
                    }
                    return audited(connection, "template.drop", Long.toString(id), act);
                }));
    }
}
