package tw.minsheng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tw.minsheng.petition.CalendarDesk;
import tw.minsheng.petition.CaseDesk;
import tw.minsheng.petition.CaseSamples;
import tw.minsheng.petition.Cases;
import tw.minsheng.petition.CasesContract;
import tw.minsheng.petition.Channel;
import tw.minsheng.petition.MemoryCases;
import tw.minsheng.petition.MemoryOfficeCalendars;
import tw.minsheng.petition.OfficeCalendars;
import tw.minsheng.petition.Recount;
import tw.minsheng.petition.deadline.Due;
import tw.minsheng.security.MemorySecurity;

class CalendarWatchTest {

    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    /** The page of this very server knows its closure at once; the stored due dates must follow all the same. */
    @Test
    void aClosureWrittenDownInThisProgramMovesDueDates() {
        MemoryCases cases = new MemoryCases();
        OfficeCalendars door =
                new MemoryOfficeCalendars(cases, new MemorySecurity().doors().audit());
        CalendarDesk calendars = new CalendarDesk(door);
        Clock clock = Clock.fixed(CaseSamples.ACT.at(), TAIPEI);
        CaseDesk desk = new CaseDesk(CaseSamples::catalogue, cases, calendars::in, clock, TAIPEI);
        CalendarWatch watch = new CalendarWatch(calendars, door, new Recount(door, desk));
        await(cases.open(
                new Cases.Entry("key", "key", "key", 115, CaseSamples.opening(Channel.COUNTER), CasesContract.DUE)));
        await(watch.look());
        assertEquals(0, await(watch.look()));
        LocalDate day = LocalDate.of(2026, 11, 24);
        await(calendars.close(
                new OfficeCalendars.Closure(0, "lingya", day, "day", "颱風", "", CaseSamples.ACT.at()),
                Set.of("lingya"),
                day,
                CaseSamples.ACT));
        assertTrue(await(watch.look()) > 0, "the due date moved");
        settle(watch);
        assertTrue(await(door.counted()).startsWith(calendars.mark() + " " + calendars.version()));
    }

    /** Until every node has had time to take the change up. */
    private static void settle(CalendarWatch watch) {
        for (int look = 0; look < CalendarWatch.LOOKS_OF_ALL; look++) {
            assertEquals(0, await(watch.look()));
        }
    }

    /** A node that stops before all are counted leaves the work to the next one. */
    @Test
    void aStopBeforeTheSecondCountIsCountedAgain() {
        MemoryCases cases = new MemoryCases();
        OfficeCalendars door =
                new MemoryOfficeCalendars(cases, new MemorySecurity().doors().audit());
        CalendarDesk calendars = new CalendarDesk(door);
        Clock clock = Clock.fixed(CaseSamples.ACT.at(), TAIPEI);
        CaseDesk desk = new CaseDesk(CaseSamples::catalogue, cases, calendars::in, clock, TAIPEI);
        await(new CalendarWatch(calendars, door, new Recount(door, desk)).look());
        Due stale = new Due(CasesContract.DUE.at().plusDays(7), false);
        await(cases.open(new Cases.Entry("key", "key", "key", 115, CaseSamples.opening(Channel.COUNTER), stale)));
        assertEquals(1, await(new CalendarWatch(calendars, door, new Recount(door, desk)).look()));
    }

    /** Written by a node with an older calendar after it was counted here: found by the second count. */
    @Test
    void aDateByAnOlderCalendarIsCountedAgain() {
        MemoryCases cases = new MemoryCases();
        OfficeCalendars door =
                new MemoryOfficeCalendars(cases, new MemorySecurity().doors().audit());
        CalendarDesk calendars = new CalendarDesk(door);
        Clock clock = Clock.fixed(CaseSamples.ACT.at(), TAIPEI);
        CaseDesk desk = new CaseDesk(CaseSamples::catalogue, cases, calendars::in, clock, TAIPEI);
        CalendarWatch watch = new CalendarWatch(calendars, door, new Recount(door, desk));
        await(watch.look());
        Due stale = new Due(CasesContract.DUE.at().plusDays(7), false);
        await(cases.open(new Cases.Entry("key", "key", "key", 115, CaseSamples.opening(Channel.COUNTER), stale)));
        int moved = 0;
        for (int look = 0; look < CalendarWatch.LOOKS_OF_ALL; look++) {
            moved += await(watch.look());
        }
        assertEquals(1, moved);
        assertEquals(0, await(watch.look()));
    }

    /** What was counted before a stop is not counted again, as long as calendar and rules are the same. */
    @Test
    void aStartAloneMovesNoDueDate() {
        MemoryCases cases = new MemoryCases();
        OfficeCalendars door =
                new MemoryOfficeCalendars(cases, new MemorySecurity().doors().audit());
        CalendarDesk calendars = new CalendarDesk(door);
        Clock clock = Clock.fixed(CaseSamples.ACT.at(), TAIPEI);
        CaseDesk desk = new CaseDesk(CaseSamples::catalogue, cases, calendars::in, clock, TAIPEI);
        Due other = new Due(CasesContract.DUE.at().plusDays(7), false);
        CalendarWatch before = new CalendarWatch(calendars, door, new Recount(door, desk));
        await(before.look());
        settle(before);
        await(cases.open(new Cases.Entry("key", "key", "key", 115, CaseSamples.opening(Channel.COUNTER), other)));
        assertEquals(0, await(new CalendarWatch(calendars, door, new Recount(door, desk)).look()));
    }
}
