package tw.minsheng.invite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which strata share one name at the end of a wave, so that nobody's answer stands in a group that is too small. */
public final class StratumMerge {

    private static final String AND = "+";

    private StratumMerge() {}

    /**
     * The name under which each stratum goes on: its own when it is large enough, else that of itself and its neighbours
     * in the order of their names.
     *
     * @param answers how many there are in each stratum
     * @param least smallest group
     * @return empty when all together are too few
     */
    public static Map<String, String> names(Map<String, Long> answers, int least) {
        List<List<String>> groups = new ArrayList<>();
        List<String> group = new ArrayList<>();
        long sum = 0;
        for (Map.Entry<String, Long> each : new TreeMap<>(answers).entrySet()) {
            group.add(each.getKey());
            sum += each.getValue();
            if (sum >= least) {
                groups.add(group);
                group = new ArrayList<>();
                sum = 0;
            }
        }
        if (groups.isEmpty()) {
            return Map.of();
        }
        groups.get(groups.size() - 1).addAll(group);
        Map<String, String> names = new TreeMap<>();
        groups.forEach(each -> each.forEach(stratum -> names.put(stratum, String.join(AND, each))));
        return names;
    }
}
