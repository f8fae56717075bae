package tw.minsheng.statistics.estimate;

import java.util.List;
import java.util.Map;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.sampling.LonelyRule;
import tw.minsheng.statistics.sampling.Stratum;

/**
 * What one stratum gives to a Taylor variance: (1 − f)·n/(n − 1)·Σ(z − z̄)², with z the influences of its rows (S1, S2).
 *
 * @param n rows of the stratum, answered or not; or its first-stage units, whose z are sums over their rows
 * @param sum Σz, {@code squares} Σz²
 */
record StratumSum(Stratum stratum, long n, double sum, double squares) {

    private static final double ROUNDING = 1e-14;

    boolean isLonely() {
        return n == 1 && stratum.population().remaining(1) > 0;
    }

    private double variance() {
        if (n < 2) {
            return 0;
        }
        double within = squares - sum * sum / n;
        // rows that are all alike leave only the rounding of the sums
        return within <= ROUNDING * squares ? 0 : stratum.population().remaining((double) n) * n / (n - 1) * within;
    }

    private double aboutOverallMean() {
        return stratum.population().remaining((double) n) * squares;
    }

    /** The variance of all strata together, of which there is at least one. */
    static Value variance(List<StratumSum> strata, LonelyRule lonely) {
        double sum = 0;
        int alone = 0;
        for (StratumSum stratum : strata) {
            if (!stratum.isLonely()) {
                sum += stratum.variance();
                continue;
            }
            alone++;
            if (lonely == LonelyRule.FAIL) {
                return Value.undefined(
                        Reason.LONELY_STRATUM,
                        Map.of("stratum", stratum.stratum().name()));
            }
            sum += lonely == LonelyRule.ADJUST ? stratum.aboutOverallMean() : 0;
        }
        if (alone == strata.size() && lonely != LonelyRule.ADJUST) {
            return Value.undefined(
                    Reason.LONELY_STRATUM,
                    Map.of("stratum", strata.get(0).stratum().name()));
        }
        return Value.of(lonely == LonelyRule.AVERAGE ? sum * strata.size() / (strata.size() - alone) : sum);
    }
}
