package tw.minsheng.petition.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tw.minsheng.calendar.LocalClosure;
import tw.minsheng.calendar.LocalClosures;
import tw.minsheng.calendar.OfficeCalendar;
import tw.minsheng.calendar.OfficeDays;
import tw.minsheng.calendar.OfficeHours;
import tw.minsheng.calendar.OfficeTime;
import tw.minsheng.calendar.ProductCalendar;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;

class AlertScheduleTest {

    private static final OfficeCalendar PRODUCT = ProductCalendar.read();
    private static final LocalDateTime FRIDAY = LocalDateTime.of(2026, 11, 20, 10, 30);
    private static final LocalDate END_OF_YEAR = LocalDate.of(2026, 12, 31);

    private static List<Alert> alerts(TimeLimit limit, OfficeDays days) {
        Deadline deadline = Deadline.of(CaseTime.of(limit, FRIDAY), DeadlineRules.DEFAULT, days);
        return schedule(days).alerts(deadline, limit.basis(), END_OF_YEAR);
    }

    private static AlertSchedule schedule(OfficeDays days) {
        return AlertSchedule.of(new OfficeTime(days, OfficeHours.DEFAULT));
    }

    private static List<String> lines(List<Alert> alerts) {
        return alerts.stream().map(each -> each.step() + " " + each.sendAt()).toList();
    }

    @Test
    void caseThatWaitsForTheCitizenRemindsNobody() {
        CitizenNotice notice = new CitizenNotice(CitizenNotice.Channel.SMS, FRIDAY, "1");
        CaseTime time = CaseTime.of(new TimeLimit(6, Basis.WORKING_DAY), FRIDAY)
                .paused(
                        Pause.open(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 25), "缺照片", notice),
                        DeadlineRules.DEFAULT);
        OfficeDays days = PRODUCT.days();
        Deadline deadline = Deadline.of(time, DeadlineRules.DEFAULT, days);
        assertEquals(List.of(), schedule(days).alerts(deadline, Basis.WORKING_DAY, END_OF_YEAR));
    }

    /** Six working days from 2026-11-20 end on Monday 2026-11-30; 25 December is off. */
    @Test
    void stepsOfSixWorkingDays() {
        List<Alert> alerts = alerts(new TimeLimit(6, Basis.WORKING_DAY), PRODUCT.days());
        assertEquals(
                List.of(
                        "half 2026-11-25T09:00",
                        "t-3 2026-11-25T09:00",
                        "t-1 2026-11-27T09:00",
                        "due 2026-11-30T09:00",
                        "overdue-1 2026-12-01T09:00",
                        "overdue-3 2026-12-03T09:00",
                        "overdue-week-1 2026-12-10T09:00",
                        "overdue-week-2 2026-12-17T09:00",
                        "overdue-week-3 2026-12-24T09:00",
                        "overdue-week-4 2026-12-31T09:00"),
                lines(alerts));
        assertTrue(alerts.get(0).isSilent());
        assertEquals(
                Set.of(Alert.Recipient.HANDLER, Alert.Recipient.HEAD),
                alerts.get(2).to());
        assertEquals(Set.of(Alert.Recipient.HEAD), alerts.get(4).to());
        assertEquals(Set.of(Alert.Recipient.CONTROL), alerts.get(5).to());
        Set<String> keys = new HashSet<>();
        alerts.forEach(each -> keys.add(each.key("C-1")));
        assertEquals(alerts.size(), keys.size());
        assertTrue(keys.contains("C-1 due 2026-11-30"), keys::toString);
    }

    @Test
    void noReminderComesBeforeTheReceipt() {
        assertEquals(
                List.of("half 2026-11-23T09:00", "due 2026-11-23T09:00"),
                lines(alerts(new TimeLimit(1, Basis.WORKING_DAY), PRODUCT.days()))
                        .subList(0, 2));
    }

    /** Nine calendar days end on Sunday 2026-11-29: its morning mail goes out on the Friday before. */
    @Test
    void mailsOfADayOffGoOutInOfficeTimeBeforeIt() {
        List<String> lines = lines(alerts(new TimeLimit(9, Basis.CALENDAR_DAY), PRODUCT.days()));
        assertTrue(lines.contains("due 2026-11-27T09:00"), lines::toString);
        assertTrue(lines.contains("half 2026-11-25T09:00"), lines::toString);
        assertTrue(lines.contains("overdue-1 2026-11-30T09:00"), lines::toString);
    }

    @Test
    void closedMorningMovesTheMailToTheAfternoon() {
        OfficeDays storm = PRODUCT.days(
                "",
                new LocalClosures(
                        List.of(new LocalClosure("", LocalDate.of(2026, 11, 27), LocalClosure.Part.MORNING, "颱風"))));
        List<String> lines = lines(alerts(new TimeLimit(6, Basis.WORKING_DAY), storm));
        assertTrue(lines.contains("t-1 2026-11-27T13:30"), lines::toString);
    }

    /** Due on Monday 07:30: a mail at 09:00 of that day would be too late, the next one says overdue. */
    @Test
    void limitBeforeOfficeHoursIsRemindedTheDayBefore() {
        OfficeDays days = PRODUCT.days();
        Deadline deadline = new ClockLimit(LocalTime.of(7, 30), true).deadline(FRIDAY.minusDays(1), days);
        assertEquals("2026-11-20T07:30", deadline.due().toString());
        Deadline monday = new ClockLimit(LocalTime.of(7, 30), true).deadline(FRIDAY.withHour(8), days);
        List<String> lines = lines(schedule(days).alerts(monday, Basis.HOUR, END_OF_YEAR));
        assertEquals("t-1 2026-11-20T09:00", lines.get(0));
        assertEquals("overdue-1 2026-11-24T09:00", lines.get(1));
    }

    @Test
    void overdueNoticeNeedsItsThreePartsAndAPerson() {
        PhoneCall call = new PhoneCall(FRIDAY, "", PhoneCall.Result.REACHED);
        Problem problem =
                assertThrows(Problem.class, () -> new OverdueNotice("", " ", LocalDate.of(2026, 11, 19), call));
        assertEquals(
                List.of("overdue.reason", "overdue.progress", "overdue.expected", "overdue.by"),
                problem.faults().stream().map(Fault::code).toList());
    }
}
