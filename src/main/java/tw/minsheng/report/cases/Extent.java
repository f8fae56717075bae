package tw.minsheng.report.cases;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;
import tw.minsheng.dataset.cases.CaseTally;
import tw.minsheng.dataset.cases.Group;
import tw.minsheng.kernel.Problem;
import tw.minsheng.petition.imports.CaseField;

/** How much is told at most: tables grow with months times words, and with types times channels, not with cases. */
final class Extent {

    /** A hundred years: a longer period holds a date that was typed wrong. */
    private static final long MOST_MONTHS = 1_200;

    /** Rows of the control tables by month, about 50 MB. */
    private static final long MOST_ROWS = 120_000;

    /** Cells of types by channels. */
    private static final long MOST_CELLS = 200_000;

    private Extent() {}

    /**
     * @throws Problem INVALID {@code cases.too_long} when the period has too many months for the words it is told by,
     *     {@code cases.too_many_cells} when there are too many types and channels
     */
    static void check(CaseTally tally, Span span) {
        long months = ChronoUnit.MONTHS.between(
                        YearMonth.from(span.first()), YearMonth.from(span.last().toLocalDate()))
                + 1;
        long words = words(tally, CaseField.UNIT) + words(tally, CaseField.TYPE);
        long most = Math.max(1, Math.min(MOST_MONTHS, MOST_ROWS / Math.max(1, words)));
        if (months > most) {
            Map<String, String> args =
                    Map.of("months", Long.toString(months), "most", Long.toString(most), "words", Long.toString(words));
            throw Problem.of(Problem.Kind.INVALID, "cases.too_long", args);
        }
        long types = words(tally, CaseField.TYPE);
        long channels = words(tally, CaseField.CHANNEL);
        if (types * channels > MOST_CELLS) {
            Map<String, String> args = Map.of(
                    "types",
                    Long.toString(types),
                    "channels",
                    Long.toString(channels),
                    "most",
                    Long.toString(MOST_CELLS));
            throw Problem.of(Problem.Kind.INVALID, "cases.too_many_cells", args);
        }
    }

    private static long words(CaseTally tally, CaseField field) {
        SortedMap<String, Group> groups = tally.by(field);
        return groups.size();
    }
}
