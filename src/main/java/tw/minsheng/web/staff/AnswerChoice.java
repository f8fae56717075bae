package tw.minsheng.web.staff;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Outcome;
import tw.minsheng.collect.Wave;
import tw.minsheng.kernel.Problem;

/**
 * The answers that a page is about: one set, one wave.
 *
 * @param count complete answers among them
 * @param waves of the set, the newest first
 * @param sets that can be chosen
 */
record AnswerChoice(SurveyReports.Selection selection, long count, List<Wave> waves, List<DataSet> sets) {

    AnswerChoice {
        waves = List.copyOf(waves);
        sets = List.copyOf(sets);
    }

    /** The answers in the address; without one the live ones of the newest wave, in a demonstration those it has. */
    static Future<AnswerChoice> of(StaffRequest request, StaffDoors doors, StaffSetup setup) {
        String id = request.surveyId();
        return ShownSets.of(request, doors, setup).compose(sets -> {
            DataSet set = request.query("set").isEmpty() ? sets.get(0) : set(request.query("set"));
            return doors.waves().of(id, set).compose(waves -> {
                String wave = wave(request.query("wave"), waves);
                return doors.responses()
                        .counts(id, set)
                        .map(counts -> new AnswerChoice(
                                new SurveyReports.Selection(id, wave, set),
                                new Tally(counts).ofWave(wave).number(Outcome.COMPLETE),
                                waves,
                                sets));
            });
        });
    }

    /** @throws Problem BAD_REQUEST when there is no such set; the live one for "" */
    static DataSet set(String code) {
        return List.of(DataSet.values()).stream()
                .filter(set -> set.code().equals(code.isEmpty() ? "live" : code))
                .findFirst()
                .orElseThrow(() -> Problem.of(Problem.Kind.BAD_REQUEST, "request.bad"));
    }

    /** @throws Problem BAD_REQUEST when this cannot be the code of a wave */
    static String wave(String code) {
        return Optional.of(code)
                .filter(given -> given.matches("[0-9A-Za-z._-]{0,20}"))
                .orElseThrow(() -> Problem.of(Problem.Kind.BAD_REQUEST, "request.bad"));
    }

    /**
     * The wave that was asked for, or the newest.
     *
     * @throws Problem NOT_FOUND when the survey has waves, but not this one
     */
    private static String wave(String asked, List<Wave> waves) {
        if (asked.isEmpty()) {
            return waves.stream().findFirst().map(Wave::code).orElse("");
        }
        if (!waves.isEmpty() && waves.stream().noneMatch(wave -> wave.code().equals(asked))) {
            throw Problem.notFound("wave", asked);
        }
        return wave(asked);
    }

    /** Set and wave as they stand in an address. */
    String query() {
        return query(selection.set(), selection.wave());
    }

    private static String query(DataSet set, String wave) {
        return "set=" + set.code() + (wave.isEmpty() ? "" : "&wave=" + wave);
    }

    /** The same page for other answers; empty where there are none. */
    List<ResultPages.Choice> others(StaffRequest request) {
        Words words = request.words();
        List<ResultPages.Choice> choices = new ArrayList<>();
        if (sets.size() > 1) {
            for (DataSet set : sets) {
                boolean current = set == selection.set();
                choices.add(new ResultPages.Choice(
                        words.say("set." + set.code()), request.pathOnly() + "?" + query(set, ""), current));
            }
        }
        if (waves.size() > 1) {
            for (Wave wave : waves) {
                boolean current = wave.code().equals(selection.wave());
                choices.add(new ResultPages.Choice(
                        words.say("wave.named", Map.of("wave", wave.code())),
                        request.pathOnly() + "?" + query(selection.set(), wave.code()),
                        current));
            }
        }
        return choices;
    }
}
