package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;
import tw.minsheng.panel.Expert;
import tw.minsheng.panel.PanelKeys;
import tw.minsheng.panel.PanelRound;
import tw.minsheng.panel.Panels;
import tw.minsheng.panel.Rating;
import tw.minsheng.panel.Seat;
import tw.minsheng.security.AuditEntry;

/** Expert panels in PostgreSQL. */
public final class PgPanels implements Panels {

    private static final String OF = "select * from panel_round where survey = $1 order by number desc";

    private static final String EXPERT = """
            e.id as expert, e.name, e.affiliation, e.email, e.withdrawn, e.ratings, e.comment, e.finished_at, coalesce((
              select m.state from panel_mail m where m.expert = e.id and m.state <> 'void' order by m.id desc limit 1), '') as mail""";

    private static final String SEATS =
            "select %s from panel_expert e where e.round = $1 order by e.id".formatted(EXPERT);

    /** Of two that open a round at once, the second waits here and finds the first. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('panel ' || $1, 0))";

    private static final String OPEN = """
            insert into panel_round (survey, version, number, asker, items, essential, actor, opened_at, closes_at)
            select $1, $2, 1 + coalesce(max(number), 0), $3, $4, $5, $6, $7, $8 from panel_round where survey = $1
            having not coalesce(bool_or(closes_at > $7), false)
            returning *""";

    private static final String UNTIL = """
            update panel_round r set closes_at = $2 where r.id = $1
              and not exists (select 1 from panel_round o where o.survey = r.survey and o.id <> r.id and o.closes_at > $3)""";

    private static final String CLOSE = "update panel_round set closes_at = $2 where id = $1 and closes_at > $2";

    /** Whoever closes the round, or adds to it, waits. */
    private static final String HOLD = "select closes_at > $2 as open from panel_round where id = $1 for update";

    private static final String FORGET = "update panel_expert set email = '' where round = $1";

    private static final String TIDY = """
            update panel_expert e set email = '' from panel_round r
            where r.id = e.round and r.closes_at <= $1 and e.email <> ''""";

    private static final String TWICE =
            "select 1 from panel_expert where round = $1 and name = $2 and affiliation = $3 and email = $4 and not withdrawn";

    private static final String ADD = """
            insert into panel_expert (round, name, affiliation, email, token_hash)
            select $1, $2, $3, $4, $5 where (select count(*) from panel_expert where round = $1) < $6
            returning id""";

    private static final String RENEW =
            "update panel_expert set token_hash = $3, withdrawn = false where round = $1 and id = $2";

    private static final String EDIT =
            "update panel_expert set name = $3, affiliation = $4, email = $5 where round = $1 and id = $2";

    private static final String WITHDRAW =
            "update panel_expert set token_hash = '', withdrawn = true, email = '' where round = $1 and id = $2";

    private static final String LETTER = """
            insert into panel_mail (expert, seed, facts) select id, $2, $3 from panel_expert where id = $1 and email <> ''""";

    private static final String NO_LETTER = """
            update panel_mail set state = 'void', seed = ''
            where expert = $1 and state in ('waiting', 'sending')""";

    private static final String SEAT = """
            select r.*, %s from panel_expert e join panel_round r on r.id = e.round
            where e.token_hash = $1 and e.token_hash <> ''""".formatted(EXPERT);

    private static final String RATE = """
            update panel_expert e set ratings = e.ratings || $2 from panel_round r
            where e.token_hash = $1 and e.token_hash <> '' and r.id = e.round and r.closes_at > $3""";

    private static final String CONCLUDE = """
            update panel_expert e set comment = $2,
              finished_at = case when $4 then least(e.finished_at, $3) else e.finished_at end
            from panel_round r
            where e.token_hash = $1 and e.token_hash <> '' and r.id = e.round and r.closes_at > $3""";

    private final Database database;

    public PgPanels(Database database) {
        this.database = database;
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }

    @Override
    public Future<List<PanelRound>> of(String survey) {
        return database.query(OF, Tuple.of(survey)).map(rows -> list(rows, row -> PanelRows.round(row, "id")));
    }

    @Override
    public Future<List<Seat>> seats(PanelRound round) {
        return database.query(SEATS, Tuple.of(round.id()))
                .map(rows -> list(rows, row -> new Seat(round, PanelRows.expert(row), PanelRows.sheet(row))));
    }

