package tw.minsheng.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OfficeDaysTest {

    private static final OfficeCalendar PRODUCT = ProductCalendar.read();
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private static OfficeDays closed(LocalClosure... closures) {
        return PRODUCT.days("前鎮區", new LocalClosures(List.of(closures)));
    }

    private static LocalClosure typhoon(String district, LocalDate day, LocalClosure.Part part) {
        return new LocalClosure(district, day, part, "颱風");
    }

    @Test
    void calendarThatContradictsItselfIsRefused() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        ExceptionDay off = new ExceptionDay(day, ExceptionDay.Kind.OFF, "");
        assertThrows(IllegalArgumentException.class, () -> OfficeCalendar.of(day, day.minusDays(1), List.of()));
        assertThrows(IllegalArgumentException.class, () -> OfficeCalendar.of(day, day, List.of(off, off)));
        assertThrows(
                IllegalArgumentException.class,
                () -> OfficeCalendar.of(day.plusDays(1), day.plusDays(2), List.of(off)));
    }

    @Test
    void officeHoursThatOverlapAreRefused() {
        LocalTime noon = LocalTime.NOON;
        assertThrows(IllegalArgumentException.class, () -> new OfficeHours(noon, noon, noon, noon));
    }

    /** Against walking day by day, within the covered days and far beyond them. */
    @Test
    void stepsAndCountsAgreeWithWalking() {
        OfficeDays days = closed(
                typhoon("前鎮區", MONDAY, LocalClosure.Part.DAY),
                typhoon("", LocalDate.of(2031, 7, 15), LocalClosure.Part.DAY));
        Random random = new Random(20261123);
        for (int i = 0; i < 2_000; i++) {
            LocalDate from = LocalDate.of(2010, 1, 1).plusDays(random.nextInt(9_000));
            int n = 1 + random.nextInt(60);
            LocalDate walked = from;
            for (int left = n; left > 0; left -= days.isWorking(walked) ? 1 : 0) {
                walked = walked.plusDays(1);
            }
            assertEquals(walked, days.plus(from, n), () -> from + " + " + n);
            assertEquals(n, days.between(from, walked));
            assertEquals(-n, days.between(walked, from));
            LocalDate back = walked;
            for (int left = n; left > 0; left -= days.isWorking(back) ? 1 : 0) {
                back = back.minusDays(1);
            }
            assertEquals(back, days.minus(walked, n), () -> from + " - " + n);
        }
    }

    @Test
    void workingDayIsTheNextFromItselfOn() {
        OfficeDays days = PRODUCT.days();
        LocalDate saturday = LocalDate.of(2026, 11, 21);
        assertEquals(MONDAY, days.onOrAfter(saturday));
        assertEquals(MONDAY, days.onOrAfter(MONDAY));
        assertEquals(MONDAY.plusDays(1), days.next(MONDAY));
        assertEquals(LocalDate.of(2026, 11, 20), days.onOrBefore(saturday));
        assertEquals(MONDAY, days.onOrBefore(MONDAY));
    }

    @Test
    void typhoonClosesOnlyItsDistrictAndMakesAnotherVersion() {
        OfficeDays here = closed(typhoon("前鎮區", MONDAY, LocalClosure.Part.DAY));
        OfficeDays there =
                PRODUCT.days("旗山區", new LocalClosures(List.of(typhoon("前鎮區", MONDAY, LocalClosure.Part.DAY))));
        assertFalse(here.isWorking(MONDAY));
        assertTrue(there.isWorking(MONDAY));
        assertEquals(PRODUCT.version(), there.version());
        assertNotEquals(there.version(), here.version());
        assertFalse(closed(typhoon("", MONDAY, LocalClosure.Part.DAY)).isWorking(MONDAY));
    }

    @Test
    void halfDayIsWorkedInItsOtherHalf() {
        OfficeDays days = closed(typhoon("前鎮區", MONDAY, LocalClosure.Part.MORNING));
        assertTrue(days.isWorking(MONDAY));
        assertTrue(days.isHalf(MONDAY));
        assertEquals(Set.of(OfficeDays.Half.AFTERNOON), days.open(MONDAY));
        assertEquals(
                SpecialDay.Kind.CLOSED_MORNING,
                days.special(MONDAY.minusDays(1), MONDAY).iterator().next().kind());
        OfficeDays both = closed(
                typhoon("前鎮區", MONDAY, LocalClosure.Part.MORNING), typhoon("", MONDAY, LocalClosure.Part.AFTERNOON));
        assertFalse(both.isWorking(MONDAY));
        assertEquals(Set.of(), both.open(MONDAY));
    }

    @Test
    void dayMadeUpIsSpecialAndHolidayOnAWeekendIsNot() {
        OfficeDays days = PRODUCT.days();
        LocalDate made = LocalDate.of(2025, 2, 8);
        assertEquals(
                SpecialDay.Kind.WORK,
                days.special(made.minusDays(1), made).iterator().next().kind());
        OfficeCalendar sunday = OfficeCalendar.of(
                MONDAY.minusDays(10),
                MONDAY,
                List.of(new ExceptionDay(MONDAY.minusDays(1), ExceptionDay.Kind.OFF, "投票日")));
        assertEquals(0, sunday.days().special(MONDAY.minusDays(10), MONDAY).size());
    }

    @Test
    void officeTimeLeavesOutNightsWeekendsNoonAndClosedHalves() {
        OfficeTime time = new OfficeTime(PRODUCT.days(), OfficeHours.DEFAULT);
        LocalDateTime friday = LocalDateTime.of(2026, 11, 20, 16, 30);
        assertEquals(MONDAY.atTime(9, 0), time.plus(friday, Duration.ofHours(2)));
        assertEquals(MONDAY.atTime(12, 0), time.plus(friday, Duration.ofHours(5)));
        assertEquals(MONDAY.atTime(14, 30), time.plus(friday, Duration.ofHours(6)));
        assertEquals(Duration.ofHours(6), time.between(friday, MONDAY.atTime(14, 30)));
        assertEquals(Duration.ZERO, time.between(MONDAY.atTime(14, 30), friday));
        assertEquals(MONDAY.atTime(13, 30), time.onOrAfter(MONDAY.atTime(12, 0)));
        assertEquals(MONDAY.atTime(8, 0), time.onOrAfter(friday.withHour(17)));
        OfficeTime storm =
                new OfficeTime(closed(typhoon("前鎮區", MONDAY, LocalClosure.Part.MORNING)), OfficeHours.DEFAULT);
        assertEquals(MONDAY.atTime(14, 30), storm.plus(friday, Duration.ofHours(2)));
    }

    @Test
    void daysThatTwoCalendarsSeeDifferentlyAreNamed() {
        OfficeDays storm = closed(typhoon("前鎮區", MONDAY, LocalClosure.Part.DAY));
        assertEquals(List.of(MONDAY), storm.differing(PRODUCT.days(), MONDAY.minusDays(5), MONDAY.plusDays(5)));
    }
}
