package tw.minsheng.statistics.ordinal;

import java.util.List;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.BivariateNormal;
import tw.minsheng.statistics.distribution.Normal;

/**
 * Polychoric correlation of two ordered items in two steps: thresholds from the margins, then the correlation by maximum
 * likelihood; no correction for empty cells. Olsson 1979; {@code lavaan::lavCor}. The score (the derivative of the likelihood) is
 * set to 0, which is exact to the last digits where a search for the maximum is not.
 */
public final class Polychoric {

    /** Near the ends of (−1, 1) empty cells leave a score of almost 0 that is no top: the way there is walked from within. */
    private static final List<Double> PLACES = List.of(.2, .4, .6, .8, .9, .95, .98, .99, .995, .999, .9999);

    private static final double EXACT = 1e-13;
    private static final int MOST_STEPS = 500;
    private static final double LEAST = 1e-300;
    private static final int MOST_CATEGORIES = 10;

    private final long[][] counts;
    private final double[] rows;
    private final double[] columns;

    private Polychoric(long[][] counts, double[] rows, double[] columns) {
        this.counts = counts;
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * @param counts how many people chose category i of the first and j of the second item; each category was chosen by somebody; 2
     *     to 10 categories
     * @return in (−1, 1); {@code no_variation} when an item has one category, {@code singular_matrix} when one item says the same as
     *     the other, or its opposite, {@code not_converged} when the likelihood rises to the end
     */
    public static Value of(long[][] counts) {
        if (counts.length < 2 || counts[0].length < 2) {
            return Value.undefined(Reason.NO_VARIATION);
        }
        if (counts.length > MOST_CATEGORIES || counts[0].length > MOST_CATEGORIES) {
            return Value.undefined(Reason.SPARSE_TABLE);
        }
        if (isCopy(counts)) {
            return Value.undefined(Reason.SINGULAR_MATRIX);
        }
        return new Polychoric(counts, limits(margin(counts, true)), limits(margin(counts, false))).solve();
    }

    /** Whether each category of one item goes with one category of the other, in the same or in the opposite order. */
    private static boolean isCopy(long[][] counts) {
        int categories = counts.length;
        if (counts[0].length != categories) {
            return false;
        }
        long same = 0;
        long opposite = 0;
        long all = 0;
        for (int i = 0; i < categories; i++) {
            same += counts[i][i];
            opposite += counts[i][categories - 1 - i];
            for (long count : counts[i]) {
                all += count;
            }
        }
        return same == all || opposite == all;
    }

    private static long[] margin(long[][] counts, boolean ofRows) {
        long[] margin = new long[ofRows ? counts.length : counts[0].length];
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts[i].length; j++) {
                margin[ofRows ? i : j] += counts[i][j];
            }
        }
        return margin;
    }

    /**
     * The cuts between the categories of one item.
     *
     * @param margin people in each, all above 0
     */
    public static double[] thresholds(long[] margin) {
        double[] limits = limits(margin);
        double[] cuts = new double[margin.length - 1];
        System.arraycopy(limits, 1, cuts, 0, cuts.length);
        return cuts;
    }

    /** From −∞ to ∞. */
    private static double[] limits(long[] margin) {
        double n = 0;
        for (long count : margin) {
            n += count;
        }
        double[] limits = new double[margin.length + 1];
        limits[0] = Double.NEGATIVE_INFINITY;
        double below = 0;
        for (int i = 1; i < margin.length; i++) {
            below += margin[i - 1];
            limits[i] = Normal.quantile(below / n);
        }
        limits[margin.length] = Double.POSITIVE_INFINITY;
        return limits;
    }

    /** Goes from 0 the way the likelihood rises until it falls, and looks for the top between the last two places. */
    private Value solve() {
        double slope = score(0);
        if (slope == 0) {
            return Value.of(0);
        }
        double sign = slope > 0 ? 1 : -1;
        double before = 0;
        for (double place : PLACES) {
            double here = sign * place;
            if (sign * score(here) < 0) {
                return between(StrictMath.min(before, here), StrictMath.max(before, here));
            }
            before = here;
        }
        return Value.undefined(Reason.NOT_CONVERGED);
    }

    private Value between(double low, double high) {
        try {
            return Value.of(new BrentSolver(EXACT, EXACT).solve(MOST_STEPS, this::score, low, high));
        } catch (TooManyEvaluationsException slow) {
            return Value.undefined(Reason.NOT_CONVERGED);
        }
    }

    private double score(double r) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts[i].length; j++) {
                if (counts[i][j] > 0) {
                    double p = StrictMath.max(LEAST, probability(i, j, r));
                    sum += counts[i][j] * slope(i, j, r) / p;
                }
            }
        }
        return sum;
    }

    private double probability(int i, int j, double r) {
        return BivariateNormal.lowerTail(rows[i + 1], columns[j + 1], r)
                - BivariateNormal.lowerTail(rows[i], columns[j + 1], r)
                - BivariateNormal.lowerTail(rows[i + 1], columns[j], r)
                + BivariateNormal.lowerTail(rows[i], columns[j], r);
    }

    /** The derivative of a probability by r is the density at its corners. */
    private double slope(int i, int j, double r) {
        return corner(i + 1, j + 1, r) - corner(i, j + 1, r) - corner(i + 1, j, r) + corner(i, j, r);
    }

    private double corner(int i, int j, double r) {
        return Double.isInfinite(rows[i]) || Double.isInfinite(columns[j])
                ? 0
                : BivariateNormal.density(rows[i], columns[j], r);
    }
}
