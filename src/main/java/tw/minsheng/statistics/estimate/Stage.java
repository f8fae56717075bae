package tw.minsheng.statistics.estimate;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tw.minsheng.statistics.sampling.Population;

/**
 * One stage of a sample by rows: in which stratum a row lies, to which sampling unit it belongs, and of how many units
 * those of its stratum were drawn. The three lists have one entry per row.
 *
 * @param strata any numbers; different at a later stage for different units of the stage before
 * @param units any numbers
 * @param populations of the row's stratum at this stage
 */
public record Stage(List<Integer> strata, List<Integer> units, List<Population> populations) {

    public Stage {
        strata = List.copyOf(strata);
        units = List.copyOf(units);
        populations = List.copyOf(populations);
        if (strata.size() != units.size() || units.size() != populations.size()) {
            throw new IllegalArgumentException("a stage has one stratum, unit and population per row");
        }
    }

    /**
     * Units whose number stands in several strata, rising. They are taken for different units, each nested in its stratum; where
     * one number was meant for one unit the plan is wrong, so whoever reads a plan from a file says which.
     */
    public List<Integer> unitsInSeveralStrata() {
        Map<Integer, Set<Integer>> homes = new TreeMap<>();
        for (int i = 0; i < units.size(); i++) {
            homes.computeIfAbsent(units.get(i), unit -> new HashSet<>()).add(strata.get(i));
        }
        return homes.entrySet().stream()
                .filter(home -> home.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    public int rows() {
        return units.size();
    }
}
