package tw.minsheng.store;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tw.minsheng.kernel.Language;
import tw.minsheng.notify.Channel;
import tw.minsheng.notify.Notice;
import tw.minsheng.notify.NoticeKind;
import tw.minsheng.notify.NoticeLog;
import tw.minsheng.notify.Wording;
import tw.minsheng.petition.Cases;

/** Reads and writes rows of {@code notice}. */
final class NoticeRows {

    private static final String COLUMNS =
            "cause text, kind text, channel text, address text, language text, facts jsonb, state text";

    private static final String INSERT = """
            insert into notice (no, cause, kind, channel, address, language, facts, state, made_at)
            select $1, n.*, $3 from jsonb_to_recordset($2) as n (%s)
            on conflict (no, cause, channel) do nothing""".formatted(COLUMNS);

    private NoticeRows() {}

    /** A part of a statement in which {@code told} has the number of a case: its notices, out of a parameter. */
    static String insertOf(String numbers, int notices, int made) {
        return """
                insert into notice (no, cause, kind, channel, address, language, facts, state, made_at)
                select t.no, n.*, $%d from %s t, jsonb_to_recordset($%d) as n (%s)""".formatted(made, numbers, notices, COLUMNS);
    }

    /** In the transaction of the acts that cause them. */
    static Future<Void> write(SqlClient connection, List<Cases.Kept> all) {
        List<Tuple> rows = all.stream()
                .filter(kept -> !kept.notices().isEmpty())
                .map(kept -> Tuple.of(
                        CaseRows.key(kept.change().file().number()),
                        json(kept.notices()),
                        Times.of(kept.change().event().act().at())))
                .toList();
        return rows.isEmpty()
                ? Future.succeededFuture()
                : connection.preparedQuery(INSERT).executeBatch(rows).mapEmpty();
    }

    static JsonArray json(List<Notice> notices) {
        JsonArray array = new JsonArray();
        notices.forEach(notice -> array.add(json(notice)));
        return array;
    }

    private static JsonObject json(Notice notice) {
        JsonObject facts = new JsonObject();
        notice.facts().forEach(facts::put);
        boolean byHand = notice.channel() == Channel.BY_HAND;
        return new JsonObject()
                .put("cause", notice.cause())
                .put("kind", notice.kind().key())
                .put("channel", notice.channel().key())
                .put("address", notice.address())
                .put("language", notice.language().tag())
                .put("facts", facts)
                .put("state", key(byHand ? NoticeLog.State.BY_HAND : NoticeLog.State.WAITING));
    }

    static String key(NoticeLog.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static Notice notice(Row row) {
        Map<String, String> facts = new LinkedHashMap<>();
        row.getJsonObject("facts").forEach(each -> facts.put(each.getKey(), (String) each.getValue()));
        return new Notice(
                row.getString("cause"),
                NoticeKind.of(row.getString("kind")).orElseThrow(),
                Channel.of(row.getString("channel")).orElseThrow(),
                row.getString("address"),
                new Language(row.getString("language")),
                facts);
    }

    static NoticeLog.Entry entry(Row row) {
        OffsetDateTime sent = row.getOffsetDateTime("sent_at");
        return new NoticeLog.Entry(
                row.getLong("id"),
                CaseRows.number(row.getLong("no")).text(),
                notice(row),
                NoticeLog.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Times.read(row, "made_at"),
                sent == null ? Instant.MAX : sent.toInstant(),
                row.getString("sent_by"),
                row.getString("way"),
                row.getString("reference"),
                row.getInteger("tries"),
                row.getString("trouble"),
                new Wording(row.getString("subject"), row.getString("text")));
    }
}
