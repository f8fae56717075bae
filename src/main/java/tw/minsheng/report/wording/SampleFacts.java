package tw.minsheng.report.wording;

import java.util.List;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.statistics.Value;
import tw.minsheng.survey.SamplingPlan;

/**
 * What the sentence about a sample is made of.
 *
 * @param open true when the people chose to answer, whatever the design says
 * @param n answers used
 * @param population size of the frame, 0 when there is none
 * @param target the people whom the survey is about
 * @param weightedBy variables of the weighting, empty when nothing is weighted
 * @param level confidence level in (0, 1)
 * @param figures the figures of the sample
 * @param period days of the fieldwork in words, for on-site samples
 * @param uncounted true where answers were drawn in clusters or sessions that the data do not name, so that their likeness is not in
 *     the variance: there is no design effect to speak of and no interval
 */
public record SampleFacts(
        SamplingPlan plan,
        boolean open,
        long n,
        long population,
        LocalizedText target,
        List<LocalizedText> weightedBy,
        boolean weighted,
        double level,
        Figures figures,
        LocalizedText period,
        boolean uncounted) {

    private static final double USUAL_LEVEL = 0.95;

    /** From this share of the population on, the finite population correction is made and said. */
    public static final double LARGE_SHARE = 0.05;

    /**
     * Figures as shares (.0305), each a value or the reason why there is none.
     *
     * @param margin half width for simple random sampling, p = .5; corrected for the population where the sample is large
     * @param marginDeff the same with the design effect
     * @param rate response rate, and {@code rateName} which one of AAPOR's
     */
    public record Figures(Value margin, Value marginDeff, Value deff, Value nEffective, Value rate, String rateName) {}

    public SampleFacts {
        weightedBy = List.copyOf(weightedBy);
    }

    /** The confidence level of all margins and intervals of a plan, in (0, 1); {@value #USUAL_LEVEL} when it has none. */
    public static double level(SamplingPlan plan) {
        return plan.precision().isGiven() ? plan.precision().confidence() : USUAL_LEVEL;
    }

    /** Whether answers were drawn in clusters or sessions. */
    public boolean isClustered() {
        return plan.design() == SamplingPlan.Design.CLUSTER || plan.design() == SamplingPlan.Design.ONSITE;
    }

    /** Whether the sample is so large that the finite population correction is made. */
    public boolean isLargeShare() {
        return population > n && n >= LARGE_SHARE * population;
    }

    /** The first code that holds. */
    public SampleCode code() {
        SamplingPlan.Design design = plan.design();
        if (design == SamplingPlan.Design.QUOTA) {
            return SampleCode.W6;
        }
        if (open || design == SamplingPlan.Design.CONVENIENCE) {
            return SampleCode.W5;
        }
        if (design == SamplingPlan.Design.CENSUS) {
            return SampleCode.W4;
        }
        boolean simple = design == SamplingPlan.Design.SRS || design == SamplingPlan.Design.SYSTEMATIC;
        return simple && !weighted ? SampleCode.W1 : SampleCode.W2;
    }
}
