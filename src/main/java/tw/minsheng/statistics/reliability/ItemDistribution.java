package tw.minsheng.statistics.reliability;

import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.Moments;

/**
 * How the answers to one item are spread (RE1).
 *
 * @param moments of the valid answers: n, mean, sd, skewness, kurtosis
 * @param atFloor answers at the scale's minimum
 * @param atCeiling answers at the scale's maximum
 */
public record ItemDistribution(Moments moments, long atFloor, long atCeiling) {

    /** Share of answers at the minimum, 0–100. */
    public Value floorPercent() {
        return percent(atFloor);
    }

    /** Share of answers at the maximum, 0–100. */
    public Value ceilingPercent() {
        return percent(atCeiling);
    }

    private Value percent(long count) {
        return moments.n() == 0 ? Value.undefined(Reason.NO_DATA) : Value.of(100.0 * count / moments.n());
    }
}
