package tw.minsheng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tw.minsheng.calendar.ProductCalendar;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.imports.CaseField;
import tw.minsheng.petition.imports.CaseLedger;
import tw.minsheng.petition.imports.LedgerCase;
import tw.minsheng.report.ReportPress;
import tw.minsheng.typeface.Typefaces;
import tw.minsheng.web.staff.CaseReports;

/** Kept cases become the same results, pages and files as a file of cases does. */
class ServerCaseReportsTest {

    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final CaseReports.Names NAMES = (keeper, agency, field, word) -> word.equals("road") ? "道路" : word;

    private final Vertx vertx = Vertx.vertx();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T02:00:00Z"));
    private final AtomicInteger reads = new AtomicInteger();
    private final CaseReports reports = new ServerCaseReports(
            vertx,
            new ReportPress(new Typefaces()),
            ledger(),
            new NoTexts(),
            ProductCalendar.read()::days,
            "0.1.0",
            clock(),
            TAIPEI);

    @AfterEach
    void close() {
        vertx.close().await();
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return TAIPEI;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }

    private CaseLedger ledger() {
        return new CaseLedger() {
            @Override
            public Map<String, Long> read(Period period, Reader reader) {
                return ServerCaseReportsTest.this.read(period, reader);
            }

            @Override
            public boolean tidy() {
                return false;
            }
        };
    }

    /**
     * 40 own cases of the key road, every second one closed after two days; 20 imported ones; one that was received long before
     * and is open.
     */
    private Map<String, Long> read(CaseLedger.Period period, CaseLedger.Reader reader) {
        reads.incrementAndGet();
        for (int i = 0; i < 40; i++) {
            reader.read(one(CaseLedger.Keeper.OWN, i, "road", i % 2 == 0), WORDS::get);
        }
        for (int i = 0; i < 20; i++) {
            if (!FIRST.plusDays(i).isAfter(period.until())) {
                reader.read(one(CaseLedger.Keeper.IMPORTED, i, i < 3 ? "噪音" : "道路", true), WORDS::get);
            }
        }
        reader.read(one(CaseLedger.Keeper.IMPORTED, -100, "道路", false), WORDS::get);
        return Map.of("merged", 2L, "unconfirmed", 1L);
    }

    private static final List<String> WORDS =
            List.of("", "road", "道路", "噪音", "phone", "苓雅", "closed", "in_progress", "zh-TW");

    private static LedgerCase one(CaseLedger.Keeper keeper, int i, String type, boolean closed) {
        LocalDateTime received = FIRST.plusDays(i).atTime(9, 0);
        long second = received.toEpochSecond(ZoneOffset.UTC);
        return new LedgerCase(
                keeper,
                second,
                received.toLocalDate().plusDays(2 + i % 3).atStartOfDay().toEpochSecond(ZoneOffset.UTC) - 1,
                closed ? second + 2 * 86_400 : LedgerCase.NONE,
                closed,
                keeper == CaseLedger.Keeper.OWN && closed && i % 4 == 0,
                -1,
                0,
                WORDS.indexOf(type),
                WORDS.indexOf("phone"),
                0,
                WORDS.indexOf("苓雅"),
                WORDS.indexOf(closed ? "closed" : "in_progress"),
                keeper == CaseLedger.Keeper.OWN ? WORDS.indexOf("zh-TW") : 0);
    }

