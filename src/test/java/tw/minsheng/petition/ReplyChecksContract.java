package tw.minsheng.petition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Problem;

/** What every implementation of the door of checks must do. */
public abstract class ReplyChecksContract {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);
    private static final Map<String, Integer> POINTS =
            Map.of("answers", 20, "ground", 15, "next", 10, "tone", 5, "timely", 0);

    protected abstract Cases cases();

    protected abstract ReplyChecks checks();

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private CaseFile answered(String agency) {
        String key = UUID.randomUUID().toString();
        CaseFile.Opening opening = CaseFile.Opening.plain(
                agency, CaseSamples.petition(Channel.COUNTER), CaseSamples.time(), CaseSamples.ACT);
        CaseFile file = await(cases().open(new Cases.Entry(key, key, key, 115, opening, CasesContract.DUE))
                .compose(opened -> cases().find(opened.number())));
        for (Move move : List.of(Move.ASSIGN, Move.START, Move.PROPOSE, Move.APPROVE)) {
            file = await(cases().write(file.after(CaseSamples.step(move), CaseSamples.ACT), CasesContract.DUE));
        }
        return file;
    }

    private static CaseControl.Period period(String agency, LocalDate from, LocalDate until) {
        return new CaseControl.Period(
                Set.of(agency), from, until, ZoneId.of("Asia/Taipei"), LocalDateTime.of(2026, 12, 1, 0, 0));
    }

    private static ReplyCheck check(String agency) {
        return new ReplyCheck(0, agency, "head", CaseSamples.ACT.at(), 42, FIRST, LAST, 2, 3, List.of());
    }

    @Test
    void answeredWithinThePeriodCanBeDrawn() {
        String agency = "a-" + UUID.randomUUID();
        CaseFile file = answered(agency);
        assertEquals(
                List.of(new ReplyCheck.Answered(file.number(), file.unit(), file.handler())),
                await(checks().answered(period(agency, FIRST, LAST))));
        LocalDate day = file.ended().toLocalDate();
        assertEquals(1, await(checks().answered(period(agency, day, day))).size());
        assertEquals(List.of(), await(checks().answered(period(agency, FIRST, day.minusDays(1)))));
        assertEquals(List.of(), await(checks().answered(period("nobody", FIRST, LAST))));
    }

    @Test
    void pointsAreKeptForWhatWasDrawnAndForNothingElse() {
        String agency = "b-" + UUID.randomUUID();
        CaseFile one = answered(agency);
        CaseFile other = answered(agency);
        List<ReplyCheck.Answered> drawn = List.of(new ReplyCheck.Answered(one.number(), one.unit(), one.handler()));
        long id = await(checks().keep(check(agency), drawn, CaseSamples.ACT));
        await(checks().score(id, one.number(), POINTS, "依據清楚", CaseSamples.ACT));
        ReplyCheck found = await(checks().find(id, Set.of(agency)));
        assertEquals(42, found.seed());
        assertEquals(1, found.items().size());
        assertEquals(POINTS, found.items().get(0).scores());
        assertEquals(50, found.items().get(0).total());
        assertEquals("handler", found.items().get(0).actor());
        assertNotFound(checks().score(id, other.number(), POINTS, "", CaseSamples.ACT));
        assertNotFound(checks().find(id, Set.of("nobody")));
        assertEquals(1, await(checks().checks(Set.of(agency))).size());
        assertEquals(List.of(), await(checks().checks(Set.of("nobody"))));
    }

    private static void assertNotFound(Future<?> future) {
        CompletionException failed = assertThrows(CompletionException.class, () -> await(future));
        assertEquals(Problem.Kind.NOT_FOUND, ((Problem) failed.getCause()).kind());
    }
}
