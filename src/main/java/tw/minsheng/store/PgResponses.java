package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Row;
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
import tw.minsheng.collect.SamplePlace;
import tw.minsheng.collect.Source;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;
import tw.minsheng.store.SurveyMemory.KnownVersion;
import tw.minsheng.survey.Survey;

/**
 * Finished answers. Finishing is one statement: the submission is new, the wave open, the draft unchanged, the quotas
 * have room, the response is written, the draft deleted: all of it or nothing.
 */
public final class PgResponses implements Responses {

    private static final int BATCH = 500;

    private static final String STREAM = """
            select id, version_no, data_set, r.wave, source, mode, display, language, outcome, day, seconds, answers, stratum,
              psu, case when r.data_set = 'live' and r.source = 'drawn' then coalesce(d.design, '') else '' end as design
            from response r
            left join sample_draw d on d.survey_no = r.survey_no and d.wave = r.wave and d.state = 'invited'
            where r.survey_no = $1 and data_set = $2 and ($3 = '' or r.wave = $3) and outcome = 'complete'
            order by id""";

    private static final String COUNTS = """
            select wave, mode, source, day, outcome, count(*) as n from response
            where survey_no = $1 and data_set = $2 group by wave, mode, source, day, outcome
            order by wave, day, mode, source, outcome""";

    private static final String QUOTAS =
            "select quota, n from quota_count where survey_no = $1 and wave = $2 and data_set = $3 order by quota";

    private final Database database;
    private final Endings endings;
    private final SurveyCache cache;

    public PgResponses(Database database, GroupCommit commits, SurveyCache cache) {
        this.database = database;
        this.endings = new Endings(commits);
        this.cache = cache;
    }

    @Override
    public Future<Finished> finish(Finish finish) {
        AnswerSheet sheet = finish.sheet();
        KnownVersion version = cache.now()
                .version(sheet.survey(), sheet.version(), sheet.hash())
                .orElseThrow(() -> Problem.notFound("survey", sheet.survey()));
        return endings.of(finish, version);
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
                        version.content().form(), row.getJsonObject("answers").getMap()),
                place(row));
        return new Stored(row.getUUID("id"), sheet);
    }

    /**
     * A stratum without a unit is that of an invitation, which batches may have joined with others: what it is in the sample the draw
     * says, and where nothing was drawn here it says nothing.
     */
    private static SamplePlace place(Row row) {
        String unit = row.getString("psu");
        String stratum = row.getString("stratum");
        if (!unit.isEmpty()) {
            return new SamplePlace(stratum, unit);
        }
        return switch (row.getString("design")) {
            case "stratified" -> new SamplePlace(stratum, "");
            case "cluster" -> new SamplePlace("", stratum);
            default -> SamplePlace.NONE;
        };
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
