package tw.minsheng.statistics.driver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.CrossSums;
import tw.minsheng.statistics.moments.EigenSystem;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/**
 * Which predictors carry an outcome (RG2), out of the correlations R of the predictors and r with the outcome, weighted or not.
 * All lists are in the order of the predictors.
 *
 * @param n rows that answer everything
 * @param r2 r′R⁻¹r, what all predictors explain together
 * @param lmg share of R² averaged over all orders (Lindeman, Merenda and Gold 1980); they add up to R²
 * @param relative Johnson's relative weights (2000): (R^½)² times the squares of R^(−½)r; they add up to R²
 * @param beta standardised coefficients R⁻¹r
 * @param pratt β·r (Pratt 1987), which may be negative; they add up to R²
 * @param first r², what each explains alone
 * @param last what R² loses without it
 */
public record KeyDrivers(
        long n,
        Value r2,
        List<Value> lmg,
        List<Value> relative,
        List<Value> beta,
        List<Value> pratt,
        List<Value> first,
        List<Value> last) {

    /** 2^p regressions are made: more predictors would take too long. */
    public static final int MOST = SubsetShares.MOST;

    public KeyDrivers {
        lmg = List.copyOf(lmg);
        relative = List.copyOf(relative);
        beta = List.copyOf(beta);
        pratt = List.copyOf(pratt);
        first = List.copyOf(first);
        last = List.copyOf(last);
    }

    /**
     * {@code too_few_items} without predictors, {@code no_complete_rows}, {@code n_too_small} with no more rows than predictors + 1,
     * {@code no_variation} when the outcome or a predictor is constant; {@code singular_matrix} when a predictor follows from the
     * others, which leaves only {@code first}.
     *
     * @param sums listwise, of the predictors and, in the last column, the outcome
     * @throws IllegalArgumentException for more than {@link #MOST} predictors
     */
    public static KeyDrivers of(CrossSums sums) {
        int p = sums.columns() - 1;
        SubsetShares.check(p);
        long n = sums.n(0, 0);
        if (p < 1) {
            return none(0, n, Value.undefined(Reason.TOO_FEW_ITEMS, Map.of("k", "0")));
        }
        if (n == 0) {
            return none(p, n, Value.undefined(Reason.NO_COMPLETE_ROWS));
        }
        if (n <= p + 1) {
            return none(p, n, Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Long.toString(n))));
        }
        if (IntStream.rangeClosed(0, p).anyMatch(j -> sums.covariance(j, j) <= 0)) {
            return none(p, n, Value.undefined(Reason.NO_VARIATION));
        }
        SymmetricMatrix among = SymmetricMatrix.of(p, (i, j) -> i == j ? 1 : sums.correlation(i, j));
        double[] with = new double[p];
        for (int j = 0; j < p; j++) {
            with[j] = sums.correlation(j, p);
        }
        List<Value> first = each(p, j -> Value.of(with[j] * with[j]));
        if (among.definiteness() != SymmetricMatrix.Definiteness.POSITIVE_DEFINITE) {
            Value why = Value.undefined(Reason.SINGULAR_MATRIX);
            List<Value> nothing = Collections.nCopies(p, why);
            return new KeyDrivers(n, why, nothing, nothing, nothing, nothing, first, nothing);
        }
        return of(n, among, with, first);
    }

    private static KeyDrivers none(int p, long n, Value why) {
        List<Value> nothing = Collections.nCopies(p, why);
        return new KeyDrivers(n, why, nothing, nothing, nothing, nothing, nothing, nothing);
    }

    private static KeyDrivers of(long n, SymmetricMatrix among, double[] with, List<Value> first) {
        int p = with.length;
        double[] beta = among.inverse().times(with);
        int all = (1 << p) - 1;
        double full = explained(among, with, all);
        double[] lmg = SubsetShares.of(p, set -> explained(among, with, set));
        double[] relative = relative(among.eigen(), with);
        return new KeyDrivers(
                n,
                Value.of(full),
                each(p, j -> Value.of(lmg[j])),
                each(p, j -> Value.of(relative[j])),
                each(p, j -> Value.of(beta[j])),
                each(p, j -> Value.of(beta[j] * with[j])),
                first,
                each(p, j -> Value.of(full - explained(among, with, all & ~(1 << j)))));
    }

    private static List<Value> each(int p, IntFunction<Value> value) {
        List<Value> list = new ArrayList<>();
        for (int j = 0; j < p; j++) {
            list.add(value.apply(j));
        }
        return list;
    }

    /** R² of some of the predictors: r′R⁻¹r as the sum of squares of what a triangle leaves of r (Cholesky). */
    private static double explained(SymmetricMatrix among, double[] with, int set) {
        int[] members = SubsetShares.members(set);
        double[][] root = new double[members.length][members.length];
        double[] rest = new double[members.length];
        double sum = 0;
        for (int i = 0; i < members.length; i++) {
            rest[i] = with[members[i]];
            for (int j = 0; j <= i; j++) {
                double left = among.at(members[i], members[j]);
                for (int m = 0; m < j; m++) {
                    left -= root[i][m] * root[j][m];
                }
                root[i][j] = i == j ? StrictMath.sqrt(left) : left / root[j][j];
                rest[i] -= j < i ? root[i][j] * rest[j] : 0;
            }
            rest[i] /= root[i][i];
            sum += rest[i] * rest[i];
        }
        return sum;
    }

    private static double[] relative(EigenSystem system, double[] with) {
        int p = with.length;
        double[][] root = new double[p][p];
        double[] onAxes = new double[p];
        for (int a = 0; a < p; a++) {
            double along = 0;
            for (int i = 0; i < p; i++) {
                along += system.vector(a, i) * with[i];
            }
            double length = StrictMath.sqrt(system.value(a));
            for (int i = 0; i < p; i++) {
                onAxes[i] += system.vector(a, i) * along / length;
                for (int j = 0; j < p; j++) {
                    root[i][j] += system.vector(a, i) * length * system.vector(a, j);
                }
            }
        }
        double[] weights = new double[p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                weights[i] += root[i][j] * root[i][j] * onAxes[j] * onAxes[j];
            }
        }
        return weights;
    }

    /** The part of R² that a predictor has by {@link #lmg}, in percent; {@code no_variation} when R² is 0. */
    public Value lmgPercent(int predictor) {
        if (!r2.isKnown()) {
            return r2;
        }
        return r2.number() > 0
                ? lmg.get(predictor).map(share -> 100 * share / r2.number())
                : Value.undefined(Reason.NO_VARIATION);
    }
}
