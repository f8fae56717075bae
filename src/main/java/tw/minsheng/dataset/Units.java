package tw.minsheng.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tw.minsheng.survey.SamplingPlan;

/**
 * First-stage units (clusters, sessions) as the data name them, in the order in which they come. Answers without one stand at the
 * place {@link #NONE}. Not safe for several threads.
 */
final class Units {

    /** Where answers stand that name no unit; all of them in a design without units. */
    static final int NONE = 0;

    /** Sums are kept for each unit; a file that names more has numbers of persons in the column. */
    private static final int MOST = 5_000;

    private final boolean clustered;
    private final int most;
    private final Map<Unit, Integer> places = new HashMap<>();
    private final List<String> strata = new ArrayList<>(List.of(""));

    /** One number in two strata is two units. */
    private record Unit(String stratum, String name) {}

    /** @param cells of the weighting margins; sums are kept for each */
    Units(SamplingPlan.Design design, int cells) {
        this.clustered = design == SamplingPlan.Design.CLUSTER || design == SamplingPlan.Design.ONSITE;
        this.most = Math.max(1, MOST / cells);
    }

    boolean isClustered() {
        return clustered;
    }

    /** The place of a unit. */
    int of(String stratum, String name) {
        if (!clustered || name.isEmpty()) {
            return NONE;
        }
        Unit unit = new Unit(stratum, name);
        Integer known = places.get(unit);
        if (known != null) {
            return known;
        }
        if (places.size() == most) {
            return NONE;
        }
        strata.add(stratum);
        places.put(unit, strata.size() - 1);
        return strata.size() - 1;
    }

    /** The stratum of each place. */
    List<String> strata() {
        return Collections.unmodifiableList(strata);
    }
}
