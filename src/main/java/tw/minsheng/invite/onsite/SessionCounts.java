package tw.minsheng.invite.onsite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tw.minsheng.kernel.Fault;

/**
 * What staff counted in a session (計數表).
 *
 * @param passed visitors who came by
 * @param approached of them, who were asked
 * @param refused of them, who did not want to answer
 * @param ineligible of those who were asked, whom the survey is not about
 */
public record SessionCounts(int passed, int approached, int refused, int ineligible) {

    /**
     * What does not fit together, by field; a count below 0 is a fault of the caller.
     *
     * @param complete answers of the session that came by now
     */
    public List<Fault> faults(long complete) {
        List<Fault> faults = new ArrayList<>();
        if (approached > passed) {
            faults.add(fault("approached", "onsite.fault.passed", approached, passed));
        }
        if ((long) refused + ineligible > approached) {
            faults.add(fault("refused", "onsite.fault.outcomes", (long) refused + ineligible, approached));
        } else if (refused + ineligible + complete > approached) {
            faults.add(fault("approached", "onsite.fault.answers", refused + ineligible + complete, approached));
        }
        return faults;
    }

    private static Fault fault(String field, String code, long part, long whole) {
        return new Fault(field, code, Map.of("part", Long.toString(part), "whole", Long.toString(whole)));
    }
}
