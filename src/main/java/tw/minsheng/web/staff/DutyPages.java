package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import tw.minsheng.petition.CaseControl;
import tw.minsheng.security.Permission;

/** What each unit owes, and since when: unit × duty × due × state; no word of anybody. */
public final class DutyPages {

    private static final String PATH = "/agency/cases/duties";

    private final StaffDoors doors;
    private final Pages pages;

    DutyPages(StaffDoors doors, Pages pages) {
        this.doors = doors;
        this.pages = pages;
    }

    /**
     * One unit and one duty.
     *
     * @param late "" when none is
     * @param first earliest due day, "" when there is none
     */
    public record Row(String agency, String unit, String duty, String owed, String late, String first) {}

    /** What a duty is. */
    public record Meaning(String label, String definition) {}

    /** @param csv address of the same as a file */
    public record Duties(String counted, List<Row> rows, List<Meaning> meanings, String csv) {}

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(PATH, Permission.SEE_CASE_FIGURES, this::show),
                StaffRoute.get(PATH + ".csv", Permission.SEE_CASE_FIGURES, this::file));
    }

    private Future<List<CaseControl.UnitDuty>> owed(StaffRequest request, LocalDateTime now) {
        return doors.cases()
                .control()
                .duties(request.tree().subtree(request.account().agency()), now);
    }

    private Future<StaffReply> show(StaffRequest request) {
        LocalDateTime now = doors.cases().desk().now();
        Words words = request.words();
        return owed(request, now)
                .compose(all -> pages.show(
                        request,
                        "duties",
                        new Duties(
                                words.local(now),
                                all.stream().map(each -> row(request, each)).toList(),
                                Arrays.stream(CaseControl.Duty.values())
                                        .map(duty -> new Meaning(
                                                words.say("duties." + duty.key()),
                                                words.say("duties." + duty.key() + ".text")))
                                        .toList(),
                                PATH + ".csv")));
    }

    private static Row row(StaffRequest request, CaseControl.UnitDuty of) {
        Words words = request.words();
        return new Row(
                Shells.agencyName(request.tree(), of.agency(), words),
                of.unit().isEmpty() ? words.say("cases.nobody") : Shells.agencyName(request.tree(), of.unit(), words),
                words.say("duties." + of.duty().key()),
                words.number(of.owed()),
                of.late() == 0 ? "" : words.number(of.late()),
                hasDay(of) ? words.day(of.first().toLocalDate()) : "");
    }

    private static boolean hasDay(CaseControl.UnitDuty of) {
        return !of.first().equals(LocalDateTime.MAX);
    }

    private Future<StaffReply> file(StaffRequest request) {
        LocalDateTime now = doors.cases().desk().now();
        return owed(request, now).map(all -> csv(now, all));
    }

    /** With keys, not names: a file is read by programs. */
    private static StaffReply csv(LocalDateTime now, List<CaseControl.UnitDuty> all) {
        List<String> heads = List.of("agency", "unit", "duty", "due", "state", "owed", "late", "counted_at");
        return StaffReply.csv("duties-" + now.toLocalDate() + ".csv", heads, csv -> {
            for (CaseControl.UnitDuty each : all) {
                csv.text(each.agency())
                        .text(each.unit())
                        .text(each.duty().key())
                        .text(hasDay(each) ? each.first().toLocalDate().toString() : "")
                        .text(each.late() > 0 ? "late" : "owed")
                        .number(each.owed());
                csv.number(each.late());
                csv.text(now.toString());
                csv.endRow();
            }
        });
    }
}
