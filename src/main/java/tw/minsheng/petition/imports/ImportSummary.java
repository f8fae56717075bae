package tw.minsheng.petition.imports;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a file of cases turned out to be.
 *
 * @param rows rows read, without the header
 * @param refused rows that are not taken
 * @param notes what taken rows lack or contradict
 * @param reasons why rows are refused; a row can have several
 * @param unknown field → words that the mapping does not know → rows; under "" those beyond the first 200
 * @param ignored header that is left out → rows in which it is empty
 * @param first earliest receipt of a taken row, {@link Moment#NONE} without any
 * @param last latest receipt or closing of a taken row: up to then the cases were watched
 */
public record ImportSummary(
        long rows,
        long refused,
        Map<Note, Noted> notes,
        Map<Refusal.Reason, Long> reasons,
        Map<CaseField, Map<String, Long>> unknown,
        Map<String, Long> ignored,
        Moment first,
        Moment last) {

    /** How many rows, and the first of them. */
    public record Noted(long count, long firstRow) {}

    public ImportSummary {
        notes = ordered(Note.class, notes);
        reasons = ordered(Refusal.Reason.class, reasons);
        unknown = ordered(CaseField.class, unknown);
        ignored = Collections.unmodifiableMap(new TreeMap<>(ignored));
    }

    /** Rows that became cases. */
    public long taken() {
        return rows - refused;
    }

    /** Rows with this note. */
    public long noted(Note note) {
        Noted noted = notes.get(note);
        return noted == null ? 0 : noted.count();
    }

    private static <K extends Enum<K>, V> Map<K, V> ordered(Class<K> type, Map<K, V> map) {
        EnumMap<K, V> copy = new EnumMap<>(type);
        copy.putAll(map);
        return Collections.unmodifiableMap(copy);
    }
}
