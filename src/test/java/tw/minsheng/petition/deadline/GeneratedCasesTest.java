package tw.minsheng.petition.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tw.minsheng.calendar.ExceptionDay;
import tw.minsheng.calendar.LocalClosure;
import tw.minsheng.calendar.LocalClosures;
import tw.minsheng.calendar.OfficeCalendar;
import tw.minsheng.calendar.OfficeDays;

/** Generated cases against a slow reference that walks day by day, or hour by hour, and knows no table and no formula. */
class GeneratedCasesTest {

    private static final int CASES = 600;
    private static final List<Basis> BASES = List.of(Basis.WORKING_DAY, Basis.CALENDAR_DAY, Basis.HOUR);
    private static final CitizenNotice NOTICE =
            new CitizenNotice(CitizenNotice.Channel.LETTER, LocalDateTime.of(2024, 1, 1, 9, 0), "1");

    /** A made calendar of 2024 and 2025, kept as plain sets. */
    private record World(Set<LocalDate> off, Set<LocalDate> made, Set<LocalDate> closed, OfficeDays days) {

        static World of(Random random) {
            Set<LocalDate> off = new HashSet<>();
            Set<LocalDate> made = new HashSet<>();
            Set<LocalDate> closed = new HashSet<>();
            for (int i = 0; i < 60; i++) {
                LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(700));
                if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0) {
                    made.add(day);
                } else if (i % 3 == 0) {
                    closed.add(day);
                } else {
                    off.add(day);
                }
            }
            List<ExceptionDay> exceptions = new ArrayList<>();
            off.forEach(day -> exceptions.add(new ExceptionDay(day, ExceptionDay.Kind.OFF, "")));
            made.forEach(day -> exceptions.add(new ExceptionDay(day, ExceptionDay.Kind.WORK, "")));
            List<LocalClosure> closures = closed.stream()
                    .map(day -> new LocalClosure("x", day, LocalClosure.Part.DAY, "風"))
                    .toList();
            OfficeDays days = OfficeCalendar.of(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 12, 31), exceptions)
                    .days("x", new LocalClosures(closures));
            return new World(off, made, closed, days);
        }

        boolean works(LocalDate day) {
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            return (weekend ? made.contains(day) : !off.contains(day)) && !closed.contains(day);
        }
    }

    /** Days on which the clock stands: strictly between request and answer, 30 at most. */
    private static Set<LocalDate> paused(List<Pause> pauses) {
        Set<LocalDate> days = new HashSet<>();
        for (Pause pause : pauses) {
            int taken = 0;
            LocalDate day = pause.requested().plusDays(1);
            while (day.isBefore(pause.end()) && taken < 30) {
                days.add(day);
                taken++;
                day = day.plusDays(1);
            }
        }
        return days;
    }

    private static LocalDate walked(World world, CaseTime time, boolean rolls) {
        Set<LocalDate> paused = paused(time.pauses());
        boolean working = time.limit().basis() == Basis.WORKING_DAY;
        LocalDate day = time.startedAt().toLocalDate();
        int left = time.limit().amount();
        while (true) {
            day = day.plusDays(1);
            if (paused.contains(day)) {
                continue;
            }
            left -= !working || world.works(day) ? 1 : 0;
            if (left <= 0 && (world.works(day) || !(working || rolls))) {
                return day;
            }
        }
    }

    private static LocalDateTime walkedHours(CaseTime time) {
        Set<LocalDate> paused = paused(time.pauses());
        LocalDateTime moment = time.startedAt();
        int left = time.limit().amount();
        while (left > 0) {
            LocalDateTime next = moment.plusHours(1);
            left -= paused.contains(moment.toLocalDate()) ? 0 : 1;
            moment = next;
        }
        return moment;
    }

    private static CaseTime made(Random random, Basis basis) {
        int amount = 1 + random.nextInt(basis == Basis.HOUR ? 200 : 40);
        LocalDateTime received =
                LocalDate.of(2024, 1, 10).plusDays(random.nextInt(500)).atTime(random.nextInt(24), 0);
        List<Pause> pauses = new ArrayList<>();
        LocalDate day = received.toLocalDate();
        for (int i = random.nextInt(4); i > 0; i--) {
            LocalDate requested = day.plusDays(random.nextInt(20));
            LocalDate answered = requested.plusDays(random.nextInt(45));
            pauses.add(Pause.answered(requested, answered, "x", NOTICE));
            day = answered;
        }
        return new CaseTime(new TimeLimit(amount, basis), CaseStart.of(received), pauses, List.of());
    }

    @Test
    void everyCaseAgreesWithWalking() {
        Random random = new Random(14718);
        for (int i = 0; i < CASES; i++) {
            World world = World.of(random);
            Basis basis = BASES.get(i % BASES.size());
            boolean rolls = random.nextBoolean();
            DeadlineRules rules = rolls ? DeadlineRules.DEFAULT.rolling() : DeadlineRules.DEFAULT;
            CaseTime time = made(random, basis);
            Deadline deadline = Deadline.of(time, rules, world.days());
            String expected = basis == Basis.HOUR
                    ? walkedHours(time).toString()
                    : walked(world, time, rolls).toString();
            assertEquals(expected, deadline.due().toString(), () -> time + " rolls " + rolls + "\n" + deadline.steps());
            if (basis == Basis.WORKING_DAY) {
                assertEquals(
                        time.limit().amount(),
                        deadline.usedWorkingDays(deadline.due().day(), world.days()));
            }
        }
    }

    /** The sum that is printed is the sum of an auditor: all − weekends − off + made up. */
    @Test
    void printedSumsAddUp() {
        Random random = new Random(20051007);
        for (int i = 0; i < CASES; i++) {
            World world = World.of(random);
            CaseTime time = made(random, Basis.WORKING_DAY);
            for (Step step :
                    Deadline.of(time, DeadlineRules.DEFAULT, world.days()).steps()) {
                if (step instanceof Step.WorkingDays sum) {
                    assertEquals(time.limit().amount(), sum.counted());
                    long off = sum.from()
                            .datesUntil(sum.until().plusDays(1))
                            .filter(day -> day.getDayOfWeek().getValue() < 6 && !world.works(day))
                            .count();
                    assertEquals(off, sum.off());
                }
            }
        }
    }
}
