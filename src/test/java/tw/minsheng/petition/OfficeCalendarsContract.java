package tw.minsheng.petition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.minsheng.calendar.ProductCalendar;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;

/** What every implementation of the door of calendars must do, and what the desk makes of it. */
public abstract class OfficeCalendarsContract {

    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
    private static final Charset BIG5 = Charset.forName("x-windows-950");
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    private CalendarDesk desk;

    protected abstract Cases cases();

    protected abstract OfficeCalendars calendars();

    @BeforeEach
    void open() {
        desk = new CalendarDesk(calendars());
        await(desk.refresh());
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private static Problem refused(Runnable asked) {
        Throwable failed = assertThrows(Throwable.class, asked::run);
        return (Problem) (failed instanceof CompletionException ? failed.getCause() : failed);
    }

    private CalendarDesk.Taken taken(String text, Charset charset) {
        return await(desk.take("f.csv", text.getBytes(charset), Set.of("lingya", "gushan"), CaseSamples.ACT));
    }

    /** A year as data set 14718 writes it: weekends off, and these days. */
    private static String year(int year, Set<LocalDate> off) {
        StringBuilder text = new StringBuilder("西元日期,星期,是否放假,備註\n");
        LocalDate last = LocalDate.of(year, 12, 31);
        for (LocalDate day = LocalDate.of(year, 1, 1); !day.isAfter(last); day = day.plusDays(1)) {
            boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
            String weekday = day.getDayOfWeek().getDisplayName(TextStyle.NARROW, Locale.TRADITIONAL_CHINESE);
            text.append(day.format(DateTimeFormatter.BASIC_ISO_DATE))
                    .append(',')
                    .append(weekday)
                    .append(weekend || off.contains(day) ? ",2," : ",0,")
                    .append(off.contains(day) ? "開國紀念日" : "")
                    .append('\n');
        }
        return text.toString();
    }

    @Test
    void aFileWithFaultsKeepsNothingAndNamesEveryRow() {
        String before = desk.version();
        Problem calendar =
                refused(() -> taken("date,kind,name\n2028-01-01,off,元旦\n2028-13-01,on,\n", StandardCharsets.UTF_8));
        assertEquals("calendar.faults", calendar.code());
        assertEquals(List.of("f.csv:3", "f.csv:3"), places(calendar));
        Problem closures = refused(() -> taken(
                "date,district,part,name\n2026-09-28,lingya,day,杜鵑\n2026-09-28,lingya,day,杜鵑\n28.9.,nowhere,noon,\n",
                StandardCharsets.UTF_8));
        assertEquals(
                List.of("calendar.doubled", "calendar.date", "closure.part", "closure.district", "closure.name"),
                closures.faults().stream().map(Fault::code).toList());
        assertEquals(before, desk.version());
        assertEquals(
                "calendar.apart",
                refused(() -> taken(year(2035, Set.of()), StandardCharsets.UTF_8))
                        .code());
    }

    private static List<String> places(Problem problem) {
        return problem.faults().stream().map(Fault::place).toList();
    }

    /** The original layout, in Big5, of the year after the product's own; another node takes it up without a restart. */
    @Test
    void aYearlyFileMovesTheEndOfWhatIsKnownOnEveryNode() {
        CalendarDesk other = new CalendarDesk(calendars());
        await(other.refresh());
        LocalDate end = ProductCalendar.read().coversUntil();
        LocalDate newYear = end.plusDays(1);
        CalendarDesk.Taken taken = taken(year(end.getYear() + 1, Set.of(newYear)), BIG5);
        assertEquals(LocalDate.of(end.getYear() + 1, 12, 31), taken.until());
        assertTrue(await(other.refresh()));
        assertFalse(await(other.refresh()));
        assertEquals(taken.until(), other.coversUntil());
        assertEquals(taken.version(), other.version());
        assertFalse(other.in("").isWorking(newYear));
        assertEquals(0, taken(year(end.getYear() + 1, Set.of(newYear)), BIG5).days());
        assertEquals(taken.version(), await(calendars().newest()).orElseThrow().version());
    }

    @Test
    void theEndOfTheCalendarIsWarnedOfNinetyDaysBefore() {
        LocalDate end = desk.coversUntil();
        assertFalse(desk.endsSoon(end.minusDays(91)));
        assertTrue(desk.endsSoon(end.minusDays(90)));
    }

    /** 颱風停班: of one district, and of the whole city; half a day is still a working day. */
    @Test
    void closuresHoldWhereTheyAreUntilTheyAreTakenBack() {
        String file = "date,district,part,name\n2026-11-24,lingya,day,颱風\n2026-11-25,,morning,颱風\n";
        assertEquals(2, taken(file, StandardCharsets.UTF_8).closures());
        assertEquals(0, taken(file, StandardCharsets.UTF_8).closures());
        assertFalse(desk.in("lingya").isWorking(TUESDAY));
        assertTrue(desk.in("gushan").isWorking(TUESDAY));
        assertTrue(desk.in("lingya").isHalf(TUESDAY.plusDays(1)));
        for (OfficeCalendars.Closure each : await(desk.closures())) {
            await(desk.withdraw(each.id(), CaseSamples.ACT));
        }
        assertTrue(desk.in("lingya").isWorking(TUESDAY));
        assertEquals(
                Problem.Kind.NOT_FOUND,
                refused(() -> await(desk.withdraw(1_000_000, CaseSamples.ACT))).kind());
    }

    /** Six working days from Friday 20 November end on the 30th; without the 24th, on 1 December. */
    @Test
    void dueDatesOfOpenCasesAreCountedAgainWithAnEvent() {
        String key = UUID.randomUUID().toString();
        CaseNumber number = await(cases().open(new Cases.Entry(
                        key, key, key, 115, CaseSamples.opening(Channel.COUNTER), CasesContract.DUE)))
                .number();
        Clock clock = Clock.fixed(CaseSamples.ACT.at(), TAIPEI);
        CaseDesk caseDesk = new CaseDesk(CaseSamples::catalogue, cases(), desk::in, clock, TAIPEI);
        Recount recount = new Recount(calendars(), caseDesk);
        await(recount.run());
        int events = await(cases().history(number)).size();
        await(desk.take(
                "c.csv",
                "date,district,part,name\n2026-11-24,lingya,day,颱風\n".getBytes(StandardCharsets.UTF_8),
                Set.of(),
                CaseSamples.ACT));
        Future<Integer> one = recount.run();
        Future<Integer> other = new Recount(calendars(), caseDesk).run(); // two at once: each date moves once
        assertTrue(await(one) + await(other) > 0);
        List<CaseEvent> history = await(cases().history(number));
        assertEquals(events + 1, history.size());
        CaseEvent last = history.get(events);
        assertEquals(
                List.of("recount", "2026-11-30", "2026-12-01"),
                List.of(
                        last.what(),
                        last.details().getOrDefault("was", ""),
                        last.details().getOrDefault("due", "")));
        assertEquals(0, await(recount.run()));
        await(desk.withdraw(await(desk.closures()).get(0).id(), CaseSamples.ACT));
        assertTrue(await(recount.run()) > 0);
    }

    /** What was put together before somebody else's import would take the year of that away. */
    @Test
    void anImportThatDoesNotKnowTheOneBeforeIsNotKept() {
        OfficeCalendars door = calendars();
        String before = await(door.mark());
        taken(year(2028, Set.of(LocalDate.of(2028, 1, 1))), StandardCharsets.UTF_8);
        OfficeCalendars.Kept stale = new OfficeCalendars.Kept(
                "stale", LocalDate.of(2028, 1, 1), LocalDate.of(2028, 12, 31), List.of(), "f.csv");
        assertFalse(await(door.add(stale, before, CaseSamples.ACT)));
        assertFalse(await(door.newest()).map(OfficeCalendars.Kept::version).equals(Optional.of("stale")));
        assertTrue(await(door.add(stale, await(door.mark()), CaseSamples.ACT)));
    }
}
