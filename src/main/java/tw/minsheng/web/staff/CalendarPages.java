package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.CalendarDesk;
import tw.minsheng.petition.OfficeCalendars;
import tw.minsheng.security.Agency;
import tw.minsheng.security.AgencyTree;
import tw.minsheng.security.Permission;
import tw.minsheng.security.Rights;
import tw.minsheng.web.TypedDay;

/** The office calendar and what was closed locally (颱風停班); heads at the top of the tree write closures down. */
final class CalendarPages {

    private static final String PATH = "/agency/cases/calendar";
    private static final List<String> PARTS = List.of("day", "morning", "afternoon");

    private final StaffDoors doors;
    private final Pages pages;

    CalendarPages(StaffDoors doors, Pages pages) {
        this.doors = doors;
        this.pages = pages;
    }

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(PATH, Permission.SEE_CASES, this::show),
                StaffRoute.post(PATH, Permission.DECIDE_CASES, this::change));
    }

    private CalendarDesk calendars() {
        return doors.cases().calendars();
    }

    /** What every list of cases says 90 days before the calendar ends, "" before. */
    static String warning(StaffRequest request, CaseDoors cases) {
        LocalDate until = cases.calendars().coversUntil();
        return cases.calendars().endsSoon(today(request))
                ? request.words()
                        .say("calendar.ends", Map.of("day", request.words().day(until)))
                : "";
    }

    private static LocalDate today(StaffRequest request) {
        return LocalDate.ofInstant(request.now(), request.words().zone());
    }

    /** A closure moves the due dates of the whole city, so that no unit below writes one down. */
    private static boolean may(StaffRequest request) {
        String own = request.account().agency();
        boolean top = own.equals(AgencyTree.ROOT)
                || request.tree()
                        .find(own)
                        .map(Agency::parent)
                        .filter(AgencyTree.ROOT::equals)
                        .isPresent();
        return top && Rights.has(request.account(), Permission.DECIDE_CASES);
    }

    private Future<StaffReply> show(StaffRequest request) {
        String done = request.query("done");
        boolean known = Set.of("close", "withdraw").contains(done);
        return page(request, 200, Map.of(), known ? request.words().say("calendar.done." + done) : "");
    }

    private Future<StaffReply> page(StaffRequest request, int status, Map<String, String> errors, String done) {
        Words words = request.words();
        return calendars()
                .closures()
                .compose(closures -> pages.show(
                        request,
                        status,
                        "calendar",
                        new CalendarView(
                                calendars().version(),
                                words.day(calendars().coversUntil()),
                                warning(request, doors.cases()),
                                closures.stream().map(each -> row(words, each)).toList(),
                                may(request),
                                districts(request),
                                Stream.concat(
                                                Stream.of(
                                                        new CaseViews.Choice("", words.say("cases.new.choose"), false)),
                                                PARTS.stream().map(part -> choice(request, "part", part)))
                                        .toList(),
                                request.field("day"),
                                request.field("name"),
                                done,
                                errors)));
    }

    private CalendarView.Row row(Words words, OfficeCalendars.Closure closure) {
        return new CalendarView.Row(
                Long.toString(closure.id()),
                words.day(closure.day()),
                closure.district().isEmpty() ? words.say("calendar.everywhere") : district(words, closure.district()),
                words.say("calendar.part." + closure.part()),
                closure.name(),
                closure.actor() + "　" + words.moment(closure.at()));
    }

    private Map<String, LocalizedText> districts() {
        return doors.cases().catalogue().get().districts();
    }

    private String district(Words words, String key) {
        LocalizedText name = districts().get(key);
        return name == null ? key : words.text(name);
    }

    private List<CaseViews.Choice> districts(StaffRequest request) {
        Words words = request.words();
        return Stream.concat(
                        Stream.of(new CaseViews.Choice("", words.say("calendar.everywhere"), false)),
                        districts().keySet().stream()
                                .map(key -> new CaseViews.Choice(
                                        key, district(words, key), key.equals(request.field("district")))))
                .toList();
    }

    private static CaseViews.Choice choice(StaffRequest request, String field, String value) {
        return new CaseViews.Choice(
                value, request.words().say("calendar.part." + value), value.equals(request.field(field)));
    }

    private Future<StaffReply> change(StaffRequest request) {
        if (!may(request)) {
            return Future.failedFuture(Problem.notFound("page", PATH));
        }
        return switch (request.field("act")) {
            case "close" -> close(request);
            case "withdraw" -> withdraw(request);
            default -> Future.failedFuture(Problem.of(Problem.Kind.BAD_REQUEST, "request.bad"));
        };
    }

    private Future<StaffReply> close(StaffRequest request) {
        OfficeCalendars.Closure closure = new OfficeCalendars.Closure(
                0,
                request.field("district"),
                day(request.field("day")),
                request.field("part"),
                request.field("name").strip(),
                "",
                request.now());
        return calendars()
                .close(
                        closure,
                        districts().keySet(),
                        today(request),
                        request.act(request.account().agency()))
                .map(done -> (StaffReply) new StaffReply.SeeOther(PATH + "?done=close"))
                .recover(failure -> failure instanceof Problem problem && problem.kind() == Problem.Kind.INVALID
                        ? page(request, 422, said(request, problem), "")
                        : Future.failedFuture(failure));
    }

    private Map<String, String> said(StaffRequest request, Problem problem) {
        Map<String, String> said = new LinkedHashMap<>();
        problem.faults()
                .forEach(fault -> said.put(
                        fault.place(), doors.cases().words().of(request.words().language(), fault)));
        return said;
    }

    private Future<StaffReply> withdraw(StaffRequest request) {
        String id = request.field("id");
        if (!id.matches("[0-9]{1,18}")) {
            return Future.failedFuture(Problem.notFound("closure", id));
        }
        return calendars()
                .withdraw(Long.parseLong(id), request.act(request.account().agency()))
                .map(new StaffReply.SeeOther(PATH + "?done=withdraw"));
    }

    /** 1970 when it is none, which is out of every range. */
    private static LocalDate day(String typed) {
        try {
            return TypedDay.parse(typed);
        } catch (DateTimeException noDay) {
            return LocalDate.EPOCH;
        }
    }
}
