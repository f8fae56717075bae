package tw.minsheng.petition.imports;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.minsheng.format.Encoding;

/**
 * How a foreign file becomes cases; keys and values are compared as text.
 *
 * @param columns our field → their header
 * @param ignore their headers that are left out
 * @param ignoreRest true when every header that is neither mapped nor ours is left out
 * @param values field → their word → ours; a field that stands here knows no other words
 * @param missing field id, or {@link #EVERY} → their words for nothing
 * @param constants field → the word that every row has
 * @param formats field → how it writes times; ISO where none is given
 * @param closedStatus statuses of cases that are closed; none when the closing time decides
 * @param duplicateStatus statuses of cases that repeat another
 */
public record CaseMapping(
        Map<CaseField, String> columns,
        Set<String> ignore,
        boolean ignoreRest,
        Map<CaseField, Map<String, String>> values,
        Map<String, Set<String>> missing,
        Map<CaseField, String> constants,
        Encoding encoding,
        Map<CaseField, TimeFormat> formats,
        Set<String> closedStatus,
        Set<String> duplicateStatus) {

    /** Stands for every field. */
    static final String EVERY = "*";

    public CaseMapping {
        columns = Map.copyOf(columns);
        ignore = Set.copyOf(ignore);
        values = Map.copyOf(values);
        missing = Map.copyOf(missing);
        constants = Map.copyOf(constants);
        formats = Map.copyOf(formats);
        closedStatus = Set.copyOf(closedStatus);
        duplicateStatus = Set.copyOf(duplicateStatus);
    }

    /** Our word for theirs, "" for nothing; empty when the field does not know the word. */
    Optional<String> translate(CaseField field, String theirs) {
        Map<String, String> words = values.getOrDefault(field, Map.of());
        String own = words.get(theirs);
        if (own != null) {
            return Optional.of(own);
        }
        if (theirs.isEmpty() || isMissing(field, theirs)) {
            return Optional.of("");
        }
        return words.isEmpty() ? Optional.of(theirs) : Optional.empty();
    }

    /** Whether this is their word for nothing. */
    boolean isMissing(CaseField field, String theirs) {
        return missing.getOrDefault(field.id(), Set.of()).contains(theirs)
                || missing.getOrDefault(EVERY, Set.of()).contains(theirs);
    }

    TimeFormat format(CaseField field) {
        return formats.getOrDefault(field, TimeFormat.ISO);
    }

    /** Whether anything is known about this field in a file with these mapped or own headers. */
    boolean isMapped(CaseField field, Set<CaseField> inFile) {
        return constants.containsKey(field) || inFile.contains(field);
    }
}
