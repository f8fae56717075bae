package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tw.minsheng.invite.StratumMerge;

/**
 * Moves answers that wait in {@code pending} to {@code response}. PostgreSQL gives the rows of one transaction the same
 * {@code xmin} and puts what is written together next to each other, so a finished answer and the invitation that was
 * spent with it could be joined. A batch moves in random order, all of one day, and the spent invitations are written
 * anew; the old rows are cleared away. What can then be said of an invited person's answer is only that it is one of a
 * batch. No batch is ever smaller than a group, and all its answers have one name of a stratum, one mode and one outcome:
 * whoever compares two exports finds a group or nothing.
 */
final class AnswerRelease {

    private static final String HELD = """
            select p.survey_no, p.wave, p.stratum, p.mode, p.outcome, count(*) as n,
              not exists (select from wave w where w.survey_no = p.survey_no and w.data_set = 'live' and w.code = p.wave
                and w.open and w.closes_at > now()) as is_over
            from pending p group by p.survey_no, p.wave, p.stratum, p.mode, p.outcome
            order by p.survey_no, p.wave, p.stratum, p.mode, p.outcome""";

    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('release'), $1)";

    private static final String WAITING = """
            select stratum, count(*) as n from pending where survey_no = $1 and wave = $2 and mode = $3 and outcome = $4
            group by stratum""";

    private static final String MOVE = """
            with held as (
              delete from pending
              where survey_no = $1 and wave = $2 and stratum = any ($3) and mode = $5 and outcome = $6 returning *
            )
            insert into response (%1$s)
            select id, survey_no, version_no, data_set, wave, $4, source, mode, display, language, outcome,
              (select max(day) from held), seconds, answers, codes
            from held order by random()""".formatted(
                    "id, survey_no, version_no, data_set, wave, stratum, source, mode, display, language, outcome,"
                            + " day, seconds, answers, codes");

    private static final String REWRITE = """
            with spent as (
              delete from invitation
              where survey_no = $1 and wave = $2 and stratum = any ($3) and state = 'spent' returning *
            )
            insert into invitation overriding system value select * from spent order by random()""";

    private static final List<String> CLEAR =
            List.of("vacuum pending", "vacuum invitation", "vacuum submission", "vacuum draft");

    private final Database database;
    private final SurveyCache cache;

    AnswerRelease(Database database, SurveyCache cache) {
        this.database = database;
        this.cache = cache;
    }

    /** @param isOver the wave takes no more answers */
    private record Held(int survey, String wave, String stratum, String mode, String outcome, long n, boolean isOver) {

        /** Whose answers may share a batch at the end of a wave. */
        String kin() {
            return survey + " " + wave + " " + mode + " " + outcome;
        }

        Tuple key() {
            return Tuple.of(survey, wave, mode, outcome);
        }
    }

    /** Completes with how many were moved. */
    Future<Integer> work() {
        return database.query(HELD, Tuple.tuple()).compose(rows -> {
            List<Held> all = new ArrayList<>();
            rows.forEach(row -> all.add(held(row)));
            Future<Integer> moved = Future.succeededFuture(0);
            for (Held each : all) {
                if (!each.isOver() && each.n() >= least(each.survey())) {
                    moved = moved.compose(before -> batch(each).map(now -> before + now));
                }
            }
            for (Held wave : ended(all)) {
                moved = moved.compose(before -> end(wave).map(now -> before + now));
            }
            return moved.compose(n -> n == 0 ? Future.succeededFuture(0) : clear().map(n));
        });
    }

    private static Held held(Row row) {
        return new Held(
                row.getInteger("survey_no"),
                row.getString("wave"),
                row.getString("stratum"),
                row.getString("mode"),
                row.getString("outcome"),
                row.getLong("n"),
                row.getBoolean("is_over"));
    }

    private static List<Held> ended(List<Held> all) {
        Map<String, Held> waves = new LinkedHashMap<>();
        all.stream().filter(Held::isOver).forEach(each -> waves.putIfAbsent(each.kin(), each));
        return List.copyOf(waves.values());
    }

    private int least(int survey) {
        // the most that any published version promised; a draft promises nothing
        return cache.now().versions().stream()
                .filter(each -> each.surveyNo() == survey && each.published())
                .mapToInt(each -> each.content().survey().privacy().minCellSize())
                .max()
                .orElse(Integer.MAX_VALUE);
    }

    /** One stratum while the wave goes on. */
    private Future<Integer> batch(Held held) {
        return moved(
                held,
                waiting -> waiting.getOrDefault(held.stratum(), 0L) < least(held.survey())
                        ? Map.of()
                        : Map.of(held.stratum(), held.stratum()));
    }

    /**
     * What is left of a wave that has ended, of one mode and outcome: strata with few left share a batch, and its name, with
     * their neighbours. What was moved before keeps its own. Fewer than a group in all stay where they are: moved alone, they
     * would be the difference between two exports.
     */
    private Future<Integer> end(Held held) {
        return moved(held, waiting -> StratumMerge.names(waiting, least(held.survey())));
    }

    /** @param names under which each stratum of those that wait is moved; what has no name stays */
    private Future<Integer> moved(Held held, Function<Map<String, Long>, Map<String, String>> names) {
        return database.transaction(connection -> lock(connection, held)
                .compose(locked -> connection.preparedQuery(WAITING).execute(held.key()))
                .compose(rows -> {
                    Map<String, Long> waiting = new LinkedHashMap<>();
                    rows.forEach(row -> waiting.put(row.getString("stratum"), row.getLong("n")));
                    return moveAll(connection, held, names.apply(waiting));
                }));
    }

    private Future<Integer> moveAll(SqlConnection connection, Held held, Map<String, String> names) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        names.forEach((stratum, name) ->
                groups.computeIfAbsent(name, key -> new ArrayList<>()).add(stratum));
        Future<Integer> moved = Future.succeededFuture(0);
        for (Map.Entry<String, List<String>> group : groups.entrySet()) {
            String[] strata = group.getValue().toArray(String[]::new);
            moved = moved.compose(
                    before -> move(connection, held, strata, group.getKey()).map(now -> before + now));
        }
        return moved;
    }

    private static Future<Integer> move(SqlConnection connection, Held held, String[] strata, String name) {
        return connection
                .preparedQuery(MOVE)
                .execute(Tuple.of(held.survey(), held.wave(), strata, name, held.mode(), held.outcome()))
                .compose(moved -> connection
                        .preparedQuery(REWRITE)
                        .execute(Tuple.of(held.survey(), held.wave(), strata))
                        .map(moved.rowCount()));
    }

    private static Future<Void> lock(SqlConnection connection, Held held) {
        return connection.preparedQuery(LOCK).execute(Tuple.of(held.survey())).mapEmpty();
    }

    /** Old states of the rows would still tell what was written together. */
    private Future<Void> clear() {
        Future<Void> cleared = Future.succeededFuture();
        for (String sql : CLEAR) {
            cleared = cleared.compose(before -> database.unhurried(sql));
        }
        return cleared;
    }
}
