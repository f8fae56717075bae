package tw.minsheng.petition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.Sha256;

/** What every implementation of the door of checks must do. */
public abstract class ReplyChecksContract {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);
    private static final Map<String, Integer> POINTS =
            Map.of("answers", 20, "ground", 15, "next", 10, "tone", 5, "timely", 0);

    private static final Act HEAD = new Act("head", "kcg-pwb", CaseSamples.ACT.at());

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

    private List<ReplyCheck.Answered> drawn(CaseControl.Period period, String account) {
        return await(checks().draw(period, 50, 7, account)).cases();
    }

    @Test
    void answeredWithinThePeriodCanBeDrawnByWhoeverDidNotHandleIt() {
        String agency = "a-" + UUID.randomUUID();
        CaseFile file = answered(agency);
        List<ReplyCheck.Answered> all = List.of(new ReplyCheck.Answered(file.number(), file.unit()));
        assertEquals(all, drawn(period(agency, FIRST, LAST), "head"));
        LocalDate day = file.ended().toLocalDate();
        assertEquals(all, drawn(period(agency, day, day), "head"));
        assertEquals(List.of(), drawn(period(agency, FIRST, day.minusDays(1)), "head"));
        assertEquals(List.of(), drawn(period("nobody", FIRST, LAST), "head"));
        assertEquals(List.of(), drawn(period(agency, FIRST, LAST), "handler"));
    }

    /** The rule in words, worked out here once more: anybody can draw the same again. */
    @Test
    void ofEachUnitThoseWithTheSmallestHashAreDrawn() {
        String agency = "d-" + UUID.randomUUID();
        List<String> hashes = new ArrayList<>();
        Map<String, CaseNumber> numbers = new HashMap<>();
        for (int i = 0; i < 6; i++) {
            CaseNumber number = answered(agency).number();
            String hash = Sha256.hex("42:" + number.text().substring(0, 10));
            hashes.add(hash);
            numbers.put(hash, number);
        }
        Collections.sort(hashes);
        ReplyCheck.Drawn drawn = await(checks().draw(period(agency, FIRST, LAST), 2, 42, "head"));
        assertEquals(6, drawn.population());
        assertEquals(
                Set.of(numbers.get(hashes.get(0)), numbers.get(hashes.get(1))),
                drawn.cases().stream().map(ReplyCheck.Answered::number).collect(Collectors.toSet()));
    }

    @Test
    void pointsAreKeptForWhatWasDrawnAndForNothingElse() {
        String agency = "b-" + UUID.randomUUID();
        Set<String> reach = Set.of(agency);
        CaseFile one = answered(agency);
        CaseFile other = answered(agency);
        List<ReplyCheck.Answered> drawn = List.of(new ReplyCheck.Answered(one.number(), one.unit()));
        long id = await(checks().keep(check(agency), drawn, HEAD));
        await(checks().score(id, one.number(), POINTS, "依據清楚", reach, HEAD));
        ReplyCheck found = await(checks().find(id, reach, "head"));
        assertEquals(42, found.seed());
        assertEquals(1, found.items().size());
        assertEquals(POINTS, found.items().get(0).scores());
        assertEquals(50, found.items().get(0).total());
        assertEquals("head", found.items().get(0).actor());
        assertNotFound(checks().score(id, other.number(), POINTS, "", reach, HEAD));
        assertNotFound(checks().find(id, Set.of("nobody"), "head"));
        assertEquals(1, await(checks().checks(reach)).size());
        assertEquals(List.of(), await(checks().checks(Set.of("nobody"))));
    }

    /** Of a check that reaches further, one sees and scores only what one may read. */
    @Test
    void whatIsOutOfReachIsNeitherShownNorScored() {
        String agency = "e-" + UUID.randomUUID();
        CaseFile under = answered(agency + "-under");
        long id = await(
                checks().keep(check(agency), List.of(new ReplyCheck.Answered(under.number(), under.unit())), HEAD));
        assertEquals(
                List.of(), await(checks().find(id, Set.of(agency), "control")).items());
        assertNotFound(checks().score(id, under.number(), POINTS, "", Set.of(agency), HEAD));
        Set<String> both = Set.of(agency, agency + "-under");
        assertEquals(1, await(checks().find(id, both, "head")).items().size());
    }

    /** Nobody scores her own; and what one has scored, a second does not write over. */
    @Test
    void ownAnswersAndThoseOfAnotherScorerAreRefused() {
        String agency = "f-" + UUID.randomUUID();
        Set<String> reach = Set.of(agency);
        CaseFile one = answered(agency);
        List<ReplyCheck.Answered> drawn = List.of(new ReplyCheck.Answered(one.number(), one.unit()));
        long id = await(checks().keep(check(agency), drawn, HEAD));
        assertConflict("check.own", checks().score(id, one.number(), POINTS, "", reach, CaseSamples.ACT));
        assertTrue(await(checks().find(id, reach, "handler")).items().get(0).own());
        await(checks().score(id, one.number(), POINTS, "依據清楚", reach, HEAD));
        Act second = new Act("control", agency, HEAD.at());
        assertConflict("check.scored", checks().score(id, one.number(), POINTS, "", reach, second));
        await(checks().score(id, one.number(), POINTS, "更正", reach, HEAD));
        ReplyCheck.Item item = await(checks().find(id, reach, "head")).items().get(0);
        assertEquals("head 更正", item.actor() + " " + item.note());
    }

    private static void assertConflict(String code, Future<?> future) {
        CompletionException failed = assertThrows(CompletionException.class, () -> await(future));
        assertEquals(code, ((Problem) failed.getCause()).code());
    }

    private static void assertNotFound(Future<?> future) {
        CompletionException failed = assertThrows(CompletionException.class, () -> await(future));
        assertEquals(Problem.Kind.NOT_FOUND, ((Problem) failed.getCause()).kind());
    }
}
