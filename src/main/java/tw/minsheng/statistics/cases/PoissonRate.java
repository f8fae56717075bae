package tw.minsheng.statistics.cases;

import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.ChiSquare;

/**
 * Events for each unit of exposure, with the exact interval of Garwood (1936): as R's {@code poisson.test}. It tells how
 * much the rate would vary by chance from period to period; all events are counted.
 *
 * @param rate no exposure is {@code zero_denominator}
 */
public record PoissonRate(Value rate, Interval ci) {

    private static final String METHOD = "garwood";

    /**
     * @param events not negative
     * @param exposure for example residents, not negative
     * @param level in (0, 1)
     */
    public static PoissonRate of(long events, double exposure, double level) {
        if (events < 0 || !(exposure >= 0)) {
            throw new IllegalArgumentException(events + " events of " + exposure);
        }
        if (exposure == 0) {
            return new PoissonRate(
                    Value.undefined(Reason.ZERO_DENOMINATOR),
                    Interval.undefined(METHOD, level, Reason.ZERO_DENOMINATOR));
        }
        double each = (1 - level) / 2;
        double count = (double) events;
        double lower = events == 0 ? 0 : ChiSquare.upperQuantile(1 - each, 2 * count) / 2;
        double upper = ChiSquare.upperQuantile(each, 2 * (count + 1)) / 2;
        return new PoissonRate(
                Value.of(count / exposure), Interval.of(METHOD, level, lower / exposure, upper / exposure));
    }
}
