package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.Map;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Publications;
import tw.minsheng.collect.Published;
import tw.minsheng.collect.Wave;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;
import tw.minsheng.security.AuditEntry;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Version;

/** Writes survey versions, once and for ever, and the waves that they open or take over. */
public final class PgPublications implements Publications {

    private static final String SURVEY = """
            insert into survey (id, agency) values ($1, $2)
            on conflict (id) do update set id = excluded.id returning no, agency, xmax = 0 as fresh""";

    private static final String VERSION = """
            insert into survey_version
              (survey_no, version, hash, published, definition, files, known_at)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict do nothing returning no""";

    private static final String KNOWN_HASH =
            "select hash from survey_version where survey_no = $1 and version = $2 and published";

    private static final String KNOWN_DRAFT =
            "select no from survey_version where survey_no = $1 and version = $2 and hash = $3 and not published";

    private static final String NEWEST_OPEN = """
            select v.version from wave w join survey_version v on v.no = w.version_no
            where w.survey_no = $1 and w.data_set = $2 and w.open""";

    private static final String ANY_LIVE = "select 1 from wave where survey_no = $1 and data_set = 'live' limit 1";

    private static final String IN_USE = """
            select exists (select from response where survey_no = $1 and data_set = 'live')
              or exists (select from pending where survey_no = $1) or exists (select from contact where survey_no = $1)
              or exists (select from invitation_total where survey_no = $1)
              or exists (select from answer_erasure where survey_no = $1 and data_set = 'live')""";

    private static final String OPEN_WAVE = """
            insert into wave (survey_no, data_set, code, version_no, opens_at, closes_at, open)
            values ($1, $2, $3, $4, $5, $6, true)
            on conflict (survey_no, data_set, code) do update set version_no = excluded.version_no, open = true""";

    private static final String TAKE_OVER =
            "update wave set version_no = $3 where survey_no = $1 and data_set = $2 and open";

    private final Database database;
    private final SurveyCache cache;

    public PgPublications(Database database, SurveyCache cache) {
        this.database = database;
        this.cache = cache;
    }

    @Override
    public Future<Void> publish(Act act, Published version, String firstWave) {
        return database.transaction(connection -> survey(connection, version)
                        .compose(no ->
                                asAnonymousAsBefore(connection, no, version).map(no))
                        .compose(no -> insert(connection, act, no, version, true)
                                .compose(inserted -> inserted == 0
                                        ? sameAsKnown(connection, no, version)
                                        : waves(connection, act, no, inserted, version, firstWave)
                                                .compose(done -> audit(connection, act, "survey.publish", version)))))
                .compose(done -> cache.refresh());
    }

    @Override
    public Future<Void> draft(Act act, Published draft) {
        return database.transaction(connection -> survey(connection, draft)
                        .compose(no -> insert(connection, act, no, draft, false)
                                .compose(inserted -> inserted == 0
                                        ? connection
                                                .preparedQuery(KNOWN_DRAFT)
                                                .execute(Tuple.of(no, versionOf(draft), draft.hash()))
                                                .map(rows ->
                                                        rows.iterator().next().getInteger(0))
                                        : Future.succeededFuture(inserted))
                                .compose(versionNo -> openWave(connection, act, no, DataSet.TEST, "test", versionNo))))
                .compose(done -> cache.refresh());
    }

    private static Future<Integer> survey(SqlConnection connection, Published version) {
        return connection
                .preparedQuery(SURVEY)
                .execute(Tuple.of(version.survey().id(), version.agency()))
                .compose(rows -> {
                    Row row = rows.iterator().next();
                    int no = row.getInteger("no");
                    if (!row.getString("agency").equals(version.agency())) {
                        return Future.failedFuture(elsewhere(version, row.getString("agency")));
                    }
                    if (!row.getBoolean("fresh")) {
                        return Future.succeededFuture(no);
                    }
                    return connection
                            .preparedQuery("select add_response_partition($1)")
                            .execute(Tuple.of(no))
                            .map(no);
                });
    }

