package tw.minsheng.dataset.cases;

import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.imports.CaseField;
import tw.minsheng.petition.imports.ImportSummary;
import tw.minsheng.petition.imports.ImportedCase;
import tw.minsheng.petition.imports.Moment;

/**
 * What a file of cases comes to, in one pass. Counts grow with the number of different words, not of cases; for medians and
 * curves each closed case leaves 8 bytes for itself and for each field of words, each open case 24: about 100 MB for
 * 2,000,000 cases. One thread.
 */
public final class CaseTally {

    /** A field with more different words is no category. */
    private static final int MOST_WORDS = 5_000;

    /** Fields by whose words cases are counted. */
    public static final List<CaseField> COUNTED =
            List.of(CaseField.TYPE, CaseField.CHANNEL, CaseField.UNIT, CaseField.DISTRICT, CaseField.STATUS);

    private final String file;
    private final Map<CaseField, Map<String, Group>> groups = new EnumMap<>(CaseField.class);
    private final Group all = new Group();
    private final SortedMap<YearMonth, Months> months = new TreeMap<>();
    private final Seconds openSince = new Seconds();
    private final Seconds openDue = new Seconds();
    private final Backlog backlog = new Backlog();
    private final WeekCounts weeks = new WeekCounts();
    private long withoutDue;

    /** What came in and what was done in one month. */
    public record Months(long received, long closed, long both, long late) {

        private static final Months NONE = new Months(0, 0, 0, 0);

        private Months plus(Months other) {
            return new Months(received + other.received, closed + other.closed, both + other.both, late + other.late);
        }
    }

    /** @param file how the file is called in messages */
    public CaseTally(String file) {
        this.file = file;
        COUNTED.forEach(field -> groups.put(field, new HashMap<>()));
    }

    /** @throws Problem INVALID {@code cases.too_many_values} when a field of words has too many of them */
    public void add(ImportedCase each) {
        all.add(each);
        COUNTED.forEach(field -> count(field, each.word(field), each));
        withoutDue += each.due().isGiven() ? 0 : 1;
        month(each.received(), new Months(1, 0, 0, 0));
        if (each.isClosed() && each.closed().isGiven()) {
            boolean both = each.hasBothTimes();
            month(each.closed(), new Months(0, 1, both ? 1 : 0, both && each.isLate() ? 1 : 0));
        }
        if (!each.isClosed()) {
            openSince.add(each.received().second());
            if (each.due().isGiven()) {
                openDue.add(each.due().lastSecond());
            }
        }
        backlog.add(each);
        weeks.add(each.received().day(), each.type(), each.district());
    }

    private void count(CaseField field, String word, ImportedCase each) {
        Map<String, Group> words = groups.getOrDefault(field, Map.of());
        if (words.size() >= MOST_WORDS && !words.containsKey(word)) {
            Map<String, String> args = Map.of("file", file, "column", field.id(), "n", Integer.toString(MOST_WORDS));
            throw Problem.of(Problem.Kind.INVALID, "cases.too_many_values", args);
        }
        words.computeIfAbsent(word, key -> new Group()).add(each);
    }

    private void month(Moment when, Months what) {
        months.merge(YearMonth.from(when.day()), what, Months::plus);
    }

    /** All cases together. */
    public Group all() {
        return all;
    }

    /** Word → its cases, in the order of the words; "" for cases without one. */
    public SortedMap<String, Group> by(CaseField field) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(groups.getOrDefault(field, Map.of())));
    }

    /** Whether any case has a word in this field. */
    public boolean knows(CaseField field) {
        return groups.getOrDefault(field, Map.of()).keySet().stream().anyMatch(word -> !word.isEmpty());
    }

    public long withoutDue() {
        return withoutDue;
    }

    /** Month by month without a gap, from the first receipt to the last time of the file. */
    public SortedMap<YearMonth, Months> months(ImportSummary summary) {
        SortedMap<YearMonth, Months> whole = new TreeMap<>(months);
        YearMonth last = YearMonth.from(summary.last().day());
        for (YearMonth month = YearMonth.from(summary.first().day());
                !month.isAfter(last);
                month = month.plusMonths(1)) {
            whole.putIfAbsent(month, Months.NONE);
        }
        return Collections.unmodifiableSortedMap(whole);
    }

    /** Receipts of the cases that are open. */
    public Seconds openSince() {
        return openSince;
    }

    /** Due times of the cases that are open, where they have one. */
    public Seconds openDue() {
        return openDue;
    }

    /** Month → age → cases that were open when it ended. */
    public SortedMap<YearMonth, Map<AgeBand, Long>> backlog(ImportSummary summary) {
        return backlog.until(summary.first(), summary.last());
    }

    public WeekCounts weeks() {
        return weeks;
    }
}
