package tw.minsheng.petition.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.minsheng.calendar.ExceptionDay;
import tw.minsheng.calendar.LocalClosure;
import tw.minsheng.calendar.LocalClosures;
import tw.minsheng.calendar.OfficeCalendar;
import tw.minsheng.calendar.OfficeDays;
import tw.minsheng.calendar.OfficeHours;
import tw.minsheng.calendar.ProductCalendar;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;

/** Due dates with their explanations. November 2026 has no holiday; its 20th is a Friday. */
class DeadlineTest {

    private static final OfficeCalendar PRODUCT = ProductCalendar.read();
    private static final OfficeDays DAYS = PRODUCT.days();
    private static final LocalDateTime FRIDAY = LocalDateTime.of(2026, 11, 20, 10, 30);
    private static final CaseTime SIX = CaseTime.of(new TimeLimit(6, Basis.WORKING_DAY), FRIDAY);

    private static LocalDate november(int day) {
        return LocalDate.of(2026, 11, day);
    }

    private static LocalDate december(int day) {
        return LocalDate.of(2026, 12, day);
    }

    private static CitizenNotice notice(LocalDate sent) {
        return new CitizenNotice(CitizenNotice.Channel.LETTER, sent.atTime(11, 0), "高市工字第1號");
    }

    private static Pause pause(LocalDate requested, LocalDate answered) {
        return Pause.answered(requested, answered, "缺照片", notice(requested));
    }

    private static Deadline of(CaseTime time) {
        return Deadline.of(time, DeadlineRules.DEFAULT, DAYS);
    }

    private static List<String> words(Deadline deadline) {
        List<String> words = new StepWords(Language.ZH_TW).of(deadline.steps());
        List<String> english = new StepWords(Language.EN).of(deadline.steps());
        for (List<String> each : List.of(words, english)) {
            each.forEach(line -> assertFalse(line.contains("{"), line));
        }
        return words;
    }

    private static void says(Deadline deadline, String... lines) {
        List<String> words = words(deadline);
        List.of(lines).forEach(line -> assertTrue(words.contains(line), () -> line + " not in\n" + words));
    }

