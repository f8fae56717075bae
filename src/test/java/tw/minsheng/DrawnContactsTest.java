package tw.minsheng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.vertx.core.Future;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Outcome;
import tw.minsheng.collect.Responses;
import tw.minsheng.collect.Source;
import tw.minsheng.invite.draw.DrawnEnds;
import tw.minsheng.invite.draw.Ending;
import tw.minsheng.invite.draw.Ends;
import tw.minsheng.report.Facts;
import tw.minsheng.survey.Survey;

/** The table of contacts of a report, where its facts file gives none. */
class DrawnContactsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-20");

    private static DrawnContacts of(Ends ends) {
        List<Responses.Count> counts = List.of(
                new Responses.Count("115", Survey.Mode.WEB, Source.DRAWN, DAY, Outcome.COMPLETE, 40),
                new Responses.Count("115", Survey.Mode.WEB, Source.DRAWN, DAY, Outcome.SCREENED_OUT, 3),
                new Responses.Count("115", Survey.Mode.WEB, Source.OPEN, DAY, Outcome.COMPLETE, 99),
                new Responses.Count("114", Survey.Mode.WEB, Source.DRAWN, DAY, Outcome.COMPLETE, 70));
        return new DrawnContacts(
                door(Responses.class, "counts", Future.succeededFuture(counts)),
                door(DrawnEnds.class, "ends", Future.succeededFuture(ends)));
    }

    private static <T> T door(Class<T> type, String method, Object answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, args) -> {
            assertEquals(method, called.getName());
            return answer;
        }));
    }

    private static Facts.Dispositions told(Ends ends, String wave, DataSet set) {
        return of(ends).of(new Responses.Selection("s", wave, set)).result();
    }

    @Test
    void whoIsNotHeardOfIsWhatIsLeft() {
        Ends ends = new Ends(100, Map.of(Ending.R, 5L, Ending.NC, 2L, Ending.UO, 1L));
        assertEquals(new Facts.Dispositions(40, 0, 5, 2, 0, 0, 50, 3), told(ends, "115", DataSet.LIVE));
        assertEquals(100, told(ends, "115", DataSet.LIVE).contacts());
    }

    @Test
    void severalWavesTestAnswersAndNobodyDrawnHaveNone() {
        Ends ends = new Ends(100, Map.of());
        assertSame(Facts.Dispositions.NONE, told(ends, "", DataSet.LIVE));
        assertSame(Facts.Dispositions.NONE, told(ends, "115", DataSet.DEMO));
        assertSame(Facts.Dispositions.NONE, told(Ends.NONE, "115", DataSet.LIVE));
    }

    @Test
    void theFactsFileHasTheLastWord() {
        Facts.Dispositions counted = new Facts.Dispositions(1, 0, 0, 0, 0, 0, 9, 0);
        assertEquals(counted, Facts.NONE.with(counted).dispositions());
        Facts.Dispositions other = new Facts.Dispositions(2, 0, 0, 0, 0, 0, 8, 0);
        assertEquals(counted, Facts.NONE.with(counted).with(other).dispositions());
    }
}
