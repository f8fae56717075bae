package tw.minsheng.dataset.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What each word of a field, for example each unit, received and closed month by month. */
final class Control {

    private static final int MONTHS = 12;

    private final List<Row> rows = new ArrayList<>();

    /** The months of one word. */
    private static final class Row {
        private final Counts received = new Counts();
        private final Counts closed = new Counts();
        private final Counts untimed = new Counts();
        private final Counts both = new Counts();
        private final Counts late = new Counts();
        private final Counts extended = new Counts();
        private final Counts before = new Counts();
    }

    private Row row(int word) {
        while (rows.size() <= word) {
            rows.add(new Row());
        }
        return rows.get(word);
    }

    static int month(long day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return date.getYear() * MONTHS + date.getMonthValue() - 1;
    }

    void received(int word, int month) {
        row(word).received.add(month);
    }

    /** It was open when the period began. */
    void before(int word) {
        row(word).before.add(0);
    }

    /** It is closed, nobody knows when; it is told in the month of its receipt. */
    void untimed(int word, int month) {
        row(word).untimed.add(month);
    }

    void closed(int word, int month, CaseTimes each) {
        Row row = row(word);
        row.closed.add(month);
        if (each.hasBothTimes()) {
            row.both.add(month);
            if (each.isLate()) {
                row.late.add(month);
            }
            if (each.isExtended()) {
                row.extended.add(month);
            }
        }
    }

    /** Word → its months from the first to the last; words without any case are not there. */
    SortedMap<String, List<CaseTally.Controlled>> named(Vocabulary words, YearMonth first, YearMonth last) {
        SortedMap<String, List<CaseTally.Controlled>> all = new TreeMap<>();
        for (int word = 0; word < rows.size(); word++) {
            Row row = rows.get(word);
            if (row.received.sum() + row.before.sum() > 0) {
                all.put(words.word(word), months(row, first, last));
            }
        }
        return all;
    }

    private static List<CaseTally.Controlled> months(Row row, YearMonth first, YearMonth last) {
        List<CaseTally.Controlled> months = new ArrayList<>();
        long open = row.before.sum();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            int at = month.getYear() * MONTHS + month.getMonthValue() - 1;
            CaseTally.Controlled told = new CaseTally.Controlled(
                    month,
                    open,
                    row.received.at(at),
                    row.closed.at(at),
                    row.untimed.at(at),
                    row.both.at(at),
                    row.late.at(at),
                    row.extended.at(at));
            months.add(told);
            open = told.openAtEnd();
        }
        return months;
    }
}
