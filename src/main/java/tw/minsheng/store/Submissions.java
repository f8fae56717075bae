package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Finished;
import tw.minsheng.collect.Outcome;

/** What was told to the holder of a submission key. */
final class Submissions {

    private static final String FIND = """
            select b.key_hash, b.body_mac, b.receipt, b.outcome, b.data_set, b.wave, s.id
            from submission b join survey s on s.no = b.survey_no where b.key_hash = any ($1)""";

    private Submissions() {}

    static Future<Optional<Finished>> find(SqlClient client, String key) {
        return find(client, List.of(key)).map(found -> Optional.ofNullable(found.get(key)));
    }

    /** By key, those that are there. */
    static Future<Map<String, Finished>> find(SqlClient client, Collection<String> keys) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(keys.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Finished> found = new HashMap<>();
                    rows.forEach(row -> found.put(row.getString("key_hash"), finished(row)));
                    return found;
                });
    }

    private static Finished finished(Row row) {
        return new Finished(
                row.getString("receipt"),
                Outcome.of(row.getString("outcome")),
                row.getString("body_mac"),
                row.getString("id"),
                row.getString("wave"),
                DataSet.of(row.getString("data_set")),
                true);
    }
}