    private static CaseReports.Selection selection(Optional<CaseLedger.Keeper> keeper, Map<CaseField, String> only) {
        return new CaseReports.Selection(
                Set.of("kcg"),
                FIRST,
                LocalDate.of(2026, 12, 31),
                keeper,
                only,
                new CaseReports.Residents(Map.of("苓雅", 40_000L, "旗津", 10_000L), "戶政"),
                "高雄市",
                Language.ZH_TW);
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.await(60, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Buffer buffer) {
        return buffer.toString(StandardCharsets.UTF_8);
    }

    @Test
    void tooFewCasesGiveNoChartAndNoFile() {
        CaseReports.Selection few = selection(Optional.empty(), Map.of(CaseField.TYPE, "噪音"));
        CaseReports.Live live = await(reports.live(few, NAMES));
        assertEquals(3, live.cases());
        assertEquals("", live.html());
        assertThrows(Problem.class, () -> await(reports.resultsJson(few, NAMES)));
        assertThrows(Problem.class, () -> await(reports.table(few, NAMES, "by_type")));
    }

    @Test
    void noCaseAtAllIsAPageToo() {
        CaseReports.Live live = await(reports.live(selection(Optional.empty(), Map.of(CaseField.TYPE, "沒有這類")), NAMES));
        assertEquals(0, live.cases());
    }

    @Test
    void ownAndImportedCasesAreCountedUnderOneName() {
        CaseReports.Selection all = selection(Optional.empty(), Map.of());
        CaseReports.Live live = await(reports.live(all, NAMES));
        assertEquals(60, live.cases());
        assertEquals(
                List.of(new CaseReports.Counted("道路", 57), new CaseReports.Counted("噪音", 3)),
                live.words().get(CaseField.TYPE));
        assertTrue(live.html().contains("<svg"), "charts");
        assertEquals("\uFEFFvalue,n\r\n道路,57\r\n噪音,3\r\n", text(await(reports.table(all, NAMES, "by_type"))));
        String json = text(await(reports.resultsJson(all, NAMES)));
        assertTrue(json.contains("\"rows\": 63,\n    \"used\": 60"), json.substring(0, 400));
        assertTrue(json.contains("\"cases.closed\",\n      \"value\": 40"), json);
    }

    /** 60 cases of 50,000 people; rates by hand, limits as R's poisson.test(60, 4) and poisson.test(0, 1). */
    @Test
    void districtsAreComparedByTheirResidents() {
        CaseReports.Selection all = selection(Optional.empty(), Map.of());
        List<String> rows =
                text(await(reports.table(all, NAMES, "P2.3"))).lines().toList();
        assertEquals("\uFEFFvalue,n,residents,rate,lower,upper,rate_eb", rows.get(0));
        assertTrue(rows.get(1).startsWith("苓雅,60,40000,15,11.44"), rows.get(1));
        assertTrue(rows.get(2).startsWith("旗津,0,10000,0,0,3.68887945411393"), rows.get(2));
        assertTrue(await(reports.live(all, NAMES)).html().contains("戶政"), "the source of the residents");
    }

    /** Of the 20 own cases that are closed every third was late (7); of the others every fourth number was extended (6). */
    @Test
    void withinTheLimitAndWithinAnExtensionAreToldApart() {
        CaseReports.Selection own = selection(Optional.of(CaseLedger.Keeper.OWN), Map.of());
        String json = text(await(reports.resultsJson(own, NAMES)));
        assertTrue(json.contains("\"due.on_time_share\",\n      \"value\": 0.65"), json);
        assertTrue(json.contains("\"due.within_limit_share\",\n      \"value\": 0.35"), json);
        assertTrue(json.contains("\"due.within_extension_share\",\n      \"value\": 0.3"), json);
        List<String> units = text(await(reports.table(own, NAMES, "control_type_quarter")))
                .lines()
                .toList();
        assertTrue(units.get(0).endsWith("with_both_times,on_time,within_extension,late"), units.get(0));
        assertEquals("2026-Q1,道路,0,40,20,0,20,20,13,6,7", units.get(1));
        assertTrue(await(reports.live(own, NAMES)).html().contains("展期後的期限內"));
    }

    /** Of the imported cases those received from 18 January on were closed after the 20th. */
    @Test
    void aPeriodThatIsOverIsToldAsItStoodAtItsEnd() {
        CaseReports.Selection past = new CaseReports.Selection(
                Set.of("kcg"),
                FIRST,
                LocalDate.of(2026, 1, 19),
                Optional.of(CaseLedger.Keeper.IMPORTED),
                Map.of(),
                CaseReports.Residents.UNKNOWN,
                "高雄市",
                Language.ZH_TW);
        String json = text(await(reports.resultsJson(past, NAMES)));
        assertTrue(json.contains("\"until\": \"2026-01-19T23:59:59\""), json.substring(0, 300));
        assertTrue(json.contains("\"cases.closed\",\n      \"value\": 17"), json.substring(0, 900));
    }

    @Test
    void onlyOneKeeperIsCountedWhenAsked() {
        CaseReports.Live live =
                await(reports.live(selection(Optional.of(CaseLedger.Keeper.IMPORTED), Map.of()), NAMES));
        assertEquals(20, live.cases());
    }

    @Test
    void theSameViewIsCountedAgainAfterFiveMinutes() {
        CaseReports.Selection all = selection(Optional.empty(), Map.of());
        await(reports.live(all, NAMES));
        await(reports.pdf(all, NAMES));
        assertEquals(1, reads.get());
        now.updateAndGet(before -> before.plus(Duration.ofMinutes(6)));
        await(reports.live(all, NAMES));
        assertEquals(2, reads.get());
    }

    @Test
    void aTableThatThereIsNotIsNotFound() {
        CaseReports.Selection all = selection(Optional.empty(), Map.of());
        Problem refused = assertThrows(Problem.class, () -> await(reports.table(all, NAMES, "P99")));
        assertFalse(refused.code().isEmpty());
    }
}
