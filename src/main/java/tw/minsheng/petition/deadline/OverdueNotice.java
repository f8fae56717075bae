package tw.minsheng.petition.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;

/**
 * What the citizen is told when a case is overdue: three mandatory parts (逾期原因、辦理情形、預計完成時間) by telephone
 * first; the notice in writing follows from it. Requirements A4.5 and A4.6.
 */
public record OverdueNotice(String reason, String progress, LocalDate expected, PhoneCall phone) {

    /** @throws Problem {@code overdue.faults} with every part that is missing */
    public OverdueNotice {
        List<Fault> faults = new ArrayList<>();
        if (reason.isBlank()) {
            faults.add(Fault.of("reason", "overdue.reason"));
        }
        if (progress.isBlank()) {
            faults.add(Fault.of("progress", "overdue.progress"));
        }
        if (expected.isBefore(phone.at().toLocalDate())) {
            faults.add(Fault.of("expected", "overdue.expected"));
        }
        if (expected.isAfter(phone.at().toLocalDate().plusYears(1))) {
            faults.add(Fault.of("expected", "overdue.too_far"));
        }
        if (phone.by().isBlank()) {
            faults.add(Fault.of("phone", "overdue.by"));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("overdue.faults", faults);
        }
    }
}
