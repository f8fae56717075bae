package tw.minsheng.statistics.compare.wave;

import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.estimate.ProportionInterval;

/**
 * A proportion in two independent unweighted samples (WV1), later minus earlier.
 *
 * @param pooled z with one proportion for both under the hypothesis, its interval has no use
 * @param unpooled z and Wald interval with the two proportions
 * @param newcombe interval by the Wilson limits of each (Newcombe 1998, method 10)
 * @param h Cohen's h = 2·asin√p₂ − 2·asin√p₁
 * @param oddsRatio of later to earlier, {@code riskRatio} of the proportions; {@code zero_denominator} where that is 0
 */
public record ProportionChange(
        double difference,
        NormalTest pooled,
        NormalTest unpooled,
        Interval newcombe,
        double h,
        Value oddsRatio,
        Value riskRatio) {

    /**
     * @param x1 successes of n1, the earlier sample
     * @param x2 successes of n2, the later one
     * @throws IllegalArgumentException when a sample is empty or has more successes than answers
     */
    public static ProportionChange of(long x1, long n1, long x2, long n2, double level) {
        if (n1 < 1 || n2 < 1 || x1 < 0 || x2 < 0 || x1 > n1 || x2 > n2) {
            throw new IllegalArgumentException("no proportions: " + x1 + "/" + n1 + ", " + x2 + "/" + n2);
        }
        double p1 = (double) x1 / n1;
        double p2 = (double) x2 / n2;
        double both = (double) (x1 + x2) / (n1 + n2);
        double change = p2 - p1;
        double shared = StrictMath.sqrt(both * (1 - both) * (1.0 / n1 + 1.0 / n2));
        double own = StrictMath.sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2);
        Interval first = ProportionInterval.WILSON.around((double) x1, (double) n1, level);
        Interval second = ProportionInterval.WILSON.around((double) x2, (double) n2, level);
        double down =
                StrictMath.hypot(p2 - second.lower().number(), first.upper().number() - p1);
        double up = StrictMath.hypot(
                second.upper().number() - p2, p1 - first.lower().number());
        return new ProportionChange(
                change,
                NormalTest.of(change, shared, level),
                NormalTest.of(change, own, level),
                Interval.of("newcombe", level, change - down, change + up),
                2 * StrictMath.asin(StrictMath.sqrt(p2)) - 2 * StrictMath.asin(StrictMath.sqrt(p1)),
                Value.ratio((double) x2 * (n1 - x1), (double) x1 * (n2 - x2)),
                Value.ratio(p2, p1));
    }
}
