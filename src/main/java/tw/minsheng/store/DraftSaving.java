package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tw.minsheng.collect.Attempt;
import tw.minsheng.collect.DraftKey;
import tw.minsheng.collect.Drafts.Save;
import tw.minsheng.collect.Drafts.Saved;
import tw.minsheng.collect.Finished;

/**
 * Saves parts into drafts, in rounds: a round takes at most one part of each draft, changes the drafts that are there by
 * one statement, and makes the others by another. What meets somebody else's change in between goes into the next round.
 */
final class DraftSaving implements BulkWork<DraftSaving.Part, Saved> {

    /**
     * What a part does to a draft that is there; {@code before} is the revision of the part that was replaced: tells
     * whether somebody else had changed it. The limit is no limit: it makes the planner expect few parts, so that it
     * looks each draft up in the index even when it plans while the table is still empty.
     */
    private static final String UPDATE = """
            update draft d set
              language = n.language,
              revision = d.revision + (d.parts -> n.part -> 'fields' is distinct from n.fields)::int,
              parts = case when d.parts -> n.part -> 'fields' is distinct from n.fields
                then d.parts || jsonb_build_object(n.part, jsonb_build_object(
                  'fields', n.fields, 'seconds', n.seconds, 'revision', d.revision + 1,
                  'before', coalesce((d.parts -> n.part ->> 'revision')::int, 0)))
                else d.parts end
            from (
              select * from unnest($1::text[], $2::text[], $3::text[], $4::jsonb[], $5::int[])
                as a (code_hash, language, part, fields, seconds)
              limit $6
            ) n
            where d.code_hash = n.code_hash
            returning d.code_hash, d.version_no, d.data_set, d.wave, d.language, d.revision, d.parts""";

    /** A draft that is finished is not made again. */
    private static final String INSERT = """
            insert into draft (code_hash, form_hash, version_no, data_set, wave, language, revision, parts)
            select n.code_hash, n.form_hash, n.version_no, n.data_set, n.wave, n.language, 1,
              jsonb_build_object(n.part, jsonb_build_object(
                'fields', n.fields, 'seconds', n.seconds, 'revision', 1, 'before', 0))
            from (
              select * from unnest(
                  $1::text[], $2::text[], $3::text[], $4::jsonb[], $5::int[],
                  $6::text[], $7::int[], $8::text[], $9::text[])
                as a (code_hash, language, part, fields, seconds, form_hash, version_no, data_set, wave)
              limit $10
            ) n
            where not exists (select 1 from submission s where s.key_hash = n.form_hash)
            on conflict (code_hash) do nothing
            returning code_hash""";

    private static final String DELETE = "delete from draft where code_hash = any ($1)";

    private final DraftRows rows;

    DraftSaving(DraftRows rows) {
        this.rows = rows;
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
    }

    @Override
    public Future<List<Saved>> run(SqlConnection connection, List<Part> all) {
        IdentityHashMap<Part, Saved> results = new IdentityHashMap<>(all.size());
        return round(connection, all, part -> part.save().seen() > 0, results)
                .map(done -> all.stream().map(results::get).toList());
    }

    /** @param likely which parts probably belong to a draft that is there */
    private Future<Void> round(
            SqlConnection connection, List<Part> open, Predicate<Part> likely, IdentityHashMap<Part, Saved> results) {
        if (open.isEmpty()) {
            return Future.succeededFuture();
        }
        List<Part> turn = onePerDraft(open);
        return change(connection, turn.stream().filter(likely).toList(), results)
                .compose(changed -> make(connection, without(turn, results), results))
                .compose(made -> round(connection, without(open, results), part -> true, results));
    }

    /** In the order of their keys, so that batches of two event loops do not wait for each other crosswise. */
    private static List<Part> onePerDraft(List<Part> parts) {
        Map<String, Part> first = new TreeMap<>();
        parts.forEach(part -> first.putIfAbsent(part.key().code(), part));
        return List.copyOf(first.values());
    }

