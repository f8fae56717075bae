package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tw.minsheng.collect.AnswerJson;
import tw.minsheng.collect.AnswerSheet;
import tw.minsheng.collect.Finish;
import tw.minsheng.collect.Finished;
import tw.minsheng.collect.Outcome;
import tw.minsheng.kernel.Problem;
import tw.minsheng.store.SurveyMemory.KnownVersion;
import tw.minsheng.survey.Quota;

/**
 * Finishing. It is one statement: the submission is new, the wave open, the draft unchanged, the quotas have room, the
 * response is written, the draft deleted: all of it or nothing. The statement tells how the submission ended, if it was
 * new, and whether the wave is open.
 */
final class Endings {

    private static final String FINISH = """
            with open_wave as (
              select 1 from wave where survey_no = $1 and data_set = $2 and code = $3 and open and closes_at > now()
            ), gone as (
              delete from draft where code_hash = $4 and revision = $5 and exists (select 1 from open_wave) returning 1
            ), told as (
              insert into submission (key_hash, body_mac, receipt, outcome, survey_no, data_set, wave)
              select $6, $7, $8, $9, $1, $2, $3
              from open_wave where $4 = '' or exists (select 1 from gone)
              on conflict (key_hash) do nothing returning outcome
            ), kept as (
              insert into response
                (survey_no, version_no, data_set, wave, source, mode, display, language, outcome, day, seconds,
                 answers, codes)
              select $1, $10, $2, $3, $11, $12, $13, $14, outcome, $15::date, $16::jsonb, $17::jsonb, $18::smallint[]
              from told
            )
            select (select outcome from told) as outcome, exists (select 1 from open_wave) as is_open""";

    private static final String QUOTA_ROWS = """
            insert into quota_count (survey_no, data_set, wave, quota)
            select $1, $2, $3, unnest($4::text[]) on conflict do nothing""";

    /** The rows of the quotas are locked before they are compared, so that a quota can never be passed. */
    private static final String FINISH_WITH_QUOTAS = """
            with open_wave as (
              select 1 from wave where survey_no = $1 and data_set = $2 and code = $3 and open and closes_at > now()
            ), gone as (
              delete from draft where code_hash = $4 and revision = $5 and exists (select 1 from open_wave) returning 1
            ), locked as materialized (
              select c.quota, c.n < l.most as has_room
              from unnest($19::text[], $20::int[]) as l (quota, most)
              join quota_count c on c.survey_no = $1 and c.data_set = $2 and c.wave = $3 and c.quota = l.quota
              order by c.quota for update of c
            ), room as (
              select bool_and(has_room) as ok from locked
            ), told as (
              insert into submission (key_hash, body_mac, receipt, outcome, survey_no, data_set, wave)
              select $6, $7, $8, case when room.ok then $9 else 'quota_full' end, $1, $2, $3
              from open_wave, room where $4 = '' or exists (select 1 from gone)
              on conflict (key_hash) do nothing returning outcome
            ), counted as (
              update quota_count c set n = c.n + 1 from told
              where told.outcome <> 'quota_full' and c.survey_no = $1 and c.data_set = $2 and c.wave = $3
                and c.quota = any ($19::text[])
            ), kept as (
              insert into response
                (survey_no, version_no, data_set, wave, source, mode, display, language, outcome, day, seconds,
                 answers, codes)
              select $1, $10, $2, $3, $11, $12, $13, $14, told.outcome, $15::date,
                case when told.outcome = 'quota_full' then '{}'::jsonb else $16::jsonb end,
                case when told.outcome = 'quota_full' then '{}'::jsonb else $17::jsonb end,
                case when told.outcome = 'quota_full' then '{}'::smallint[] else $18::smallint[] end
              from told
            )
            select (select outcome from told) as outcome, exists (select 1 from open_wave) as is_open""";

    private final GroupCommit commits;
    private final BulkWork<Sent, Ending> finishing = Endings::finishAll;

    Endings(GroupCommit commits) {
        this.commits = commits;
    }

    private record Sent(Finish finish, KnownVersion version) {}

    /** Fails as {@link tw.minsheng.collect.Responses#finish} says. */
    Future<Finished> of(Finish finish, KnownVersion version) {
        Sent sent = new Sent(finish, version);
        Future<Ending> ending = finish.quotas().isEmpty()
                ? commits.submit(finishing, sent)
                : commits.submit(connection -> finishWithQuotas(connection, sent));
        return ending.compose(Ending::told);
    }

    private static Future<List<Ending>> finishAll(SqlConnection connection, List<Sent> all) {
        return connection
                .preparedQuery(FINISH)
                .executeBatch(
                        all.stream().map(sent -> Tuple.tuple(parameters(sent))).toList())
                .compose(first -> {
                    Iterator<Sent> sent = all.iterator();
                    return Batches.all(Batches.each(first)
                            .map(rows -> ending(connection, sent.next().finish(), rows))
                            .toList());
                });
    }

    private static Future<Ending> finishWithQuotas(SqlConnection connection, Sent sent) {
        List<Object> parameters = parameters(sent);
        String[] ids = sent.finish().quotas().stream().map(Quota::id).toArray(String[]::new);
        parameters.add(ids);
        parameters.add(sent.finish().quotas().stream().map(Quota::limit).toArray(Integer[]::new));
        AnswerSheet sheet = sent.finish().sheet();
        return connection
                .preparedQuery(QUOTA_ROWS)
                .execute(Tuple.of(sent.version().surveyNo(), sheet.set().code(), sheet.wave(), ids))
                .compose(made -> connection.preparedQuery(FINISH_WITH_QUOTAS).execute(Tuple.tuple(parameters)))
                .compose(rows -> ending(connection, sent.finish(), rows));
    }

    /** A refusal is a value here: it leaves nothing to undo, and must not send a whole batch back. */
    private static Future<Ending> ending(SqlConnection connection, Finish finish, RowSet<Row> rows) {
        Row row = rows.iterator().next();
        String outcome = row.getString("outcome");
        AnswerSheet sheet = finish.sheet();
        if (outcome != null) {
            return Future.succeededFuture(new Ending.Told(new Finished(
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
                .map(before -> before.<Ending>map(Ending.Told::new)
                        .orElseGet(() -> new Ending.Refused(refusal(open, sheet.survey()))));
    }

    private static Problem refusal(boolean open, String survey) {
        return open
                ? Problem.of(Problem.Kind.CONFLICT, "draft.changed")
                : Problem.of(Problem.Kind.GONE, "survey.closed", Map.of("survey", survey, "closes", ""));
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

    /** What both statements need, in their order. */
    private static List<Object> parameters(Sent sent) {
        Finish finish = sent.finish();
        AnswerSheet sheet = finish.sheet();
        return new ArrayList<>(Arrays.asList(
                sent.version().surveyNo(),
                sheet.set().code(),
                sheet.wave(),
                finish.draft().code(),
                finish.draft().revision(),
                finish.submission(),
                finish.bodyMac(),
                finish.receipt(),
                sheet.outcome().code(),
                sent.version().no(),
                sheet.source().code(),
                StoredMode.of(sheet.mode()),
                sheet.display().code(),
                sheet.language().tag(),
                sheet.day(),
                new JsonObject(new LinkedHashMap<>(sheet.seconds())),
                new JsonObject(AnswerJson.write(sheet.answers())),
                finish.codes().toArray(Short[]::new)));
    }
}
