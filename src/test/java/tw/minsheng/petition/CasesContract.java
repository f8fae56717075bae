package tw.minsheng.petition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.minsheng.calendar.ProductCalendar;
import tw.minsheng.kernel.Problem;
import tw.minsheng.notify.Notice;
import tw.minsheng.petition.deadline.ClosingFigures;
import tw.minsheng.petition.deadline.Deadline;
import tw.minsheng.petition.deadline.DeadlineRules;
import tw.minsheng.petition.deadline.Due;
import tw.minsheng.petition.deadline.MergeKind;

/** What every implementation of the door of cases must do. */
public abstract class CasesContract {

    public static final Due DUE = Deadline.of(
                    CaseSamples.time(),
                    DeadlineRules.DEFAULT,
                    ProductCalendar.read().days())
            .due();

    protected abstract Cases cases();

    private static Cases.Entry entry(String key, Channel channel) {
        return entry(key, channel, List.of());
    }

    /** A case that comes in under this key, with what its petitioner is told. */
    public static Cases.Entry entry(String key, Channel channel, List<Notice> notices) {
        return new Cases.Entry("key-" + key, "mac-" + key, "code-" + key, 115, CaseSamples.opening(channel), DUE)
                .telling(notices);
    }

    protected CaseFile opened(Channel channel) {
        CaseNumber number = await(cases().open(entry(UUID.randomUUID().toString(), channel)))
                .number();
        return await(cases().find(number));
    }

    protected CaseFile moved(CaseFile file, CaseStep step) {
        return await(cases().write(file.after(step, CaseSamples.ACT), DUE));
    }

    @Test
    void unknownCaseIsNotFound() {
        Problem refused = assertInstanceOf(Problem.class, failure(cases().find(new CaseNumber(999, 1))));
        assertEquals(Problem.Kind.NOT_FOUND, refused.kind());
        assertFalse(await(cases().isCode(new CaseNumber(999, 1), "code")));
    }

    /** A last day counts as a whole; a unit finds what it holds. */
    @Test
    void listFindsWhatIsOverdueAndWhatAUnitHolds() {
        CaseFile file = moved(opened(Channel.COUNTER), new CaseStep.Assign("kcg-unit", ""));
        Set<String> unit = Set.of("kcg-unit");
        LocalDateTime lastDay = DUE.day().atTime(17, 0);
        Cases.Filter inTime = new Cases.Filter(unit, Set.of(), Set.of(), "", lastDay);
        assertEquals(List.of(), await(cases().list(inTime, 0, 10)));
        Cases.Filter late = new Cases.Filter(unit, Set.of(), Set.of(), "", lastDay.plusDays(1));
        assertEquals(List.of(file), await(cases().list(late, 0, 10)));
        Cases.Filter inbox = new Cases.Filter(unit, Set.of(), Set.of(""), "", CaseFile.NOT_ENDED);
        assertEquals(List.of(file), await(cases().list(inbox, 0, 10)));
        Cases.Filter hers = new Cases.Filter(unit, Set.of(), Set.of("handler", "other"), "", CaseFile.NOT_ENDED);
        assertEquals(List.of(), await(cases().list(hers, 0, 10)));
    }

    /** An overdue case whose petitioner has not been told is a duty of its own. */
    @Test
    void listFindsThoseWithoutAnOverdueNotice() {
        CaseFile told = moved(opened(Channel.COUNTER), new CaseStep.Assign("kcg-told", ""));
        CaseFile untold = moved(opened(Channel.COUNTER), new CaseStep.Assign("kcg-told", ""));
        CaseFile.Change event = told.noted(CaseFile.OVERDUE, "", "缺料", Map.of(), CaseSamples.ACT);
        CaseFile after = await(cases().write(event, DUE));
        Set<String> unit = Set.of("kcg-told");
        Cases.Filter owed = new Cases.Filter(unit, Set.of(), Set.of(), "", CaseFile.NOT_ENDED, true);
        assertEquals(List.of(untold), await(cases().list(owed, 0, 10)));
        Cases.Filter all = new Cases.Filter(unit, Set.of(), Set.of(), "", CaseFile.NOT_ENDED);
        assertEquals(Set.of(after, untold), new HashSet<>(await(cases().list(all, 0, 10))));
    }

