package tw.minsheng.statistics.estimate;

import java.util.Map;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.StudentT;

/**
 * The satisfaction measures of one closed question, unweighted (NP2). For weighted ones use {@link CodeSums#as} with
 * {@link MeanEstimator}.
 *
 * @param n valid answers
 * @param mean of the points, {@code sd} their standard deviation, {@code se} sd/√n
 * @param top share at {@code satisfiedFrom} or better ({@code t2b}), {@code topWilson} its interval
 * @param bottom share in the mirrored box at the other end ({@code b2b})
 * @param net top − bottom
 * @param index mean of (x − minimum)/(maximum − minimum)·100 ({@code index_0_100})
 * @param meanInterval t interval of the mean with n − 1 degrees of freedom
 */
public record Boxes(
        long n,
        Value mean,
        Value sd,
        Value se,
        Value top,
        Interval topWilson,
        Value bottom,
        Value net,
        Value index,
        Interval meanInterval) {

    /**
     * @param counts answers per point, from {@code minimum} upwards in steps of 1
     * @param satisfiedFrom first point of the top box
     */
    public static Boxes of(long[] counts, int minimum, int satisfiedFrom, double level) {
        int maximum = minimum + counts.length - 1;
        if (satisfiedFrom <= minimum || satisfiedFrom > maximum) {
            throw new IllegalArgumentException("the top box begins inside the scale: " + satisfiedFrom);
        }
        long n = 0;
        double sum = 0;
        long top = 0;
        long bottom = 0;
        for (int i = 0; i < counts.length; i++) {
            int point = minimum + i;
            n += counts[i];
            sum += (double) counts[i] * point;
            top += point >= satisfiedFrom ? counts[i] : 0;
            bottom += point <= minimum + maximum - satisfiedFrom ? counts[i] : 0;
        }
        if (n == 0) {
            return none(level);
        }
        double mean = sum / n;
        Value sd = sd(counts, minimum, mean, n);
        Value se = sd.map(s -> s / StrictMath.sqrt(nOf(counts)));
        return new Boxes(
                n,
                Value.of(mean),
                sd,
                se,
                Value.of((double) top / n),
                ProportionInterval.WILSON.around((double) top, (double) n, level),
                Value.of((double) bottom / n),
                Value.of((double) top / n - (double) bottom / n),
                Value.of((mean - minimum) / (maximum - minimum) * 100),
                meanInterval(mean, se, n, level));
    }

    private static double nOf(long[] counts) {
        double n = 0;
        for (long count : counts) {
            n += count;
        }
        return n;
    }

    private static Value sd(long[] counts, int minimum, double mean, long n) {
        if (n < 2) {
            return Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Long.toString(n)));
        }
        double squares = 0;
        for (int i = 0; i < counts.length; i++) {
            double distance = minimum + i - mean;
            squares += counts[i] * distance * distance;
        }
        return Value.of(StrictMath.sqrt(squares / (n - 1)));
    }

    private static Interval meanInterval(double mean, Value se, long n, double level) {
        if (!se.isKnown()) {
            return Interval.undefined("t", level, se);
        }
        double half = StudentT.halfWidth(level, n - 1.0) * se.number();
        return Interval.of("t", level, mean - half, mean + half);
    }

    private static Boxes none(double level) {
        Value no = Value.undefined(Reason.NO_DATA);
        Interval interval = Interval.undefined("wilson", level, no);
        return new Boxes(0, no, no, no, no, interval, no, no, no, Interval.undefined("t", level, no));
    }
}
