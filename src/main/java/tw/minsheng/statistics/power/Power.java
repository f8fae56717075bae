package tw.minsheng.statistics.power;

import java.util.Map;
import org.apache.commons.math3.util.FastMath;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.ChiSquare;
import tw.minsheng.statistics.distribution.FisherF;
import tw.minsheng.statistics.distribution.NoncentralChiSquare;
import tw.minsheng.statistics.distribution.NoncentralF;
import tw.minsheng.statistics.distribution.NoncentralT;
import tw.minsheng.statistics.distribution.Normal;
import tw.minsheng.statistics.distribution.StudentT;

/**
 * Power of the usual tests at a level α, by the noncentral distribution of their statistic (Cohen 1988); R:
 * {@code power.prop.test}, {@code power.t.test}, {@code power.anova.test} and the package {@code pwr}. Tests are two-sided;
 * those of t and of two shares count only the side of the effect, as R does.
 */
public final class Power {

    private static final double CLOSE = 1e-6;

    private final double alpha;

    /** @param alpha chance of a false alarm, in (0, 1) */
    public Power(double alpha) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha lies in (0, 1): " + alpha);
        }
        this.alpha = alpha;
    }

    /** Two shares, n in each group: normal, with the pooled variance under equality; {@code power.prop.test}. */
    public PowerCurve twoShares(double first, double second) {
        double difference = StrictMath.abs(first - second);
        double middle = (first + second) / 2;
        double equal = StrictMath.sqrt(2 * middle * (1 - middle));
        double apart = StrictMath.sqrt(first * (1 - first) + second * (1 - second));
        return n ->
                Normal.lowerTail((StrictMath.sqrt(n) * difference - Normal.quantile(1 - alpha / 2) * equal) / apart);
    }

    /**
     * The smallest difference from a share that two groups of n each tell with this power, to 1e-6; of the two directions the one towards
     * one half, where shares spread most. {@code n_too_small} where not even the largest difference is found.
     *
     * @param share in (0, 1)
     * @param n in each group, whole or, of an effective sample, not
     */
    public Value smallestDifference(double share, double n, double power) {
        double direction = share > .5 ? -1 : 1;
        double low = 0;
        double high = direction > 0 ? 1 - share : share;
        if (n < 2 || twoShares(share, share + direction * high * (1 - CLOSE)).at(n) < power) {
            return Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Double.toString(n)));
        }
        while (high - low > CLOSE) {
            double middle = (low + high) / 2;
            if (twoShares(share, share + direction * middle).at(n) < power) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Value.of(high);
    }

    /** Two means, n in each group; {@code power.t.test}. */
    public PowerCurve twoMeans(double difference, double sd) {
        double effect = StrictMath.abs(difference) / sd;
        return n -> byT(alpha / 2, 2 * (n - 1), StrictMath.sqrt(n / 2) * effect);
    }

    /** One mean, or the mean of paired differences with their own sd, n of them. */
    public PowerCurve oneMean(double difference, double sd) {
        double effect = StrictMath.abs(difference) / sd;
        return n -> byT(alpha / 2, n - 1, StrictMath.sqrt(n) * effect);
    }

    /** One mean, one-sided. */
    public PowerCurve oneMeanOneSided(double difference, double sd) {
        double effect = StrictMath.abs(difference) / sd;
        return n -> byT(alpha, n - 1, StrictMath.sqrt(n) * effect);
    }

    private static double byT(double tail, double df, double noncentrality) {
        return NoncentralT.upperTail(-StudentT.quantile(tail, df), df, noncentrality);
    }

    /**
     * Means of several groups, n in each; {@code power.anova.test}.
     *
     * @param between variance of the means, {@code within} of the people of a group
     */
    public PowerCurve means(int groups, double between, double within) {
        return n -> byF(groups - 1.0, (n - 1) * groups, (groups - 1) * n * between / within);
    }

    /** A χ² test of n people with Cohen's w; {@code pwr.chisq.test}. */
    public PowerCurve chiSquare(double w, double df) {
        double border = ChiSquare.upperQuantile(alpha, df);
        return n -> NoncentralChiSquare.upperTail(border, df, n * w * w);
    }

    /** A correlation of n pairs, by Fisher's z with its bias; {@code pwr.r.test}; n of 4 or more. */
    public PowerCurve correlation(double r) {
        return new PowerCurve() {
            @Override
            public double at(double n) {
                double t = -StudentT.quantile(alpha / 2, n - 2);
                double border = atanh(StrictMath.sqrt(t * t / (t * t + n - 2)));
                double expected = atanh(StrictMath.abs(r)) + StrictMath.abs(r) / (2 * (n - 1));
                double root = StrictMath.sqrt(n - 3);
                return Normal.lowerTail((expected - border) * root) + Normal.lowerTail((-expected - border) * root);
            }

            @Override
            public double least() {
                return 4;
            }
        };
    }

    private static double atanh(double r) {
        return (FastMath.log1p(r) - FastMath.log1p(-r)) / 2;
    }

    /** One share, by Cohen's h; {@code pwr.p.test}. */
    public PowerCurve oneEffect(double h) {
        return n -> byNormal(StrictMath.abs(h) * StrictMath.sqrt(n));
    }

    /** Two shares by Cohen's h, n in each group; {@code pwr.2p.test}. */
    public PowerCurve twoEffects(double h) {
        return n -> byNormal(StrictMath.abs(h) * StrictMath.sqrt(n / 2));
    }

    /** Two shares by Cohen's h, groups of different size; {@code pwr.2p2n.test}. */
    public double twoEffects(double h, double first, double second) {
        return byNormal(StrictMath.abs(h) * StrictMath.sqrt(first * second / (first + second)));
    }

    private double byNormal(double shift) {
        double border = Normal.quantile(1 - alpha / 2);
        return Normal.upperTail(border - shift) + Normal.lowerTail(-border - shift);
    }

    /**
     * A regression, by Cohen's f² = R²/(1 − R²); {@code pwr.f2.test}.
     *
     * @param predictors that are tested, {@code rest} degrees of freedom of the residuals
     */
    public double regression(double predictors, double rest, double f2) {
        return byF(predictors, rest, f2 * (predictors + rest + 1));
    }

    private double byF(double df1, double df2, double noncentrality) {
        return NoncentralF.upperTail(FisherF.quantile(1 - alpha, df1, df2), df1, df2, noncentrality);
    }
}
