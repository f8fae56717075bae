package tw.minsheng.statistics.driver;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.regress.LogitModel;

/**
 * Which predictors carry a yes or no (RG2): McFadden's R² = 1 − ln L/ln L₀, shared out over all orders as {@link KeyDrivers#lmg}
 * shares R².
 *
 * @param n rows
 * @param mcFadden of all predictors
 * @param shares in their order; they add up to it
 */
public record LogitDrivers(long n, Value mcFadden, List<Value> shares) {

    public LogitDrivers {
        shares = List.copyOf(shares);
    }

    /**
     * The reasons of {@link LogitModel#fit}; {@code too_few_items} without predictors.
     *
     * @param predictors by row, without a constant; nothing missing
     * @param outcome by row, 0 or 1
     * @throws IllegalArgumentException for more than {@link KeyDrivers#MOST} predictors
     */
    public static LogitDrivers of(double[][] predictors, double[] outcome) {
        int n = outcome.length;
        int p = n == 0 ? 0 : predictors[0].length;
        SubsetShares.check(p);
        if (p < 1) {
            Value why = n == 0
                    ? Value.undefined(Reason.NO_COMPLETE_ROWS)
                    : Value.undefined(Reason.TOO_FEW_ITEMS, Map.of("k", "0"));
            return new LogitDrivers(n, why, List.of());
        }
        Value full = fit(predictors, outcome, (1 << p) - 1);
        if (!full.isKnown()) {
            return new LogitDrivers(n, full, Collections.nCopies(p, full));
        }
        double[] shares =
                SubsetShares.of(p, set -> fit(predictors, outcome, set).number());
        return new LogitDrivers(
                n,
                full,
                IntStream.range(0, p).mapToObj(j -> Value.of(shares[j])).toList());
    }

    /** Where all predictors together can be fitted, some of them can. */
    private static Value fit(double[][] predictors, double[] outcome, int set) {
        int[] members = SubsetShares.members(set);
        double[][] rows = new double[outcome.length][members.length + 1];
        for (int i = 0; i < rows.length; i++) {
            rows[i][0] = 1;
            for (int j = 0; j < members.length; j++) {
                rows[i][j + 1] = predictors[i][members[j]];
            }
        }
        return LogitModel.fit(rows, outcome).mcFadden();
    }
}
