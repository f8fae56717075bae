package tw.minsheng.statistics.weighting;

import java.util.List;
import tw.minsheng.statistics.Value;

/**
 * The outcome of weighting. When {@link #maxMarginError} has a reason instead of a number, nothing was done and
 * {@code calibration} leaves the weights as they were.
 *
 * @param margins the weights were fitted to; none without weighting
 * @param maxMarginError largest |weighted margin − target|, in units of the population
 * @param iterations cycles over all margins; 1 for post-stratification
 */
public record Weighting(Calibration calibration, List<Margin> margins, Value maxMarginError, int iterations) {

    public Weighting {
        margins = List.copyOf(margins);
    }

    /** No weighting at all. */
    public static Weighting none(Groups groups) {
        return new Weighting(Calibration.none(groups.size()), List.of(), Value.of(0), 0);
    }

    /** Nothing was done, for this reason. */
    public static Weighting refused(Groups groups, Value reason) {
        return refused(groups.size(), reason, 0);
    }

    static Weighting refused(int groups, Value reason, int iterations) {
        return new Weighting(Calibration.none(groups), List.of(), reason, iterations);
    }

    public boolean isDone() {
        return maxMarginError.isKnown();
    }

    /** The largest margin error as a part of the population. */
    public Value relativeMarginError() {
        return maxMarginError.map(
                error -> margins.isEmpty() ? 0 : error / margins.get(0).total());
    }
}
