package tw.minsheng.chart;

import java.util.List;

/**
 * How far the sample is from the population, before and after weighting, as differences of percentages.
 *
 * @param axisLabel for example 與母體的差距（百分點）
 * @param population word for the zero line, for example 母體
 * @param before word for the unweighted sample
 * @param after word for the weighted sample; "" when nothing is weighted
 * @param groups one for each margin, in the order wanted
 */
public record BalanceData(
        Words words, String axisLabel, String population, String before, String after, List<Group> groups) {

    /** One margin, for example 性別. */
    public record Group(String name, List<Row> rows) {

        public Group {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One category.
     *
     * @param label the category with its share of the population, as wanted
     * @param before sample minus population, in percentage points
     * @param after weighted sample minus population; equal to before when nothing is weighted
     * @param text both differences as printed
     */
    public record Row(String label, double before, double after, String text) {

        public Row {
            Finite.check(before);
            Finite.check(after);
        }
    }

    public BalanceData {
        groups = List.copyOf(groups);
    }
}
