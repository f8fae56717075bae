package tw.minsheng.petition.deadline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Problem;

/**
 * 展期: a later due date, decided before the case was due. The notice to the citizen is part of the act: without a notice
 * there is no extension. Whether it may be granted is asked of {@link ExtensionRules}.
 *
 * @param decidedAt when it was approved
 * @param until the new last day, or moment when the limit is in hours
 * @param reason why the limit cannot be kept
 * @param progress what has been done (辦理情形)
 * @param approver by whose office
 */
public record Extension(
        LocalDateTime decidedAt,
        LocalDateTime until,
        String reason,
        String progress,
        Approver approver,
        CitizenNotice notice)
        implements ClockAct {

    /** Who approves. */
    public enum Approver {
        /** 單位主管 */
        UNIT_HEAD,
        /** 機關首長 */
        AGENCY_HEAD;

        /** The word used in forms and in the history. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Approver> of(String key) {
            return Arrays.stream(values())
                    .filter(approver -> approver.key().equals(key))
                    .findFirst();
        }
    }

    /** @throws Problem {@code extension.faults} with every fault: no reason, no progress, no later day */
    public Extension {
        List<Fault> faults = new ArrayList<>();
        if (reason.isBlank()) {
            faults.add(Fault.of("reason", "extension.reason"));
        }
        if (progress.isBlank()) {
            faults.add(Fault.of("progress", "extension.progress"));
        }
        if (!until.isAfter(decidedAt)) {
            faults.add(Fault.of("until", "extension.until"));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("extension.faults", faults);
        }
    }

    @Override
    public LocalDate day() {
        return decidedAt.toLocalDate();
    }
}
