package tw.minsheng.petition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.kernel.LocalizedText;

/**
 * What a petition can be about, and where.
 *
 * @param types in the order in which they are offered
 * @param districts names by key, in the order in which they are offered
 * @param residents of the districts
 * @param retention how long ended cases keep what tells of people
 * @param spellings how else files may write a district, as {@link #spelling} has it → its key
 */
public record Catalogue(
        List<CaseType> types,
        Map<String, LocalizedText> districts,
        Residents residents,
        Retention retention,
        Map<String, String> spellings) {

    /** Petitions are not taken here. */
    public static final Catalogue NONE = new Catalogue(List.of(), Map.of());

    public Catalogue {
        types = List.copyOf(types);
        districts = Collections.unmodifiableMap(new LinkedHashMap<>(districts));
        spellings = Map.copyOf(spellings);
    }

    /** Where nobody has said how many people live in the districts. */
    public Catalogue(List<CaseType> types, Map<String, LocalizedText> districts) {
        this(types, districts, Residents.UNKNOWN);
    }

    /** Where nobody has said how long cases are kept. */
    public Catalogue(List<CaseType> types, Map<String, LocalizedText> districts, Residents residents) {
        this(types, districts, residents, Retention.USUAL, Map.of());
    }

    public Optional<CaseType> type(String id) {
        return types.stream().filter(type -> type.id().equals(id)).findFirst();
    }

    /** The key of the district that a word of a file means: a key, a name, or another spelling. */
    public Optional<String> district(String word) {
        return districts.containsKey(word) ? Optional.of(word) : Optional.ofNullable(spellings.get(spelling(word)));
    }

    /** Small letters, without blanks at the ends. */
    static String spelling(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    public boolean isEmpty() {
        return types.isEmpty();
    }
}
