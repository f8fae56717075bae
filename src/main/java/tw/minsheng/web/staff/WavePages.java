package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Wave;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.RepublicYear;
import tw.minsheng.security.Permission;
import tw.minsheng.web.TypedDay;

/** Opening and closing waves (調查波次); a closed wave can be opened again, which is the way back. */
public final class WavePages {

    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,19}");

    private final StaffDoors doors;
    private final Pages pages;

    WavePages(StaffDoors doors, Pages pages) {
        this.doors = doors;
        this.pages = pages;
    }

    /**
     * @param rows the newest first
     * @param open code of the open wave, "" when none is
     * @param confirm code of the wave about to be closed, "" when none is
     * @param code what stands in the field for a new wave
     * @param last what stands in the field for its last day
     * @param done what was just done, a message, "" when nothing
     * @param errors by field, in words
     */
    public record Waves(
            String base,
            List<SurveyPages.WaveRow> rows,
            String open,
            String confirm,
            String code,
            String last,
            String done,
            Map<String, String> errors) {}

    List<StaffRoute> routes() {
        return List.of(
                StaffRoute.get("/agency/surveys/:survey/waves", Permission.CHANGE_WAVES, this::show),
                StaffRoute.post("/agency/surveys/:survey/waves", Permission.CHANGE_WAVES, this::change));
    }

    private Future<StaffReply> show(StaffRequest request) {
        String done = request.query("done");
        String message = List.of("open", "close", "reopen").contains(done)
                ? request.words().say("waves.done." + done)
                : "";
        return doors.waves().of(request.surveyId(), DataSet.LIVE).compose(waves -> {
            List<String> codes = waves.stream().map(Wave::code).toList();
            int year = RepublicYear.of(
                    LocalDate.ofInstant(request.now(), request.words().zone()));
            while (codes.contains(Integer.toString(year))) {
                year++;
            }
            return page(request, 200, Integer.toString(year), "", message, Map.of());
        });
    }

    private Future<StaffReply> page(
            StaffRequest request, int status, String code, String last, String done, Map<String, String> errors) {
        String id = request.surveyId();
        return doors.waves()
                .of(id, DataSet.LIVE)
                .compose(waves -> doors.responses().counts(id, DataSet.LIVE).compose(counts -> {
                    Tally tally = new Tally(counts);
                    String open = waves.stream()
                            .filter(Wave::open)
                            .map(Wave::code)
                            .findFirst()
                            .orElse("");
                    String confirm = request.query("close").equals(open) ? open : "";
                    List<SurveyPages.WaveRow> rows = waves.stream()
                            .map(wave -> SurveyPages.waveRow(request.words(), wave, tally.ofWave(wave.code()), request))
                            .toList();
                    String base = "/agency/surveys/" + id;
                    return pages.show(
                            request, status, "waves", new Waves(base, rows, open, confirm, code, last, done, errors));
                }));
    }

    private Future<StaffReply> change(StaffRequest request) {
        if (!request.survey().published()) {
            return Future.failedFuture(Problem.notFound("survey", request.surveyId()));
        }
        String code = request.field("code").strip();
        return switch (request.field("act")) {
            case "close" -> close(request, code);
            case "open" -> open(request, code, request.field("last").strip());
            default -> Future.failedFuture(Problem.of(Problem.Kind.BAD_REQUEST, "request.bad"));
        };
    }

    private Future<StaffReply> close(StaffRequest request, String code) {
        return doors.waves()
                .close(request.actOnSurvey(), request.surveyId(), DataSet.LIVE, code)
                .map(closed -> back(request, "close"));
    }

    private Future<StaffReply> open(StaffRequest request, String code, String last) {
        Words words = request.words();
        if (!CODE.matcher(code).matches()) {
            return page(request, 422, code, last, "", Map.of("code", words.say("waves.error.code")));
        }
        Optional<Instant> closes = closes(request, last);
        if (closes.isEmpty()) {
            return page(request, 422, code, last, "", Map.of("last", words.say("waves.error.last")));
        }
        return doors.waves().of(request.surveyId(), DataSet.LIVE).compose(waves -> {
            boolean isNew = waves.stream().noneMatch(wave -> wave.code().equals(code));
            return isNew || !request.field("again").isEmpty()
                    ? opened(request, code, last, closes.get())
                    : page(request, 422, code, last, "", Map.of("code", words.say("waves.error.exists")));
        });
    }

    private Future<StaffReply> opened(StaffRequest request, String code, String last, Instant closes) {
        Words words = request.words();
        return doors.waves()
                .open(request.actOnSurvey(), request.surveyId(), DataSet.LIVE, code, closes)
                .map(opened -> back(request, request.field("again").isEmpty() ? "open" : "reopen"))
                .recover(failure -> failure instanceof Problem problem && problem.kind() == Problem.Kind.CONFLICT
                        ? page(request, 422, code, last, "", Map.of("code", words.say("waves.error.open")))
                        : Future.failedFuture(failure));
    }

    /** The end of the last day; without a day there is no planned end. Empty when it is no day, or not in the future. */
    private static Optional<Instant> closes(StaffRequest request, String last) {
        if (last.isEmpty()) {
            return Optional.of(Wave.NO_END);
        }
        try {
            Instant end = TypedDay.parse(last)
                    .plusDays(1)
                    .atStartOfDay(request.words().zone())
                    .toInstant();
            return end.isAfter(request.now()) && end.isBefore(Wave.NO_END) ? Optional.of(end) : Optional.empty();
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static StaffReply back(StaffRequest request, String done) {
        return new StaffReply.SeeOther("/agency/surveys/" + request.surveyId() + "/waves?done=" + done);
    }
}
