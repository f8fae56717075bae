package tw.minsheng.statistics.compare.wave;

import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.Normal;

/**
 * An estimate against nought by the normal distribution.
 *
 * @param se standard error, 0 or more
 * @param z estimate over its error; {@code no_variation} when the error is 0
 * @param p two-sided
 * @param margin half of the interval
 * @param interval about the estimate
 */
public record NormalTest(double estimate, double se, Value z, Value p, Value margin, Interval interval) {

    /** @param level of the interval, in (0, 1) */
    static NormalTest of(double estimate, double se, double level) {
        if (se <= 0) {
            Value why = Value.undefined(Reason.NO_VARIATION);
            return new NormalTest(estimate, 0, why, why, why, Interval.undefined("normal", level, why));
        }
        double z = estimate / se;
        double margin = Normal.halfWidth(level) * se;
        return new NormalTest(
                estimate,
                se,
                Value.of(z),
                Value.of(Normal.twoSided(z)),
                Value.of(margin),
                Interval.of("normal", level, estimate - margin, estimate + margin));
    }
}
