package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.collect.Attempt;
import tw.minsheng.collect.DraftKey;
import tw.minsheng.collect.Drafts.Save;
import tw.minsheng.collect.Drafts.Saved;

/**
 * Saves parts into drafts. Most drafts are there already: their parts travel as one statement, and a finish that has
 * deleted a draft meanwhile leaves nothing to update. Everything else goes one by one, in the order in which it came.
 */
final class DraftSaving implements BulkWork<DraftSaving.Part, Saved> {

    /**
     * What a part that is sent does to a draft that is there; {@code before} is the revision of the part that was
     * replaced: tells whether somebody else had changed it.
     */
    private static final String REPLACE = """
            language = {language},
              revision = d.revision + (d.parts -> {part} -> 'fields' is distinct from {fields})::int,
              parts = case when d.parts -> {part} -> 'fields' is distinct from {fields}
                then d.parts || jsonb_build_object({part}, jsonb_build_object(
                  'fields', {fields}, 'seconds', {seconds}, 'revision', d.revision + 1,
                  'before', coalesce((d.parts -> {part} ->> 'revision')::int, 0)))
                else d.parts end""";

    private static final String DRAFT =
            " returning d.code_hash, d.version_no, d.data_set, d.wave, d.language, d.revision, d.parts";

    /**
     * The limit is no limit: it makes the planner expect few parts, so that it looks each draft up in the index even when
     * it plans while the table is still empty.
     */
    private static final String UPDATE =
            "update draft d set " + replace("n.language", "n.part", "n.fields", "n.seconds") + """
             from (
              select * from unnest($1::text[], $2::text[], $3::text[], $4::jsonb[], $5::int[])
                as a (code_hash, language, part, fields, seconds)
              limit $6
            ) n
            where d.code_hash = n.code_hash""" + DRAFT;

    private static final String SAVE = """
            insert into draft as d (code_hash, form_hash, version_no, data_set, wave, language, revision, parts)
            select $1, $2, $3, $4, $5, $6, 1, jsonb_build_object($7::text,
              jsonb_build_object('fields', $8::jsonb, 'seconds', $9::int, 'revision', 1, 'before', 0))
            where not exists (select 1 from submission where key_hash = $2)
            on conflict (code_hash) do update set\s""" + replace("excluded.language", "$7::text", "$8::jsonb", "$9::int") + DRAFT;

    static final String DELETE = "delete from draft where code_hash = $1";

    private final DraftRows rows;

    DraftSaving(DraftRows rows) {
        this.rows = rows;
    }

    private static String replace(String language, String part, String fields, String seconds) {
        return REPLACE.replace("{language}", language)
                .replace("{part}", part)
                .replace("{fields}", fields)
                .replace("{seconds}", seconds);
    }

    /** @param version number of the version that a new draft gets */
    record Part(Save save, int version) {

        private DraftKey key() {
            return save.key();
        }

        private JsonObject fields() {
            JsonObject fields = new JsonObject();
            save.fields().forEach(fields::put);
            return fields;
        }

        private Tuple row() {
            return Tuple.from(new Object[] {
                key().code(),
                key().form(),
                version,
                save.set().code(),
                save.wave(),
                save.language().tag(),
                save.part(),
                fields(),
                save.seconds()
            });
        }
    }

    @Override
    public Future<List<Saved>> run(SqlConnection connection, List<Part> all) {
        IdentityHashMap<Part, Saved> results = new IdentityHashMap<>(all.size());
        return update(connection, continued(all), results)
                .compose(done -> insert(connection, without(all, results), results))
                .map(done -> all.stream().map(results::get).toList());
    }

    /** What continues a draft; of several for one draft the first, because one statement changes a row only once. */
    private static List<Part> continued(List<Part> all) {
        Map<String, Part> first = new LinkedHashMap<>();
        all.forEach(part -> first.putIfAbsent(part.key().code(), part));
        return first.values().stream().filter(part -> part.save().seen() > 0).toList();
    }

    private static List<Part> without(List<Part> all, Map<Part, Saved> results) {
        return all.stream().filter(part -> !results.containsKey(part)).toList();
    }

    private Future<Void> update(SqlConnection connection, List<Part> parts, Map<Part, Saved> results) {
        if (parts.isEmpty()) {
            return Future.succeededFuture();
        }
        Map<String, Row> changed = new HashMap<>();
        return connection.preparedQuery(UPDATE).execute(columns(parts)).map(found -> {
            found.forEach(row -> changed.put(row.getString("code_hash"), row));
            for (Part part : parts) {
                Optional.ofNullable(changed.get(part.key().code()))
                        .ifPresent(row -> results.put(part, open(row, part.save())));
            }
            return null;
        });
    }

    private static Tuple columns(List<Part> parts) {
        return Tuple.from(new Object[] {
            parts.stream().map(part -> part.key().code()).toArray(String[]::new),
            parts.stream().map(part -> part.save().language().tag()).toArray(String[]::new),
            parts.stream().map(part -> part.save().part()).toArray(String[]::new),
            parts.stream().map(Part::fields).toArray(JsonObject[]::new),
            parts.stream().map(part -> part.save().seconds()).toArray(Integer[]::new),
            parts.size()
        });
    }

    /** Executed one after the other, so that two parts of one draft in one batch see each other. */
    private Future<Void> insert(SqlConnection connection, List<Part> parts, Map<Part, Saved> results) {
        if (parts.isEmpty()) {
            return Future.succeededFuture();
        }
        return connection
                .preparedQuery(SAVE)
                .executeBatch(parts.stream().map(Part::row).toList())
                .compose(first -> {
                    Iterator<Part> part = parts.iterator();
                    return Batches.all(Batches.each(first)
                            .map(found -> saved(connection, part.next().save(), found))
                            .toList());
                })
                .map(saved -> {
                    for (int i = 0; i < parts.size(); i++) {
                        results.put(parts.get(i), saved.get(i));
                    }
                    return null;
                });
    }

    private Future<Saved> saved(SqlConnection connection, Save save, RowSet<Row> found) {
        if (found.size() == 0) {
            return Submissions.find(connection, save.key().form())
                    .map(done -> new Saved(new Attempt.Done(done.orElseThrow()), false));
        }
        Row row = found.iterator().next();
        Saved saved = open(row, save);
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

    private Saved open(Row row, Save save) {
        JsonObject part = row.getJsonObject("parts").getJsonObject(save.part());
        boolean replacedNow = part.getInteger("revision").equals(row.getInteger("revision"));
        return new Saved(new Attempt.Open(rows.draft(row)), replacedNow && part.getInteger("before") > save.seen());
    }
}
