package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Responses;
import tw.minsheng.collect.Source;
import tw.minsheng.invite.Invitations;
import tw.minsheng.invite.draw.DrawnEnds;
import tw.minsheng.invite.draw.Ending;
import tw.minsheng.invite.draw.SampleDraw;
import tw.minsheng.kernel.Problem;
import tw.minsheng.security.Permission;

/** 接觸與回應: how far the people drawn have answered, who is missing, and how it ended with the others. */
final class FieldworkPages {

    private static final String PATH = "/agency/surveys/:survey/fieldwork";
    private static final int MOST_UNITS = 10_000;
    private static final int SHOWN = 10;

    private final StaffDoors doors;
    private final Pages pages;
    private final DrawSheet sheet;

    FieldworkPages(StaffDoors doors, Pages pages) {
        this.doors = doors;
        this.pages = pages;
        this.sheet = new DrawSheet(doors, pages);
    }

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get(PATH, Permission.CHANGE_WAVES, this::show),
                StaffRoute.post(PATH, Permission.CHANGE_WAVES, this::change));
    }

    private DrawnEnds ends() {
        return doors.invite().draw().ends();
    }

    private static String base(StaffRequest request) {
        return "/agency/surveys/" + request.surveyId() + "/fieldwork";
    }

    private Future<StaffReply> show(StaffRequest request) {
        return page(request, 200, "", Map.of());
    }

    private Future<StaffReply> page(StaffRequest request, int status, String units, Map<String, String> errors) {
        return sheet.wave(request)
                .compose(wave -> sheet.waves()
                        .choices(request, base(request), wave)
                        .compose(choices -> sheet.standing(request).compose(draw -> {
                            if (wave.isEmpty()
                                    || draw.filter(FieldworkPages::isInvited).isEmpty()) {
                                return Future.succeededFuture(none(request, wave, choices));
                            }
                            return figures(request, wave.get(), draw.get())
                                    .map(figures -> view(request, wave.get(), choices, figures, units, errors));
                        })))
                .compose(page -> pages.show(request, status, "fieldwork", page));
    }

    /** Why nobody is counted. */
    private static String note(StaffRequest request, Optional<DrawnWave> wave) {
        boolean drawn = wave.map(DrawnWave::isDrawn).orElse(true);
        if (drawn && wave.filter(DrawnWave::past).isPresent()) {
            return request.words()
                    .say("fieldwork.note.past", Map.of("wave", wave.get().code()));
        }
        return request.words()
                .say(
                        drawn
                                ? "fieldwork.note.draw"
                                : "sample.note."
                                        + wave.get().plan().design().name().toLowerCase(Locale.ROOT));
    }

    private static boolean isInvited(SampleDraw draw) {
        return draw.state() == SampleDraw.State.INVITED;
    }

    private static FieldworkViews.Page none(
            StaffRequest request, Optional<DrawnWave> wave, List<ResultPages.Choice> choices) {
        return new FieldworkViews.Page(
                base(request),
                request.words().text(request.survey().newest().survey().title()),
                choices,
                wave.map(DrawnWave::code).orElse(""),
                "",
                "",
                note(request, wave),
                Optional.empty(),
                "",
                "",
                Map.of());
    }

    private static FieldworkViews.Page view(
            StaffRequest request,
            DrawnWave wave,
            List<ResultPages.Choice> choices,
            FieldworkViews.Figures figures,
            String units,
            Map<String, String> errors) {
        String n = request.query("n").matches("\\d{1,9}") ? request.query("n") : "0";
        String done = request.query("done").equals("undo") && n.equals("0") ? "none" : request.query("done");
        return new FieldworkViews.Page(
                base(request),
                request.words().text(wave.survey().title()),
                choices,
                wave.code(),
                wave.query(),
                past(request.words(), wave),
                "",
                Optional.of(figures),
                units,
                errors.isEmpty() && List.of("set", "undo", "none").contains(done)
                        ? request.words().say("fieldwork.done." + done, Map.of("n", n))
                        : "",
                errors);
    }

    /** Late outcomes come in when the next wave is long open: they are written down in the wave that is shown. */
    private static String past(Words words, DrawnWave wave) {
        return wave.past() ? words.say("fieldwork.past", Map.of("wave", wave.code())) : "";
    }

    private Future<FieldworkViews.Figures> figures(StaffRequest request, DrawnWave wave, SampleDraw draw) {
        Invitations.Round round = new Invitations.Round(request.surveyId(), wave.code());
        return doors.responses().counts(request.surveyId(), DataSet.LIVE).compose(counts -> {
            List<Responses.Count> drawn = counts.stream()
                    .filter(count -> count.wave().equals(wave.code()) && count.source() == Source.DRAWN)
                    .toList();
            return doors.invite()
                    .invitations()
                    .progress(round)
                    .compose(progress -> ends().ends(wave.of())
                            .compose(ends -> ends().written(wave.of())
                                    .map(written -> new FieldworkFigures(
                                                    request.words(), wave, draw, new Tally(drawn), progress)
                                            .of(ends, written, request.now()))));
        });
    }

    private Future<StaffReply> change(StaffRequest request) {
        Words words = request.words();
        String typed = request.field("units");
        List<String> units = TypedUnits.of(typed);
        boolean undo = request.field("act").equals("undo");
        if (!undo && !request.field("act").equals("set")) {
            return Future.failedFuture(Problem.of(Problem.Kind.BAD_REQUEST, "request.bad"));
        }
        Optional<Ending> ending = Ending.of(request.field("code")).filter(Ending.written()::contains);
        if (units.isEmpty() || units.size() > MOST_UNITS) {
            String wrong = units.isEmpty() ? "fieldwork.error.units" : "fieldwork.error.many";
            return page(
                    request, 422, typed, Map.of("units", words.say(wrong, Map.of("most", words.number(MOST_UNITS)))));
        }
        if (!undo && ending.isEmpty()) {
            return page(request, 422, typed, Map.of("code", words.say("fieldwork.error.code")));
        }
        return sheet.waves().asked(request).compose(wave -> {
            if (wave.isEmpty()) {
                return show(request);
            }
            return undo
                    ? takeBack(wave.get(), units, request).map(done -> back(request, "undo", done))
                    : write(wave.get(), units, ending.get(), request);
        });
    }

    /** A line is one id first, for ids may have spaces in them; where it is none, spaces stand between ids. */
    private Future<StaffReply> write(DrawnWave wave, List<String> units, Ending ending, StaffRequest request) {
        return ends().write(wave.of(), units, ending, request.actOnSurvey()).compose(strangers -> {
            if (strangers.isEmpty()) {
                return Future.succeededFuture(back(request, "set", units.size()));
            }
            List<String> apart = TypedUnits.apart(units, strangers);
            return apart.equals(units) || apart.size() > MOST_UNITS
                    ? strange(request, strangers)
                    : ends().write(wave.of(), apart, ending, request.actOnSurvey())
                            .compose(still -> still.isEmpty()
                                    ? Future.succeededFuture(back(request, "set", apart.size()))
                                    : strange(request, still));
        });
    }

    private Future<Integer> takeBack(DrawnWave wave, List<String> units, StaffRequest request) {
        List<String> apart = TypedUnits.apart(units, units);
        return ends().takeBack(wave.of(), units, request.actOnSurvey())
                .compose(done -> done == units.size() || apart.equals(units) || apart.size() > MOST_UNITS
                        ? Future.succeededFuture(done)
                        : ends().takeBack(wave.of(), apart, request.actOnSurvey())
                                .map(more -> done + more));
    }

    private Future<StaffReply> strange(StaffRequest request, List<String> strangers) {
        return page(request, 422, request.field("units"), Map.of("units", strangers(request.words(), strangers)));
    }

    private static StaffReply back(StaffRequest request, String done, int n) {
        return new StaffReply.SeeOther(DrawnWaves.back(request, base(request), done) + "&n=" + n);
    }

    private static String strangers(Words words, List<String> strangers) {
        List<String> named =
                strangers.stream().limit(SHOWN).map(TypedUnits::told).toList();
        return words.say(
                strangers.size() > SHOWN ? "fieldwork.error.strangers.more" : "fieldwork.error.strangers",
                Map.of(
                        "units", String.join(words.say("list.comma"), named),
                        "n", words.number(strangers.size())));
    }
}
