package tw.minsheng.dataset.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.imports.CaseField;
import tw.minsheng.petition.imports.ImportedCase;

/**
 * What cases come to, in one pass. Received is what came in within the period; closed is what was closed within it, whenever
 * it was received; open is what is open at the end. Without a first day all cases are of the period. Counts grow with the
 * number of different words, not of cases; measured in seconds each closed case leaves 8 bytes for itself and for each field
 * of words, each open case 24: about 100 MB for 2,000,000 cases. One thread.
 */
public final class CaseTally {

    /** Fields by whose words cases are counted. */
    public static final List<CaseField> COUNTED =
            List.of(CaseField.TYPE, CaseField.CHANNEL, CaseField.UNIT, CaseField.DISTRICT, CaseField.STATUS);

    private static final long DAY = 86_400;

    private final String file;
    private final Measure measure;
    private final long from;
    private final Map<CaseField, Vocabulary> words = new EnumMap<>(CaseField.class);
    private final Vocabulary languages;
    private final Group all;
    private final Durations cohort;
    private final Counts received = new Counts();
    private final Counts closed = new Counts();
    private final Counts both = new Counts();
    private final Counts late = new Counts();
    private final Seconds openSince = new Seconds();
    private final Seconds openBefore = new Seconds();
    private final Seconds openDue = new Seconds();
    private final Backlog backlog;
    private final WeekCounts.Collected weeks = new WeekCounts.Collected();
    private final Cross channels = new Cross();
    private final Cross seasons = new Cross();
    private final Control units = new Control();
    private final Control types = new Control();
    private long withoutDue;
    private long before;

    /** What came in and what was done in one month. */
    public record Months(long received, long closed, long both, long late) {}

    /**
     * One month of a unit, or of a type.
     *
     * @param openBefore open when it began
     * @param closed at a known time
     * @param untimed closed, nobody knows when; received in this month
     * @param both of {@code closed} those with a due time
     * @param late of {@code both} those closed after it
     * @param extended of {@code both} those closed in time by an extension only
     */
    public record Controlled(
            YearMonth month,
            long openBefore,
            long received,
            long closed,
            long untimed,
            long both,
            long late,
            long extended) {

        public long openAtEnd() {
            return openBefore + received - closed - untimed;
        }
    }

    /** @param file how the file is called in messages */
    public CaseTally(String file) {
        this(file, Measure.CALENDAR_DAYS, CaseTimes.NONE);
    }

    /**
     * @param source how the cases are called in messages
     * @param from first second of the period; {@link CaseTimes#NONE} when every case is of it
     */
    public CaseTally(String source, Measure measure, long from) {
        this.file = source;
        this.measure = measure;
        this.from = from;
        this.languages = new Vocabulary(measure);
        this.all = new Group(measure);
        this.cohort = measure.durations();
        this.backlog = new Backlog(measure);
        COUNTED.forEach(field -> words.put(field, new Vocabulary(measure)));
    }

    /**
     * The words of a case, by the numbers that {@link #word} gives them.
     *
     * @param language number of {@link #language}; {@link #NO_LANGUAGE} where it is not known
     */
    public record CaseWords(int type, int channel, int unit, int district, int status, int language) {

        public static final int NO_LANGUAGE = -1;
    }

    /** @throws Problem INVALID {@code cases.too_many_values} when a field of words has too many of them */
    public void add(ImportedCase each) {
        add(
                CaseTimes.of(each),
                new CaseWords(
                        word(CaseField.TYPE, each.type()),
                        word(CaseField.CHANNEL, each.channel()),
                        word(CaseField.UNIT, each.unit()),
                        word(CaseField.DISTRICT, each.district()),
                        word(CaseField.STATUS, each.status()),
                        CaseWords.NO_LANGUAGE));
    }

    /**
     * The number of a word.
     *
     * @throws Problem INVALID {@code cases.too_many_values} when the field has too many of them
     */
    public int word(CaseField field, String word) {
        return vocabulary(field).number(word, file, field.id());
    }

    /** The number of a language. */
    public int language(String tag) {
        return languages.number(tag, file, "language");
    }

    private Vocabulary vocabulary(CaseField field) {
        Vocabulary vocabulary = words.get(field);
        if (vocabulary == null) {
            throw new IllegalArgumentException("no words: " + field);
        }
        return vocabulary;
    }

