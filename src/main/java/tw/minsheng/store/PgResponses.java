package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tw.minsheng.collect.AnswerJson;
import tw.minsheng.collect.AnswerSheet;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Display;
import tw.minsheng.collect.Finish;
import tw.minsheng.collect.Finished;
import tw.minsheng.collect.NoticeHash;
import tw.minsheng.collect.Outcome;
import tw.minsheng.collect.Responses;
import tw.minsheng.collect.Source;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;
import tw.minsheng.store.SurveyMemory.KnownVersion;
import tw.minsheng.survey.Quota;
import tw.minsheng.survey.Survey;

/**
 * Finished answers. Finishing is one statement: the submission is new, the wave open, the draft unchanged, the quotas
 * have room, the response is written, the draft deleted: all of it or nothing.
 */
public final class PgResponses implements Responses {

    private static final int BATCH = 500;

    private static final String QUOTA_ROWS = """
            insert into quota_count (survey_no, data_set, wave, quota)
            select $1, $2, $3, unnest($4::text[]) on conflict do nothing""";

    /**
     * The rows of the quotas are locked before they are compared, so that a quota can never be passed; without quotas
     * {@code room} is true.
     */
    private static final String FINISH = """
            with open_wave as (
              select 1 from wave where survey_no = $1 and data_set = $2 and code = $3 and open and closes_at > now()
            ), gone as (
              delete from draft where code_hash = $4 and revision = $5 and exists (select 1 from open_wave) returning 1
            ), locked as materialized (
              select c.quota, c.n < l.most as has_room
              from unnest($6::text[], $7::int[]) as l (quota, most)
              join quota_count c on c.survey_no = $1 and c.data_set = $2 and c.wave = $3 and c.quota = l.quota
              order by c.quota for update of c
            ), room as (
              select coalesce(bool_and(has_room), true) as ok from locked
            ), told as (
              insert into submission (key_hash, body_mac, receipt, outcome, survey_no, data_set, wave)
              select $8, $9, $10, case when room.ok then $11 else 'quota_full' end, $1, $2, $3
              from open_wave, room where $4 = '' or exists (select 1 from gone)
              on conflict (key_hash) do nothing returning outcome
            ), counted as (
              update quota_count c set n = c.n + 1 from told
              where told.outcome <> 'quota_full' and c.survey_no = $1 and c.data_set = $2 and c.wave = $3
                and c.quota = any ($6::text[])
            ), kept as (
              insert into response
                (survey_no, version_no, data_set, wave, source, mode, display, language, outcome, day, seconds,
                 answers, codes)
              select $1, $12, $2, $3, $13, $14, $15, $16, told.outcome, $17::date,
                case when told.outcome = 'quota_full' then '{}'::jsonb else $18::jsonb end,
                case when told.outcome = 'quota_full' then '{}'::jsonb else $19::jsonb end,
                case when told.outcome = 'quota_full' then '{}'::smallint[] else $20::smallint[] end
              from told
            )
            select (select outcome from told) as outcome, exists (select 1 from open_wave) as is_open""";

    private static final String STREAM = """
            select id, version_no, data_set, wave, source, mode, display, language, outcome, day, seconds, answers
            from response
            where survey_no = $1 and data_set = $2 and ($3 = '' or wave = $3) and outcome = 'complete'
            order by id""";

    private static final String COUNTS = """
            select wave, mode, source, day, outcome, count(*) as n from response
            where survey_no = $1 and data_set = $2 group by wave, mode, source, day, outcome
            order by wave, day, mode, source, outcome""";

    private static final String QUOTAS =
            "select quota, n from quota_count where survey_no = $1 and wave = $2 and data_set = $3 order by quota";

    private final Database database;
    private final GroupCommit commits;
    private final SurveyCache cache;

    public PgResponses(Database database, GroupCommit commits, SurveyCache cache) {
        this.database = database;
        this.commits = commits;
        this.cache = cache;
    }

    @Override
    public Future<Finished> finish(Finish finish) {
        AnswerSheet sheet = finish.sheet();
        KnownVersion version = cache.now()
                .version(sheet.survey(), sheet.version(), sheet.hash())
                .orElseThrow(() -> Problem.notFound("survey", sheet.survey()));
        Future<Ending> ending = commits.submit(connection ->
                quotaRows(connection, finish, version).compose(done -> finish(connection, finish, version)));
        return ending.compose(Ending::told);
    }

    private static Future<Void> quotaRows(SqlClient connection, Finish finish, KnownVersion version) {
        if (finish.quotas().isEmpty()) {
            return Future.succeededFuture();
        }
        return connection
                .preparedQuery(QUOTA_ROWS)
                .execute(Tuple.of(
                        version.surveyNo(),
                        finish.sheet().set().code(),
                        finish.sheet().wave(),
                        quotaIds(finish)))
                .mapEmpty();
    }

    /** A refusal is a value here: it leaves nothing to undo, and must not send a whole batch back. */
    private static Future<Ending> finish(SqlClient connection, Finish finish, KnownVersion version) {
        AnswerSheet sheet = finish.sheet();
        return connection
                .preparedQuery(FINISH)
                .execute(parameters(finish, version))
                .compose(rows -> {
                    Row row = rows.iterator().next();
                    String outcome = row.getString("outcome");
                    if (outcome != null) {
                        return Future.<Ending>succeededFuture(new Ending.Told(new Finished(
                                finish.receipt(),
                                Outcome.of(outcome),
                                finish.bodyMac(),
                                sheet.survey(),
                                sheet.wave(),
                                sheet.set(),
                                false)));
                    }
                    boolean open = row.getBoolean("is_open");
                    return Submissions.find(connection, finish.submission())
                            .map(before -> before.<Ending>map(told -> new Ending.Told(told))
                                    .orElseGet(() -> new Ending.Refused(refusal(open, sheet.survey()))));
                });
    }

