package tw.minsheng.statistics.regress;

import org.apache.commons.math3.util.FastMath;
import tw.minsheng.statistics.distribution.Normal;

/** Which distribution lies behind ordered answers: P(answer ≤ k) = F(θ_k − x′β). Both are symmetric about 0. */
public enum CumulativeLink {
    /** The logistic distribution: exp(β) multiplies the odds of a higher answer, at every threshold alike. */
    LOGIT {
        @Override
        double lowerTail(double x) {
            return 1 / (1 + FastMath.exp(-x));
        }

        @Override
        double density(double x) {
            double tail = FastMath.exp(-StrictMath.abs(x));
            return tail / ((1 + tail) * (1 + tail));
        }

        @Override
        double slope(double x) {
            return density(x) * (1 - 2 * lowerTail(x));
        }
    },
    /** The normal distribution. */
    PROBIT {
        @Override
        double lowerTail(double x) {
            return Normal.lowerTail(x);
        }

        @Override
        double density(double x) {
            return Normal.density(x);
        }

        @Override
        double slope(double x) {
            return -x * Normal.density(x);
        }
    };

    abstract double lowerTail(double x);

    abstract double density(double x);

    /** Of the density. */
    abstract double slope(double x);

    /** F(upper) − F(lower), by the tails that are nearer, so that a small part keeps its digits. */
    double between(double lower, double upper) {
        return lower > 0 ? lowerTail(-lower) - lowerTail(-upper) : lowerTail(upper) - lowerTail(lower);
    }

    /** The x with F(x) = share. */
    double quantile(double share) {
        return this == LOGIT ? StrictMath.log(share / (1 - share)) : Normal.quantile(share);
    }
}
