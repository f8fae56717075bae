package tw.minsheng.statistics.weighting;

import java.util.Map;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/**
 * The outcome of weighting. When {@link #maxMarginError} has a reason instead of a number, nothing was done and
 * {@code calibration} leaves the weights as they were.
 *
 * @param maxMarginError largest |weighted margin − target|, in units of the population
 * @param iterations cycles over all margins; 1 for post-stratification
 * @param total sum of the targets
 */
public record Weighting(Calibration calibration, Value maxMarginError, int iterations, double total) {

    /** No weighting at all. */
    public static Weighting none(Groups groups) {
        return new Weighting(Calibration.none(groups.size()), Value.of(0), 0, groups.total());
    }

    static Weighting refused(int groups, Value reason, int iterations) {
        return new Weighting(Calibration.none(groups), reason, iterations, 0);
    }

    static Weighting refused(int groups, Reason reason, Map<String, String> args) {
        return refused(groups, Value.undefined(reason, args), 0);
    }

    public boolean isDone() {
        return maxMarginError.isKnown();
    }

    /** The largest margin error as a part of the total. */
    public Value relativeMarginError() {
        return maxMarginError.map(error -> total > 0 ? error / total : 0);
    }
}
