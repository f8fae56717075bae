package tw.minsheng.statistics.compare.wave;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.association.CrossTable;
import tw.minsheng.statistics.distribution.ChiSquare;

/**
 * A proportion over several independent unweighted samples (WV3).
 *
 * @param x2 χ²
 * @param df its degrees of freedom
 */
public record ProportionTrend(Value x2, long df, Value p) {

    private static final int FEWEST = 3;

    /**
     * Whether all samples have one proportion: χ² of the table of yes and no, samples − 1 degrees of freedom; {@code prop.test} of
     * three samples or more. {@code no_variation} when everybody says the same, {@code n_too_small} with fewer than 2 samples.
     *
     * @param yes answers of a kind by sample
     * @param n all answers by sample, 1 or more
     * @throws IllegalArgumentException when a sample is empty or has more of a kind than answers
     */
    public static ProportionTrend equality(long[] yes, long[] n) {
        check(yes, n);
        if (n.length < 2) {
            return none(n.length);
        }
        CrossTable table = CrossTable.of(new long[][] {
            yes, IntStream.range(0, n.length).mapToLong(i -> n[i] - yes[i]).toArray()
        });
        return new ProportionTrend(table.chiSquare(), n.length - 1, table.p());
    }

    /**
     * Whether the proportion rises or falls with the times: (Σn(p − p̄)(t − t̄))²/(p̄(1 − p̄)Σn(t − t̄)²) on 1 degree of freedom (Cochran 1954,
     * Armitage 1955); {@code prop.trend.test}. {@code n_too_small} with fewer than 3 samples, {@code no_variation} when everybody
     * says the same or all times are one.
     *
     * @param times of the samples; 1, 2, 3 … where they lie equally apart
     */
    public static ProportionTrend linear(long[] yes, long[] n, double[] times) {
        check(yes, n);
        if (n.length < FEWEST) {
            return none(n.length);
        }
        double all = Arrays.stream(n).sum();
        double share = Arrays.stream(yes).sum() / all;
        double middle = 0;
        for (int i = 0; i < n.length; i++) {
            middle += n[i] * times[i] / all;
        }
        double along = 0;
        double spread = 0;
        for (int i = 0; i < n.length; i++) {
            double off = times[i] - middle;
            along += (yes[i] - n[i] * share) * off;
            spread += n[i] * off * off;
        }
        double variance = share * (1 - share) * spread;
        if (variance <= 0) {
            Value why = Value.undefined(Reason.NO_VARIATION);
            return new ProportionTrend(why, 1, why);
        }
        double x2 = along * along / variance;
        return new ProportionTrend(Value.of(x2), 1, Value.of(ChiSquare.upperTail(x2, 1)));
    }

    private static void check(long[] yes, long[] n) {
        for (int i = 0; i < n.length; i++) {
            if (n[i] < 1 || yes[i] < 0 || yes[i] > n[i]) {
                throw new IllegalArgumentException("no proportion: " + yes[i] + "/" + n[i]);
            }
        }
    }

    private static ProportionTrend none(int samples) {
        Value why = Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Integer.toString(samples)));
        return new ProportionTrend(why, 0, why);
    }
}
