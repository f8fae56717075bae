package tw.minsheng.petition.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;

/**
 * What the citizen is told when a case is overdue: three mandatory parts (逾期原因、辦理情形、預計完成時間) by telephone
 * first; {@link #followedBy} adds the letter that completes it. Requirements A4.5 and A4.6.
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
        if (phone.by().isBlank()) {
            faults.add(Fault.of("phone", "overdue.by"));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("overdue.faults", faults);
        }
    }

    /** The notice by both ways. */
    public Complete followedBy(OverdueLetter letter) {
        return new Complete(this, letter);
    }

    /** The notice with its call and its letter. */
    public record Complete(OverdueNotice notice, OverdueLetter letter) {

        /** @throws Problem {@code overdue.faults} when the letter names nobody or no number, or came before the call */
        public Complete {
            List<Fault> faults = new ArrayList<>();
            if (letter.by().isBlank()) {
                faults.add(Fault.of("letter", "overdue.by"));
            }
            if (letter.docNo().isBlank()) {
                faults.add(Fault.of("doc_no", "overdue.doc_no"));
            }
            if (letter.sentAt().isBefore(notice.phone().at())) {
                faults.add(Fault.of("letter", "overdue.letter_first"));
            }
            if (!faults.isEmpty()) {
                throw Problem.invalid("overdue.faults", faults);
            }
        }
    }
}