    private static Problem refusal(boolean open, String survey) {
        return open
                ? Problem.of(Problem.Kind.CONFLICT, "draft.changed")
                : Problem.of(Problem.Kind.GONE, "survey.closed", Map.of("survey", survey));
    }

    /** How finishing ended, when the database did its part. */
    private sealed interface Ending {

        Future<Finished> told();

        record Told(Finished finished) implements Ending {
            @Override
            public Future<Finished> told() {
                return Future.succeededFuture(finished);
            }
        }

        record Refused(Problem problem) implements Ending {
            @Override
            public Future<Finished> told() {
                return Future.failedFuture(problem);
            }
        }
    }

    private static Tuple parameters(Finish finish, KnownVersion version) {
        AnswerSheet sheet = finish.sheet();
        return Tuple.from(new Object[] {
            version.surveyNo(),
            sheet.set().code(),
            sheet.wave(),
            finish.draft().code(),
            finish.draft().revision(),
            quotaIds(finish),
            finish.quotas().stream().map(Quota::limit).toArray(Integer[]::new),
            finish.submission(),
            finish.bodyMac(),
            finish.receipt(),
            sheet.outcome().code(),
            version.no(),
            sheet.source().code(),
            StoredMode.of(sheet.mode()),
            sheet.display().code(),
            sheet.language().tag(),
            sheet.day(),
            new JsonObject(new LinkedHashMap<>(sheet.seconds())),
            new JsonObject(AnswerJson.write(sheet.answers())),
            finish.codes().toArray(Short[]::new)
        });
    }

    private static String[] quotaIds(Finish finish) {
        return finish.quotas().stream().map(Quota::id).toArray(String[]::new);
    }

    @Override
    public Future<Optional<Finished>> submission(String submission) {
        return database.use(connection -> Submissions.find(connection, submission));
    }

    @Override
    public Future<Long> stream(Selection selection, Taker taker) {
        Optional<Integer> no = cache.now().surveyNo(selection.survey());
        if (no.isEmpty()) {
            return Future.succeededFuture(0L);
        }
        return database.atLength(connection -> connection
                .prepare(STREAM)
                .compose(statement -> drain(
                        statement.cursor(Tuple.of(no.get(), selection.set().code(), selection.wave())), taker, 0)));
    }

    private Future<Long> drain(Cursor cursor, Taker taker, long before) {
        return cursor.read(BATCH).compose(rows -> {
            List<Stored> batch = StreamSupport.stream(rows.spliterator(), false)
                    .map(this::stored)
                    .toList();
            long now = before + batch.size();
            Future<Void> taken = batch.isEmpty() ? Future.succeededFuture() : taker.take(batch);
            return taken.compose(done -> cursor.hasMore()
                    ? drain(cursor, taker, now)
                    : cursor.close().map(now));
        });
    }

    private Stored stored(Row row) {
        KnownVersion version = cache.now().version(row.getInteger("version_no")).orElseThrow();
        Survey survey = version.content().survey();
        Map<String, Integer> seconds = new LinkedHashMap<>();
        row.getJsonObject("seconds").forEach(entry -> seconds.put(entry.getKey(), (Integer) entry.getValue()));
        Language language = new Language(row.getString("language"));
        AnswerSheet sheet = new AnswerSheet(
                survey.id(),
                survey.version(),
                version.content().hash(),
                row.getString("wave"),
                DataSet.of(row.getString("data_set")),
                Source.of(row.getString("source")),
                StoredMode.read(row.getString("mode")),
                Display.of(row.getString("display")),
                language,
                survey.privacy().notice().version(),
                NoticeHash.of(survey.privacy().notice(), language),
                row.getLocalDate("day"),
                seconds,
                Outcome.of(row.getString("outcome")),
                AnswerJson.stored(
                        version.content().form(), row.getJsonObject("answers").getMap()));
        return new Stored(row.getUUID("id"), sheet);
    }

    @Override
    public Future<List<Count>> counts(String survey, DataSet set) {
        Optional<Integer> no = cache.now().surveyNo(survey);
        if (no.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        return database.query(COUNTS, Tuple.of(no.get(), set.code()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Count(
                                row.getString("wave"),
                                StoredMode.read(row.getString("mode")),
                                Source.of(row.getString("source")),
                                row.getLocalDate("day"),
                                Outcome.of(row.getString("outcome")),
                                row.getLong("n")))
                        .toList());
    }

    @Override
    public Future<Map<String, Long>> quotas(String survey, String wave, DataSet set) {
        Optional<Integer> no = cache.now().surveyNo(survey);
        if (no.isEmpty()) {
            return Future.succeededFuture(Map.of());
        }
        return database.query(QUOTAS, Tuple.of(no.get(), wave, set.code())).map(rows -> {
            Map<String, Long> counted = new LinkedHashMap<>();
            rows.forEach(row ->
                    counted.put(row.getString("quota"), row.getInteger("n").longValue()));
            return counted;
        });
    }
}
