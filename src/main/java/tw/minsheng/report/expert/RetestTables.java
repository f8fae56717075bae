package tw.minsheng.report.expert;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tw.minsheng.dataset.RetestFigures;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.ResultTable.Entry;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.rating.IntraclassCorrelation;
import tw.minsheng.statistics.rating.Retest;

/**
 * 再測信度 (RE15) as tables.
 *
 * @param waves T4.12.waves: how many answers of each wave gave a code, and how many were left out
 * @param measures T4.12: one row for each construct and for the overall item
 */
public record RetestTables(ResultTable waves, ResultTable measures) {

    private static final int AGREEMENT = IntraclassCorrelation.NAMES.indexOf("ICC2");

    /** From which ICC on a word is used. Koo and Li 2016. */
    private static final List<Map.Entry<Double, String>> WORDS =
            List.of(Map.entry(.90, "excellent"), Map.entry(.75, "good"), Map.entry(.50, "moderate"));

    private static final List<String> COLUMNS = List.of(
            "measure",
            "n",
            "pearson",
            "pearson_lower",
            "pearson_upper",
            "pearson_p",
            "spearman",
            "icc1",
            "icc2",
            "icc2_lower",
            "icc2_upper",
            "icc3",
            "icc1k",
            "icc2k",
            "icc3k",
            "reading_from",
            "reading_to",
            "difference",
            "paired_t",
            "paired_p",
            "sem_from_retest",
            "lin_ccc",
            "bland_altman_lower",
            "bland_altman_upper");

    /** T4.12 without a row. */
    public static final ResultTable NOTHING = new ResultTable("T4.12", COLUMNS, List.of());

    public static RetestTables of(RetestFigures figures) {
        List<List<Entry>> waves = Stream.of(figures.first(), figures.second())
                .map(wave -> List.of(
                        Entry.text(wave.code()),
                        Entry.count(wave.answers()),
                        Entry.count(wave.without()),
                        Entry.count(wave.repeated()),
                        Entry.count(figures.paired())))
                .toList();
        return new RetestTables(
                new ResultTable(
                        "T4.12.waves", List.of("wave", "answers", "without_code", "repeated_code", "paired"), waves),
                new ResultTable(
                        "T4.12",
                        COLUMNS,
                        figures.measures().stream().map(RetestTables::row).toList()));
    }

    private static List<Entry> row(RetestFigures.Measure measure) {
        Retest retest = measure.retest();
        List<IntraclassCorrelation.Form> icc = retest.icc().forms();
        IntraclassCorrelation.Form agreement = icc.get(AGREEMENT);
        boolean hidden = measure.withheld();
        return List.of(
                Entry.text(measure.id()),
                hidden ? Entry.withheld(Reason.SMALL_CELL) : Entry.count(measure.n()),
                value(hidden, retest.pearson().r()),
                value(hidden, retest.pearson().interval().lower()),
                value(hidden, retest.pearson().interval().upper()),
                value(hidden, retest.pearson().p()),
                value(hidden, retest.spearman().r()),
                value(hidden, icc.get(0).icc()),
                value(hidden, agreement.icc()),
                value(hidden, agreement.interval().lower()),
                value(hidden, agreement.interval().upper()),
                value(hidden, icc.get(2).icc()),
                value(hidden, icc.get(3).icc()),
                value(hidden, icc.get(4).icc()),
                value(hidden, icc.get(5).icc()),
                word(hidden, agreement.interval().lower()),
                word(hidden, agreement.interval().upper()),
                value(hidden, retest.difference()),
                value(hidden, retest.paired().t()),
                value(hidden, retest.paired().p()),
                value(hidden, retest.standardError()),
                value(hidden, retest.lin()),
                value(hidden, retest.agreement().lower()),
                value(hidden, retest.agreement().upper()));
    }

    private static Entry value(boolean hidden, Value value) {
        if (hidden) {
            return Entry.withheld(Reason.SMALL_CELL);
        }
        return value.isKnown()
                ? Entry.number(value.number())
                : value.reason().map(Entry::withheld).orElseGet(Entry::none);
    }

    /** Judged on the ends of the interval, not on the value in its middle. */
    private static Entry word(boolean hidden, Value limit) {
        if (hidden || !limit.isKnown()) {
            return Entry.none();
        }
        return Entry.text(WORDS.stream()
                .filter(word -> limit.number() >= word.getKey())
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse("poor"));
    }
}
