package tw.minsheng.petition.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tw.minsheng.calendar.OfficeDays;
import tw.minsheng.kernel.Fault;

/**
 * Who may extend, how often and how far; lengths are in the days of the limit's basis (calendar days for hours).
 *
 * @param unitHeadDays the longest extension that the head of a unit approves; longer ones the head of the agency
 * @param most extensions of one case
 * @param legalCap days in all beyond which the head of the agency approves, with a written reason to the petitioner
 * @param specialControl days in all beyond which the case is put under special control (專案列管)
 */
public record ExtensionRules(int unitHeadDays, int most, int legalCap, int specialControl) {

    /** 7 days by the head of a unit, twice at most, 30 days of the law, special control beyond 30. */
    public static final ExtensionRules DEFAULT = new ExtensionRules(7, 2, 30, 30);

    /** Every rule that forbids this extension; none when it may be granted. */
    public List<Fault> faults(CaseTime time, Extension extension, DeadlineRules rules, OfficeDays days) {
        Deadline now = Deadline.of(time, rules, days);
        Counting counting = Counting.of(time.limit().basis(), rules, days);
        LocalDate until = extension.until().toLocalDate();
        List<Fault> faults = new ArrayList<>();
        if (now.due().isPassedAt(extension.decidedAt())) {
            faults.add(due("decidedAt", "extension.after_due", now));
        }
        if (now.due().isPassedAt(extension.notice().sentAt())) {
            faults.add(due("notice", "extension.notice_late", now));
        }
        if (!now.due().isPassedAt(extension.until())) {
            faults.add(due("until", "extension.not_later", now));
        }
        if (until.isAfter(extension.decidedAt().toLocalDate().plusYears(1))) {
            faults.add(new Fault("until", "extension.too_far", Map.of("until", until.toString())));
        }
        if (time.limit().basis() == Basis.WORKING_DAY && !days.isWorking(until)) {
            faults.add(new Fault("until", "extension.not_worked", Map.of("until", until.toString())));
        }
        if (time.extensions().size() >= most) {
            faults.add(new Fault("", "extension.too_many", Map.of("most", Integer.toString(most))));
        }
        faults.addAll(approval(counting, now, extension));
        return faults;
    }

    private List<Fault> approval(Counting counting, Deadline now, Extension extension) {
        List<Fault> faults = new ArrayList<>();
        LocalDate until = extension.until().toLocalDate();
        long length = counting.days(now.due().day(), until);
        boolean overCap = now.countedDays(counting, until) > legalCap;
        boolean unitHead = extension.approver() == Extension.Approver.UNIT_HEAD;
        if (unitHead && length > unitHeadDays) {
            Map<String, String> args = Map.of("days", Long.toString(length), "most", Integer.toString(unitHeadDays));
            faults.add(new Fault("approver", "extension.unit_head", args));
        }
        if (overCap && unitHead) {
            faults.add(new Fault("approver", "extension.cap_head", Map.of("cap", Integer.toString(legalCap))));
        }
        if (overCap && !extension.notice().channel().isWritten()) {
            faults.add(new Fault("notice", "extension.cap_written", Map.of("cap", Integer.toString(legalCap))));
        }
        return faults;
    }

    private static Fault due(String place, String code, Deadline now) {
        return new Fault(place, code, Map.of("due", now.due().toString()));
    }
}
