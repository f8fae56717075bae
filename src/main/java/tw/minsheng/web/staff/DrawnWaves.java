package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Surveys;
import tw.minsheng.collect.Wave;
import tw.minsheng.kernel.Problem;

/** Which wave a page about a draw shows: each can be looked at, only the one that is asked in, or was last, is worked in. */
record DrawnWaves(StaffDoors doors) {

    /** The wave in the address, without one the one that is worked in; fails with {@code not_found} when there is no such wave. */
    Future<Optional<DrawnWave>> asked(StaffRequest request) {
        String asked = request.query("wave");
        return doors.surveys()
                .find(request.surveyId(), DataSet.LIVE)
                .map(found -> found.map(offer -> new DrawnWave(offer, false)))
                .compose(
                        newest -> asked.isEmpty() || newest.map(DrawnWave::code).equals(Optional.of(asked))
                                ? Future.succeededFuture(newest)
                                : past(request.surveyId(), asked).map(Optional::of));
    }

    private Future<DrawnWave> past(String survey, String code) {
        return doors.waves().of(survey, DataSet.LIVE).compose(waves -> {
            Wave wave = waves.stream()
                    .filter(each -> each.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> Problem.notFound("wave", ""));
            return doors.surveys()
                    .version(survey, wave.version(), DataSet.LIVE)
                    .map(found -> new DrawnWave(
                            new Surveys.Offer(found.orElseThrow(() -> Problem.notFound("wave", "")), wave), true));
        });
    }

    /** The wave in the address, to change something; fails with {@code sample.past} (conflict) when it can only be looked at. */
    Future<Optional<DrawnWave>> worked(StaffRequest request) {
        return asked(request)
                .compose(wave -> wave.filter(DrawnWave::past).isPresent()
                        ? Future.failedFuture(Problem.of(Problem.Kind.CONFLICT, "sample.past.changed"))
                        : Future.succeededFuture(wave));
    }

    /** The same page for the other waves; empty where there is one. */
    Future<List<ResultPages.Choice>> choices(StaffRequest request, String base, Optional<DrawnWave> shown) {
        String current = shown.map(DrawnWave::code).orElse("");
        return doors.waves()
                .of(request.surveyId(), DataSet.LIVE)
                .map(waves -> waves.size() < 2
                        ? List.of()
                        : waves.stream()
                                .map(wave -> new ResultPages.Choice(
                                        request.words().say("wave.named", Map.of("wave", wave.code())),
                                        base + "?wave=" + wave.code(),
                                        wave.code().equals(current)))
                                .toList());
    }

    /** Words about a wave that can only be looked at, "" for the one that is worked in. */
    static String past(Words words, DrawnWave wave) {
        return wave.past() ? words.say("sample.past", Map.of("wave", wave.code())) : "";
    }

    /** Where a page goes after something was done, in the wave of its address. */
    static String back(StaffRequest request, String base, String done) {
        String wave = request.query("wave");
        return base + "?done=" + done + (wave.isEmpty() ? "" : "&wave=" + wave);
    }
}
