package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tw.minsheng.invite.onsite.OnsitePlan;
import tw.minsheng.invite.onsite.OnsiteSession;
import tw.minsheng.invite.onsite.Slip;
import tw.minsheng.kernel.Problem;
import tw.minsheng.security.AuditEntry;
import tw.minsheng.security.Permission;
import tw.minsheng.survey.Survey;
import tw.minsheng.web.QrCode;

/** What staff print for the sessions of a wave: slips with the code of the session, and the papers on which visitors are counted. */
final class OnsitePaperPages {

    private static final int USUAL = 30;
    private static final int MOST_ON_A_PAGE = 200;
    private static final int SHOWN = 20;

    private final StaffDoors doors;
    private final StaffSetup setup;
    private final Pages pages;
    private final OnsitePages onsite;

    OnsitePaperPages(StaffDoors doors, StaffSetup setup, Pages pages, OnsitePages onsite) {
        this.onsite = onsite;
        this.doors = doors;
        this.setup = setup;
        this.pages = pages;
    }

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(OnsitePages.PATH + "/sheets", Permission.CHANGE_WAVES, this::sheets),
                StaffRoute.get(OnsitePages.PATH + "/slips/:session", Permission.CHANGE_WAVES, this::slips));
    }

    /** A wave and its plan, which must be there. */
    private record Drawn(OnsiteWave wave, OnsitePlan plan) {}

    /** Prints for the plan of the wave; without one there is the way to it. */
    private interface Print {
        Future<StaffReply> of(Drawn drawn);
    }

    private Future<StaffReply> drawn(StaffRequest request, Print print) {
        return OnsitePages.wave(doors, request)
                .compose(found -> found.map(wave -> doors.invite()
                                .onsite()
                                .desk()
                                .plans()
                                .find(request.surveyId(), wave.code())
                                .map(plan -> plan.map(each -> new Drawn(wave, each))))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())))
                .compose(drawn -> drawn.map(print::of).orElseGet(() -> onsite.show(request)));
    }

    private static String when(Words words, OnsiteSession session) {
        return words.day(session.day()) + "　"
                + words.say("onsite.half." + session.half().key());
    }

    private static String how(Words words, OnsitePlan plan, OnsiteSession session) {
        return words.say("onsite.how", Map.of("start", session.start(), "interval", plan.interval()));
    }

    private Future<StaffReply> sheets(StaffRequest request) {
        return drawn(request, drawn -> {
            Words words = request.words();
            Map<String, String> counters = drawn.wave().counters(words);
            Survey survey = drawn.wave().survey();
            List<OnsiteViews.Sheet> sheets = drawn.plan().sessions().stream()
                    .map(session -> new OnsiteViews.Sheet(
                            session.no(),
                            when(words, session),
                            OnsitePlanView.counter(counters, session),
                            how(words, drawn.plan(), session),
                            IntStream.range(0, SHOWN)
                                    .map(i -> session.start() + i * drawn.plan().interval())
                                    .boxed()
                                    .toList()))
                    .toList();
            return pages.show(
                    request,
                    "onsitesheets",
                    new OnsiteViews.Sheets(
                            OnsitePages.base(request),
                            drawn.wave().query(),
                            words.text(survey.title()),
                            survey.owner().agency(),
                            sheets));
        });
    }

    /** Slips open answers that count as drawn, so whoever prints them is written down. */
    private Future<StaffReply> slips(StaffRequest request) {
        return drawn(request, drawn -> {
            OnsiteSession session = drawn.plan().sessions().stream()
                    .filter(each -> Integer.toString(each.no()).equals(request.path("session")))
                    .findFirst()
                    .orElseThrow(() -> Problem.notFound("page", ""));
            AuditEntry line =
                    AuditEntry.done(request.actOnSurvey(), "onsite.slips", request.surveyId() + " " + session.code());
            return doors.security()
                    .audit()
                    .write(line)
                    .compose(written -> pages.show(request, "onsiteslips", slips(request, drawn, session)));
        });
    }

    private OnsiteViews.Slips slips(StaffRequest request, Drawn drawn, OnsiteSession session) {
        Words words = request.words();
        Survey survey = drawn.wave().survey();
        int n = count(request.query("n"));
        int first = Math.max(1, Math.min(count(request.query("from"), 1), Slip.MOST - n + 1));
        List<OnsiteViews.Slip> slips = IntStream.range(first, first + n)
                .mapToObj(number -> slip(request, drawn, session, number))
                .toList();
        String address = request.absolute(setup.settings().publicUrl(), "/");
        return new OnsiteViews.Slips(
                OnsitePages.base(request),
                drawn.wave().query(),
                words.text(survey.title()),
                Stream.of(survey.owner().agency(), survey.owner().unit())
                        .filter(name -> !name.isEmpty())
                        .reduce((one, other) -> one + "　" + other)
                        .orElse(""),
                survey.owner().phone(),
                when(words, session) + "　" + OnsitePlanView.counter(drawn.wave().counters(words), session),
                how(words, drawn.plan(), session),
                first,
                n,
                address.matches("https?://(127\\.|localhost|\\[::1]).*"),
                slips);
    }

    private OnsiteViews.Slip slip(StaffRequest request, Drawn drawn, OnsiteSession session, int number) {
        Slip slip = new Slip(request.surveyId(), drawn.wave().code(), session.counter(), session.code(), number);
        String address = request.absolute(
                setup.settings().publicUrl(), doors.invite().onsite().slips().path(slip));
        return new OnsiteViews.Slip(QrCode.of(address), session.code() + " · " + number, address);
    }

    private static int count(String typed) {
        return Math.min(count(typed, USUAL), MOST_ON_A_PAGE);
    }

    private static int count(String typed, int other) {
        return typed.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(typed) : other;
    }
}