    @Test
    void limitOfNothingOrOfTooMuchIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new TimeLimit(0, Basis.HOUR));
        assertThrows(IllegalArgumentException.class, () -> new TimeLimit(10_001, Basis.HOUR));
        assertTrue(new TimeLimit(31, Basis.WORKING_DAY).isOver(30));
        assertFalse(new TimeLimit(720, Basis.HOUR).isOver(30));
    }

    @Test
    void pauseWithoutReasonOrInTheWrongOrderIsRefused() {
        Problem problem = assertThrows(
                Problem.class, () -> Pause.answered(november(24), november(23), " ", notice(november(24))));
        assertEquals(
                List.of("pause.reason", "pause.order"),
                problem.faults().stream().map(fault -> fault.code()).toList());
    }

    @Test
    void pausesThatOverlapAreRefused() {
        CaseTime time = SIX.paused(pause(november(23), november(26)), DeadlineRules.DEFAULT);
        assertThrows(Problem.class, () -> time.paused(pause(november(25), november(27)), DeadlineRules.DEFAULT));
        assertEquals(
                2,
                time.paused(pause(november(26), november(30)), DeadlineRules.DEFAULT)
                        .pauses()
                        .size());
    }

    @Test
    void pauseBeforeTheReceiptOrForAnotherAgencyIsRefused() {
        CitizenNotice told = notice(november(19));
        Pause other = new Pause(Pause.Cause.OTHER_AGENCY, november(19), november(24), false, "會勘", told, false);
        Problem problem = assertThrows(Problem.class, () -> SIX.paused(other, DeadlineRules.DEFAULT));
        assertEquals(
                List.of("pause.other_agency", "pause.before_receipt"),
                problem.faults().stream().map(fault -> fault.code()).toList());
    }

    @Test
    void clockStandsForAnotherAgencyWhereThatIsTurnedOn() {
        Pause other = new Pause(
                Pause.Cause.OTHER_AGENCY, november(24), november(30), false, "會勘", notice(november(24)), false);
        DeadlineRules rules = new DeadlineRules(
                false,
                DeadlineRules.Hours.CLOCK,
                OfficeHours.DEFAULT,
                new PauseRules(30, true, 14),
                ExtensionRules.DEFAULT);
        Deadline deadline = Deadline.of(SIX.paused(other, rules), rules, DAYS);
        assertEquals(Due.day(december(3)), deadline.due());
        assertTrue(words(deadline).get(3).startsWith("待其他機關（會勘）："), words(deadline)::toString);
    }

    @Test
    void unansweredRequestMayEndTheCaseOnlyAfterItsTime() {
        Pause open = Pause.open(november(23), november(23), "缺照片", notice(november(23)));
        CaseTime asked = SIX.paused(open, DeadlineRules.DEFAULT);
        assertFalse(PauseRules.DEFAULT.mayClose(SIX));
        assertFalse(PauseRules.DEFAULT.mayClose(asked));
        assertFalse(PauseRules.DEFAULT.mayClose(asked.unanswered(december(7))));
        assertTrue(PauseRules.DEFAULT.mayClose(asked.unanswered(december(8))));
        assertFalse(PauseRules.DEFAULT.mayClose(asked.answered(december(8))), "she answered, if late");
    }

    @Test
    void noticeThatCannotBeFoundAgainIsRefused() {
        assertThrows(Problem.class, () -> new CitizenNotice(CitizenNotice.Channel.PHONE, FRIDAY, ""));
    }

    @Test
    void caseAloneHasOneReceipt() {
        Receipt one = new Receipt("A", FRIDAY);
        assertThrows(IllegalArgumentException.class, () -> new CaseStart(MergeKind.NONE, List.of(one, one)));
        assertThrows(IllegalArgumentException.class, () -> new CaseStart(MergeKind.JOINED, List.of()));
    }

    /** The check values of petitions.md, section 4; 2005-10-07 was a Friday, 10 October off. */
    @Test
    void checkValuesOfTheSpecification() {
        OfficeDays days = OfficeCalendar.of(
                        LocalDate.of(2005, 1, 1),
                        LocalDate.of(2005, 12, 31),
                        List.of(new ExceptionDay(LocalDate.of(2005, 10, 10), ExceptionDay.Kind.OFF, "國慶日")))
                .days();
        LocalDateTime received = LocalDate.of(2005, 10, 7).atTime(15, 0);
        assertEquals("2005-10-17", due(10, Basis.CALENDAR_DAY, received, days));
        assertEquals("2005-10-18", due(6, Basis.WORKING_DAY, received, days));
        assertEquals("2005-11-21", due(30, Basis.WORKING_DAY, received, days));
        assertEquals("2005-11-06", due(30, Basis.CALENDAR_DAY, received, days));
        CaseTime thirty = CaseTime.of(new TimeLimit(30, Basis.CALENDAR_DAY), received);
        Deadline rolled = Deadline.of(thirty, DeadlineRules.DEFAULT.rolling(), days);
        assertEquals("2005-11-07", rolled.due().toString());
        says(rolled, "末日 2005-11-06（星期日）不上班，依設定順延至次一工作日 2005-11-07（星期一）。");
    }

    private static String due(int limit, Basis basis, LocalDateTime received, OfficeDays days) {
        return Deadline.of(CaseTime.of(new TimeLimit(limit, basis), received), DeadlineRules.DEFAULT, days)
                .due()
                .toString();
    }

    /** The example of interfaces.md. */
    @Test
    void sixWorkingDaysFromAFridayAreExplained() {
        Deadline deadline = of(SIX);
        assertEquals(Due.day(november(30)), deadline.due());
        assertEquals(
                List.of(
                        "收文：2026-11-20（星期五）。",
                        "辦理期限 6 個工作日，自收文次日起算，第 1 日為 2026-11-23（星期一）。",
                        "2026-11-21（星期六）至 2026-11-30（星期一）共 10 日，扣除星期六、日 4 日，為 6 個工作日。",
                        "應於 2026-11-30（星期一）前（含當日）辦結。",
                        "依行事曆版本 " + PRODUCT.version() + "，涵蓋 2017-01-01（星期日）至 2027-12-31（星期五）。"),
                words(deadline));
        assertFalse(deadline.due().isPassedAt(november(30).atTime(23, 59)));
        assertTrue(deadline.due().isPassedAt(december(1).atStartOfDay()));
    }

    /** 2025: Friday 24 January, then the New Year until 2 February, and Saturday 8 February worked. */
    @Test
    void holidaysAndDaysMadeUpAreNamed() {
        CaseTime time = CaseTime.of(
                new TimeLimit(6, Basis.WORKING_DAY), LocalDate.of(2025, 1, 24).atTime(9, 0));
        Deadline deadline = of(time);
        assertEquals(LocalDate.of(2025, 2, 8), deadline.due().day());
        says(
                deadline,
                "2025-01-28（星期二）「農曆除夕」放假，不計。",
                "2025-02-08（星期六）「補行上班」上班，計入。",
                "2025-01-25（星期六）至 2025-02-08（星期六）共 15 日，扣除星期六、日 5 日與平日放假或停班 5 日，加計假日上班 1 日，為 6 個工作日。");
    }

    /** Day 1 Monday 23; asked on Tuesday 24, answered on Monday 30: 25, 26 and 27 do not count. */
    @Test
    void pauseLeavesOutTheDaysBetween() {
        Deadline deadline = of(SIX.paused(pause(november(24), november(30)), DeadlineRules.DEFAULT));
        assertEquals(Due.day(december(3)), deadline.due());
        assertEquals(5, deadline.pausedDays(december(3)));
        assertEquals(6, deadline.usedWorkingDays(december(3), DAYS));
        says(
                deadline,
                "補正（缺照片）：2026-11-24（星期二）通知、2026-11-30（星期一）補正，兩日都計；2026-11-25（星期三）至"
                        + " 2026-11-29（星期日）暫停，不計 3 個工作日，期限由 2026-11-30（星期一）移至 2026-12-03（星期四）。");
    }

    @Test
    void pauseAnsweredTheNextDayChangesNothing() {
        Deadline deadline = of(SIX.paused(pause(november(24), november(25)), DeadlineRules.DEFAULT));
        assertEquals(Due.day(november(30)), deadline.due());
        says(deadline, "2026-11-24（星期二）至 2026-11-25（星期三）的暫停，首尾兩日都計，其間沒有日子，期限不變。");
    }

    @Test
    void pauseAfterTheCaseWasDueChangesNothing() {
        Deadline deadline = of(SIX.paused(pause(december(1), december(10)), DeadlineRules.DEFAULT));
        assertEquals(Due.day(november(30)), deadline.due());
        says(deadline, "2026-12-01（星期二）起的暫停在期限 2026-11-30（星期一）屆滿之後，期限不變。");
    }

    @Test
    void openPauseMovesTheDueDateWithEveryDay() {
        Pause open = Pause.open(november(24), november(26), "缺照片", notice(november(24)));
        Deadline deadline = of(SIX.paused(open, DeadlineRules.DEFAULT));
        assertTrue(deadline.isWaiting());
        assertEquals(Due.day(december(2)), deadline.due());
        Pause next = Pause.open(november(24), november(27), "缺照片", notice(november(24)));
        assertEquals(
                Due.day(december(3)),
                of(SIX.paused(next, DeadlineRules.DEFAULT)).due());
        assertTrue(words(deadline).stream().anyMatch(line -> line.contains("尚未補正")), words(deadline)::toString);
    }

    /** Paused 25 November to 24 December; 25 December is off, days 3 to 6 are 28 to 31 December. */
    @Test
    void pauseStopsTheClockForItsLongestTimeOnly() {
        Deadline deadline = of(SIX.paused(pause(november(24), LocalDate.of(2027, 3, 1)), DeadlineRules.DEFAULT));
        assertEquals(30, deadline.pausedDays(LocalDate.of(2027, 3, 1)));
        assertEquals(LocalDate.of(2026, 12, 31), deadline.due().day());
        says(deadline, "2026-11-24（星期二）起的暫停以 30 日為限，超過的日子照計。");
    }

    @Test
    void joinedCasesCountFromTheFirstAndCollectedFromTheLast() {
        List<Receipt> receipts = List.of(
                new Receipt("B", november(18).atTime(9, 0)),
                new Receipt("A", november(16).atTime(9, 0)));
        Deadline joined = of(SIX.merged(new CaseStart(MergeKind.JOINED, receipts)));
        assertEquals(Due.day(november(24)), joined.due());
        says(joined, "併辦案件 A、B：自最早收文的 A 起算，其餘存查；收文 2026-11-16（星期一）。");
        Deadline collected = of(SIX.merged(new CaseStart(MergeKind.COLLECTED, receipts)));
        assertEquals(Due.day(november(26)), collected.due());
        says(collected, "彙辦案件 A、B：自最後收文的 B 起算；收文 2026-11-18（星期三）。");
    }

    @Test
    void typhoonDayOfTheDistrictDoesNotCount() {
        LocalClosures storm =
                new LocalClosures(List.of(new LocalClosure("前鎮區", november(25), LocalClosure.Part.DAY, "颱風")));
        Deadline here = Deadline.of(SIX, DeadlineRules.DEFAULT, PRODUCT.days("前鎮區", storm));
        assertEquals(Due.day(december(1)), here.due());
        says(
                here,
                "2026-11-25（星期三）本地停班（颱風），不計。",
                "2026-11-21（星期六）至 2026-12-01（星期二）共 11 日，扣除星期六、日 4 日與平日放假或停班 1 日，加計假日上班 0 日，為 6 個工作日。");
        Deadline there = Deadline.of(SIX, DeadlineRules.DEFAULT, PRODUCT.days("旗山區", storm));
        assertEquals(Due.day(november(30)), there.due());
    }

    @Test
    void halfTyphoonDayCountsAsADay() {
        LocalClosures storm =
                new LocalClosures(List.of(new LocalClosure("", november(25), LocalClosure.Part.AFTERNOON, "颱風")));
        Deadline deadline = Deadline.of(SIX, DeadlineRules.DEFAULT, PRODUCT.days("前鎮區", storm));
        assertEquals(Due.day(november(30)), deadline.due());
        says(deadline, "2026-11-25（星期三）下午本地停班（颱風），仍計為工作日。");
    }

    @Test
    void changedCalendarIsAChangeWithItsDays() {
        OfficeDays storm = PRODUCT.days(
                "", new LocalClosures(List.of(new LocalClosure("", november(26), LocalClosure.Part.DAY, "颱風"))));
        DueChange change = DueChange.between(SIX, DeadlineRules.DEFAULT, DAYS, storm);
        assertTrue(change.isMoved());
        assertEquals(
                List.of(
                        "行事曆版本由 " + PRODUCT.version() + " 改為 " + storm.version() + "。",
                        "2026-11-26（星期四）改為不上班。",
                        "期限由 2026-11-30（星期一）改為 2026-12-01（星期二）。"),
                new StepWords(Language.ZH_TW).of(change.steps()));
        DueChange back = DueChange.between(SIX, DeadlineRules.DEFAULT, storm, DAYS);
        assertEquals(List.of(november(26)), back.newlyWorked());
        DueChange same = DueChange.between(SIX, DeadlineRules.DEFAULT, DAYS, DAYS);
        assertEquals(List.of("期限不變，仍為 2026-11-30（星期一）。"), new StepWords(Language.ZH_TW).of(same.steps()));
    }

    @Test
    void beyondTheCalendarTheDateIsProvisional() {
        CaseTime time = CaseTime.of(
                new TimeLimit(6, Basis.WORKING_DAY), LocalDate.of(2027, 12, 24).atTime(9, 0));
        Deadline deadline = of(time);
        assertTrue(deadline.provisional());
        assertEquals(LocalDate.of(2028, 1, 4), deadline.due().day());
        assertTrue(words(deadline).stream().anyMatch(line -> line.startsWith("暫算：")));
        assertFalse(of(SIX).provisional());
        CaseTime old = CaseTime.of(
                new TimeLimit(6, Basis.WORKING_DAY), LocalDate.of(2005, 10, 7).atTime(9, 0));
        assertTrue(of(old).provisional());
    }

    @Test
    void hoursCountNightAndDayOrOfficeTime() {
        CaseTime time = CaseTime.of(new TimeLimit(24, Basis.HOUR), FRIDAY);
        assertEquals("2026-11-21T10:30", of(time).due().toString());
        Deadline office = Deadline.of(time, DeadlineRules.DEFAULT.inOfficeHours(), DAYS);
        assertEquals("2026-11-25T10:30", office.due().toString());
        assertTrue(office.due().isPassedAt(november(25).atTime(10, 31)));
        assertFalse(office.due().isPassedAt(november(25).atTime(10, 30)));
        says(office, "辦理期限 24 個上班小時，自收文時刻起算，只計上班時間。", "應於 2026-11-25（星期三）10:30前辦結。");
    }

    @Test
    void pauseOfAnHourLimitTakesWholeDays() {
        CaseTime time = CaseTime.of(new TimeLimit(24, Basis.HOUR), FRIDAY)
                .paused(pause(november(20), november(24)), DeadlineRules.DEFAULT);
        assertEquals("2026-11-24T10:30", of(time).due().toString());
        Deadline office = Deadline.of(time, DeadlineRules.DEFAULT.inOfficeHours(), DAYS);
        assertEquals("2026-11-26T10:30", office.due().toString());
    }

    /** 07:30 is before office hours, and still the limit (plans S1 and S5). */
    @Test
    void clockTimeOutsideOfficeHoursCounts() {
        ClockLimit limit = new ClockLimit(LocalTime.of(7, 30), false);
        Deadline saturday = limit.deadline(FRIDAY, DAYS);
        assertEquals("2026-11-21T07:30", saturday.due().toString());
        assertTrue(saturday.due().isPassedAt(november(21).atTime(7, 31)));
        assertEquals(
                "2026-11-20T07:30",
                limit.deadline(november(20).atTime(7, 29), DAYS).due().toString());
        Deadline monday = new ClockLimit(LocalTime.of(8, 0), true).deadline(FRIDAY, DAYS);
        assertEquals("2026-11-23T08:00", monday.due().toString());
        says(monday, "工作日 08:00 前完成。");
    }

    @Test
    void reassignmentSplitsTheClockAndDoesNotRestartIt() {
        Deadline deadline = of(SIX);
        List<UnitClock.Held> held = UnitClock.held(
                deadline,
                List.of(
                        new UnitClock.Assignment("養護科", FRIDAY),
                        new UnitClock.Assignment("路燈科", november(25).atTime(9, 0))),
                november(30).atTime(17, 0),
                DAYS);
        assertEquals(3, held.get(0).workingDays());
        assertEquals(3, held.get(1).workingDays());
        assertEquals(5, held.get(1).calendarDays());
        assertEquals(november(23), UnitClock.moveBy(FRIDAY, false, DAYS));
        assertEquals(november(24), UnitClock.moveBy(FRIDAY, true, DAYS));
    }
}
