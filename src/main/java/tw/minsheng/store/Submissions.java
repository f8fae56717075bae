package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Finished;
import tw.minsheng.collect.Outcome;

/** What was told to the holder of a submission key. */
final class Submissions {

    private static final String FIND = """
            select b.body_mac, b.receipt, b.outcome, b.data_set, b.wave, s.id
            from submission b join survey s on s.no = b.survey_no where b.key_hash = $1""";

    private Submissions() {}

    static Future<Optional<Finished>> find(SqlClient client, String key) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(key))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(finished(rows.iterator().next())));
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
