package tw.minsheng.statistics.association;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.special.Gamma;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/**
 * Fisher's exact test of a table of any size (PT3; Freeman and Halton 1951): the share of all tables with the same margins that are no
 * more likely than this one; {@code fisher.test}. Columns are filled one after the other; ways that leave the same rows to fill with
 * the same chance so far are one way, as in the network of Mehta and Patel (1983).
 */
public final class FisherExact {

    /** Chances this near are one chance: R's rule. */
    private static final double NEARLY = 1e-7;
    /** Steps of the logarithm within which chances so far are the same. */
    private static final double STEP = 1e-11;

    private static final long MOST_STEPS = 200_000;

    private final long[][] table;
    private final long[] columns;

    private FisherExact(long[][] table) {
        this.table = table;
        this.columns = new long[table[0].length];
        for (long[] row : table) {
            for (int j = 0; j < columns.length; j++) {
                columns[j] += row[j];
            }
        }
    }

    /**
     * The two-sided p. {@code no_data} without cases, {@code no_variation} with cases in one row or column only. Nothing when there
     * are more than 200,000 steps to go: there χ² is as good.
     *
     * @param counts rows of equal length, no count negative
     */
    public static Optional<Value> p(long[][] counts) {
        long n = Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
        if (n == 0) {
            return Optional.of(Value.undefined(Reason.NO_DATA));
        }
        FisherExact test = new FisherExact(counts);
        long rows = Arrays.stream(counts)
                .filter(row -> Arrays.stream(row).sum() > 0)
                .count();
        if (rows < 2 || Arrays.stream(test.columns).filter(sum -> sum > 0).count() < 2) {
            return Optional.of(Value.undefined(Reason.NO_VARIATION));
        }
        return test.summed();
    }

    private static double lnFactorial(long k) {
        return Gamma.logGamma(k + 1.0);
    }

    /** What is left of each row, in any order: rows are alike but for it. */
    private record Left(List<Long> rows) {

        static Left of(long[] rows) {
            long[] sorted = rows.clone();
            Arrays.sort(sorted);
            return new Left(Arrays.stream(sorted).boxed().toList());
        }
    }

    /** Ways by their chance so far, −Σln o! in steps, each with how many there are of it. */
    private Optional<Value> summed() {
        Map<Left, Map<Long, Double>> ways = new HashMap<>();
        long[] rows =
                Arrays.stream(table).mapToLong(row -> Arrays.stream(row).sum()).toArray();
        ways.put(Left.of(rows), new HashMap<>(Map.of(0L, 1.0)));
        long[] steps = {0};
        for (long column : columns) {
            Map<Left, Map<Long, Double>> next = new HashMap<>();
            ways.forEach((left, before) -> new Filling(next, before, steps)
                    .fill(left.rows().stream().mapToLong(Long::longValue).toArray(), 0, column, 0));
            ways = next;
        }
        if (steps[0] > MOST_STEPS) {
            return Optional.empty();
        }
        double observed = 0;
        for (long[] row : table) {
            for (long count : row) {
                observed -= lnFactorial(count);
            }
        }
        double all = 0;
        double rare = 0;
        for (Map<Long, Double> ends : ways.values()) {
            for (Map.Entry<Long, Double> end : ends.entrySet()) {
                double chance = end.getKey() * STEP;
                double weight = StrictMath.exp(chance - observed) * end.getValue();
                all += weight;
                rare += chance <= observed + NEARLY ? weight : 0;
            }
        }
        return Optional.of(Value.of(StrictMath.min(1, rare / all)));
    }

    /** One column put into the rows in every way. */
    private static final class Filling {
        private final Map<Left, Map<Long, Double>> next;
        private final Map<Long, Double> before;
        private final long[] steps;

        Filling(Map<Left, Map<Long, Double>> next, Map<Long, Double> before, long[] steps) {
            this.next = next;
            this.before = before;
            this.steps = steps;
        }

        void fill(long[] left, int row, long column, double chance) {
            steps[0]++;
            if (row == left.length) {
                add(Left.of(left), chance);
                return;
            }
            long room = Arrays.stream(left, row + 1, left.length).sum();
            long most = StrictMath.min(column, left[row]);
            for (long count = StrictMath.max(0, column - room); count <= most && steps[0] <= MOST_STEPS; count++) {
                long[] rest = left.clone();
                rest[row] -= count;
                fill(rest, row + 1, column - count, chance - lnFactorial(count));
            }
        }

        private void add(Left rest, double chance) {
            Map<Long, Double> ends = next.computeIfAbsent(rest, key -> new HashMap<>());
            steps[0] += before.size();
            long more = StrictMath.round(chance / STEP);
            before.forEach((so, often) -> ends.merge(so + more, often, Double::sum));
        }
    }
}
