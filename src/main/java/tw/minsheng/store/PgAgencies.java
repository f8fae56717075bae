package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.security.Agencies;
import tw.minsheng.security.Agency;
import tw.minsheng.security.AgencyTree;
import tw.minsheng.security.AuditEntry;

/** The tree of agencies; a few dozen rows. */
public final class PgAgencies implements Agencies {

    private static final String ALL = "select key, parent, name from agency order by key";

    private static final String PUT = """
            insert into agency (key, parent, name) values ($1, $2, $3)
            on conflict (key) do update set parent = excluded.parent, name = excluded.name""";

    private static final String ENSURE =
            "insert into agency (key, parent, name) values ($1, $2, $3) on conflict (key) do nothing";

    private final Database database;

    public PgAgencies(Database database) {
        this.database = database;
    }

    @Override
    public Future<AgencyTree> tree() {
        return database.query(ALL, Tuple.tuple())
                .map(rows -> AgencyTree.of(StreamSupport.stream(rows.spliterator(), false)
                        .map(PgAgencies::agency)
                        .toList()));
    }

    @Override
    public Future<Void> put(Agency agency, Act act) {
        return write(PUT, Tuple.of(agency.key(), agency.parent(), name(agency)), agency, act);
    }

    @Override
    public Future<Void> ensure(Agency agency, Act act) {
        return write(ENSURE, Tuple.of(agency.key(), agency.parent(), name(agency)), agency, act);
    }

    private Future<Void> write(String sql, Tuple parameters, Agency agency, Act act) {
        return database.transaction(connection -> connection
                .preparedQuery(sql)
                .execute(parameters)
                .compose(done -> done.rowCount() == 0
                        ? Future.<Void>succeededFuture()
                        : AuditInsert.write(connection, AuditEntry.done(act, "agency.put", agency.key()))));
    }

    private static JsonObject name(Agency agency) {
        JsonObject name = new JsonObject();
        agency.name().texts().forEach((language, text) -> name.put(language.tag(), text));
        return name;
    }

    private static Agency agency(Row row) {
        Map<Language, String> texts = new LinkedHashMap<>();
        row.getJsonObject("name").forEach(each -> texts.put(new Language(each.getKey()), (String) each.getValue()));
        return new Agency(row.getString("key"), row.getString("parent"), new LocalizedText(texts));
    }
}
