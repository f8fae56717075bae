package tw.minsheng.store;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import tw.minsheng.petition.deadline.Basis;
import tw.minsheng.petition.deadline.CaseStart;
import tw.minsheng.petition.deadline.CaseTime;
import tw.minsheng.petition.deadline.CitizenNotice;
import tw.minsheng.petition.deadline.Extension;
import tw.minsheng.petition.deadline.MergeKind;
import tw.minsheng.petition.deadline.Pause;
import tw.minsheng.petition.deadline.Receipt;
import tw.minsheng.petition.deadline.TimeLimit;

/** The clock of a case as it is kept: times of the place, in ISO form. */
final class CaseTimeJson {

    private CaseTimeJson() {}

    static JsonObject write(CaseTime time) {
        return new JsonObject()
                .put("limit", time.limit().amount())
                .put("basis", time.limit().basis().name())
                .put("merge", time.start().kind().name())
                .put("receipts", array(time.start().receipts(), CaseTimeJson::receipt))
                .put("pauses", array(time.pauses(), CaseTimeJson::pause))
                .put("extensions", array(time.extensions(), CaseTimeJson::extension));
    }

    static CaseTime read(JsonObject stored) {
        return new CaseTime(
                new TimeLimit(stored.getInteger("limit"), Basis.valueOf(stored.getString("basis"))),
                new CaseStart(
                        MergeKind.valueOf(stored.getString("merge")),
                        list(stored.getJsonArray("receipts"), CaseTimeJson::receipt)),
                list(stored.getJsonArray("pauses"), CaseTimeJson::pause),
                list(stored.getJsonArray("extensions"), CaseTimeJson::extension));
    }

    private static <T> JsonArray array(List<T> all, Function<T, JsonObject> write) {
        JsonArray array = new JsonArray();
        all.forEach(each -> array.add(write.apply(each)));
        return array;
    }

    private static <T> List<T> list(JsonArray array, Function<JsonObject, T> read) {
        return array.stream().map(each -> read.apply((JsonObject) each)).toList();
    }

    private static JsonObject receipt(Receipt receipt) {
        return new JsonObject().put("number", receipt.number()).put("at", text(receipt.at()));
    }

    private static Receipt receipt(JsonObject stored) {
        return new Receipt(stored.getString("number"), moment(stored, "at"));
    }

    private static JsonObject pause(Pause pause) {
        return new JsonObject()
                .put("cause", pause.cause().name())
                .put("requested", pause.requested().toString())
                .put("end", pause.end().toString())
                .put("open", pause.isOpen())
                .put("reason", pause.reason())
                .put("notice", notice(pause.notice()))
                .put("answered", pause.isAnswered());
    }

    private static Pause pause(JsonObject stored) {
        return new Pause(
                Pause.Cause.valueOf(stored.getString("cause")),
                LocalDate.parse(stored.getString("requested")),
                LocalDate.parse(stored.getString("end")),
                stored.getBoolean("open"),
                stored.getString("reason"),
                notice(stored.getJsonObject("notice")),
                stored.getBoolean("answered", false));
    }

    private static JsonObject extension(Extension extension) {
        return new JsonObject()
                .put("decided", text(extension.decidedAt()))
                .put("until", text(extension.until()))
                .put("reason", extension.reason())
                .put("progress", extension.progress())
                .put("approver", extension.approver().name())
                .put("notice", notice(extension.notice()));
    }

    private static Extension extension(JsonObject stored) {
        return new Extension(
                moment(stored, "decided"),
                moment(stored, "until"),
                stored.getString("reason"),
                stored.getString("progress"),
                Extension.Approver.valueOf(stored.getString("approver")),
                notice(stored.getJsonObject("notice")));
    }

    private static JsonObject notice(CitizenNotice notice) {
        return new JsonObject()
                .put("channel", notice.channel().name())
                .put("sent", text(notice.sentAt()))
                .put("reference", notice.reference());
    }

    private static CitizenNotice notice(JsonObject stored) {
        return new CitizenNotice(
                CitizenNotice.Channel.valueOf(stored.getString("channel")),
                moment(stored, "sent"),
                stored.getString("reference"));
    }

    private static String text(LocalDateTime at) {
        return at.toString();
    }

    private static LocalDateTime moment(JsonObject stored, String key) {
        return LocalDateTime.parse(stored.getString(key));
    }
}