    @Override
    public Future<PanelRound> open(PanelRound round, Act act) {
        Tuple values = Tuple.of(
                        round.survey(),
                        round.version(),
                        PanelRows.asker(round.asker()),
                        PanelRows.items(round.items()),
                        round.essential(),
                        act.actor())
                .addValue(Times.of(act.at()))
                .addValue(Times.of(round.closes()));
        return database.transaction(connection -> connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(round.survey()))
                .compose(locked -> connection.preparedQuery(OPEN).execute(values))
                .compose(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.of(Problem.Kind.CONFLICT, "panel.open");
                    }
                    PanelRound opened = PanelRows.round(rows.iterator().next(), "id");
                    return audited(connection, act, "panel.open", opened, "").map(opened);
                }));
    }

    private static Future<Void> audited(SqlConnection connection, Act act, String what, PanelRound round, String rest) {
        return AuditInsert.write(connection, AuditEntry.done(act, what, round.survey() + " " + round.number() + rest));
    }

    @Override
    public Future<Void> until(PanelRound round, Instant closes, Act act) {
        return database.transaction(connection -> connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(round.survey()))
                .compose(locked -> connection
                        .preparedQuery(UNTIL)
                        .execute(Tuple.of(round.id(), Times.of(closes), Times.of(act.at()))))
                .compose(rows -> {
                    if (rows.rowCount() == 0) {
                        throw Problem.of(Problem.Kind.CONFLICT, "panel.open");
                    }
                    return audited(connection, act, "panel.until", round, "");
                }));
    }

    @Override
    public Future<Void> close(PanelRound round, Act act) {
        return database.transaction(connection -> connection
                .preparedQuery(CLOSE)
                .execute(Tuple.of(round.id(), Times.of(act.at())))
                .compose(rows -> rows.rowCount() == 0
                        ? Future.<Void>succeededFuture()
                        : connection
                                .preparedQuery(FORGET)
                                .execute(Tuple.of(round.id()))
                                .compose(done -> audited(connection, act, "panel.close", round, ""))));
    }

    /** Until the end of the transaction the round stays as open as it is now; fails with {@code panel.closed} when it is not. */
    private static Future<Void> held(SqlConnection connection, PanelRound round, Act act) {
        return connection
                .preparedQuery(HOLD)
                .execute(Tuple.of(round.id(), Times.of(act.at())))
                .compose(rows -> rows.size() > 0 && rows.iterator().next().getBoolean("open")
                        ? Future.succeededFuture()
                        : Future.failedFuture(Problem.of(Problem.Kind.CONFLICT, "panel.closed")));
    }

    @Override
    public Future<Long> add(PanelRound round, Expert expert, PanelKeys.Fresh key, Map<String, String> letter, Act act) {
        Tuple values =
                Tuple.of(round.id(), expert.name(), expert.affiliation(), expert.email(), key.hash(), MOST_EXPERTS);
        return database.transaction(connection -> held(connection, round, act)
                .compose(open -> isThere(connection, round, expert))
                .compose(there -> there
                        ? Future.failedFuture(Problem.of(Problem.Kind.CONFLICT, "panel.twice"))
                        : connection.preparedQuery(ADD).execute(values))
                .compose(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.of(Problem.Kind.CONFLICT, "panel.full");
                    }
                    long id = rows.iterator().next().getLong("id");
                    return mailed(connection, id, key, letter)
                            .compose(done -> audited(connection, act, "panel.add", round, " " + id))
                            .map(id);
                }));
    }

    /** The round is held: of two forms that arrive together the second sees what the first has written. */
    private static Future<Boolean> isThere(SqlConnection connection, PanelRound round, Expert expert) {
        return connection
                .preparedQuery(TWICE)
                .execute(Tuple.of(round.id(), expert.name(), expert.affiliation(), expert.email()))
                .map(rows -> rows.size() > 0);
    }

    private static Future<Void> mailed(
            SqlConnection connection, long expert, PanelKeys.Fresh key, Map<String, String> letter) {
        if (letter.isEmpty()) {
            return Future.succeededFuture();
        }
        JsonObject facts = new JsonObject();
        letter.forEach(facts::put);
        return connection
                .preparedQuery(LETTER)
                .execute(Tuple.of(expert, key.seed(), facts))
                .mapEmpty();
    }

    @Override
    public Future<Void> renew(PanelRound round, long expert, PanelKeys.Fresh key, Map<String, String> letter, Act act) {
        return database.transaction(connection -> held(connection, round, act)
                .compose(open -> changed(connection, RENEW, Tuple.of(round.id(), expert, key.hash()), expert))
                .compose(done -> mailed(connection, expert, key, letter))
                .compose(done -> audited(connection, act, "panel.renew", round, " " + expert)));
    }

    @Override
    public Future<Void> edit(PanelRound round, long expert, Expert words, Act act) {
        Tuple values = Tuple.of(round.id(), expert, words.name(), words.affiliation(), words.email());
        return database.transaction(connection -> held(connection, round, act)
                .compose(open -> connection.preparedQuery(EDIT).execute(values))
                .compose(rows -> {
                    if (rows.rowCount() == 0) {
                        throw Problem.notFound("expert", Long.toString(expert));
                    }
                    return audited(connection, act, "panel.edit", round, " " + expert);
                }));
    }

    @Override
    public Future<Void> withdraw(PanelRound round, long expert, Act act) {
        return database.transaction(connection -> changed(connection, WITHDRAW, Tuple.of(round.id(), expert), expert)
                .compose(done -> audited(connection, act, "panel.withdraw", round, " " + expert)));
    }

    /** Another link or none: a mail with the old one is not sent any longer. */
    private static Future<Void> changed(SqlConnection connection, String sql, Tuple values, long expert) {
        return connection.preparedQuery(sql).execute(values).compose(rows -> {
            if (rows.rowCount() == 0) {
                throw Problem.notFound("expert", Long.toString(expert));
            }
            return connection.preparedQuery(NO_LETTER).execute(Tuple.of(expert)).mapEmpty();
        });
    }

    @Override
    public Future<Optional<Seat>> seat(String hash) {
        return database.query(SEAT, Tuple.of(hash))
                .map(rows ->
                        list(
                                        rows,
                                        row -> new Seat(
                                                PanelRows.round(row, "id"),
                                                PanelRows.expert(row),
                                                PanelRows.sheet(row)))
                                .stream()
                                .findFirst());
    }

    @Override
    public Future<Boolean> rate(String hash, Map<String, Rating> ratings, Instant now) {
        return database.query(RATE, Tuple.of(hash, PanelRows.ratings(ratings), Times.of(now)))
                .map(rows -> rows.rowCount() > 0);
    }

    @Override
    public Future<Boolean> conclude(String hash, String comment, boolean finishes, Instant now) {
        return database.query(CONCLUDE, Tuple.of(hash, comment, Times.of(now), finishes))
                .map(rows -> rows.rowCount() > 0);
    }

    @Override
    public Future<Integer> tidy(Instant now) {
        return database.query(TIDY, Tuple.of(Times.of(now))).map(RowSet::rowCount);
    }
}