    /** A notice of the first round says nothing of the delay of the second. */
    @Test
    void aReopenedCaseOwesAnOverdueNoticeOfItsOwn() {
        CaseFile file = opened(Channel.COUNTER);
        file = await(cases().write(file.noted(CaseFile.OVERDUE, "", "缺料", Map.of(), CaseSamples.ACT), DUE));
        file = moved(file, new CaseStep.Assign("kcg-again", ""));
        for (Move move : List.of(Move.START, Move.PROPOSE, Move.APPROVE, Move.REOPEN)) {
            file = moved(file, CaseSamples.step(move));
        }
        Cases.Filter owed = new Cases.Filter(Set.of("kcg-again"), Set.of(), Set.of(), "", CaseFile.NOT_ENDED, true);
        assertEquals(List.of(file), await(cases().list(owed, 0, 10)));
        file = await(cases().write(file.noted(CaseFile.OVERDUE, "", "缺料", Map.of(), CaseSamples.ACT), DUE));
        assertEquals(List.of(), await(cases().list(owed, 0, 10)));
        assertTrue(CaseFile.isToldOfDelay(await(cases().history(file.number()))));
    }

    /** A double click, a retry after a time-out, two devices. */
    @Test
    void twentyTimesTheSameGiveOneCase() {
        Cases.Entry same = entry(UUID.randomUUID().toString(), Channel.WEB);
        List<Future<Cases.Opened>> all =
                IntStream.range(0, 20).mapToObj(each -> cases().open(same)).toList();
        Set<CaseNumber> numbers = new HashSet<>();
        all.forEach(each -> numbers.add(await(each).number()));
        assertEquals(1, numbers.size());
        assertTrue(await(cases().open(same)).again());
    }

    @Test
    void casesSentAtOnceHaveNumbersOfTheirOwn() {
        List<Future<Cases.Opened>> all = IntStream.range(0, 50)
                .mapToObj(each -> cases().open(entry(UUID.randomUUID().toString(), Channel.WEB)))
                .toList();
        Set<CaseNumber> numbers = new HashSet<>();
        all.forEach(each -> numbers.add(await(each).number()));
        assertEquals(50, numbers.size());
    }

    @Test
    void caseIsReadAsItWasWritten() {
        CaseFile file = opened(Channel.COUNTER);
        assertEquals(CaseSamples.petition(Channel.COUNTER), file.petition());
        assertEquals(CaseSamples.time(), file.time());
        assertEquals(State.RECEIVED, file.state());
        for (Move move : List.of(Move.ASSIGN, Move.START, Move.ASK, Move.RESUME, Move.PROPOSE, Move.APPROVE)) {
            file = moved(file, CaseSamples.step(move));
            assertEquals(file, await(cases().find(file.number())));
        }
        assertEquals(
                List.of("open", "assign", "start", "ask", "resume", "propose", "approve"),
                await(cases().history(file.number())).stream()
                        .map(event -> event.what())
                        .toList());
    }

    @Test
    void secondOfTwoWhoChangeACaseIsToldSo() {
        CaseFile file = opened(Channel.COUNTER);
        moved(file, CaseSamples.step(Move.ASSIGN));
        Problem refused = assertInstanceOf(
                Problem.class,
                failure(cases().write(file.after(CaseSamples.step(Move.WITHDRAW), CaseSamples.ACT), DUE)));
        assertEquals("case.changed", refused.code());
        assertEquals(2, await(cases().history(file.number())).size());
    }

    private static Cases.Kept kept(CaseFile file, CaseStep step, ClosingFigures... closing) {
        return new Cases.Kept(file.after(step, CaseSamples.ACT), DUE, List.of(closing));
    }

