package tw.minsheng.petition.alert;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tw.minsheng.kernel.Texts;
import tw.minsheng.petition.CaseDesk;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.CaseType;
import tw.minsheng.petition.Catalogue;

/**
 * Reminds staff of due dates: each step once, in office time, all of a person's in one mail. Petitions.md 4, rule 7. A case
 * that comes late to the desk of this class, because the program stood or the case was imported, is told by its newest step alone.
 */
public final class AlertDesk {

    private static final int AT_ONCE = 500;
    private static final int MAILS = 200;
    /** Three working days before may be two weeks before, around the new year. */
    private static final int AHEAD_DAYS = 21;

    private static final CaseNumber BEFORE_ALL = new CaseNumber(1, 1);
    private static final Texts TEXTS = Texts.of(AlertDesk.class);

    private final Supplier<Catalogue> catalogue;
    private final CaseDesk desk;
    private final Alerts door;
    private final Supplier<String> address;
    private final Clock clock;

    /** @param address under which staff reach the server */
    public AlertDesk(Supplier<Catalogue> catalogue, CaseDesk desk, Alerts door, Supplier<String> address, Clock clock) {
        this.catalogue = catalogue;
        this.desk = desk;
        this.door = door;
        this.address = address;
        this.clock = clock;
    }

    /** Completes with how many mails were put into the outbox; none outside office time. */
    public Future<Integer> work() {
        LocalDateTime now = desk.now();
        if (!desk.isOfficeTime(now)) {
            return Future.succeededFuture(0);
        }
        return door.staff(now.toLocalDate())
                .compose(staff -> from(BEFORE_ALL, staff, now))
                .compose(raised -> door.waiting(MAILS))
                .compose(this::mailed);
    }

    private Future<Integer> from(CaseNumber after, Staff staff, LocalDateTime now) {
        return door.open(now.plusDays(AHEAD_DAYS), after, AT_ONCE).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(0);
            }
            List<Alerts.Raised> raised = found.stream()
                    .flatMap(file -> raised(file, staff, now).stream())
                    .toList();
            CaseNumber last = found.get(found.size() - 1).number();
            return door.raise(raised, clock.instant()).compose(counted -> from(last, staff, now));
        });
    }

    private List<Alerts.Raised> raised(CaseFile file, Staff staff, LocalDateTime now) {
        return desk.alerts(file).stream()
                .filter(alert -> !alert.isSilent() && !alert.sendAt().isAfter(now))
                .map(alert -> new Alerts.Raised(file.number(), alert.step(), alert.due(), staff.of(alert, file)))
                .toList();
    }

    private Future<Integer> mailed(List<Alerts.Waiting> all) {
        Future<Integer> mailed = Future.succeededFuture(0);
        for (Alerts.Waiting each : all) {
            mailed = mailed.compose(so -> door.digest(each, facts(each)).map(put -> put ? so + 1 : so));
        }
        return mailed;
    }

    private Map<String, String> facts(Alerts.Waiting waiting) {
        Function<Alerts.Item, String> line = item -> line(waiting, item);
        String more = waiting.count() > waiting.items().size()
                ? "\n"
                        + say(
                                waiting,
                                "alert.more",
                                Map.of("n", waiting.count() - waiting.items().size()))
                : "";
        return Map.of(
                "count", Integer.toString(waiting.count()),
                "lines", waiting.items().stream().map(line).collect(Collectors.joining("\n")) + more,
                "link", address.get() + "/agency/cases");
    }

    /** No word of the petitioner: mail is read on the way. */
    private String line(Alerts.Waiting waiting, Alerts.Item item) {
        String type = item.locked()
                ? say(waiting, "alert.locked", Map.of())
                : catalogue
                        .get()
                        .type(item.type())
                        .map(CaseType::label)
                        .map(label -> label.in(waiting.language()))
                        .orElse(item.type());
        String step = item.step().startsWith("overdue-week") ? "overdue-week" : item.step();
        LocalDate day = item.due().day();
        return say(
                waiting,
                "alert.line",
                Map.of(
                        "number",
                        item.number().text(),
                        "type",
                        type,
                        "due",
                        item.due().timed() ? item.due().at().toString().replace('T', ' ') : day.toString(),
                        "step",
                        say(waiting, "alert." + step, Map.of())));
    }

    private static String say(Alerts.Waiting waiting, String key, Map<String, ?> values) {
        return TEXTS.text(waiting.language(), key, values);
    }
}
