package tw.minsheng.collect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tw.minsheng.kernel.Language;
import tw.minsheng.survey.Version;

/**
 * What one respondent has typed so far, valid or not; deleted when the answer is finished.
 *
 * @param version the version it began with, and will finish with
 * @param language of the last saved part
 * @param revision grows by one with every change
 * @param parts by name of the part ({@link Part#name}), in any order
 */
public record Draft(
        String survey,
        Version version,
        String wave,
        DataSet set,
        Language language,
        int revision,
        Map<String, Typed> parts) {

    /**
     * One saved part as it was sent.
     *
     * @param fields by field name; several values for a group of checkboxes
     * @param seconds spent on this part up to now
     * @param revision of the draft when this part last changed
     */
    public record Typed(Map<String, List<String>> fields, int seconds, int revision) {
        public Typed {
            Map<String, List<String>> copy = new LinkedHashMap<>();
            fields.forEach((name, values) -> copy.put(name, List.copyOf(values)));
            fields = Collections.unmodifiableMap(copy);
        }
    }

    public Draft {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }
}