    /** What was promised to those who were invited, or have answered, holds for the survey for ever (EUSurvey PR#324). */
    private Future<Void> asAnonymousAsBefore(SqlConnection connection, int no, Published version) {
        Survey survey = version.survey();
        boolean known = cache.now().versions().stream()
                .anyMatch(each -> each.surveyNo() == no
                        && each.published()
                        && each.content().survey().version().equals(survey.version()));
        boolean same = cache.now()
                .newestPublished(survey.id())
                .map(newest -> newest.content().survey().privacy().anonymous()
                        == survey.privacy().anonymous())
                .orElse(true);
        return known || same
                ? Future.succeededFuture()
                : connection.preparedQuery(IN_USE).execute(Tuple.of(no)).map(rows -> {
                    if (rows.iterator().next().getBoolean(0)) {
                        throw Problem.of(
                                Problem.Kind.CONFLICT,
                                "survey.anonymous",
                                Map.of("survey", version.survey().id(), "version", versionOf(version)));
                    }
                    return null;
                });
    }

    /** A copied folder must not carry the answers of one agency to another. */
    private static Problem elsewhere(Published version, String agency) {
        return Problem.of(
                Problem.Kind.CONFLICT,
                "survey.elsewhere",
                Map.of("survey", version.survey().id(), "agency", agency, "found", version.agency()));
    }

    /** The number of the new row, 0 when the version is known. */
    private static Future<Integer> insert(
            SqlConnection connection, Act act, int no, Published version, boolean published) {
        return connection
                .preparedQuery(VERSION)
                .execute(Tuple.from(new Object[] {
                    no,
                    versionOf(version),
                    version.hash(),
                    published,
                    version.definition(),
                    files(version),
                    act.at().atOffset(ZoneOffset.UTC)
                }))
                .map(rows -> rows.size() == 0 ? 0 : rows.iterator().next().getInteger(0));
    }

    private static JsonObject files(Published version) {
        JsonObject files = new JsonObject();
        version.files().forEach(files::put);
        return files;
    }

    private static Future<Void> sameAsKnown(SqlConnection connection, int no, Published version) {
        return connection
                .preparedQuery(KNOWN_HASH)
                .execute(Tuple.of(no, versionOf(version)))
                .compose(rows -> {
                    String known = rows.iterator().next().getString(0);
                    return known.equals(version.hash())
                            ? Future.<Void>succeededFuture()
                            : Future.failedFuture(Problem.of(
                                    Problem.Kind.CONFLICT,
                                    "survey.changed",
                                    Map.of(
                                            "survey",
                                            version.survey().id(),
                                            "version",
                                            versionOf(version),
                                            "known",
                                            known,
                                            "found",
                                            version.hash())));
                });
    }

    private static Future<Void> waves(
            SqlConnection connection, Act act, int no, int versionNo, Published version, String firstWave) {
        Future<Void> test = openWave(connection, act, no, DataSet.TEST, "test", versionNo);
        return test.compose(done -> connection.preparedQuery(ANY_LIVE).execute(Tuple.of(no)))
                .compose(rows -> rows.size() == 0
                        ? openWave(connection, act, no, DataSet.LIVE, firstWave, versionNo)
                        : takeOver(connection, no, versionNo, version.survey().version()));
    }

    private static Future<Void> openWave(
            SqlConnection connection, Act act, int no, DataSet set, String code, int versionNo) {
        return connection
                .preparedQuery(OPEN_WAVE)
                .execute(Tuple.of(
                        no,
                        set.code(),
                        code,
                        versionNo,
                        act.at().atOffset(ZoneOffset.UTC),
                        Wave.NO_END.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    /** An older version that becomes known late does not take over. */
    private static Future<Void> takeOver(SqlConnection connection, int no, int versionNo, Version version) {
        return connection
                .preparedQuery(NEWEST_OPEN)
                .execute(Tuple.of(no, DataSet.LIVE.code()))
                .compose(rows -> {
                    boolean newer = rows.size() > 0
                            && version.compareTo(
                                            Version.parse(rows.iterator().next().getString(0)))
                                    > 0;
                    return newer
                            ? connection
                                    .preparedQuery(TAKE_OVER)
                                    .execute(Tuple.of(no, DataSet.LIVE.code(), versionNo))
                                    .<Void>mapEmpty()
                            : Future.succeededFuture();
                });
    }

    private static Future<Void> audit(SqlConnection connection, Act act, String what, Published version) {
        return AuditInsert.write(
                connection, AuditEntry.done(act, what, version.survey().id() + " " + versionOf(version)));
    }

    private static String versionOf(Published version) {
        return version.survey().version().toString();
    }
}
