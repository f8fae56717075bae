package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tw.minsheng.petition.CaseEvent;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.Move;
import tw.minsheng.petition.Outcome;
import tw.minsheng.petition.PublicBoard;
import tw.minsheng.petition.State;

/** Cases for the public, in PostgreSQL; the rows are written by {@link PgCases} with their events. */
public final class PgPublicBoard implements PublicBoard {

    /** What may not be shown is not asked for, whoever released it when. */
    private static final String LIST = """
            select c.type, c.district, date_trunc('month', c.received_at at time zone $5)::date as month,
              c.state, c.outcome, p.summary
            from case_publication p join petition_case c on c.no = p.no
            where not c.locked and not c.confidential and c.state not in ('unconfirmed', 'expired', 'merged')
              and ($1 = '' or c.type = $1) and ($2 = '' or c.district = $2)
            order by p.at desc, p.no limit $3 offset $4""";

    private static final String SUMMARY = "select summary from case_publication where no = $1";

    private static final String RELEASE = """
            insert into case_publication (no, summary, actor, at) values ($1, $2, $3, $4)
            on conflict (no) do update set summary = excluded.summary, actor = excluded.actor, at = excluded.at""";

    private static final String WITHDRAW = "delete from case_publication where no = $1";

    private final Database database;

    public PgPublicBoard(Database database) {
        this.database = database;
    }

    /** In the transaction of the event that releases or withdraws. */
    static Future<Void> write(SqlClient connection, CaseFile file, CaseEvent event) {
        long no = CaseRows.key(file.number());
        if (event.what().equals(CaseFile.PUBLISH)) {
            Tuple row = Tuple.of(
                    no, event.told(), event.act().actor(), Times.of(event.act().at()));
            return connection.preparedQuery(RELEASE).execute(row).mapEmpty();
        }
        // what was barred once is not shown again without a new look
        boolean gone = event.what().equals(CaseFile.UNPUBLISH)
                || event.what().equals(Move.WITHDRAW.key())
                || file.isBarredFromPublic();
        return gone ? connection.preparedQuery(WITHDRAW).execute(Tuple.of(no)).mapEmpty() : Future.succeededFuture();
    }

    @Override
    public Future<List<Shown>> list(Filter filter, int offset, int limit) {
        return database.query(
                        LIST,
                        Tuple.of(
                                filter.type(),
                                filter.district(),
                                limit,
                                offset,
                                filter.zone().getId()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PgPublicBoard::shown)
                        .toList());
    }

    @Override
    public Future<Optional<String>> summary(CaseNumber number) {
        return database.query(SUMMARY, Tuple.of(CaseRows.key(number)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("summary"))
                        .findFirst());
    }

    private static Shown shown(Row row) {
        return new Shown(
                row.getString("type"),
                row.getString("district"),
                row.getLocalDate("month"),
                State.of(row.getString("state")).orElseThrow(),
                Outcome.of(row.getString("outcome")).orElseThrow(),
                row.getString("summary"));
    }
}
