package tw.minsheng;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Wave;
import tw.minsheng.collect.Waves;
import tw.minsheng.kernel.Act;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.ResultTable.Entry;
import tw.minsheng.report.SmallSurvey;
import tw.minsheng.report.expert.RetestTables;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Version;
import tw.minsheng.web.staff.SurveyReports.Selection;

/** A report is paired with the wave before the one it is about. */
class RetestOfReportTest {

    private static final Survey CODED =
            SmallSurvey.changed("overall:", "retest: {code: note}\noverall:", SmallSurvey.CONVENIENCE);

    /** 115, 114 and 113, the newest in front. */
    private record Known(List<String> codes) implements Waves {
        @Override
        public Future<List<Wave>> of(String survey, DataSet set) {
            return Future.succeededFuture(codes.stream()
                    .map(code -> new Wave(survey, code, set, new Version(1, 0, 0), Instant.EPOCH, Wave.NO_END, false))
                    .toList());
        }

        @Override
        public Future<Wave> open(Act act, String survey, DataSet set, String code, Instant closes) {
            throw new IllegalStateException("only asked");
        }

        @Override
        public Future<Wave> close(Act act, String survey, DataSet set, String code) {
            throw new IllegalStateException("only asked");
        }
    }

    private static String paired(Survey survey, String wave, long pairs, String... codes) {
        RetestOfReport retest = new RetestOfReport(
                new Known(List.of(codes)),
                (id, set, first, second) -> Future.succeededFuture(new RetestTables(
                        new ResultTable(
                                "T4.12.waves",
                                List.of("wave", "paired"),
                                List.of(
                                        List.of(Entry.text(first), Entry.count(pairs)),
                                        List.of(Entry.text(second), Entry.count(pairs)))),
                        RetestTables.NOTHING)));
        List<ResultTable> tables = retest.of(survey, new Selection(survey.id(), wave, DataSet.LIVE))
                .result();
        return tables.isEmpty()
                ? ""
                : tables.get(0).text(0, "wave") + " " + tables.get(0).text(1, "wave");
    }

    @Test
    void theWaveBeforeIsTaken() {
        assertEquals("113 114", paired(CODED, "114", 9, "115", "114", "113"));
        assertEquals("114 115", paired(CODED, "", 9, "115", "114", "113"));
    }

    @Test
    void nothingIsPairedWhereThereIsNothing() {
        assertEquals("", paired(CODED, "113", 9, "115", "114", "113"), "the first wave");
        assertEquals("", paired(CODED, "114", 0, "115", "114", "113"), "nobody answered both");
        assertEquals("", paired(CODED, "112", 9, "115", "114"), "no such wave");
        assertEquals("", paired(SmallSurvey.with(SmallSurvey.CONVENIENCE), "115", 9, "115", "114"), "no code");
    }
}
