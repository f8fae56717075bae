package tw.minsheng.dataset;

import java.util.List;
import tw.minsheng.statistics.rating.Retest;

/**
 * 再測信度 of two waves, and how many answers could be paired; no answer and no code.
 *
 * @param first the answers of the first wave, {@code second} those of the second
 * @param paired codes that stand once in each
 * @param measures the constructs in their order, then the overall item when there is one
 */
public record RetestFigures(Wave first, Wave second, long paired, List<Measure> measures) {

    /**
     * The answers of one wave.
     *
     * @param code of the wave
     * @param answers complete ones, of which {@code without} gave no code
     * @param repeated answers that were left out because another of the wave has the same code
     */
    public record Wave(String code, long answers, long without, long repeated) {}

    /**
     * One construct, or the overall item.
     *
     * @param n pairs in which both have answered every item of it
     * @param withheld whether so few are not told: then nothing of {@code retest} is known
     * @param retest of the mean of the scored items, in points of the scale
     */
    public record Measure(String id, int n, boolean withheld, Retest retest) {}

    public RetestFigures {
        measures = List.copyOf(measures);
    }
}