    @Test
    void ofTwoCasesWrittenTogetherNoneIsWhenOneHasChanged() {
        CaseFile first = opened(Channel.COUNTER);
        CaseFile second = opened(Channel.COUNTER);
        moved(second, CaseSamples.step(Move.ASSIGN));
        CaseStep withdraw = CaseSamples.step(Move.WITHDRAW);
        ClosingFigures figures = ClosingFigures.of(
                first.time(),
                DeadlineRules.DEFAULT,
                ProductCalendar.read().days(),
                first.time().startedAt());
        Future<?> both = cases().write(List.of(kept(first, withdraw, figures), kept(second, withdraw)));
        assertEquals(
                "case.changed", assertInstanceOf(Problem.class, failure(both)).code());
        assertEquals(first, await(cases().find(first.number())));
        assertEquals(List.of(), await(cases().closings(first.number())));
    }

    /** Six working days from Friday the 20th, of which one is paused; closed on Monday the 30th. */
    @Test
    void figuresOfEveryClosingAreReadAsTheyWereWritten() {
        CaseFile file = opened(Channel.COUNTER);
        ClosingFigures first = ClosingFigures.of(
                CaseSamples.in(State.CLOSED).time(),
                DeadlineRules.DEFAULT,
                ProductCalendar.read().days(),
                CaseSamples.RECEIVED.plusDays(10));
        ClosingFigures second = new ClosingFigures(
                CaseSamples.RECEIVED.plusDays(20),
                new Due(CaseSamples.RECEIVED.plusDays(9), true),
                ClosingFigures.OnTime.LATE,
                14,
                20,
                3,
                2,
                "2027");
        for (Move move : List.of(Move.ASSIGN, Move.START, Move.PROPOSE)) {
            file = moved(file, CaseSamples.step(move));
        }
        file = await(cases().write(List.of(kept(file, CaseSamples.step(Move.APPROVE), first))))
                .get(0);
        assertEquals(List.of(first), await(cases().closings(file.number())));
        for (Move move : List.of(Move.REOPEN, Move.START, Move.PROPOSE)) {
            file = moved(file, CaseSamples.step(move));
        }
        file = await(cases().write(List.of(kept(file, CaseSamples.step(Move.APPROVE), second))))
                .get(0);
        assertEquals(List.of(first, second), await(cases().closings(file.number())));
        assertEquals(ClosingFigures.OnTime.WITHIN_LIMIT, first.onTime());
        assertEquals(6, first.usedWorkingDays());
    }

    private static Cases.Entry meant(Origin origin, String unit, boolean locked) {
        CaseFile.Opening opening = new CaseFile.Opening(
                "kcg-pwb",
                unit,
                CaseSamples.petition(Channel.MEETING),
                CaseSamples.time(),
                origin,
                locked,
                Map.of("signed", "sealed"),
                CaseSamples.ACT);
        String key = UUID.randomUUID().toString();
        return new Cases.Entry("key-" + key, "mac-" + key, "code-" + key, 115, opening, DUE);
    }

    private CaseFile opened(Cases.Entry entry) {
        return await(cases().find(await(cases().open(entry)).number()));
    }

    @Test
    void originUnitAndLockAreReadAsTheyWereWritten() {
        Origin origin = new Origin("里長座談會", "2026-11-18", "115-000001-4");
        CaseFile file = opened(meant(origin, "kcg-desk", true));
        assertEquals(origin, file.origin());
        assertEquals("kcg-desk", file.unit());
        assertTrue(file.locked());
        CaseEvent first = await(cases().history(file.number())).get(0);
        assertEquals(Map.of("signed", "sealed", "channel", "meeting", "locked", "true"), first.details());
        CaseFile again = await(cases().write(file.lock(false, "是地名", CaseSamples.ACT), DUE));
        assertFalse(await(cases().find(file.number())).locked());
        assertEquals(again, await(cases().find(file.number())));
    }

