package tw.minsheng.statistics.sampling;

import java.util.List;

/**
 * How the answers were drawn; travels with them. Units are drawn one by one within each stratum: the answers themselves, or
 * first-stage units (clusters, sessions) that hold several of them.
 *
 * @param strata one for a simple random or systematic sample
 * @param lonely what a stratum with one unit adds to the variance
 * @param stratumOfUnit the stratum of each first-stage unit, from 0; empty where each answer was drawn for itself
 */
public record SampleDesign(List<Stratum> strata, LonelyRule lonely, List<Integer> stratumOfUnit) {

    public SampleDesign {
        strata = List.copyOf(strata);
        stratumOfUnit = List.copyOf(stratumOfUnit);
        if (strata.isEmpty()) {
            throw new IllegalArgumentException("a design has at least one stratum");
        }
        int known = strata.size();
        if (stratumOfUnit.stream().anyMatch(stratum -> stratum < 0 || stratum >= known)) {
            throw new IllegalArgumentException("a unit lies in one of the strata");
        }
    }

    /** A simple random or systematic sample. */
    public static SampleDesign simple(Population population) {
        return stratified(List.of(new Stratum("", population)));
    }

    public static SampleDesign stratified(List<Stratum> strata) {
        return new SampleDesign(strata, LonelyRule.ADJUST, List.of());
    }

    /**
     * First-stage units within strata; the populations of the strata count units.
     *
     * @param stratumOfUnit of one unit or more
     */
    public static SampleDesign clustered(List<Stratum> strata, List<Integer> stratumOfUnit) {
        if (stratumOfUnit.isEmpty()) {
            throw new IllegalArgumentException("a design in clusters has at least one of them");
        }
        return new SampleDesign(strata, LonelyRule.ADJUST, stratumOfUnit);
    }

    public SampleDesign with(LonelyRule rule) {
        return new SampleDesign(strata, rule, stratumOfUnit);
    }

    public boolean isClustered() {
        return !stratumOfUnit.isEmpty();
    }

    /** How many places an answer can have: units where there are any, else strata. */
    public int places() {
        return isClustered() ? stratumOfUnit.size() : strata.size();
    }

    /** The stratum of a place. */
    public int stratumOf(int place) {
        return isClustered() ? stratumOfUnit.get(place) : place;
    }
}
