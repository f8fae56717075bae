package tw.minsheng.store;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Draft;
import tw.minsheng.collect.Drafts.Save;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;
import tw.minsheng.store.SurveyMemory.KnownVersion;

/** Reads rows of {@code draft} as drafts. */
record DraftRows(SurveyCache cache) {

    Draft draft(Row row) {
        KnownVersion version = version(row.getInteger("version_no"));
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

    /** What is there after the first part of a new draft. */
    Draft first(DraftSaving.Part part) {
        KnownVersion version = version(part.version());
        Save save = part.save();
        return new Draft(
                version.content().survey().id(),
                version.content().survey().version(),
                save.wave(),
                save.set(),
                save.language(),
                1,
                Map.of(save.part(), new Draft.Typed(save.fields(), save.seconds(), 1)));
    }

    /** Another node may have published it a moment ago; within seconds it is known here, too. */
    private KnownVersion version(int no) {
        return cache.now().version(no).orElseThrow(() -> Problem.of(Problem.Kind.UNAVAILABLE, "database.busy"));
    }

    private static Draft.Typed typed(JsonObject part) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        part.getJsonObject("fields").getMap().forEach((name, values) -> fields.put(name, texts((List<?>) values)));
        return new Draft.Typed(fields, part.getInteger("seconds"), part.getInteger("revision"));
    }

    private static List<String> texts(List<?> values) {
        return values.size() == 1
                ? List.of(values.get(0).toString())
                : values.stream().map(Object::toString).toList();
    }
}
