package tw.minsheng.store;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.panel.Expert;
import tw.minsheng.panel.PanelItem;
import tw.minsheng.panel.PanelRound;
import tw.minsheng.panel.Rating;
import tw.minsheng.panel.Sheet;
import tw.minsheng.survey.Scale;

/** Rounds, experts and ratings as the database keeps them. */
final class PanelRows {

    private PanelRows() {}

    private static JsonObject text(LocalizedText text) {
        JsonObject json = new JsonObject();
        text.texts().forEach((language, words) -> json.put(language.tag(), words));
        return json;
    }

    private static LocalizedText text(JsonObject json) {
        Map<Language, String> texts = new LinkedHashMap<>();
        json.fieldNames().forEach(tag -> texts.put(new Language(tag), json.getString(tag)));
        return new LocalizedText(texts);
    }

    static JsonObject asker(PanelRound.Asker asker) {
        return new JsonObject()
                .put("title", text(asker.title()))
                .put("agency", text(asker.agency()))
                .put("contact", asker.contact())
                .put("phone", asker.phone());
    }

    static JsonArray items(List<PanelItem> items) {
        JsonArray json = new JsonArray();
        items.forEach(item -> json.add(new JsonObject()
                .put("id", item.id())
                .put("construct", item.construct())
                .put("label", text(item.label()))
                .put("text", text(item.text()))
                .put("reverse", item.reverse())
                .put("stem", text(item.asked().stem()))
                .put("opposite", text(item.asked().opposite()))
                .put("points", points(item.asked().points()))));
        return json;
    }

    private static JsonArray points(List<Scale.Point> points) {
        JsonArray json = new JsonArray();
        points.forEach(
                point -> json.add(new JsonObject().put("value", point.value()).put("label", text(point.label()))));
        return json;
    }

    private static PanelItem item(JsonObject json) {
        return new PanelItem(
                json.getString("id"),
                json.getString("construct"),
                text(json.getJsonObject("label")),
                text(json.getJsonObject("text")),
                json.getBoolean("reverse"),
                asked(json));
    }

    /** Rounds of former days kept the words of the items alone. */
    private static PanelItem.Asked asked(JsonObject json) {
        JsonArray points = json.getJsonArray("points", new JsonArray());
        return new PanelItem.Asked(
                text(json.getJsonObject("stem", new JsonObject())),
                text(json.getJsonObject("opposite", new JsonObject())),
                IntStream.range(0, points.size())
                        .mapToObj(points::getJsonObject)
                        .map(point -> new Scale.Point(point.getInteger("value"), text(point.getJsonObject("label"))))
                        .toList());
    }

    /** @param id name of the column with the id of the round */
    static PanelRound round(Row row, String id) {
        JsonObject asker = row.getJsonObject("asker");
        JsonArray items = row.getJsonArray("items");
        return new PanelRound(
                row.getLong(id),
                row.getString("survey"),
                row.getString("version"),
                row.getInteger("number"),
                new PanelRound.Asker(
                        text(asker.getJsonObject("title")),
                        text(asker.getJsonObject("agency")),
                        asker.getString("contact"),
                        asker.getString("phone")),
                row.getBoolean("essential"),
                row.getString("actor"),
                Times.read(row, "opened_at"),
                Times.read(row, "closes_at"),
                IntStream.range(0, items.size())
                        .mapToObj(i -> item(items.getJsonObject(i)))
                        .toList());
    }

    static Expert expert(Row row) {
        return new Expert(
                row.getLong("expert"),
                row.getString("name"),
                row.getString("affiliation"),
                row.getString("email"),
                row.getString("mail"),
                row.getBoolean("withdrawn"),
                Times.read(row, "finished_at"));
    }

    static JsonObject ratings(Map<String, Rating> ratings) {
        JsonObject json = new JsonObject();
        ratings.forEach((item, rating) -> json.put(
                item,
                new JsonObject()
                        .put("relevance", rating.relevance())
                        .put("essential", rating.essential().key())
                        .put("comment", rating.comment())));
        return json;
    }

    static Sheet sheet(Row row) {
        Map<String, Rating> ratings = new LinkedHashMap<>();
        JsonObject stored = row.getJsonObject("ratings");
        stored.fieldNames().forEach(item -> {
            JsonObject rating = stored.getJsonObject(item);
            ratings.put(
                    item,
                    new Rating(
                            rating.getInteger("relevance"),
                            Rating.Essential.of(rating.getString("essential")),
                            rating.getString("comment")));
        });
        return new Sheet(ratings, row.getString("comment"));
    }
}
