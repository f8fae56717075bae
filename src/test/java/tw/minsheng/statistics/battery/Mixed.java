package tw.minsheng.statistics.battery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tw.minsheng.statistics.distribution.Normal;
import tw.minsheng.statistics.distribution.SplitMix64;
import tw.minsheng.statistics.reliability.Scale;

/** Answers of 80 people to two 構面 of three items each, 1 to 5, with two groups and a criterion. */
final class Mixed {

    static final int PEOPLE = 80;

    private Mixed() {}

    static double[][] rows() {
        SplitMix64 random = new SplitMix64(42);
        double[][] rows = new double[PEOPLE][6];
        for (double[] row : rows) {
            double common = normal(random);
            double[] factors = {common + normal(random), common + normal(random)};
            for (int j = 0; j < row.length; j++) {
                double answer = StrictMath.rint(3 + .7 * factors[j / 3] + .7 * normal(random));
                row[j] = StrictMath.max(1, StrictMath.min(5, answer));
            }
        }
        return rows;
    }

    private static double normal(SplitMix64 random) {
        return Normal.quantile(random.nextUniform() * .999998 + .000001);
    }

    /** The two 構面, with as many items as these rows have. */
    static ScaleSet declared(double[][] rows) {
        Map<String, List<String>> factors = new LinkedHashMap<>();
        factors.put("a", List.of("q1", "q2", "q3"));
        factors.put("b", List.of("q4", "q5", "q6"));
        return ScaleSet.of(new Scale(List.of("q1", "q2", "q3", "q4", "q5", "q6"), 1, 5), factors, Answers.of(rows, 6));
    }

    /** Every second one is of the other group; the criterion is the first answer and a little. */
    static ScaleSet whole() {
        double[][] rows = rows();
        List<String> groups = new ArrayList<>();
        List<Double> criterion = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            groups.add(i % 2 == 0 ? "m" : "w");
            criterion.add(rows[i][0] + i % 7);
        }
        return declared(rows).withGroup(groups).withCriterion(criterion);
    }
}