    @Test
    void relatedAreThoseOfTheMeetingAndThoseThatComeAfterWithinReach() {
        String meeting = UUID.randomUUID().toString();
        CaseFile first = opened(meant(new Origin(meeting, "2026-11-18", ""), "", false));
        CaseFile second = opened(meant(new Origin(meeting, "2026-11-18", ""), "", false));
        opened(meant(new Origin(meeting, "2026-11-19", ""), "", false));
        CaseFile after = opened(meant(new Origin("", "", first.number().text()), "", false));
        Set<String> reach = Set.of("kcg-pwb");
        assertEquals(List.of(second, after), await(cases().related(first, reach)));
        assertEquals(List.of(first), await(cases().related(after, reach)));
        assertEquals(List.of(), await(cases().related(first, Set.of("kcg-finance"))));
    }

    @Test
    void bothSidesOfAMergeAreWrittenAndFoundTogether() {
        CaseFile parent = opened(Channel.COUNTER);
        CaseFile child = opened(Channel.COUNTER);
        CaseFile other = opened(Channel.COUNTER);
        for (CaseFile each : List.of(child, other)) {
            CaseFile.Change merged = each.after(
                    new CaseStep.Merge(parent, MergeKind.JOINED, CaseSamples.RECEIVED.plusDays(1)), CaseSamples.ACT);
            CaseFile.Change joined = parent.joined(each, MergeKind.JOINED, CaseSamples.ACT);
            List<Cases.Kept> both =
                    List.of(new Cases.Kept(merged, DUE, List.of()), new Cases.Kept(joined, DUE, List.of()));
            parent = await(cases().write(both)).get(1);
            assertEquals(parent, await(cases().find(parent.number())));
        }
        child = await(cases().find(child.number()));
        other = await(cases().find(other.number()));
        Set<String> reach = Set.of("kcg-pwb");
        assertEquals(List.of(child, other), await(cases().related(parent, reach)));
        assertEquals(List.of(parent, other), await(cases().related(child, reach)));
        assertEquals(
                3,
                await(cases().find(parent.number())).time().start().receipts().size());
    }

    @Test
    void nearAreThoseOfTheTypeAndTimeWithinReach() {
        CaseFile file = opened(Channel.COUNTER);
        Instant at = CaseSamples.ACT.at();
        Cases.Near here = new Cases.Near(
                "road", file.petition().place(), Set.of("kcg-pwb"), at.minusSeconds(60), at.plusSeconds(60));
        assertTrue(await(cases().near(here, Function.identity())).contains(file));
        for (Place place : List.of(Place.UNKNOWN, new Place("lingya", "", Place.Point.NONE))) {
            Cases.Near vague = new Cases.Near("road", place, here.agencies(), here.from(), here.until());
            assertTrue(await(cases().near(vague, Function.identity())).contains(file));
        }
        for (Cases.Near none : List.of(
                new Cases.Near("pothole", here.place(), here.agencies(), here.from(), here.until()),
                new Cases.Near("road", here.place(), Set.of("kcg-finance"), here.from(), here.until()))) {
            assertFalse(await(cases().near(none, Function.identity())).contains(file));
        }
    }

    @Test
    void newCodeEndsTheOldOne() {
        String key = UUID.randomUUID().toString();
        CaseNumber number = await(cases().open(entry(key, Channel.COUNTER))).number();
        CaseFile file = await(cases().find(number));
        CaseFile.Change coded = file.coded("passport", CaseSamples.ACT);
        await(cases().writeWithCode(new Cases.Kept(coded, DUE, List.of()), "fresh-" + key));
        assertFalse(await(cases().isCode(number, "code-" + key)));
        assertTrue(await(cases().isCode(number, "fresh-" + key)));
        Future<?> late = cases().writeWithCode(new Cases.Kept(coded, DUE, List.of()), "late-" + key);
        assertEquals(
                "case.changed", assertInstanceOf(Problem.class, failure(late)).code());
        assertTrue(await(cases().isCode(number, "fresh-" + key)));
    }

    @Test
    void codeOpensItsOwnCaseOnly() {
        String mine = UUID.randomUUID().toString();
        CaseNumber number = await(cases().open(entry(mine, Channel.WEB))).number();
        CaseNumber other = await(cases().open(entry(UUID.randomUUID().toString(), Channel.WEB)))
                .number();
        assertNotEquals(number, other);
        assertTrue(await(cases().isCode(number, "code-" + mine)));
        assertFalse(await(cases().isCode(other, "code-" + mine)));
    }

