package tw.minsheng.web.staff;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import tw.minsheng.format.CsvWriter;
import tw.minsheng.invite.onsite.OnsitePlan;
import tw.minsheng.invite.onsite.OnsiteSession;
import tw.minsheng.kernel.Sha256;
import tw.minsheng.petition.attach.AttachmentDesk;
import tw.minsheng.report.draw.DrawFiles;
import tw.minsheng.report.draw.DrawOrder;
import tw.minsheng.report.draw.FrameDesk;
import tw.minsheng.report.draw.SelectedCsv;

/**
 * The draw of a plan as the command draws it (DR4): the half-days of the counters are a list with the counters as strata.
 *
 * @param zone of the place, for the day of the draw
 */
record OnsiteProof(OnsitePlan plan, ZoneId zone) {

    private static final String ID = "session";
    private static final String COUNTER = "counter";

    /** What the command makes. */
    private record Again(Buffer selected, Buffer audit) {}

    /** Whether the command draws this plan; it does not draw one of an older program that left the counters as they were declared. */
    boolean isOfTheCommand() {
        List<String> counters = plan.wish().counters();
        return counters.equals(counters.stream().sorted().toList()) && plan.isReproduced();
    }

    String file() {
        return plan.survey() + "-" + plan.wave() + "-frame.csv";
    }

    String command() {
        return order().command(file(), plan.actor(), day().toString());
    }

    private LocalDate day() {
        return LocalDate.ofInstant(plan.at(), zone);
    }

    private DrawOrder order() {
        return new DrawOrder(
                "stratified",
                "equal",
                plan.sessions().size(),
                0,
                plan.seed().value(),
                ID,
                COUNTER,
                "",
                plan.interval());
    }

    /** All half-days of all counters, one a row. */
    byte[] frame() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            CsvWriter csv = new CsvWriter(bytes);
            csv.text(ID).text(COUNTER).text("day").text("half").endRow();
            for (String counter : plan.wish().counters()) {
                for (OnsitePlan.HalfDay time : plan.wish().halfDays()) {
                    csv.text(new OnsiteSession(1, counter, time.day(), time.half(), 1, 1).code())
                            .text(counter)
                            .text(time.day().toString())
                            .text(time.half().key())
                            .endRow();
                }
            }
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Draws once more, beside the event loop. */
    private Future<Again> again(AttachmentDesk.Aside aside) {
        return aside.run(() -> {
            byte[] frame = frame();
            FrameDesk.Drawn drawn = FrameDesk.draw(
                    file(),
                    () -> new ByteArrayInputStream(frame),
                    Sha256.hexOf(frame),
                    order(),
                    plan.actor(),
                    day().toString(),
                    List.of());
            return new Again(
                    Buffer.buffer(selected(drawn.rows())),
                    Buffer.buffer(drawn.audit().getBytes(StandardCharsets.UTF_8)));
        });
    }

    private byte[] selected(List<DrawFiles.Selected> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SelectedCsv csv = new SelectedCsv(bytes, ID, DrawFiles.group("stratified"), true);
        rows.forEach(csv::add);
        csv.flush();
        return bytes.toByteArray();
    }

    /** A file of this proof by its name. */
    Future<StaffReply> reply(String name, AttachmentDesk.Aside aside) {
        return again(aside).map(again -> switch (name) {
            case "selected.csv" -> file("text/csv", name, again.selected());
            case "audit.json" -> file("application/json", name, again.audit());
            default -> file("text/csv", file(), Buffer.buffer(frame()));
        });
    }

    private static StaffReply file(String type, String name, Buffer content) {
        return new StaffReply.File(type + "; charset=utf-8", name, content);
    }
}
