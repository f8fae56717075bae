package tw.minsheng.petition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tw.minsheng.kernel.Fault;

/** Texts that somebody has to write. */
final class Required {

    /** Reasons and explanations that stand in the history. */
    static final int REASON = 2_000;

    private Required() {}

    static void check(List<Fault> faults, String place, String text, String code, int most) {
        if (text.isBlank()) {
            faults.add(Fault.of(place, code));
        } else if (text.length() > most) {
            faults.add(new Fault(place, "case.text_long", Map.of("most", Integer.toString(most))));
        }
    }

    /** A case into which others were merged is answered or taken apart: ended otherwise, it would leave them waiting. */
    static void alone(List<Fault> faults, CaseFile file) {
        if (file.hasMerged()) {
            faults.add(Fault.of("", "case.has_merged"));
        }
    }

    static List<Fault> reason(String reason) {
        List<Fault> faults = new ArrayList<>();
        check(faults, "reason", reason, "case.reason", REASON);
        return faults;
    }
}
