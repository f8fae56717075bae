package tw.minsheng.statistics.weighting;

import org.apache.commons.math3.util.FastMath;

/**
 * How far calibrated weights may go from design weights: g = w/d as a function F of u = x′η/σ², with F(0) = 1 and F′(0) = 1
 * (Deville and Särndal 1992).
 *
 * @param kind of F
 * @param lower bound of g, below 1; of no effect where infinite
 * @param upper bound of g, above 1
 */
public record CalibrationDistance(Kind kind, double lower, double upper) {

    /** Forms of F. */
    public enum Kind {
        /** 1 + u: the regression estimator (GREG); may give weights below 0. */
        LINEAR,
        /** exp(u): 反覆加權 for any totals; never below 0. */
        RAKING,
        /** Between its bounds by the logistic curve; needs both. */
        LOGIT
    }

    public CalibrationDistance {
        boolean bounded = Double.isFinite(lower) && Double.isFinite(upper);
        if (!(lower < 1 && upper > 1) || (kind == Kind.LOGIT && !bounded)) {
            throw new IllegalArgumentException("bounds lie on both sides of 1: " + lower + ", " + upper);
        }
    }

    /** Without bounds; not for {@link Kind#LOGIT}. */
    public static CalibrationDistance of(Kind kind) {
        return new CalibrationDistance(kind, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    double factor(double u) {
        return switch (kind) {
            case LINEAR -> bounded(1 + u);
            case RAKING -> bounded(FastMath.exp(u));
            case LOGIT -> {
                double e = FastMath.exp(StrictMath.min(u * speed(), 500));
                yield (lower * (upper - 1) + upper * (1 - lower) * e) / (upper - 1 + (1 - lower) * e);
            }
        };
    }

    /** F′(u); 0 where a bound holds. */
    double slope(double u) {
        return switch (kind) {
            case LINEAR -> isInside(1 + u) ? 1 : 0;
            case RAKING -> isInside(FastMath.exp(u)) ? FastMath.exp(u) : 0;
            case LOGIT -> (upper - factor(u)) * (factor(u) - lower) / ((upper - 1) * (1 - lower));
        };
    }

    private double speed() {
        return (upper - lower) / ((upper - 1) * (1 - lower));
    }

    private double bounded(double g) {
        return StrictMath.max(lower, StrictMath.min(g, upper));
    }

    private boolean isInside(double g) {
        return g > lower && g < upper;
    }
}
