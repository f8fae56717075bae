package tw.minsheng.statistics.sampling;

import java.util.List;

/**
 * How the answers were drawn; travels with them. Units are drawn one by one within each stratum.
 *
 * @param strata one for a simple random or systematic sample
 * @param lonely what a stratum with one answer adds to the variance
 */
public record SampleDesign(List<Stratum> strata, LonelyRule lonely) {

    public SampleDesign {
        strata = List.copyOf(strata);
        if (strata.isEmpty()) {
            throw new IllegalArgumentException("a design has at least one stratum");
        }
    }

    /** A simple random or systematic sample. */
    public static SampleDesign simple(Population population) {
        return new SampleDesign(List.of(new Stratum("", population)), LonelyRule.ADJUST);
    }

    public static SampleDesign stratified(List<Stratum> strata) {
        return new SampleDesign(strata, LonelyRule.ADJUST);
    }

    public SampleDesign with(LonelyRule rule) {
        return new SampleDesign(strata, rule);
    }
}
