package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Wave;
import tw.minsheng.collect.Waves;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;
import tw.minsheng.security.AuditEntry;
import tw.minsheng.store.SurveyMemory.KnownVersion;
import tw.minsheng.store.SurveyMemory.KnownWave;

/** Opens and closes waves; the database allows one open wave a survey and set. */
public final class PgWaves implements Waves {

    private static final String OPEN = """
            insert into wave (survey_no, data_set, code, version_no, opens_at, closes_at, open)
            values ($1, $2, $3, $4, $5, $6, true)
            on conflict (survey_no, data_set, code)
            do update set version_no = excluded.version_no, closes_at = excluded.closes_at, open = true""";

    private static final String CLOSE = """
            update wave set open = false, closes_at = least(closes_at, $4)
            where survey_no = $1 and data_set = $2 and code = $3 and open""";

    /** Trying out has no waves to protect: a new test wave replaces the one before. */
    private static final String CLOSE_TESTS = """
            update wave set open = false, closes_at = $4
            where survey_no = $1 and data_set = $2 and data_set = 'test' and code <> $3 and open""";

    /** A wave that has reached its end does not stand in the way of the next. */
    private static final String CLOSE_ENDED = """
            update wave set open = false
            where survey_no = $1 and data_set = $2 and open and closes_at <= $3""";

    private final Database database;
    private final SurveyCache cache;

    public PgWaves(Database database, SurveyCache cache) {
        this.database = database;
        this.cache = cache;
    }

    @Override
    public Future<List<Wave>> of(String survey, DataSet set) {
        return Future.succeededFuture(
                cache.now().waves(survey, set).stream().map(KnownWave::wave).toList());
    }

    @Override
    public Future<Wave> open(Act act, String survey, DataSet set, String code, Instant closes) {
        Optional<KnownVersion> newest = cache.now().newestPublished(survey);
        if (newest.isEmpty()) {
            return Future.failedFuture(Problem.notFound("survey", survey));
        }
        KnownVersion version = newest.get();
        return database.transaction(connection -> connection
                        .preparedQuery(CLOSE_TESTS)
                        .execute(Tuple.of(version.surveyNo(), set.code(), code, Times.of(act.at())))
                        .compose(done -> connection
                                .preparedQuery(CLOSE_ENDED)
                                .execute(Tuple.of(version.surveyNo(), set.code(), Times.of(act.at()))))
                        .compose(done -> connection
                                .preparedQuery(OPEN)
                                .execute(Tuple.of(
                                        version.surveyNo(),
                                        set.code(),
                                        code,
                                        version.no(),
                                        act.at().atOffset(ZoneOffset.UTC),
                                        closes.atOffset(ZoneOffset.UTC))))
                        .compose(done -> audit(connection, act, "wave.open", survey, set, code)))
                .recover(failure -> Future.failedFuture(alreadyOpen(failure, survey)))
                .compose(done -> cache.refresh())
                .compose(done -> known(survey, set, code));
    }

    @Override
    public Future<Wave> close(Act act, String survey, DataSet set, String code) {
        return known(survey, set, code)
                .compose(wave -> database.transaction(connection -> connection
                        .preparedQuery(CLOSE)
                        .execute(Tuple.of(
                                cache.now().surveyNo(survey).orElseThrow(),
                                set.code(),
                                code,
                                act.at().atOffset(ZoneOffset.UTC)))
                        .compose(closed -> closed.rowCount() == 0
                                ? Future.<Void>succeededFuture()
                                : audit(connection, act, "wave.close", survey, set, code))))
                .compose(done -> cache.refresh())
                .compose(done -> known(survey, set, code));
    }

    private Future<Wave> known(String survey, DataSet set, String code) {
        return cache.now().waves(survey, set).stream()
                .map(KnownWave::wave)
                .filter(wave -> wave.code().equals(code))
                .findFirst()
                .map(Future::succeededFuture)
                .orElseGet(() -> Future.failedFuture(Problem.notFound("wave", code)));
    }

    private static Throwable alreadyOpen(Throwable failure, String survey) {
        return DriverFailure.isDuplicate(failure)
                ? Problem.of(Problem.Kind.CONFLICT, "wave.open", Map.of("survey", survey))
                : failure;
    }

    private static Future<Void> audit(
            SqlConnection connection, Act act, String what, String survey, DataSet set, String code) {
        return AuditInsert.write(connection, AuditEntry.done(act, what, survey + " " + set.code() + " " + code));
    }
}
