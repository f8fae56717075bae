package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tw.minsheng.petition.CaseControl;
import tw.minsheng.security.Permission;

/** 流程: which ways cases went, how often they were moved on (改分), and where their time went; no word of anybody. */
public final class FlowPages {

    private static final String PATH = "/agency/cases/flow";
    private static final int USUAL_DAYS = 30;
    /** Every event of every case is looked at. */
    private static final int MOST_DAYS = 92;
    /** Times of fewer steps tell of single people. */
    private static final long LEAST = 5;

    private final StaffDoors doors;
    private final Pages pages;

    FlowPages(StaffDoors doors, Pages pages) {
        this.doors = doors;
        this.pages = pages;
    }

    /**
     * One way.
     *
     * @param median days before the step; "" when there are too few
     */
    public record Row(String step, String from, String to, String n, String median, String mean) {}

    /**
     * @param moved how often cases were moved on, in words
     * @param csv address of the same as a file
     */
    public record Flow(String from, String until, String period, String moved, List<Row> rows, String csv) {}

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(PATH, Permission.SEE_CASE_FIGURES, this::show),
                StaffRoute.get(PATH + ".csv", Permission.SEE_CASE_FIGURES, this::file));
    }

    /** At most {@link #MOST_DAYS} up to the last day. */
    private CaseControl.Period period(StaffRequest request) {
        LocalDate today = LocalDate.ofInstant(request.now(), request.words().zone());
        LocalDate until = FigurePages.day(request.query("until"), today);
        LocalDate asked = FigurePages.day(request.query("from"), until.minusDays(USUAL_DAYS - 1));
        LocalDate first = until.minusDays(MOST_DAYS - 1);
        LocalDate from = asked.isBefore(first) ? first : asked.isAfter(until) ? until : asked;
        return new CaseControl.Period(
                request.tree().subtree(request.account().agency()),
                from,
                until,
                request.words().zone(),
                doors.cases().desk().now());
    }

    private Future<StaffReply> show(StaffRequest request) {
        CaseControl.Period period = period(request);
        Words words = request.words();
        return doors.cases()
                .control()
                .flow(period)
                .compose(all -> pages.show(
                        request,
                        "flow",
                        new Flow(
                                period.from().toString(),
                                period.until().toString(),
                                words.day(period.from()) + " – " + words.day(period.until()),
                                moved(words, all),
                                all.stream().map(each -> row(words, each)).toList(),
                                PATH + ".csv?from=" + period.from() + "&until=" + period.until())));
    }

    private static String moved(Words words, List<CaseControl.Transition> all) {
        long assigned = count(all, "assign");
        long moved = count(all, "reassign");
        return words.say("flow.moved", Map.of("moved", words.number(moved), "assigned", words.number(assigned)));
    }

    private static long count(List<CaseControl.Transition> all, String what) {
        return all.stream()
                .filter(each -> each.what().equals(what))
                .mapToLong(CaseControl.Transition::n)
                .sum();
    }

    private static Row row(Words words, CaseControl.Transition of) {
        boolean few = of.n() < LEAST;
        return new Row(
                words.sayOr("cases.event." + of.what(), "flow.step", Map.of()),
                words.sayOr("cases.state." + of.from(), "cases.state.any", Map.of()),
                words.sayOr("cases.state." + of.to(), "cases.state.any", Map.of()),
                words.number(of.n()),
                few ? words.say("flow.few") : days(of.medianDays()),
                few ? words.say("flow.few") : days(of.meanDays()));
    }

    private static String days(double days) {
        return String.format(Locale.ROOT, "%.1f", days);
    }

    private Future<StaffReply> file(StaffRequest request) {
        CaseControl.Period period = period(request);
        return doors.cases().control().flow(period).map(all -> csv(period, all));
    }

    /** With keys, not names: a file is read by programs. */
    private static StaffReply csv(CaseControl.Period period, List<CaseControl.Transition> all) {
        List<String> heads = List.of("from_day", "until_day", "step", "from", "to", "n", "median_days", "mean_days");
        return StaffReply.csv("flow-" + period.from() + "-" + period.until() + ".csv", heads, csv -> {
            for (CaseControl.Transition each : all) {
                csv.text(period.from().toString())
                        .text(period.until().toString())
                        .text(each.what())
                        .text(each.from())
                        .text(each.to())
                        .number(each.n());
                if (each.n() < LEAST) {
                    csv.text("small_cell").text("small_cell");
                } else {
                    csv.number(each.medianDays());
                    csv.number(each.meanDays());
                }
                csv.endRow();
            }
        });
    }
}
