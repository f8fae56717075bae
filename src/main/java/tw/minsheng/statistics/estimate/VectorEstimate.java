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

    /**
     * A weighted sum of the estimates with its error from their covariances (ES5), for example the difference of two domain
     * means with 1 and −1; {@code svycontrast}.
     *
     * @param weights one per estimate
     */
    public VectorEstimate contrast(double... weights) {
        if (weights.length != estimates.size()) {
            throw new IllegalArgumentException("a contrast has one weight per estimate");
        }
        double sum = 0;
        double variance = 0;
        for (int i = 0; i < weights.length; i++) {
            Value estimate = estimates.get(i);
            if (!estimate.isKnown()) {
                return new VectorEstimate(List.of(estimate), status, SymmetricMatrix.of(1, (a, b) -> 0), n);
            }
            sum += weights[i] * estimate.number();
            for (int j = 0; j < weights.length; j++) {
                variance += weights[i] * weights[j] * covariance.at(i, j);
            }
        }
        double square = StrictMath.max(0, variance);
        return new VectorEstimate(List.of(Value.of(sum)), status, SymmetricMatrix.of(1, (a, b) -> square), n);
    }
}
