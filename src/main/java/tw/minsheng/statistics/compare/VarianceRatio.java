package tw.minsheng.statistics.compare;

import java.util.Map;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.FisherF;

/**
 * Whether two groups spread alike, for numbers of a normal distribution (PT1): F = s₁²/s₂²; {@code var.test} of R.
 *
 * @param f with {@code df1} and {@code df2} degrees of freedom
 * @param p two-sided: twice the smaller tail
 * @param interval of the ratio in the population
 */
public record VarianceRatio(Value f, long df1, long df2, Value p, Interval interval) {

    /** Each group needs 2 numbers, else {@code n_too_small}; one without any spread gives {@code no_variation}. */
    public static VarianceRatio of(Group first, Group second, double level) {
        long df1 = first.n() - 1;
        long df2 = second.n() - 1;
        if (df1 < 1 || df2 < 1) {
            return none(Value.undefined(Reason.N_TOO_SMALL, Map.of("n", "1")), df1, df2, level);
        }
        if (first.variance() <= 0 || second.variance() <= 0) {
            return none(Value.undefined(Reason.NO_VARIATION), df1, df2, level);
        }
        double f = first.variance() / second.variance();
        double a = (double) df1;
        double b = (double) df2;
        double tail = StrictMath.min(FisherF.lowerTail(f, a, b), FisherF.upperTail(f, a, b));
        double out = (1 - level) / 2;
        return new VarianceRatio(
                Value.of(f),
                df1,
                df2,
                Value.of(StrictMath.min(1, 2 * tail)),
                Interval.of("f", level, f / FisherF.quantile(1 - out, a, b), f / FisherF.quantile(out, a, b)));
    }

    private static VarianceRatio none(Value why, long df1, long df2, double level) {
        return new VarianceRatio(why, df1, df2, why, Interval.undefined("f", level, why));
    }
}
