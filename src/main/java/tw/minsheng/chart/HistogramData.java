package tw.minsheng.chart;

import java.util.List;

/**
 * How often a value lies in each bin.
 *
 * @param counted name of the counts, for example 份數
 * @param axis name of the lower axis, with the width of the bins
 * @param bins side by side, from left to right
 * @param references named lines, for example the median
 */
public record HistogramData(
        Words words, String counted, String axis, List<Bin> bins, List<DotsData.Reference> references) {

    /** Values from {@code from} to below {@code to}. */
    public record Bin(double from, double to, long count) {

        /** @throws IllegalArgumentException when it is empty or not finite, or the count is negative */
        public Bin {
            Finite.check(from);
            Finite.check(to);
            if (!(from < to) || count < 0) {
                throw new IllegalArgumentException("bin from " + from + " to " + to + " with " + count);
            }
        }
    }

    public HistogramData {
        bins = List.copyOf(bins);
        references = List.copyOf(references);
    }
}
