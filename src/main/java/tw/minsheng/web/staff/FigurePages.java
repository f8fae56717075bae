package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import tw.minsheng.petition.CaseControl;
import tw.minsheng.security.Permission;
import tw.minsheng.web.TypedDay;

/** Figures of cases by unit, over the whole subtree of whoever asks, for heads and the control office (研考); no texts. */
public final class FigurePages {

    private static final String PATH = "/agency/cases/figures";
    private static final List<String> COLUMNS =
            List.of("received", "open", "overdue", "closed", "within", "extended", "late");

    private final StaffDoors doors;
    private final Pages pages;

    FigurePages(StaffDoors doors, Pages pages) {
        this.doors = doors;
        this.pages = pages;
    }

    /** One unit, or the sum of all. */
    public record Row(String agency, String unit, List<String> cells) {}

    /** What a column counts. */
    public record Column(String label, String definition) {}

    /**
     * @param rows the last one is the sum
     * @param csv address of the same as a file
     */
    public record Figures(
            String from,
            String until,
            String period,
            String counted,
            List<Column> columns,
            List<Row> rows,
            String csv) {}

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(PATH, Permission.SEE_CASE_FIGURES, this::show),
                StaffRoute.get(PATH + ".csv", Permission.SEE_CASE_FIGURES, this::file));
    }

    private CaseControl.Period period(StaffRequest request) {
        LocalDate today = LocalDate.ofInstant(request.now(), request.words().zone());
        LocalDate from = day(request.query("from"), today.withDayOfMonth(1));
        LocalDate until = day(request.query("until"), today);
        return new CaseControl.Period(
                request.tree().subtree(request.account().agency()),
                from,
                until.isBefore(from) ? from : until,
                request.words().zone(),
                doors.cases().desk().now());
    }

    static LocalDate day(String typed, LocalDate otherwise) {
        try {
            LocalDate day = TypedDay.parse(typed);
            return day.getYear() < 1912 ? otherwise : day;
        } catch (DateTimeException noDay) {
            return otherwise;
        }
    }

    private Future<StaffReply> show(StaffRequest request) {
        CaseControl.Period period = period(request);
        Words words = request.words();
        return doors.cases()
                .control()
                .figures(period)
                .compose(all -> pages.show(
                        request,
                        "figures",
                        new Figures(
                                period.from().toString(),
                                period.until().toString(),
                                words.day(period.from()) + " – " + words.day(period.until()),
                                words.local(period.now()),
                                COLUMNS.stream()
                                        .map(key -> new Column(
                                                words.say("figures." + key), words.say("figures." + key + ".text")))
                                        .toList(),
                                Stream.concat(
                                                all.stream().map(each -> row(request, each)),
                                                Stream.of(row(words.say("figures.sum"), "", sum(all), words)))
                                        .toList(),
                                PATH + ".csv?from=" + period.from() + "&until=" + period.until())));
    }

    private static Row row(StaffRequest request, CaseControl.UnitFigures unit) {
        Words words = request.words();
        String name = unit.unit().isEmpty()
                ? words.say("cases.nobody")
                : Shells.agencyName(request.tree(), unit.unit(), words);
        return row(Shells.agencyName(request.tree(), unit.agency(), words), name, unit, words);
    }

    private static Row row(String agency, String unit, CaseControl.UnitFigures figures, Words words) {
        return new Row(agency, unit, cells(figures).stream().map(words::number).toList());
    }

    private static List<Long> cells(CaseControl.UnitFigures unit) {
        return List.of(
                unit.received(),
                unit.open(),
                unit.overdue(),
                unit.closed(),
                unit.within(),
                unit.extended(),
                unit.late());
    }

    private static CaseControl.UnitFigures sum(List<CaseControl.UnitFigures> all) {
        return all.stream()
                .reduce(
                        new CaseControl.UnitFigures("", "", 0, 0, 0, 0, 0, 0, 0),
                        (one, other) -> new CaseControl.UnitFigures(
                                "",
                                "",
                                one.received() + other.received(),
                                one.open() + other.open(),
                                one.overdue() + other.overdue(),
                                one.closed() + other.closed(),
                                one.within() + other.within(),
                                one.extended() + other.extended(),
                                one.late() + other.late()));
    }

    private Future<StaffReply> file(StaffRequest request) {
        CaseControl.Period period = period(request);
        return doors.cases().control().figures(period).map(all -> csv(period, all));
    }

    /** With keys, not names: a file is read by programs. */
    private static StaffReply csv(CaseControl.Period period, List<CaseControl.UnitFigures> all) {
        List<String> heads = Stream.concat(Stream.of("agency", "unit", "from", "until", "counted_at"), COLUMNS.stream())
                .toList();
        return StaffReply.csv("cases-" + period.from() + "-" + period.until() + ".csv", heads, csv -> {
            for (CaseControl.UnitFigures unit : all) {
                csv.text(unit.agency())
                        .text(unit.unit())
                        .text(period.from().toString())
                        .text(period.until().toString())
                        .text(period.now().toString());
                cells(unit).forEach(csv::number);
                csv.endRow();
            }
        });
    }
}
