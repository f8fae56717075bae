package tw.minsheng.statistics.estimate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.SymmetricMatrix;
import tw.minsheng.statistics.sampling.LonelyRule;
import tw.minsheng.statistics.sampling.Stratum;

/**
 * What one stratum gives to the Taylor covariance of k totals: (1 − f)·n/(n − 1)·Σ(z − z̄)(z − z̄)′, with z the influences of its
 * rows (S1, S2).
 */
final class StratumSums {

    private static final double ROUNDING = 1e-14;

    private final Stratum stratum;
    private final long n;
    private final double[] sums;
    private final double[][] products;

    /**
     * Takes the arrays as they are; nobody else may keep them.
     *
     * @param n rows of the stratum, answered or not; or its first-stage units, whose z are sums over their rows
     * @param sums Σz, {@code products} Σzz′, of which the lower triangle is read
     */
    StratumSums(Stratum stratum, long n, double[] sums, double[][] products) {
        this.stratum = stratum;
        this.n = n;
        this.sums = sums;
        this.products = products;
    }

    static boolean isLonely(Stratum stratum, long n) {
        return n == 1 && stratum.population().remaining(1) > 0;
    }

    private boolean isLonely() {
        return isLonely(stratum, n);
    }

    /** Why strata of one row leave no variance. */
    static Optional<Value> refusal(List<StratumSums> strata, LonelyRule lonely) {
        List<StratumSums> alone = strata.stream().filter(StratumSums::isLonely).toList();
        boolean refused = lonely == LonelyRule.FAIL
                ? !alone.isEmpty()
                : lonely != LonelyRule.ADJUST && alone.size() == strata.size();
        return refused
                ? Optional.of(Value.undefined(
                        Reason.LONELY_STRATUM,
                        Map.of("stratum", alone.get(0).stratum.name())))
                : Optional.empty();
    }

    /** The covariance of all strata together, of which there is at least one. Ask {@link #refusal} first. */
    static SymmetricMatrix covariance(List<StratumSums> strata, LonelyRule lonely) {
        long alone = strata.stream().filter(StratumSums::isLonely).count();
        double scale = lonely == LonelyRule.AVERAGE ? (double) strata.size() / (strata.size() - alone) : 1;
        return SymmetricMatrix.of(strata.get(0).sums.length, (i, j) -> {
            double sum = 0;
            for (StratumSums stratum : strata) {
                sum += stratum.part(i, j, lonely);
            }
            return scale * sum;
        });
    }

    private double part(int i, int j, LonelyRule lonely) {
        double remaining = stratum.population().remaining((double) n);
        if (isLonely()) {
            return lonely == LonelyRule.ADJUST ? remaining * products[i][j] : 0;
        }
        return n < 2 || isConstant(i) || isConstant(j) ? 0 : remaining * n / (n - 1) * within(i, j);
    }

    private double within(int i, int j) {
        return products[i][j] - sums[i] * sums[j] / n;
    }

    /** Rows that are all alike leave only the rounding of the sums. */
    private boolean isConstant(int i) {
        return within(i, i) <= ROUNDING * products[i][i];
    }
}
