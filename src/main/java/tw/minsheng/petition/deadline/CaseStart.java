package tw.minsheng.petition.deadline;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The receipts from which a limit is counted: of the case itself, and of those merged with it. */
public record CaseStart(MergeKind kind, List<Receipt> receipts) {

    /** @throws IllegalArgumentException when there is no receipt, or several of one case */
    public CaseStart {
        receipts = List.copyOf(receipts);
        if (receipts.isEmpty() || (kind == MergeKind.NONE && receipts.size() > 1)) {
            throw new IllegalArgumentException(kind + " of " + receipts.size());
        }
    }

    /** A case that is handled alone. */
    public static CaseStart of(LocalDateTime receivedAt) {
        return new CaseStart(MergeKind.NONE, List.of(new Receipt("", receivedAt)));
    }

    /**
     * With a case more.
     *
     * @param own number of the case whose start this is
     * @throws IllegalArgumentException when the group is of another kind
     */
    public CaseStart joined(String own, Receipt other, MergeKind as) {
        if (kind != MergeKind.NONE && kind != as) {
            throw new IllegalArgumentException(kind + " is not " + as);
        }
        List<Receipt> all = new ArrayList<>();
        receipts.forEach(each -> all.add(kind == MergeKind.NONE ? new Receipt(own, each.at()) : each));
        all.add(other);
        return new CaseStart(as, all);
    }

    /** Without that case; alone again when it was the only other. */
    public CaseStart parted(String number) {
        List<Receipt> left =
                receipts.stream().filter(each -> !each.number().equals(number)).toList();
        return left.size() == 1 ? of(left.get(0).at()) : new CaseStart(kind, left);
    }

    /** The receipt that counts: the last for 彙辦, else the first. */
    public Receipt counted() {
        Receipt found = receipts.get(0);
        for (Receipt each : receipts) {
            boolean later = kind == MergeKind.COLLECTED;
            if (later ? each.at().isAfter(found.at()) : each.at().isBefore(found.at())) {
                found = each;
            }
        }
        return found;
    }

    /** The numbers of all cases, the earliest first. */
    public List<String> numbers() {
        return receipts.stream()
                .sorted(Comparator.comparing(Receipt::at))
                .map(Receipt::number)
                .toList();
    }
}
