package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.Confirmation;
import tw.minsheng.petition.Confirmations;

/** How cases are confirmed, in PostgreSQL; the rows are written by {@link PgCases} with their cases. */
public final class PgConfirmations implements Confirmations {

    private static final String BY_PROOF = "select no from case_confirmation where proof = $1 and proof <> ''";

    private static final String OF = "select way, seed, proof from case_confirmation where no = $1";

    private static final String TRIED = """
            update case_confirmation set tries = tries + 1 where no = $1 and way = 'phone' and tries < $2
            returning seed""";

    private static final String UNANSWERED = """
            select c.no from petition_case c join notice n on n.no = c.no
            where c.state = 'unconfirmed' and not c.locked and n.kind in ('confirm', 'confirm_code') and n.state = 'sent'
              and n.way in ('mail', 'sms')
              and n.sent_at < $1
              and not exists (
                select 1 from case_confirmation k where k.no = c.no and k.way = 'phone' and k.tries >= $2)
            order by c.no limit $3""";

    private static final List<String> ERASE = List.of(
            "update petition_case set text = '', address = '', latitude = null, longitude = null where no = $1",
            "update case_contact set name = '', email = '', phone = '', helper = '' where no = $1",
            "delete from case_confirmation where no = $1",
            "delete from attachment where no = $1",
            """
            update notice set address = '', facts = '{}', subject = '', text = '', trouble = '', reference = '',
              state = case when state = 'sent' then 'sent' else 'void' end
            where no = $1""");

    private final Database database;

    public PgConfirmations(Database database) {
        this.database = database;
    }

    /** Erases who sent a case and what was written, by staff too; it stays counted. */
    static Future<Void> erase(SqlClient connection, long no) {
        Future<Void> erased = Future.succeededFuture();
        for (String sql : ERASE) {
            erased = erased.compose(before ->
                    connection.preparedQuery(sql).execute(Tuple.of(no)).mapEmpty());
        }
        return erased.compose(before -> HistoryErasure.begin(connection))
                .compose(begun -> HistoryErasure.words(connection, no))
                .compose(blank -> HistoryErasure.end(connection));
    }

    @Override
    public Future<Optional<CaseNumber>> byProof(String proof) {
        return database.query(BY_PROOF, Tuple.of(proof))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> CaseRows.number(row.getLong("no")))
                        .findFirst());
    }

    @Override
    public Future<Confirmation> of(CaseNumber number) {
        return database.query(OF, Tuple.of(CaseRows.key(number)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Confirmation(
                                Confirmation.Way.valueOf(row.getString("way").toUpperCase(Locale.ROOT)),
                                row.getString("seed"),
                                row.getString("proof")))
                        .findFirst()
                        .orElse(Confirmation.BY_CALL));
    }

    @Override
    public Future<Optional<String>> tried(CaseNumber number, int most) {
        return database.query(TRIED, Tuple.of(CaseRows.key(number), most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("seed"))
                        .findFirst());
    }

    @Override
    public Future<List<CaseNumber>> unanswered(Instant sentBefore, int mostTries, int limit) {
        return database.query(UNANSWERED, Tuple.of(Times.of(sentBefore), mostTries, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> CaseRows.number(row.getLong("no")))
                        .toList());
    }
}