    public void add(CaseTimes each, CaseWords of) {
        boolean came = each.received() >= from;
        boolean over = each.isClosed() && (came || (each.closed() != CaseTimes.NONE && each.closed() >= from));
        if (!came && each.isClosed() && !over) {
            return; // over before the period began
        }
        before += came ? 0 : 1;
        control(each, of, came, over);
        long duration = over && each.hasDuration() ? each.duration(measure) : CaseTimes.NONE;
        group(of, each, came, over, duration);
        if (came) {
            cameIn(each, of, duration);
        }
        if (over) {
            closed(each);
        }
        open(each, came);
    }

    private void group(CaseWords of, CaseTimes each, boolean came, boolean over, long duration) {
        all.add(each, came, over, duration);
        vocabulary(CaseField.TYPE).group(of.type()).add(each, came, over, duration);
        vocabulary(CaseField.CHANNEL).group(of.channel()).add(each, came, over, duration);
        vocabulary(CaseField.UNIT).group(of.unit()).add(each, came, over, duration);
        vocabulary(CaseField.DISTRICT).group(of.district()).add(each, came, over, duration);
        vocabulary(CaseField.STATUS).group(of.status()).add(each, came, over, duration);
        if (of.language() != CaseWords.NO_LANGUAGE) {
            languages.group(of.language()).add(each, came, over, duration);
        }
    }

    private void control(CaseTimes each, CaseWords of, boolean came, boolean over) {
        int received = came ? Control.month(Math.floorDiv(each.received(), DAY)) : 0;
        if (came) {
            units.received(of.unit(), received);
            types.received(of.type(), received);
        } else {
            units.before(of.unit());
            types.before(of.type());
        }
        if (over && each.closed() == CaseTimes.NONE) {
            units.untimed(of.unit(), received);
            types.untimed(of.type(), received);
        } else if (over) {
            // a closing before the receipt is told with the receipt, so that nothing is open less than never
            int month = Control.month(Math.floorDiv(Math.max(Math.max(each.closed(), each.received()), from), DAY));
            units.closed(of.unit(), month, each);
            types.closed(of.type(), month, each);
        }
    }

    private void cameIn(CaseTimes each, CaseWords of, long duration) {
        long day = Math.floorDiv(each.received(), DAY);
        withoutDue += each.due() == CaseTimes.NONE ? 1 : 0;
        received.add(day);
        weeks.add(day, of.type(), of.district());
        channels.add(of.type(), of.channel());
        seasons.add(of.type(), LocalDate.ofEpochDay(day).getMonthValue() - 1);
        if (duration != CaseTimes.NONE && from != CaseTimes.NONE) {
            cohort.add(duration);
        }
    }

    private void closed(CaseTimes each) {
        if (each.closed() == CaseTimes.NONE) {
            return;
        }
        long day = Math.floorDiv(Math.max(each.closed(), from), DAY);
        closed.add(day);
        if (each.hasBothTimes()) {
            both.add(day);
            if (each.isLate()) {
                late.add(day);
            }
        }
        if (each.hasDuration()) {
            backlog.add(each.received(), Math.max(each.received(), from), each.closed());
        }
    }

    private void open(CaseTimes each, boolean came) {
        if (each.isClosed()) {
            return;
        }
        (came ? openSince : openBefore).add(each.received());
        if (each.due() != CaseTimes.NONE) {
            openDue.add(each.due());
        }
    }

    /** Whether it is known which cases were extended: of those that are kept, not of a file. */
    public boolean knowsExtensions() {
        return from != CaseTimes.NONE;
    }

    /** How times are measured. */
    public Measure measure() {
        return measure;
    }

    /** All cases together. */
    public Group all() {
        return all;
    }

    /** Cases that were open when the period began. */
    public long openBefore() {
        return before;
    }

    /** Cases that are open at the end, whenever they were received. */
    public long open() {
        return (long) openSince.size() + openBefore.size();
    }

    /** Of {@link #open} those that were received before the period. */
    public long openOld() {
        return openBefore.size();
    }

    /** Word → its cases, in the order of the words; "" for cases without one. */
    public SortedMap<String, Group> by(CaseField field) {
        return groups(vocabulary(field));
    }

