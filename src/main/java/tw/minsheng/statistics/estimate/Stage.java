package tw.minsheng.statistics.estimate;

import java.util.List;
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

    public int rows() {
        return units.size();
    }
}
