package tw.minsheng;

import io.vertx.core.Future;
import java.util.List;
import java.util.stream.IntStream;
import tw.minsheng.collect.Wave;
import tw.minsheng.collect.Waves;
import tw.minsheng.report.ResultTable;
import tw.minsheng.survey.Survey;
import tw.minsheng.web.staff.Retests;
import tw.minsheng.web.staff.SurveyReports.Selection;

/** T4.12 of a report: the wave that is reported beside the one before it, where the same people answered both. */
record RetestOfReport(Waves waves, Retests retests) {

    /** None in a survey without a code for retests, for its first wave, and where nobody is found in both. */
    Future<List<ResultTable>> of(Survey survey, Selection selection) {
        if (survey.retestCode().isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        return waves.of(survey.id(), selection.set()).compose(known -> {
            int reported = place(known, selection.wave());
            if (reported < 0 || reported + 1 >= known.size()) {
                return Future.succeededFuture(List.of());
            }
            return retests.of(
                            survey.id(),
                            selection.set(),
                            known.get(reported + 1).code(),
                            known.get(reported).code())
                    .map(tables -> tables.waves().count(0, "paired") == 0
                            ? List.<ResultTable>of()
                            : List.of(tables.waves(), tables.measures()));
        });
    }

    /** A report of every wave is about the newest one; the list has it in front. */
    private static int place(List<Wave> known, String wave) {
        return wave.isEmpty()
                ? 0
                : IntStream.range(0, known.size())
                        .filter(i -> known.get(i).code().equals(wave))
                        .findFirst()
                        .orElse(-1);
    }
}
