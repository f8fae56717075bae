package tw.minsheng.statistics.reliability;

import java.util.List;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.Warning;

/**
 * 信度 of one scale: RE1, RE2, RE3, RE6, RE7, RE12. Convention: covariances with divisor n − 1.
 *
 * @param n answers behind the coefficients: complete rows, or the smallest number of rows behind a pair (C4)
 * @param rows rows seen
 * @param missing listwise or pairwise
 * @param alphaRaw α of all answered items, also those that do not vary ({@code alpha_raw})
 * @param alphaVarying α of the items that vary; differs from {@code alphaRaw} only beside a constant item
 * @param alphaStandardized of the items that vary ({@code alpha_std})
 * @param averageR mean correlation between items; {@code medianR} their median
 * @param signalNoise k·r̄/(1 − r̄)
 * @param scaleMean mean of the sum score ({@code scale_mean_sum}); sum scores need complete rows
 * @param scaleSd its standard deviation ({@code scale_sd_sum})
 * @param standardError sd·√(1 − α) ({@code sem_sum_score})
 * @param items the answered items in their order
 * @param constantItems items that everyone answers the same
 * @param unansweredItems items that nobody answers; left out of everything
 */
public record ScaleReliability(
        long n,
        long rows,
        MissingRule missing,
        Value alphaRaw,
        Value alphaVarying,
        Value alphaStandardized,
        Value averageR,
        Value medianR,
        Value signalNoise,
        Value scaleMean,
        Value scaleSd,
        Value standardError,
        List<ItemReliability> items,
        List<String> constantItems,
        List<String> unansweredItems,
        List<Warning> warnings) {

    /** With fewer answers coefficients are very unstable: {@code few_answers}. */
    public static final long FEW_ANSWERS = 30;

    public ScaleReliability {
        items = List.copyOf(items);
        constantItems = List.copyOf(constantItems);
        unansweredItems = List.copyOf(unansweredItems);
        warnings = List.copyOf(warnings);
    }

    /** All coefficients of what was collected; each is a value or the reason why it does not exist. */
    public static ScaleReliability of(ScaleSums sums) {
        return new ReliabilityProcedure(sums).run();
    }

    /** Number of items behind {@link #alphaRaw}. */
    public int k() {
        return items.size();
    }

    /** Feldt's interval around {@link #alphaRaw}, with {@link #n} ({@code ci95_feldt} at .95). */
    public Interval feldt(double level) {
        return alphaRaw.isKnown()
                ? Alpha.feldt(alphaRaw.number(), n, k(), level)
                : Interval.undefined("feldt", level, alphaRaw);
    }

    /** How many times as long the scale must be to reach this reliability; null unless 0 &lt; α &lt; 1. */
    public Value lengthFactor(double target) {
        return alphaRaw.isKnown() ? Alpha.lengthFactor(alphaRaw.number(), target) : alphaRaw;
    }
}
