package tw.minsheng.petition.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.minsheng.calendar.OfficeDays;
import tw.minsheng.calendar.ProductCalendar;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.Texts;

/** Six working days from Friday 2026-11-20 end on Monday 2026-11-30. */
class ExtensionTest {

    private static final OfficeDays DAYS = ProductCalendar.read().days();
    private static final DeadlineRules RULES = DeadlineRules.DEFAULT;
    private static final CaseTime SIX =
            CaseTime.of(new TimeLimit(6, Basis.WORKING_DAY), LocalDateTime.of(2026, 11, 20, 10, 30));
    private static final LocalDateTime IN_TIME = LocalDateTime.of(2026, 11, 27, 14, 0);

    private static Extension until(LocalDate until, Extension.Approver approver, CitizenNotice.Channel channel) {
        return decided(IN_TIME, until, approver, channel);
    }

    private static Extension decided(
            LocalDateTime at, LocalDate until, Extension.Approver approver, CitizenNotice.Channel channel) {
        CitizenNotice notice = new CitizenNotice(channel, at.plusMinutes(10), "高市工字第2號");
        return new Extension(at, until.atStartOfDay(), "須會勘", "已排定會勘", approver, notice);
    }

    private static Extension byUnitHead(LocalDate until) {
        return until(until, Extension.Approver.UNIT_HEAD, CitizenNotice.Channel.PHONE);
    }

    private static List<String> refused(CaseTime time, Extension extension) {
        Problem problem = assertThrows(Problem.class, () -> time.extended(extension, RULES, DAYS));
        Texts words = Texts.of(Deadline.class);
        for (Fault fault : problem.faults()) {
            String sentence = words.text(Language.ZH_TW, fault.code(), fault.args());
            assertFalse(sentence.contains("{"), sentence);
        }
        return problem.faults().stream().map(Fault::code).toList();
    }

    @Test
    void withoutReasonProgressOrLaterDayThereIsNoExtension() {
        CitizenNotice notice = new CitizenNotice(CitizenNotice.Channel.LETTER, IN_TIME, "1");
        Problem problem = assertThrows(
                Problem.class, () -> new Extension(IN_TIME, IN_TIME, "", " ", Extension.Approver.UNIT_HEAD, notice));
        assertEquals(
                List.of("extension.reason", "extension.progress", "extension.until"),
                problem.faults().stream().map(Fault::code).toList());
    }

    @Test
    void afterTheDueDateThereIsNoExtension() {
        Extension late = decided(
                LocalDateTime.of(2026, 12, 1, 0, 0),
                LocalDate.of(2026, 12, 4),
                Extension.Approver.UNIT_HEAD,
                CitizenNotice.Channel.PHONE);
        assertEquals(List.of("extension.after_due", "extension.notice_late"), refused(SIX, late));
    }

    @Test
    void noticeAfterTheDueDateIsTooLate() {
        CitizenNotice notice = new CitizenNotice(CitizenNotice.Channel.PHONE, LocalDateTime.of(2026, 12, 1, 9, 0), "1");
        Extension extension = new Extension(
                IN_TIME, LocalDate.of(2026, 12, 4).atStartOfDay(), "須會勘", "已排定", Extension.Approver.UNIT_HEAD, notice);
        assertEquals(List.of("extension.notice_late"), refused(SIX, extension));
    }

    @Test
    void newDayMustBeLaterAndWorked() {
        assertEquals(List.of("extension.not_later"), refused(SIX, byUnitHead(LocalDate.of(2026, 11, 30))));
        assertEquals(List.of("extension.not_worked"), refused(SIX, byUnitHead(LocalDate.of(2026, 12, 5))));
    }

    /** 2026-12-09 is the seventh working day after the 30th, 2026-12-10 the eighth. */
    @Test
    void moreThanSevenDaysNeedTheHeadOfTheAgency() {
        assertEquals(List.of("extension.unit_head"), refused(SIX, byUnitHead(LocalDate.of(2026, 12, 10))));
        CaseTime seven = SIX.extended(byUnitHead(LocalDate.of(2026, 12, 9)), RULES, DAYS);
        assertEquals("2026-12-09", Deadline.of(seven, RULES, DAYS).due().toString());
        Extension longer =
                until(LocalDate.of(2026, 12, 10), Extension.Approver.AGENCY_HEAD, CitizenNotice.Channel.PHONE);
        assertEquals(1, SIX.extended(longer, RULES, DAYS).extensions().size());
    }

    /** 2027-01-05 is the 31st working day: 25 December and 1 January are off. */
    @Test
    void beyondTheLegalCapTheReasonIsWrittenAndTheCaseIsUnderSpecialControl() {
        LocalDate beyond = LocalDate.of(2027, 1, 6);
        assertEquals(
                List.of("extension.unit_head", "extension.cap_head", "extension.cap_written"),
                refused(SIX, byUnitHead(beyond)));
        CaseTime extended =
                SIX.extended(until(beyond, Extension.Approver.AGENCY_HEAD, CitizenNotice.Channel.LETTER), RULES, DAYS);
        Deadline deadline = Deadline.of(extended, RULES, DAYS);
        assertTrue(deadline.specialControl());
        List<String> words = new StepWords(Language.ZH_TW).of(deadline.steps());
        assertTrue(words.contains("合計 31 日，超過 30 日，應專案列管。"), words::toString);
    }

