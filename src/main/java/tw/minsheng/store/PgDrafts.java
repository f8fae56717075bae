package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tw.minsheng.collect.Attempt;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Draft;
import tw.minsheng.collect.DraftKey;
import tw.minsheng.collect.Drafts;
import tw.minsheng.collect.Finished;
import tw.minsheng.collect.Outcome;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;
import tw.minsheng.store.SurveyMemory.KnownVersion;

/**
 * Drafts: one row each, all parts in one JSON value. A save is one statement, so that two saves of one draft never mix,
 * in one batch or in two.
 */
public final class PgDrafts implements Drafts {

    /** {@code before} is the revision of the part that was replaced: tells whether somebody else had changed it. */
    private static final String SAVE = """
            insert into draft as d (code_hash, form_hash, version_no, data_set, wave, language, revision, parts)
            select $1, $2, $3, $4, $5, $6, 1, jsonb_build_object($7::text,
              jsonb_build_object('fields', $8::jsonb, 'seconds', $9::int, 'revision', 1, 'before', 0))
            where not exists (select 1 from submission where key_hash = $2)
            on conflict (code_hash) do update set
              language = excluded.language,
              revision = d.revision + (d.parts -> $7 -> 'fields' is distinct from $8::jsonb)::int,
              parts = case when d.parts -> $7 -> 'fields' is distinct from $8::jsonb
                then d.parts || jsonb_build_object($7::text, jsonb_build_object(
                  'fields', $8::jsonb, 'seconds', $9::int, 'revision', d.revision + 1,
                  'before', coalesce((d.parts -> $7 ->> 'revision')::int, 0)))
                else d.parts end
            returning d.version_no, d.data_set, d.wave, d.language, d.revision, d.parts""";

    /** One look at both: between two looks a finish would turn the draft into an answer, and neither would be seen. */
    private static final String FIND = """
            select d.version_no, d.data_set, d.wave, d.language, d.revision, d.parts,
              b.body_mac, b.receipt, b.outcome, b.data_set as told_set, b.wave as told_wave, s.id as told_survey
            from (select) as nothing
            left join submission b on b.key_hash = $1
            left join survey s on s.no = b.survey_no
            left join draft d on d.code_hash = $2""";

    private static final String DELETE = "delete from draft where code_hash = $1";

    private final GroupRead reads;
    private final GroupCommit commits;
    private final SurveyCache cache;
    private final BulkWork<DraftKey, Attempt> finding = this::findAll;
    private final BulkWork<NewPart, Saved> saving = this::saveAll;

    public PgDrafts(GroupRead reads, GroupCommit commits, SurveyCache cache) {
        this.reads = reads;
        this.commits = commits;
        this.cache = cache;
    }

    private record NewPart(Save save, KnownVersion version) {

        Tuple row() {
            JsonObject fields = new JsonObject();
            save.fields().forEach(fields::put);
            return Tuple.from(new Object[] {
                save.key().code(),
                save.key().form(),
                version.no(),
                save.set().code(),
                save.wave(),
                save.language().tag(),
                save.part(),
                fields,
                save.seconds()
            });
        }
    }

    @Override
    public Future<Attempt> find(DraftKey key) {
        return reads.submit(finding, key);
    }

    private Future<List<Attempt>> findAll(SqlConnection connection, List<DraftKey> keys) {
        return connection
                .preparedQuery(FIND)
                .executeBatch(keys.stream()
                        .map(key -> Tuple.of(key.form(), key.code()))
                        .toList())
                .map(first -> Batches.each(first)
                        .map(rows -> attempt(rows.iterator().next()))
                        .toList());
    }

    private Attempt attempt(Row row) {
        if (row.getString("receipt") != null) {
            return new Attempt.Done(new Finished(
                    row.getString("receipt"),
                    Outcome.of(row.getString("outcome")),
                    row.getString("body_mac"),
                    row.getString("told_survey"),
                    row.getString("told_wave"),
                    DataSet.of(row.getString("told_set")),
                    true));
        }
        return row.getInteger("version_no") == null ? new Attempt.Fresh() : new Attempt.Open(draft(row));
    }

    @Override
    public Future<Saved> save(Save save) {
        // a draft that is there keeps its own version, so an unknown one matters to a new draft only
        KnownVersion version = cache.now()
                .version(save.survey(), save.version())
                .or(() -> cache.now().newestPublished(save.survey()))
                .orElseThrow(() -> Problem.notFound("survey", save.survey()));
        return commits.submit(saving, new NewPart(save, version));
    }

    /** Executed one after the other, so that two saves of one draft in one batch see each other. */
    private Future<List<Saved>> saveAll(SqlConnection connection, List<NewPart> parts) {
        return connection
                .preparedQuery(SAVE)
                .executeBatch(parts.stream().map(NewPart::row).toList())
                .compose(first -> {
                    Iterator<NewPart> part = parts.iterator();
                    return Batches.all(Batches.each(first)
                            .map(rows -> saved(connection, part.next().save(), rows))
                            .toList());
                });
    }

    private Future<Saved> saved(SqlConnection connection, Save save, RowSet<Row> rows) {
        if (rows.size() == 0) {
            return Submissions.find(connection, save.key().form())
                    .map(done -> new Saved(new Attempt.Done(done.orElseThrow()), false));
        }
        Row row = rows.iterator().next();
        Saved saved = new Saved(new Attempt.Open(draft(row)), changedElsewhere(row, save));
        return row.getInteger("revision") == 1
                ? unlessFinished(connection, save.key(), saved)
                : Future.succeededFuture(saved);
    }

    /** A finish that ended while this save waited for its row left no row to save into: the new one must go again. */
    private static Future<Saved> unlessFinished(SqlConnection connection, DraftKey key, Saved saved) {
        return Submissions.find(connection, key.form())
                .compose(found -> found.map(finished -> connection
                                .preparedQuery(DELETE)
                                .execute(Tuple.of(key.code()))
                                .map(gone -> new Saved(new Attempt.Done(finished), false)))
                        .orElseGet(() -> Future.succeededFuture(saved)));
    }

    @Override
    public Future<Void> delete(DraftKey key) {
        return commits.submit(connection ->
                connection.preparedQuery(DELETE).execute(Tuple.of(key.code())).mapEmpty());
    }

    private static boolean changedElsewhere(Row row, Save save) {
        JsonObject part = row.getJsonObject("parts").getJsonObject(save.part());
        boolean replacedNow = part.getInteger("revision").equals(row.getInteger("revision"));
        return replacedNow && part.getInteger("before") > save.seen();
    }

    private Draft draft(Row row) {
        KnownVersion version = cache.now().version(row.getInteger("version_no")).orElseThrow();
        Map<String, Draft.Typed> parts = new LinkedHashMap<>();
        JsonObject stored = row.getJsonObject("parts");
        stored.fieldNames().forEach(name -> parts.put(name, typed(stored.getJsonObject(name))));
        return new Draft(
                version.content().survey().id(),
                version.content().survey().version(),
                row.getString("wave"),
                DataSet.of(row.getString("data_set")),
                new Language(row.getString("language")),
                row.getInteger("revision"),
                parts);
    }

    private static Draft.Typed typed(JsonObject part) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        JsonObject stored = part.getJsonObject("fields");
        for (String name : stored.fieldNames()) {
            fields.put(
                    name,
                    stored.getJsonArray(name).stream().map(Object::toString).toList());
        }
        return new Draft.Typed(fields, part.getInteger("seconds"), part.getInteger("revision"));
    }
}
