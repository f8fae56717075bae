package tw.minsheng.petition.imports;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts what is told about a file: rows, refusals by reason, notes, words that the mapping does not know, empty columns. */
final class CaseCounts {

    /** Further words of one field are counted together under "": a field with more is no field of words. */
    private static final int MOST_WORDS = 200;

    private final Map<Note, ImportSummary.Noted> notes = new EnumMap<>(Note.class);
    private final Map<Refusal.Reason, Long> reasons = new EnumMap<>(Refusal.Reason.class);
    private final Map<CaseField, Map<String, Long>> unknown = new EnumMap<>(CaseField.class);
    private final Map<String, Long> ignored = new TreeMap<>();
    private long rows;
    private long refused;

    void row() {
        rows++;
    }

    void refusedRow() {
        refused++;
    }

    void reason(Refusal.Reason reason) {
        reasons.merge(reason, 1L, Long::sum);
    }

    void note(Note note, long row) {
        ImportSummary.Noted before = notes.get(note);
        notes.put(
                note,
                before == null
                        ? new ImportSummary.Noted(1, row)
                        : new ImportSummary.Noted(before.count() + 1, before.firstRow()));
    }

    void unknown(CaseField field, String word) {
        Map<String, Long> words = unknown.computeIfAbsent(field, key -> new TreeMap<>());
        words.merge(words.size() < MOST_WORDS || words.containsKey(word) ? word : "", 1L, Long::sum);
    }

    /** A column that is left out, and whether it says anything in this row. */
    void ignored(String header, boolean empty) {
        ignored.merge(header, empty ? 1L : 0L, Long::sum);
    }

    ImportSummary summary(Optional<Moment> first, Optional<Moment> last) {
        return new ImportSummary(
                rows, refused, notes, reasons, unknown, ignored, first.orElse(Moment.NONE), last.orElse(Moment.NONE));
    }
}
