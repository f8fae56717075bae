package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tw.minsheng.kernel.Problem;
import tw.minsheng.panel.Expert;
import tw.minsheng.panel.PanelDesk;
import tw.minsheng.panel.Seat;
import tw.minsheng.security.Permission;

/** One expert of a round: what was mistyped about her is mended, and her link is withdrawn once it was said what that means. */
final class PanelExpertPages {

    private static final String PATH = PanelPages.PATH + "/:round/experts/:expert";

    private final StaffDoors doors;
    private final Pages pages;

    PanelExpertPages(StaffDoors doors, Pages pages) {
        this.doors = doors;
        this.pages = pages;
    }

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(
                        PATH,
                        Permission.DECIDE_ITEMS,
                        request -> seated(request, seat -> page(request, seat, 200, Map.of()))),
                StaffRoute.post(
                        PATH, Permission.DECIDE_ITEMS, request -> seated(request, seat -> change(request, seat))));
    }

    private PanelDesk desk() {
        return doors.panel().desk();
    }

    /** Fails with not found when the survey has no such round, or the round no such expert. */
    private Future<StaffReply> seated(StaffRequest request, Function<Seat, Future<StaffReply>> answer) {
        return desk().round(request.surveyId(), request.path("round"))
                .compose(desk()::seats)
                .map(seats -> seats.stream()
                        .filter(seat -> Long.toString(seat.expert().id()).equals(request.path("expert")))
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("expert", request.path("expert"))))
                .compose(answer);
    }

    private static String path(StaffRequest request, Seat seat) {
        return PanelPages.base(request) + "/" + seat.round().id();
    }

    private Future<StaffReply> page(StaffRequest request, Seat seat, int status, Map<String, String> errors) {
        Expert expert = seat.expert();
        return pages.show(
                request,
                status,
                "panelexpert",
                new PanelViews.OfExpert(
                        path(request, seat),
                        path(request, seat) + "/experts/" + expert.id(),
                        request.words()
                                .say("panel.round", Map.of("n", seat.round().number())),
                        expert.name(),
                        seat.round().isOpen(request.now()),
                        expert.withdrawn(),
                        PanelWords.typed(request, "name", expert.name()),
                        PanelWords.typed(request, "affiliation", expert.affiliation()),
                        PanelWords.typed(request, "email", expert.email()),
                        errors));
    }

    private Future<StaffReply> change(StaffRequest request, Seat seat) {
        return switch (request.field("act")) {
            case "edit" ->
                desk().edit(
                                seat.round(),
                                seat.expert().id(),
                                Expert.asked(
                                        request.field("name"), request.field("affiliation"), request.field("email")),
                                request.actOnSurvey())
                        .map(done -> done(request, seat, "edit"))
                        .recover(failure -> PanelPages.said(doors, request, failure)
                                .map(errors -> page(request, seat, PanelPages.status(failure), errors))
                                .orElseGet(() -> Future.failedFuture(failure)));
            case "withdraw" ->
                desk().withdraw(seat.round(), seat.expert().id(), request.actOnSurvey())
                        .map(done -> done(request, seat, "withdraw"));
            default -> Future.failedFuture(Problem.of(Problem.Kind.BAD_REQUEST, "request.bad"));
        };
    }

    private static StaffReply done(StaffRequest request, Seat seat, String done) {
        return new StaffReply.SeeOther(path(request, seat) + "?done=" + done);
    }
}
