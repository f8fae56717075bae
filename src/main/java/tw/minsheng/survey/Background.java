package tw.minsheng.survey;

import java.util.List;
import tw.minsheng.kernel.LocalizedText;

/** What fills chapters 1 and 2 of the report; what is empty is said as 「未辦理」 or 「無」, never left out. */
public record Background(
        LocalizedText purpose,
        LocalizedText target,
        LocalizedText service,
        List<String> planItems,
        LocalizedText pretest,
        LocalizedText notCovered,
        LocalizedText replacement,
        LocalizedText incentive,
        List<Exclusion> exclusions) {

    /**
     * A data-quality rule fixed before data come.
     *
     * @param rule condition on {@code secondsPerItem}, {@code longestRun} or {@code straightlining}
     * @param exclude true: left out of the analysis; false: flagged only
     */
    public record Exclusion(String id, Condition rule, boolean exclude) {}

    public Background {
        planItems = List.copyOf(planItems);
        exclusions = List.copyOf(exclusions);
    }
}
