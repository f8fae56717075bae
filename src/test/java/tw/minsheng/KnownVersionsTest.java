package tw.minsheng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tw.minsheng.collect.AnswerSheet;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Display;
import tw.minsheng.collect.Finish;
import tw.minsheng.collect.MemoryStore;
import tw.minsheng.collect.Outcome;
import tw.minsheng.collect.Published;
import tw.minsheng.collect.Responses;
import tw.minsheng.collect.Samples;
import tw.minsheng.collect.Source;
import tw.minsheng.collect.Wave;
import tw.minsheng.invite.MemoryInvitations;
import tw.minsheng.invite.draw.MemoryDrawnEnds;
import tw.minsheng.invite.draw.MemorySampleDraws;
import tw.minsheng.invite.onsite.MemoryOnsitePlans;
import tw.minsheng.invite.onsite.OnsiteDesk;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;
import tw.minsheng.panel.Evidence;
import tw.minsheng.report.Facts;
import tw.minsheng.report.ReportPress;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Version;
import tw.minsheng.typeface.Typefaces;
import tw.minsheng.web.staff.SurveyReports;

class KnownVersionsTest {

    private static final Version FIRST = new Version(1, 0, 0);
    private static final Version NEXT = new Version(1, 1, 0);
    private static final Published PUBLISHED = Samples.published(Samples.counter("counter", FIRST));
    private static final Published DRAFT =
            Samples.published(Samples.counter("counter", NEXT).asDraft());

    @Test
    void aSurveyWithoutAPublishedVersionHasNoLiveAnswers() {
        Problem problem =
                assertThrows(Problem.class, () -> KnownVersions.among(List.of(DRAFT), selection(DataSet.LIVE)));
        assertEquals(Problem.Kind.NOT_FOUND, problem.kind());
    }

    /** The page on which items are decided opens for a draft, too: experts have looked at it before it goes out. */
    @Test
    void nothingIsProposedForADraft() throws Exception {
        Vertx vertx = Vertx.vertx();
        Clock clock = Clock.fixed(Instant.parse("2026-11-20T02:00:00Z"), ZoneOffset.UTC);
        MemoryStore store = new MemoryStore(clock);
        MemorySampleDraws draws = new MemorySampleDraws(new MemoryInvitations());
        store.publish(DRAFT);
        try {
            SurveyReports reports = new ServerReports(
                    vertx,
                    new ReportPress(new Typefaces()),
                    "0.1.0",
                    store,
                    store,
                    new DrawnWeights(new OnsiteDesk(new MemoryOnsitePlans()), draws),
                    new DrawnContacts(store, new MemoryDrawnEnds(draws), draws),
                    survey -> Facts.NONE,
                    survey -> Future.succeededFuture(Evidence.none(survey)),
                    new RetestOfReport(store, new ServerRetests(vertx, store, store)),
                    clock,
                    ZoneOffset.UTC);
            assertEquals(
                    List.of(),
                    reports.proposals(new SurveyReports.Selection("counter", "", DataSet.LIVE), Language.ZH_TW)
                            .await(10, TimeUnit.SECONDS));
        } finally {
            vertx.close().await(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void theColumnsOfADraftAreNoneOfTheLiveAnswers() {
        List<Published> all = List.of(PUBLISHED, DRAFT);
        assertEquals(
                List.of(PUBLISHED),
                KnownVersions.among(all, selection(DataSet.LIVE)).versions());
        assertEquals(all, KnownVersions.among(all, selection(DataSet.TEST)).versions());
    }

    /** Somebody tried out a draft, which was then given another number. */
    @Test
    void trialAnswersToAFormerDraftArePassedOver() {
        KnownVersions known = KnownVersions.among(List.of(PUBLISHED), selection(DataSet.TEST));
        assertEquals(
                List.of(FIRST),
                known.sheets(List.of(stored(FIRST), stored(NEXT))).stream()
                        .map(AnswerSheet::version)
                        .toList());
    }

    @Test
    void answersGoOutPieceByPieceAndAreCounted() throws Exception {
        Vertx vertx = Vertx.vertx();
        Buffer file = Buffer.buffer();
        long[] told = {0};
        try {
            Responses responses = kept(List.of(stored(FIRST), stored(NEXT), stored(FIRST)));
            long rows = new AnswerPieces(
                            responses,
                            new DrawnWeights(
                                    new OnsiteDesk(new MemoryOnsitePlans()),
                                    new MemorySampleDraws(new MemoryInvitations())),
                            vertx.createSharedWorkerExecutor("pieces"))
                    .write(
                            KnownVersions.among(List.of(PUBLISHED), selection(DataSet.TEST)),
                            piece -> {
                                file.appendBuffer(piece);
                                return Future.succeededFuture();
                            },
                            done -> told[0] = done)
                    .await(10, TimeUnit.SECONDS);
            assertEquals(2, rows);
            assertEquals(2, told[0]);
            assertEquals(3, file.toString(StandardCharsets.UTF_8).lines().count());
        } finally {
            vertx.close().await(10, TimeUnit.SECONDS);
        }
    }

    private static Responses kept(List<Responses.Stored> answers) throws Exception {
        Clock clock = Clock.fixed(Instant.parse("2026-11-20T02:00:00Z"), ZoneOffset.UTC);
        MemoryStore store = new MemoryStore(clock);
        store.publish(PUBLISHED);
        Wave opened = store.open(new Act("test", "", clock.instant()), "counter", DataSet.TEST, "114", Wave.NO_END)
                .await(10, TimeUnit.SECONDS);
        for (Responses.Stored each : answers) {
            Finish finish = new Finish(
                    each.id().toString(), "mac", "receipt", Finish.DraftRef.NONE, each.sheet(), List.of(), List.of());
            assertEquals(
                    opened.code(),
                    store.finish(finish).await(10, TimeUnit.SECONDS).wave());
        }
        return store;
    }

    private static Responses.Selection selection(DataSet set) {
        return new Responses.Selection("counter", "", set);
    }

    private static Responses.Stored stored(Version version) {
        return new Responses.Stored(
                UUID.randomUUID(),
                new AnswerSheet(
                        "counter",
                        version,
                        "ab".repeat(32),
                        "114",
                        DataSet.TEST,
                        Source.OPEN,
                        Survey.Mode.WEB,
                        Display.ITEMS,
                        Language.ZH_TW,
                        1,
                        "",
                        LocalDate.of(2026, 11, 20),
                        Map.of(),
                        Outcome.COMPLETE,
                        Map.of()));
    }
}
