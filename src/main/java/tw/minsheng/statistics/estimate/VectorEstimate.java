package tw.minsheng.statistics.estimate;

import java.util.List;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.Normal;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/**
 * Several estimates from one call, over the same rows (S4), with their covariances.
 *
 * @param estimates in the order of the variables; all undefined with one reason, or all known
 * @param status known, or why there are no variances
 * @param covariance k × k; zeros when {@code status} is undefined
 * @param n valid rows
 */
public record VectorEstimate(List<Value> estimates, Value status, SymmetricMatrix covariance, long n) {

    public VectorEstimate {
        estimates = List.copyOf(estimates);
    }

    /** Standard error of one estimate. */
    public Value se(int index) {
        return status.isKnown() ? Value.of(StrictMath.sqrt(covariance.at(index, index))) : status;
    }

    /** estimate ± z·se. */
    public Interval normalInterval(int index, double level) {
        Value estimate = estimates.get(index);
        if (!estimate.isKnown() || !status.isKnown()) {
            return Interval.undefined("normal", level, estimate.isKnown() ? status : estimate);
        }
        double half = Normal.halfWidth(level) * se(index).number();
        return Interval.of("normal", level, estimate.number() - half, estimate.number() + half);
    }
}
