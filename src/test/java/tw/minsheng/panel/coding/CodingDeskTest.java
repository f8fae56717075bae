package tw.minsheng.panel.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.security.MemorySecurity;

class CodingDeskTest {

    private static final Act ACT = new Act("lin", "kcg-pwb", Instant.EPOCH);
    private static final Codings.Period PERIOD =
            new Codings.Period(Set.of("kcg-pwb"), List.of(), Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
    private static final List<CaseNumber> CASES =
            IntStream.rangeClosed(1, 20).mapToObj(i -> new CaseNumber(115, i)).toList();

    private final MemorySecurity security = new MemorySecurity();
    private final MemoryCodings door = new MemoryCodings(
            agencies -> agencies.contains("kcg-pwb") ? CASES : List.of(),
            security.doors().audit());
    private final CodingDesk desk = new CodingDesk(door);

    private static CodingRound round(List<String> themes, List<String> coders) {
        return new CodingRound(
                0,
                "kcg-pwb",
                "樣本",
                themes,
                coders,
                42,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 2, 1),
                0,
                "lin",
                Instant.EPOCH,
                List.of());
    }

    private static Problem failure(Future<?> future) {
        return (Problem) future.cause();
    }

    private List<String> places(CodingRound round, int n) {
        return failure(desk.draw(round, PERIOD, n, ACT)).faults().stream()
                .map(Fault::place)
                .toList();
    }

    @Test
    void whatIsMissingOrTooMuchIsRefused() {
        assertEquals(List.of("themes", "coders", "n"), places(round(List.of("甲"), List.of("a")), 0));
        assertEquals(List.of("themes", "coders"), places(round(List.of("甲", "甲"), List.of("a", "a")), 5));
        assertEquals(List.of("n"), places(round(List.of("甲", "乙"), List.of("a", "b")), 501));
        Codings.Period foreign = new Codings.Period(Set.of("kcg-fin"), List.of(), Instant.EPOCH, Instant.EPOCH);
        Future<Long> none = desk.draw(round(List.of("甲", "乙"), List.of("a", "b")), foreign, 5, ACT);
        assertEquals("coding.fault.none", failure(none).faults().get(0).code());
    }

    /**
     * Done by hand with the test vector of statistics.md 1.7, seed 42: uniforms .7416, .1599, .2786 of 10 places: 7; 1 + ⌊.1599·9⌋ =
     * 2; 2 + ⌊.2786·8⌋ = 4.
     */
    @Test
    void theSameSeedDrawsTheSamePlaces() {
        assertEquals(List.of(2L, 4L, 7L), CodingDesk.places(42, 3, 10));
        assertNotEquals(CodingDesk.places(42, 8, 100), CodingDesk.places(43, 8, 100));
        assertEquals(LongStream.range(0, 5).boxed().toList(), CodingDesk.places(7, 50, 5), "all when there are fewer");
        assertEquals(List.of(), CodingDesk.places(7, 50, 0));
        for (long seed = 0; seed < 200; seed++) {
            List<Long> places = CodingDesk.places(seed, 9, 12);
            assertEquals(9, places.stream().distinct().count());
            assertTrue(places.stream().allMatch(place -> place >= 0 && place < 12), places.toString());
        }
    }

    @Test
    void onlyACoderCodesOnlyADrawnCase() {
        long id = desk.draw(round(List.of("甲", "乙"), List.of("lin", "wang")), PERIOD, 3, ACT)
                .result();
        CodingRound kept =
                desk.find(Long.toString(id), Set.of("kcg-pwb"), "nobody").result();
        assertEquals(20, kept.population());
        assertEquals(3, kept.cases().size());
        assertEquals(
                Problem.Kind.NOT_FOUND,
                failure(desk.find(Long.toString(id), Set.of(), "nobody")).kind());
        assertTrue(desk.find(Long.toString(id), Set.of(), "wang").succeeded());
        CaseNumber drawn = kept.cases().get(0);
        Act stranger = new Act("chen", "", Instant.EPOCH);
        assertEquals(
                Problem.Kind.NOT_FOUND,
                failure(desk.code(kept, drawn, Optional.of(0), stranger)).kind());
        assertEquals(
                Problem.Kind.NOT_FOUND,
                failure(desk.code(kept, new CaseNumber(114, 1), Optional.of(0), ACT))
                        .kind());
        assertEquals(
                "coding.faults",
                failure(desk.code(kept, drawn, Optional.of(2), ACT)).code());
        assertEquals(
                "coding.faults",
                failure(desk.code(kept, drawn, Optional.empty(), ACT)).code());
        assertTrue(desk.code(kept, drawn, Optional.of(1), ACT).succeeded());
        Coded coded = desk.coded(kept).result();
        assertEquals(1, coded.own("lin").get(drawn));
        assertTrue(coded.own("wang").isEmpty());
        assertTrue(coded.isBlind("lin"), "two are left");
        assertFalse(coded.isBlind("head"), "no coder");
        assertEquals(
                Problem.Kind.NOT_FOUND, failure(desk.finish(kept, stranger)).kind());
    }

    @Test
    void whoMaySeeTheChoicesOfOthersChangesNoneOfHerOwn() {
        long id = desk.draw(round(List.of("甲", "乙"), List.of("lin", "wang")), PERIOD, 2, ACT)
                .result();
        CodingRound kept =
                desk.find(Long.toString(id), Set.of("kcg-pwb"), "nobody").result();
        CaseNumber first = kept.cases().get(0);
        assertTrue(desk.code(kept, first, Optional.of(0), ACT).succeeded());
        assertTrue(desk.code(kept, first, Optional.of(1), ACT).succeeded(), "she has not seen any other yet");
        assertTrue(desk.code(kept, kept.cases().get(1), Optional.of(0), ACT).succeeded());
        assertFalse(desk.coded(kept).result().isBlind("lin"));
        assertEquals(
                "coding.closed",
                failure(desk.code(kept, first, Optional.of(0), ACT)).code());
        assertEquals(1, desk.coded(kept).result().own("lin").get(first));
        Act other = new Act("wang", "", Instant.EPOCH);
        assertTrue(desk.finish(kept, other).succeeded());
        assertFalse(desk.coded(kept).result().isBlind("wang"));
        assertEquals(
                "coding.closed",
                failure(desk.code(kept, first, Optional.of(0), other)).code());
    }
}
