package tw.minsheng.petition;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tw.minsheng.kernel.LocalizedText;

/**
 * How many people live in each district (現住人口), so that districts can be compared.
 *
 * @param people key of a district → people
 * @param source who counted them, for readers
 * @param asOf day of the count
 */
public record Residents(Map<String, Long> people, LocalizedText source, LocalDate asOf) {

    /** Nobody has said: cases are counted, and no rate is given. */
    public static final Residents UNKNOWN = new Residents(Map.of(), LocalizedText.NONE, LocalDate.EPOCH);

    public Residents {
        people = Collections.unmodifiableMap(new LinkedHashMap<>(people));
    }

    public boolean isKnown() {
        return !people.isEmpty();
    }
}
