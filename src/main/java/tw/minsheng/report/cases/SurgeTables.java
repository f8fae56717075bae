package tw.minsheng.report.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import tw.minsheng.dataset.cases.CaseTally;
import tw.minsheng.dataset.cases.WeekCounts;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.ResultTable.Entry;
import tw.minsheng.statistics.cases.SurgeTail;

/**
 * P5.2: weeks with more cases than the thirteen weeks before explain, of each type, each district, and each type in each
 * district; a week that has no more than their mean needs no test. The last week counts only when the file covers it to its end; the city as a whole is judged too.
 */
final class SurgeTables {

    static final int BASELINE = 13;

    /** The newest that are listed; the number of all is in {@code P5.1}. */
    private static final int MOST_LISTED = 200;

    private static final int MOST_PANELS = 6;

    private final WeekCounts counted;
    private final Narrowed narrowed;
    private final long first;
    private final long last;

    private SurgeTables(WeekCounts counted, Span span, Narrowed narrowed) {
        this.counted = counted;
        this.narrowed = narrowed;
        // a week of which only some days were watched is no baseline
        this.first = WeekCounts.weekOf(span.first().plusDays(6));
        this.last = WeekCounts.weekOf(span.last().toLocalDate().plusDays(1)) - 1;
    }

    /** A week of a cell that stands out. */
    private record Surge(WeekCounts.Cell cell, long week, long n, SurgeTail tail) {}

    static List<ResultTable> of(CaseTally tally, Span span, Narrowed narrowed) {
        return new SurgeTables(tally.weeks(), span, narrowed).all();
    }

    private List<ResultTable> all() {
        List<Surge> surges = new ArrayList<>();
        long tests = 0;
        int weeks = (int) Math.max(0, last - first + 1);
        for (WeekCounts.Cell cell : counted.cells()) {
            if (counted.isRepeat(cell)) {
                continue;
            }
            long[] counts = counted.counts(cell, first, weeks);
            long before = Arrays.stream(counts, 0, Math.min(BASELINE, weeks)).sum();
            for (int week = BASELINE; week < weeks; week++) {
                tests++;
                if (counts[week] >= SurgeTail.LEAST_CASES && counts[week] * BASELINE > before) {
                    long[] baseline = Arrays.copyOfRange(counts, week - BASELINE, week);
                    SurgeTail tail = SurgeTail.of(baseline, counts[week]);
                    if (tail.level() != SurgeTail.Level.NONE) {
                        surges.add(new Surge(cell, first + week, counts[week], tail));
                    }
                }
                before += counts[week] - counts[week - BASELINE];
            }
        }
        surges.sort(Comparator.comparingLong((Surge surge) -> -surge.week())
                .thenComparing(surge -> surge.tail().level())
                .thenComparing(Surge::cell));
        return List.of(summary(surges, tests), listed(surges), panels(surges));
    }

    private static ResultTable summary(List<Surge> surges, long tests) {
        List<List<Entry>> rows = List.of(
                List.of(Entry.text("weeks_judged"), Entry.count(tests)),
                List.of(Entry.text("red"), Entry.count(count(surges, SurgeTail.Level.RED))),
                List.of(Entry.text("amber"), Entry.count(count(surges, SurgeTail.Level.AMBER))));
        return new ResultTable("P5.1", List.of("what", "n"), rows);
    }

    private static long count(List<Surge> surges, SurgeTail.Level level) {
        return surges.stream().filter(surge -> surge.tail().level() == level).count();
    }

    private static ResultTable listed(List<Surge> surges) {
        List<List<Entry>> rows = surges.stream()
                .limit(MOST_LISTED)
                .map(surge -> List.of(
                        Entry.text(WeekCounts.monday(surge.week()).toString()),
                        CountTables.word(surge.cell().type()),
                        CountTables.word(surge.cell().district()),
                        Entry.text(surge.tail().level().key()),
                        Entry.count(surge.n()),
                        CountTables.value(surge.tail().mean()),
                        CountTables.value(surge.tail().k()),
                        CountTables.value(surge.tail().pNb()),
                        CountTables.value(surge.tail().pPoisson())))
                .toList();
        return new ResultTable(
                "P5.2", List.of("week", "type", "district", "level", "n", "mean", "k", "p_nb", "p_poisson"), rows);
    }

    /** Whether a type meets a district in it, and a week has one to four cases: such a week is not told. */
    private boolean isTooFine(Surge surge) {
        boolean district = narrowed.isOneDistrict() || !surge.cell().district().isEmpty();
        return district
                && !surge.cell().type().isEmpty()
                && Arrays.stream(counted.counts(surge.cell(), surge.week() - BASELINE, BASELINE + 1))
                        .anyMatch(FewCases::isFew);
    }

    /** PF5.1: the weeks of the newest red cells with their baselines. */
    private ResultTable panels(List<Surge> surges) {
        List<List<Entry>> rows = new ArrayList<>();
        surges.stream()
                .filter(surge -> surge.tail().level() == SurgeTail.Level.RED && !isTooFine(surge))
                .limit(MOST_PANELS)
                .forEach(surge -> {
                    long from = surge.week() - BASELINE;
                    long[] counts = counted.counts(surge.cell(), from, BASELINE + 1);
                    for (int week = 0; week <= BASELINE; week++) {
                        rows.add(List.of(
                                Entry.text(WeekCounts.monday(surge.week()).toString()),
                                CountTables.word(surge.cell().type()),
                                CountTables.word(surge.cell().district()),
                                Entry.text(WeekCounts.monday(from + week).toString()),
                                Entry.count(counts[week])));
                    }
                });
        return new ResultTable("PF5.1", List.of("surge", "type", "district", "week", "n"), rows);
    }
}
