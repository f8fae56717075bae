package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;
import tw.minsheng.security.AuditEntry;
import tw.minsheng.security.AuditQuery;
import tw.minsheng.security.AuditRow;
import tw.minsheng.security.Permission;
import tw.minsheng.web.TypedDay;

/** Who did and saw what, in the subtree of whoever asks. */
public final class AuditPages {

    private static final int ROWS = 50;

    private final StaffDoors doors;
    private final Pages pages;

    AuditPages(StaffDoors doors, Pages pages) {
        this.doors = doors;
        this.pages = pages;
    }

    public record Row(
            String at,
            String actor,
            String what,
            String object,
            String from,
            String result,
            boolean refused,
            boolean sealed) {}

    /** @param older address of the next page, "" on the last */
    public record Trail(String actor, String object, String since, List<Row> rows, String older) {}

    List<StaffRoute> routes() {
        return List.of(StaffRoute.get("/agency/audit", Permission.SEE_AUDIT, this::show));
    }

    private Future<StaffReply> show(StaffRequest request) {
        String actor = StaffRequest.checked(request.query("actor").strip(), 64);
        String object = StaffRequest.checked(request.query("object").strip(), 200);
        String since = StaffRequest.checked(request.query("since"), 10);
        AuditQuery query = new AuditQuery(
                request.tree().subtree(request.account().agency()),
                actor,
                "",
                object,
                since(request, since),
                before(request.query("before")),
                ROWS + 1);
        Act act = request.act(request.account().agency());
        return doors.security()
                .audit()
                .find(query)
                .compose(rows -> doors.security()
                        .audit()
                        .write(AuditEntry.done(act, "audit.read", object))
                        .compose(written -> pages.show(request, "audit", trail(request, query, since, rows))));
    }

    private static Trail trail(StaffRequest request, AuditQuery query, String since, List<AuditRow> found) {
        List<AuditRow> shown = found.subList(0, Math.min(ROWS, found.size()));
        String older = found.size() > ROWS
                ? "/agency/audit?actor=" + encode(query.actor()) + "&object=" + encode(query.object()) + "&since="
                        + encode(since) + "&before=" + shown.get(ROWS - 1).id()
                : "";
        return new Trail(
                query.actor(),
                query.object(),
                since,
                shown.stream().map(row -> row(request.words(), row)).toList(),
                older);
    }

    private static Row row(Words words, AuditRow row) {
        AuditEntry entry = row.entry();
        boolean refused = !entry.result().equals(AuditEntry.DONE);
        return new Row(
                words.moment(entry.act().at()),
                entry.act().actor().isEmpty()
                        ? words.say("audit.nobody")
                        : entry.act().actor(),
                words.sayOr("audit.what." + entry.what(), "audit.what", Map.of("what", entry.what())),
                entry.object(),
                entry.act().from(),
                words.say(refused ? "audit.refused" : "audit.done"),
                refused,
                !row.seal().isEmpty());
    }

    private static Instant since(StaffRequest request, String typed) {
        if (typed.isEmpty()) {
            return Instant.EPOCH;
        }
        try {
            return TypedDay.parse(typed).atStartOfDay(request.words().zone()).toInstant();
        } catch (DateTimeException noDay) {
            throw Problem.of(Problem.Kind.BAD_REQUEST, "request.bad");
        }
    }

    private static long before(String typed) {
        return typed.matches("\\d{1,18}") ? Long.parseLong(typed) : Long.MAX_VALUE;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
