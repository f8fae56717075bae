package tw.minsheng.statistics.estimate;

import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/**
 * Variances and covariances of several variables in the population, from a sample design (ES5); {@code svyvar}.
 *
 * @param status known, or why there are none; the matrices hold zeros then
 * @param covariance n/(n−1)·Σw(x−x̄)(y−ȳ)/Σw
 * @param se their standard errors; zeros where {@code errors} has a reason
 * @param errors known, or why there are no standard errors
 * @param n rows that answer every variable
 */
public record CovarianceEstimate(Value status, SymmetricMatrix covariance, Value errors, SymmetricMatrix se, long n) {

    /** r = c_ij/√(c_ii·c_jj); {@code no_variation} where a variable does not vary. */
    public Value correlation(int i, int j) {
        if (!status.isKnown()) {
            return status;
        }
        double spread = covariance.at(i, i) * covariance.at(j, j);
        if (spread <= 0) {
            return Value.undefined(Reason.NO_VARIATION);
        }
        double r = i == j ? 1 : covariance.at(i, j) / StrictMath.sqrt(spread);
        return Value.of(StrictMath.max(-1, StrictMath.min(1, r)));
    }

    static CovarianceEstimate undefined(Value why, int k, long n) {
        SymmetricMatrix zeros = SymmetricMatrix.of(k, (i, j) -> 0);
        return new CovarianceEstimate(why, zeros, why, zeros, n);
    }
}
