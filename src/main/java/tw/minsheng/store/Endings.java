package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tw.minsheng.collect.AnswerSheet;
import tw.minsheng.collect.Finish;
import tw.minsheng.collect.Finished;
import tw.minsheng.collect.Outcome;
import tw.minsheng.kernel.Problem;
import tw.minsheng.store.FinishColumn.Sent;
import tw.minsheng.store.SurveyMemory.KnownVersion;
import tw.minsheng.survey.Quota;

/**
 * Finishing. It is one statement: the submission is new, the wave open, the draft unchanged, the quotas have room, the
 * response is written, the draft deleted: all of it or nothing. The statement tells how the submission ended, if it was
 * new, and whether the wave is open.
 */
final class Endings {

    /** For the limit see {@link DraftSaving}. */
    private static final String FINISH = """
            with n as materialized (
              select a.*, exists (
                select 1 from wave w where w.survey_no = a.survey_no and w.data_set = a.data_set and w.code = a.wave
                  and w.open and w.closes_at > now()) as is_open
              from (
                select * from unnest(
                    $1::int[], $2::text[], $3::text[], $4::text[], $5::int[], $6::text[], $7::text[], $8::text[],
                    $9::text[], $10::int[], $11::text[], $12::text[], $13::text[], $14::text[], $15::date[],
                    $16::jsonb[], $17::jsonb[], $18::text[], $19::text[], $20::text[])
                  as u (survey_no, data_set, wave, code_hash, revision, key_hash, body_mac, receipt, outcome,
                    version_no, source, mode, display, language, day, seconds, answers, codes, stratum, psu)
                limit $21
              ) a
            ), gone as (
              delete from draft d using n where n.is_open and d.code_hash = n.code_hash and d.revision = n.revision
              returning d.code_hash
            ), told as (
              insert into submission (key_hash, body_mac, receipt, outcome, survey_no, data_set, wave)
              select key_hash, body_mac, receipt, outcome, survey_no, data_set, wave
              from n where is_open and (code_hash = '' or code_hash in (select g.code_hash from gone g))
              on conflict (key_hash) do nothing returning key_hash
            ), kept as (
              insert into response
                (survey_no, version_no, data_set, wave, source, mode, display, language, outcome, day, seconds,
                 answers, codes, stratum, psu)
              select survey_no, version_no, data_set, wave, source, mode, display, language, outcome, day, seconds,
                answers, codes::smallint[], stratum, psu
              from n where key_hash in (select t.key_hash from told t)
            )
            select key_hash, is_open, key_hash in (select t.key_hash from told t) as is_new from n""";

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
              from unnest($21::text[], $22::int[]) as l (quota, most)
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
                and c.quota = any ($21::text[])
            ), kept as (
              insert into response
                (survey_no, version_no, data_set, wave, source, mode, display, language, outcome, day, seconds,
                 answers, codes, stratum, psu)
              select $1, $10, $2, $3, $11, $12, $13, $14, told.outcome, $15::date,
                case when told.outcome = 'quota_full' then '{}'::jsonb else $16::jsonb end,
                case when told.outcome = 'quota_full' then '{}'::jsonb else $17::jsonb end,
                case when told.outcome = 'quota_full' then '{}'::smallint[] else $18::text::smallint[] end, $19, $20
              from told
            )
            select (select outcome from told) as outcome, exists (select 1 from open_wave) as is_open""";

    private final GroupCommit commits;
    private final BulkWork<Sent, Ending> finishing = Endings::finishAll;

    Endings(GroupCommit commits) {
        this.commits = commits;
    }

    /** Fails as {@link tw.minsheng.collect.Responses#finish} says. */
    Future<Finished> of(Finish finish, KnownVersion version) {
        Sent sent = new Sent(finish, version);
        return ending(sent).compose(Ending::told);
    }

    private Future<Ending> ending(Sent sent) {
        if (sent.finish().isInvited()) {
            return commits.submit(connection -> finishInvited(connection, sent));
        }
        return sent.finish().quotas().isEmpty()
                ? commits.submit(finishing, sent)
                : commits.submit(connection -> finishWithQuotas(connection, sent));
    }

    /** Whoever finishes again is told the same; an invitation that was spent otherwise takes nothing. */
    private static Future<Ending> finishInvited(SqlConnection connection, Sent sent) {
        return quotaRows(connection, sent)
                .compose(made -> InvitedEndings.finish(connection, sent))
                .compose(done -> done.outcome()
                        .map(first -> Future.succeededFuture(told(sent.finish(), first)))
                        .orElseGet(() -> before(connection, sent.finish(), done.isOpen())));
    }

    /** Of several with one key the first, in the order of the keys: the others are told what became of it. */
    private static Future<List<Ending>> finishAll(SqlConnection connection, List<Sent> all) {
        Map<String, Sent> first = new TreeMap<>();
        all.forEach(sent -> first.putIfAbsent(sent.finish().submission(), sent));
        return connection
                .preparedQuery(FINISH)
                .execute(FinishColumn.of(List.copyOf(first.values())))
                .compose(rows -> {
                    Map<String, Row> byKey = new HashMap<>();
                    rows.forEach(row -> byKey.put(row.getString("key_hash"), row));
                    Set<String> told = new HashSet<>();
                    return Batches.all(all.stream()
                            .map(sent -> {
                                String key = sent.finish().submission();
                                Row row = Objects.requireNonNull(byKey.get(key));
                                boolean isNew = row.getBoolean("is_new") && told.add(key);
                                return ending(connection, sent.finish(), isNew, row.getBoolean("is_open"));
                            })
                            .toList());
                });
    }

    private static Future<Ending> finishWithQuotas(SqlConnection connection, Sent sent) {
        String[] ids = ids(sent);
        Integer[] limits = sent.finish().quotas().stream().map(Quota::limit).toArray(Integer[]::new);
        return quotaRows(connection, sent)
                .compose(made -> connection
                        .preparedQuery(FINISH_WITH_QUOTAS)
                        .execute(FinishColumn.of(sent).addValue(ids).addValue(limits)))
                .compose(rows -> {
                    Row row = rows.iterator().next();
                    return Optional.ofNullable(row.getString("outcome"))
                            .map(outcome -> Future.succeededFuture(told(sent.finish(), Outcome.of(outcome))))
                            .orElseGet(() -> before(connection, sent.finish(), row.getBoolean("is_open")));
                });
    }

    private static String[] ids(Sent sent) {
        return sent.finish().quotas().stream().map(Quota::id).toArray(String[]::new);
    }

    private static Future<Void> quotaRows(SqlConnection connection, Sent sent) {
        AnswerSheet sheet = sent.finish().sheet();
        return sent.finish().quotas().isEmpty()
                ? Future.succeededFuture()
                : connection
                        .preparedQuery(QUOTA_ROWS)
                        .execute(Tuple.of(sent.version().surveyNo(), sheet.set().code(), sheet.wave(), ids(sent)))
                        .mapEmpty();
    }

    private static Future<Ending> ending(SqlConnection connection, Finish finish, boolean isNew, boolean isOpen) {
        return isNew
                ? Future.succeededFuture(told(finish, finish.sheet().outcome()))
                : before(connection, finish, isOpen);
    }

    private static Ending told(Finish finish, Outcome outcome) {
        AnswerSheet sheet = finish.sheet();
        return new Ending.Told(new Finished(
                finish.receipt(), outcome, finish.bodyMac(), sheet.survey(), sheet.wave(), sheet.set(), false));
    }

    /** A refusal is a value here: it leaves nothing to undo, and must not send a whole batch back. */
    private static Future<Ending> before(SqlConnection connection, Finish finish, boolean isOpen) {
        return Submissions.find(connection, finish.submission())
                .map(before -> before.<Ending>map(Ending.Told::new)
                        .orElseGet(() -> new Ending.Refused(
                                refusal(isOpen, finish.sheet().survey()))));
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
}
