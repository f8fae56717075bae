package tw.minsheng.store;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Language;
import tw.minsheng.petition.CaseEvent;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.Channel;
import tw.minsheng.petition.Contact;
import tw.minsheng.petition.Kind;
import tw.minsheng.petition.Origin;
import tw.minsheng.petition.Outcome;
import tw.minsheng.petition.Petition;
import tw.minsheng.petition.Place;
import tw.minsheng.petition.Reply;
import tw.minsheng.petition.State;

/** Reads rows of {@code petition_case} (joined to {@code case_contact}) and {@code case_event}. */
final class CaseRows {

    private static final long SERIALS = 10_000_000L;

    private CaseRows() {}

    static long key(CaseNumber number) {
        return number.year() * SERIALS + number.serial();
    }

    static CaseNumber number(long key) {
        return new CaseNumber((int) (key / SERIALS), (int) (key % SERIALS));
    }

    static CaseFile file(Row row) {
        return new CaseFile(
                number(row.getLong("no")),
                row.getInteger("revision"),
                row.getString("agency"),
                row.getString("unit"),
                row.getString("handler"),
                state(row, "state"),
                petition(row),
                CaseTimeJson.read(row.getJsonObject("clock")),
                reply(row.getJsonObject("reply")),
                Outcome.of(row.getString("outcome")).orElseThrow(),
                row.getLocalDateTime("ended_at"),
                row.getInteger("reopened"),
                row.getString("parent"),
                state(row, "before"),
                new Origin(row.getString("meeting"), row.getString("meeting_day"), row.getString("former")),
                row.getBoolean("locked"),
                row.getInteger("merged"),
                row.getInteger("reopened_self"));
    }

    private static Petition petition(Row row) {
        return new Petition(
                Kind.of(row.getString("kind")).orElseThrow(),
                row.getString("type"),
                row.getString("text"),
                new Place(row.getString("district"), row.getString("address"), point(row)),
                new Contact(
                        row.getString("name"), row.getString("email"), row.getString("phone"), row.getString("helper")),
                row.getBoolean("confidential"),
                new Language(row.getString("language")),
                Channel.of(row.getString("channel")).orElseThrow(),
                row.getString("notice"));
    }

    private static Place.Point point(Row row) {
        return row.getDouble("latitude") == null
                ? Place.Point.NONE
                : Place.Point.at(row.getDouble("latitude"), row.getDouble("longitude"));
    }

    static JsonObject reply(Reply reply) {
        return new JsonObject()
                .put("outcome", reply.outcome().key())
                .put("text", reply.text())
                .put("ground", reply.ground())
                .put("next_step", reply.nextStep())
                .put("contact_name", reply.contactName())
                .put("contact_phone", reply.contactPhone());
    }

    static Reply reply(JsonObject stored) {
        return new Reply(
                Outcome.of(stored.getString("outcome")).orElseThrow(),
                stored.getString("text"),
                stored.getString("ground"),
                stored.getString("next_step"),
                stored.getString("contact_name"),
                stored.getString("contact_phone"));
    }

    static CaseEvent event(Row row) {
        Map<String, String> details = new LinkedHashMap<>();
        row.getJsonObject("details").forEach(each -> details.put(each.getKey(), (String) each.getValue()));
        Instant at = Times.read(row, "at");
        return new CaseEvent(
                row.getInteger("number"),
                new Act(row.getString("actor"), row.getString("agency"), at),
                row.getString("what"),
                state(row, "from_state"),
                state(row, "to_state"),
                row.getString("reason"),
                row.getString("told"),
                row.getBoolean("visible"),
                details);
    }

    static JsonObject details(CaseEvent event) {
        JsonObject details = new JsonObject();
        event.details().forEach(details::put);
        return details;
    }

    private static State state(Row row, String column) {
        return State.of(row.getString(column)).orElseThrow();
    }
}