    @Test
    void listShowsWhatWasAskedForAndOpenCasesFirst() {
        CaseFile closed = opened(Channel.COUNTER);
        moved(closed, CaseSamples.step(Move.WITHDRAW));
        CaseFile open = opened(Channel.COUNTER);
        Cases.Filter all = new Cases.Filter(Set.of("kcg-pwb"), Set.of(), Set.of(), "坑洞", CaseFile.NOT_ENDED);
        List<CaseFile> found = await(cases().list(all, 0, 1_000));
        List<State> states = found.stream().map(CaseFile::state).toList();
        assertTrue(found.contains(open));
        assertTrue(states.lastIndexOf(State.RECEIVED) < states.indexOf(State.WITHDRAWN));
        Cases.Filter elsewhere = new Cases.Filter(Set.of("kcg-finance"), Set.of(), Set.of(), "", CaseFile.NOT_ENDED);
        assertEquals(List.of(), await(cases().list(elsewhere, 0, 10)));
        Cases.Filter early =
                new Cases.Filter(Set.of("kcg-pwb"), Set.of(), Set.of(), "", LocalDateTime.of(2026, 1, 1, 0, 0));
        assertEquals(List.of(), await(cases().list(early, 0, 10)));
    }

    @Test
    void whoReopenedIsReadAsItWasWritten() {
        CaseFile file = opened(Channel.COUNTER);
        for (Move move : List.of(Move.ASSIGN, Move.START, Move.PROPOSE, Move.APPROVE, Move.REOPEN)) {
            file = moved(file, CaseSamples.step(move));
        }
        CaseFile again = await(cases().find(file.number()));
        assertEquals(List.of(1, 1), List.of(again.reopened(), again.reopenedByPetitioner()));
    }

    /** What fills a page is open first, on every page of the list. */
    @Test
    void pagesOfAListJoinWithoutAGapAndWithoutAnOverlap() {
        List<CaseFile> expected = new ArrayList<>();
        Set<String> unit = Set.of("kcg-pages");
        for (int i = 0; i < 7; i++) {
            CaseFile file = moved(opened(Channel.COUNTER), new CaseStep.Assign("kcg-pages", ""));
            expected.add(i < 3 ? file : moved(file, CaseSamples.step(Move.WITHDRAW)));
        }
        Cases.Filter all = new Cases.Filter(unit, Set.of(), Set.of(), "", CaseFile.NOT_ENDED);
        for (int size : List.of(1, 2, 3, 4, 7)) {
            List<CaseFile> found = new ArrayList<>();
            for (int at = 0; at < 8; at += size) {
                found.addAll(await(cases().list(all, at, size)));
            }
            assertEquals(expected, found, "pages of " + size);
        }
        Cases.Filter over = new Cases.Filter(unit, Set.of(State.WITHDRAWN), Set.of(), "坑洞", CaseFile.NOT_ENDED);
        assertEquals(expected.subList(4, 6), await(cases().list(over, 1, 2)));
    }

    /** One letter, two, a whole sentence; none that only shares its letters. */
    @Test
    void wordsAreFoundHoweverShortTheyAre() {
        CaseFile file = moved(opened(Channel.COUNTER), new CaseStep.Assign("kcg-words", ""));
        for (String word : List.of("坑", "坑洞", "路口有坑洞")) {
            Cases.Filter words = new Cases.Filter(Set.of("kcg-words"), Set.of(), Set.of(), word, CaseFile.NOT_ENDED);
            assertEquals(List.of(file), await(cases().list(words, 0, 10)), word);
        }
        for (String word : List.of("洞坑", "路口有坑洞有坑", "%", "_坑")) {
            Cases.Filter words = new Cases.Filter(Set.of("kcg-words"), Set.of(), Set.of(), word, CaseFile.NOT_ENDED);
            assertEquals(List.of(), await(cases().list(words, 0, 10)), word);
        }
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static Throwable failure(Future<?> future) {
        return assertThrows(AssertionError.class, () -> await(future))
                .getCause()
                .getCause();
    }
}
