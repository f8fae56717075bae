package tw.minsheng.statistics.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.ChiSquare;

/**
 * 代表性檢定 of one variable (RP1): χ² goodness of fit of the unweighted counts against the population. After weighting
 * (RP2) only the differences are of use: {@link #afterWeighting} gives them without a test, because a raked variable must
 * match by construction.
 *
 * @param n answers with a known category
 * @param x2 Σ(o − e)²/e; {@code p} is its tail with {@code df} = categories − 1
 * @param expectedBelow5 categories that expect fewer than 5 answers
 */
public record Representativeness(
        List<Level> levels, long n, Value x2, int df, Value p, Value maxDifference, int expectedBelow5) {

    /**
     * One category.
     *
     * @param count answers, or weighted and scaled to n
     * @param samplePercent 0–100
     * @param populationPercent 0–100
     * @param difference sample − population, percentage points (百分點)
     */
    public record Level(String name, double count, double samplePercent, double populationPercent, double difference) {}

    public Representativeness {
        levels = List.copyOf(levels);
    }

    /**
     * The test before weighting.
     *
     * @param names categories of the population, {@code counts} their answers, {@code population} their units
     */
    public static Representativeness test(List<String> names, long[] counts, double[] population) {
        double[] observed = new double[counts.length];
        long n = 0;
        for (int i = 0; i < counts.length; i++) {
            observed[i] = counts[i];
            n += counts[i];
        }
        return compare(names, observed, population, n, true);
    }

    /** The differences after weighting; {@code weights} are the sums of the final weights per category. */
    public static Representativeness afterWeighting(List<String> names, double[] weights, double[] population, long n) {
        return compare(names, weights, population, n, false);
    }

    /**
     * The test with weighted counts scaled to n, for a variable that was <em>not</em> used in weighting. It takes the
     * weighted counts for plain ones.
     */
    public static Representativeness testWeighted(List<String> names, double[] weights, double[] population, long n) {
        return compare(names, weights, population, n, true);
    }

    private static Representativeness compare(
            List<String> names, double[] observed, double[] population, long n, boolean tested) {
        if (names.size() != observed.length || observed.length != population.length) {
            throw new IllegalArgumentException("categories, counts and population differ in length");
        }
        double sample = sum(observed);
        double total = sum(population);
        if (n == 0 || !(sample > 0)) {
            return none(Value.undefined(Reason.NO_DATA), n);
        }
        for (int i = 0; i < population.length; i++) {
            if (!(population[i] > 0)) {
                return none(Value.undefined(Reason.ZERO_TARGET, zeroTarget(names.get(i), observed[i])), n);
            }
        }
        List<Level> levels = new ArrayList<>();
        double x2 = 0;
        double widest = 0;
        int below = 0;
        for (int i = 0; i < observed.length; i++) {
            double share = observed[i] / sample;
            double expectedShare = population[i] / total;
            double expected = n * expectedShare;
            double distance = share * n - expected;
            x2 += distance * distance / expected;
            below += expected < 5 ? 1 : 0;
            widest = StrictMath.max(widest, StrictMath.abs(share - expectedShare));
            levels.add(new Level(
                    names.get(i), share * n, 100 * share, 100 * expectedShare, 100 * (share - expectedShare)));
        }
        int df = observed.length - 1;
        Value untested = Value.undefined(df == 0 ? Reason.NO_VARIATION : Reason.NO_DATA);
        boolean shown = tested && df > 0;
        return new Representativeness(
                levels,
                n,
                shown ? Value.of(x2) : untested,
                df,
                shown ? Value.of(ChiSquare.upperTail(x2, df)) : untested,
                Value.of(100 * widest),
                below);
    }

    private static Map<String, String> zeroTarget(String category, double count) {
        return Map.of("category", category, "n", Long.toString(StrictMath.round(count)));
    }

    private static Representativeness none(Value why, long n) {
        return new Representativeness(List.of(), n, why, 0, why, why, 0);
    }

    private static double sum(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }
}
