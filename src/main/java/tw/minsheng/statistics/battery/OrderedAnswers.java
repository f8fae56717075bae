package tw.minsheng.statistics.battery;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The complete rows of the items that vary, each answer as the number of its category. */
final class OrderedAnswers {

    private final byte[][] codes;
    private final int[] categories;

    OrderedAnswers(Cut cut) {
        int[] rows = IntStream.range(0, cut.rows()).filter(cut::isComplete).toArray();
        int[] columns = cut.varyingAmongAnswered();
        this.codes = new byte[columns.length][rows.length];
        this.categories = new int[columns.length];
        for (int j = 0; j < columns.length; j++) {
            int column = columns[j];
            double[] levels = IntStream.of(rows)
                    .mapToDouble(i -> cut.at(i, column))
                    .sorted()
                    .distinct()
                    .toArray();
            categories[j] = levels.length;
            for (int i = 0; i < rows.length; i++) {
                codes[j][i] = (byte) Arrays.binarySearch(levels, cut.at(rows[i], column));
            }
        }
    }

    /** How many people chose each category. */
    long[] margin(int item) {
        long[] margin = new long[categories[item]];
        for (byte code : codes[item]) {
            margin[code]++;
        }
        return margin;
    }

    /** How many people chose both categories. */
    long[][] crossed(int one, int other) {
        long[][] counts = new long[categories[one]][categories[other]];
        for (int i = 0; i < codes[one].length; i++) {
            counts[codes[one][i]][codes[other][i]]++;
        }
        return counts;
    }
}
