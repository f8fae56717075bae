package tw.minsheng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.vertx.core.Future;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Outcome;
import tw.minsheng.collect.Responses;
import tw.minsheng.collect.Source;
import tw.minsheng.invite.Seed;
import tw.minsheng.invite.draw.DrawnEnds;
import tw.minsheng.invite.draw.DrawnFrame;
import tw.minsheng.invite.draw.Ending;
import tw.minsheng.invite.draw.Ends;
import tw.minsheng.invite.draw.SampleDraw;
import tw.minsheng.invite.draw.SampleDraws;
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
                door(DrawnEnds.class, "ends", Future.succeededFuture(ends)),
                door(SampleDraws.class, "all", Future.succeededFuture(DRAWS)));
    }

    private static <T> T door(Class<T> type, String method, Object answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, args) -> {
            assertEquals(method, called.getName());
            return answer;
        }));
    }

    private static SampleDraw draw(long seed, SampleDraw.State state) {
        DrawnFrame frame = new DrawnFrame(
                1, "名冊", "名冊.csv", DAY, 100, 3_000, List.of("id", "kind"), "id", "ab12", "王", Instant.EPOCH);
        SampleDraw.Rule rule =
                new SampleDraw.Rule("stratified", "equal", 500, 0, new Seed(seed, Seed.Source.MADE), "kind", "");
        return new SampleDraw(1, frame, rule, 500, "cd34", "{}", DAY, "王", Instant.EPOCH, state, "", GROUPS);
    }

    private static final List<SampleDraw.Group> GROUPS = List.of(
            new SampleDraw.Group("rent", 2_000, 250, 8, false), new SampleDraw.Group("loan", 1_000, 250, 4, false));

    private static final List<SampleDraw> DRAWS =
            List.of(draw(8, SampleDraw.State.DISCARDED), draw(7, SampleDraw.State.INVITED));

    private static DrawnContacts.Told all(Ends ends, String wave, DataSet set) {
        return of(ends).of(new Responses.Selection("s", wave, set)).result();
    }

    private static Facts.Dispositions told(Ends ends, String wave, DataSet set) {
        return all(ends, wave, set).ends();
    }

    /** The draw whose people were invited, and nobody's name; what the facts say of it themselves comes first. */
    @Test
    void theDrawIsToldWithWhatRepeatsIt() {
        DrawnContacts.Told told = all(new Ends(500, Map.of()), "115", DataSet.LIVE);
        assertEquals(
                "minsheng sample draw --design stratified --size 500 --seed 7 --strata kind --allocation equal; "
                        + "SHA-256 ab12; " + DAY,
                told.in(Facts.NONE).text("draw"));
        assertEquals(500, told.in(Facts.NONE).dispositions().contacts());
        assertEquals(
                new Facts.Drawn("equal", Map.of("rent", 250L, "loan", 250L)),
                told.in(Facts.NONE).drawn());
        assertEquals("by lot", told.in(Facts.NONE.withText("draw", "by lot")).text("draw"));
        assertEquals("", all(Ends.NONE, "", DataSet.LIVE).in(Facts.NONE).text("draw"));
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
