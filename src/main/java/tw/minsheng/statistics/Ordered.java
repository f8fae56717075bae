package tw.minsheng.statistics;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Copies of maps whose order never changes from run to run. */
final class Ordered {

    private Ordered() {}

    static Map<String, String> copyOf(Map<String, String> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }
}
