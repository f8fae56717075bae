package tw.minsheng.survey;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Population counts by code (母體檔 {@code code,n}).
 *
 * @param file name of the file relative to the survey's folder
 * @param counts in the order of the file
 */
public record Population(String file, Map<String, Long> counts) {

    public static final Population NONE = new Population("", Map.of());

    public Population {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
