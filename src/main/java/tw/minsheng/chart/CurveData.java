package tw.minsheng.chart;

import java.util.List;

/**
 * A share that falls in steps, with its band and with the numbers that are still watched.
 *
 * @param share name of the share, in percent
 * @param axis name and unit of the lower axis
 * @param steps from left to right
 * @param watched name of the numbers under the axis
 * @param numbers at some values of the axis
 * @param references named upright lines, for example the median
 */
public record CurveData(
        Words words,
        String share,
        String axis,
        List<Step> steps,
        String watched,
        List<Watched> numbers,
        List<DotsData.Reference> references) {

    /**
     * The share in percent from here to the next step, with its band; where there is no band, both limits are the share.
     */
    public record Step(double at, double share, double low, double high) {

        public Step {
            Finite.check(at);
            Finite.check(share);
            Finite.check(low);
            Finite.check(high);
        }
    }

    /** How many are watched at a value, as printed. */
    public record Watched(double at, String text) {}

    public CurveData {
        steps = List.copyOf(steps);
        numbers = List.copyOf(numbers);
        references = List.copyOf(references);
    }
}
