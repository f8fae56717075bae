package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/**
 * Takes the words out of the history of cases, which is append only but for this. Between begin and end of one transaction the
 * database lets words of the history go; other units of the same transaction must not come in between.
 */
final class HistoryErasure {

    /** What of the details of an event tells of no person: keys and days, no words. */
    private static final List<String> KEPT_DETAILS = List.of(
            "channel",
            "locked",
            "unit",
            "handler",
            "was_unit",
            "was_handler",
            "undone",
            "line",
            "parent",
            "child",
            "kind",
            "ground",
            "approver",
            "way",
            "site_visit",
            "outcome",
            "until",
            "expected",
            "was",
            "due",
            "calendar",
            "by_petitioner",
            "phone_at",
            "phone_result",
            "proof");

    private static final String BEGIN = "select set_config('minsheng.erasing', 'on', true)";
    private static final String END = "select set_config('minsheng.erasing', 'off', true)";

    private static final String WORDS = """
            update case_event set reason = '', told = '', details = (
              select coalesce(jsonb_object_agg(k, v), '{}') from jsonb_each(details) as d (k, v) where k = any ($2))
            where no = any ($1)""";

    private HistoryErasure() {}

    static Future<Void> begin(SqlClient connection) {
        return connection.query(BEGIN).execute().mapEmpty();
    }

    static Future<Void> words(SqlClient connection, Long... numbers) {
        return connection
                .preparedQuery(WORDS)
                .execute(Tuple.of(numbers, (Object) KEPT_DETAILS.toArray(String[]::new)))
                .mapEmpty();
    }

    static Future<Void> end(SqlClient connection) {
        return connection.query(END).execute().mapEmpty();
    }
}