    private static List<Part> without(List<Part> parts, IdentityHashMap<Part, Saved> results) {
        return parts.stream().filter(part -> !results.containsKey(part)).toList();
    }

    private Future<Void> change(SqlConnection connection, List<Part> parts, IdentityHashMap<Part, Saved> results) {
        if (parts.isEmpty()) {
            return Future.succeededFuture();
        }
        return connection
                .preparedQuery(UPDATE)
                .execute(new Columns(parts).ofChange())
                .map(found -> {
                    Map<String, Part> byCode = byCode(parts);
                    for (Row row : found) {
                        Part part = Objects.requireNonNull(byCode.get(row.getString("code_hash")));
                        results.put(part, changed(row, part.save()));
                    }
                    return null;
                });
    }

    private Saved changed(Row row, Save save) {
        JsonObject part = row.getJsonObject("parts").getJsonObject(save.part());
        boolean replacedNow = part.getInteger("revision").equals(row.getInteger("revision"));
        return new Saved(new Attempt.Open(rows.draft(row)), replacedNow && part.getInteger("before") > save.seen());
    }

    private Future<Void> make(SqlConnection connection, List<Part> parts, IdentityHashMap<Part, Saved> results) {
        if (parts.isEmpty()) {
            return Future.succeededFuture();
        }
        return connection
                .preparedQuery(INSERT)
                .execute(new Columns(parts).ofNew())
                .map(made -> StreamSupport.stream(made.spliterator(), false)
                        .map(row -> row.getString("code_hash"))
                        .collect(Collectors.toSet()))
                .compose(made -> unlessFinished(connection, parts, made, results));
    }

    /**
     * A finish that ended while a part waited for its row left no row to save into: the new one must go again. Asked by a
     * statement of its own, which sees what was committed meanwhile.
     */
    private Future<Void> unlessFinished(
            SqlConnection connection, List<Part> parts, Set<String> made, IdentityHashMap<Part, Saved> results) {
        List<String> forms = parts.stream().map(part -> part.key().form()).toList();
        return Submissions.find(connection, forms).compose(finished -> {
            List<String> gone = new ArrayList<>();
            for (Part part : parts) {
                boolean isNew = made.contains(part.key().code());
                Finished before = finished.get(part.key().form());
                if (before != null) {
                    results.put(part, new Saved(new Attempt.Done(before), false));
                    if (isNew) {
                        gone.add(part.key().code());
                    }
                } else if (isNew) {
                    results.put(part, new Saved(new Attempt.Open(rows.first(part)), false));
                }
            }
            return delete(connection, gone);
        });
    }

    static Future<Void> delete(SqlConnection connection, List<String> codes) {
        return codes.isEmpty()
                ? Future.succeededFuture()
                : connection
                        .preparedQuery(DELETE)
                        .execute(Tuple.of(codes.toArray(String[]::new)))
                        .mapEmpty();
    }

    private static Map<String, Part> byCode(List<Part> parts) {
        return parts.stream().collect(Collectors.toMap(part -> part.key().code(), part -> part));
    }

    /** Parts as columns, in the order of the statements. */
    private record Columns(List<Part> parts) {

        Tuple ofChange() {
            return Tuple.tuple(given()).addInteger(parts.size());
        }

        Tuple ofNew() {
            return Tuple.tuple(given())
                    .addValue(texts(part -> part.key().form()))
                    .addValue(parts.stream().map(Part::version).toArray(Integer[]::new))
                    .addValue(texts(part -> part.save().set().code()))
                    .addValue(texts(part -> part.save().wave()))
                    .addInteger(parts.size());
        }

        private List<Object> given() {
            return new ArrayList<>(List.of(
                    texts(part -> part.key().code()),
                    texts(part -> part.save().language().tag()),
                    texts(part -> part.save().part()),
                    parts.stream().map(Part::fields).toArray(JsonObject[]::new),
                    parts.stream().map(part -> part.save().seconds()).toArray(Integer[]::new)));
        }

        private String[] texts(Function<Part, String> text) {
            return parts.stream().map(text).toArray(String[]::new);
        }
    }
}