    private static SortedMap<String, Group> groups(Vocabulary vocabulary) {
        SortedMap<String, Group> groups = new TreeMap<>();
        for (int number = 0; number < vocabulary.size(); number++) {
            Group group = vocabulary.group(number);
            if (group.cases() > 0 || group.closed() > 0) {
                groups.put(vocabulary.word(number), group);
            }
        }
        return Collections.unmodifiableSortedMap(groups);
    }

    /** Of the cases that were received within the period, those without a due time. */
    public long withoutDue() {
        return withoutDue;
    }

    /** Month by month without a gap, from the first day to the last. */
    public SortedMap<YearMonth, Months> months(LocalDate first, LocalDate last) {
        SortedMap<YearMonth, long[]> sums = new TreeMap<>();
        for (YearMonth month = YearMonth.from(first);
                !month.isAfter(YearMonth.from(last));
                month = month.plusMonths(1)) {
            sums.put(month, new long[4]);
        }
        List<Counts> parts = List.of(received, closed, both, late);
        for (int part = 0; part < parts.size(); part++) {
            int column = part;
            parts.get(part)
                    .each((day, n) -> sums.computeIfAbsent(
                                    YearMonth.from(LocalDate.ofEpochDay(day)), month -> new long[4])[column] += n);
        }
        SortedMap<YearMonth, Months> months = new TreeMap<>();
        sums.forEach((month, n) -> months.put(month, new Months(n[0], n[1], n[2], n[3])));
        return Collections.unmodifiableSortedMap(months);
    }

    /** Times to closing of the cases that were received within the period. */
    public Durations cohort() {
        return from == CaseTimes.NONE ? all.durations() : cohort;
    }

    /** Times that the cases received within the period have been open, up to this second. */
    public Durations openUntil(long second) {
        Durations open = measure.durations();
        for (int i = 0; i < openSince.size(); i++) {
            open.add(measure.between(openSince.at(i), second));
        }
        return open;
    }

    /** Due times of the cases that are open, where they have one. */
    public Seconds openDue() {
        return openDue;
    }

    /**
     * Month → age → cases that were open when it ended, whenever they were received.
     *
     * @param first second in the first month
     * @param last months that end after it are left out
     */
    public SortedMap<YearMonth, Map<AgeBand, Long>> backlog(long first, long last) {
        Backlog open = new Backlog(measure);
        for (int i = 0; i < openSince.size(); i++) {
            open.add(openSince.at(i), openSince.at(i), last + 1);
        }
        for (int i = 0; i < openBefore.size(); i++) {
            open.add(openBefore.at(i), Math.max(openBefore.at(i), first), last + 1);
        }
        SortedMap<YearMonth, Map<AgeBand, Long>> all = new TreeMap<>(backlog.between(first, last));
        open.between(first, last).forEach((month, ages) -> all.merge(month, ages, CaseTally::sum));
        return Collections.unmodifiableSortedMap(all);
    }

    private static Map<AgeBand, Long> sum(Map<AgeBand, Long> one, Map<AgeBand, Long> other) {
        Map<AgeBand, Long> sum = new EnumMap<>(one);
        other.forEach((band, n) -> sum.merge(band, n, Long::sum));
        return sum;
    }

    /** How many cases received within the period have both words. */
    public long channel(String type, String channel) {
        return channels.at(word(CaseField.TYPE, type), word(CaseField.CHANNEL, channel));
    }

    /** How many cases of a type were received in this month of whatever year, 1 to 12. */
    public long inMonth(String type, int month) {
        return seasons.at(word(CaseField.TYPE, type), month - 1);
    }

    /** Unit → its months; only those of the period. */
    public SortedMap<String, List<Controlled>> unitMonths(LocalDate first, LocalDate last) {
        return units.named(vocabulary(CaseField.UNIT), YearMonth.from(first), YearMonth.from(last));
    }

    /** Type → its months; only those of the period. */
    public SortedMap<String, List<Controlled>> typeMonths(LocalDate first, LocalDate last) {
        return types.named(vocabulary(CaseField.TYPE), YearMonth.from(first), YearMonth.from(last));
    }

    /** Language of the petitioner → its cases; empty where it is not known. */
    public SortedMap<String, Group> languages() {
        return groups(languages);
    }

    public WeekCounts weeks() {
        return weeks.named(vocabulary(CaseField.TYPE), vocabulary(CaseField.DISTRICT));
    }
}