    @Test
    void thirtyDaysInAllAreNotUnderSpecialControl() {
        CaseTime extended = SIX.extended(
                until(LocalDate.of(2027, 1, 5), Extension.Approver.AGENCY_HEAD, CitizenNotice.Channel.PHONE),
                RULES,
                DAYS);
        assertFalse(Deadline.of(extended, RULES, DAYS).specialControl());
    }

    @Test
    void aThirdExtensionIsOneTooMany() {
        CaseTime twice = SIX.extended(byUnitHead(LocalDate.of(2026, 12, 2)), RULES, DAYS)
                .extended(byUnitHead(LocalDate.of(2026, 12, 4)), RULES, DAYS);
        assertEquals(List.of("extension.too_many"), refused(twice, byUnitHead(LocalDate.of(2026, 12, 8))));
    }

    @Test
    void extensionIsExplainedWithItsNotice() {
        CaseTime extended = SIX.extended(byUnitHead(LocalDate.of(2026, 12, 2)), RULES, DAYS);
        List<String> words = new StepWords(Language.ZH_TW)
                .of(Deadline.of(extended, RULES, DAYS).steps());
        assertTrue(
                words.contains("展期（須會勘）：2026-11-27（星期五）經單位主管核准，已於 2026-11-27（星期五）以電話通知陳情人（高市工字第2號）；"
                        + "延長 2 個工作日，期限由 2026-11-30（星期一）展至 2026-12-02（星期三）。"),
                words::toString);
    }

    @Test
    void pauseAfterAnExtensionMovesTheExtendedDay() {
        LocalDate asked = LocalDate.of(2026, 12, 1);
        CitizenNotice notice = new CitizenNotice(CitizenNotice.Channel.EMAIL, asked.atTime(9, 0), "1");
        CaseTime time = SIX.extended(byUnitHead(LocalDate.of(2026, 12, 2)), RULES, DAYS)
                .paused(Pause.answered(asked, LocalDate.of(2026, 12, 4), "缺圖", notice), RULES);
        assertEquals("2026-12-04", Deadline.of(time, RULES, DAYS).due().toString());
        assertEquals("2026-11-30", Deadline.of(time, RULES, DAYS).unextended().toString());
    }

    @Test
    void closingStoresHowTheLimitWasKept() {
        CaseTime time = SIX.extended(byUnitHead(LocalDate.of(2026, 12, 2)), RULES, DAYS);
        ClosingFigures within = ClosingFigures.of(time, RULES, DAYS, LocalDateTime.of(2026, 11, 30, 17, 0));
        assertEquals(ClosingFigures.OnTime.WITHIN_LIMIT, within.onTime());
        assertEquals(6, within.usedWorkingDays());
        assertEquals(10, within.usedCalendarDays());
        assertEquals(2, within.extendedDays());
        assertEquals("2026-12-02", within.dueAtClose().toString());
        ClosingFigures extended = ClosingFigures.of(time, RULES, DAYS, LocalDateTime.of(2026, 12, 2, 23, 59));
        assertEquals(ClosingFigures.OnTime.WITHIN_EXTENSION, extended.onTime());
        ClosingFigures late = ClosingFigures.of(time, RULES, DAYS, LocalDateTime.of(2026, 12, 3, 0, 0));
        assertEquals(ClosingFigures.OnTime.LATE, late.onTime());
        assertEquals(9, late.usedWorkingDays());
        assertEquals(DAYS.version(), late.calendar());
    }

    @Test
    void closingCountsNoPausedDay() {
        LocalDate asked = LocalDate.of(2026, 11, 24);
        CitizenNotice notice = new CitizenNotice(CitizenNotice.Channel.EMAIL, asked.atTime(9, 0), "1");
        CaseTime time = SIX.paused(Pause.answered(asked, LocalDate.of(2026, 11, 30), "缺圖", notice), RULES);
        ClosingFigures figures = ClosingFigures.of(time, RULES, DAYS, LocalDateTime.of(2026, 12, 3, 9, 0));
        assertEquals(ClosingFigures.OnTime.WITHIN_LIMIT, figures.onTime());
        assertEquals(6, figures.usedWorkingDays());
        assertEquals(8, figures.usedCalendarDays());
        assertEquals(5, figures.pausedDays());
    }

    @Test
    void closingOnTheDayOfReceiptUsesNoDay() {
        ClosingFigures figures = ClosingFigures.of(SIX, RULES, DAYS, LocalDateTime.of(2026, 11, 20, 16, 0));
        assertEquals(0, figures.usedWorkingDays());
        assertEquals(0, figures.usedCalendarDays());
    }
}
