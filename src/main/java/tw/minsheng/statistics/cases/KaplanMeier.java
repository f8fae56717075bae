package tw.minsheng.statistics.cases;

import java.util.Arrays;
import org.apache.commons.math3.util.FastMath;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.Normal;
import tw.minsheng.statistics.estimate.CountedValues;

/**
 * Time to closing with open cases censored (CS1): S(t) = Π(1 − d/n) over the times of closing up to t (Kaplan and Meier
 * 1958), where a case that is censored at t still counts as open at t. Greenwood's variance of ln S is Σ d/(n(n − d)); the
 * interval is taken on the scale ln(−ln S). Same as {@code survival::survfit(conf.type = "log-log")}. O(number of different
 * times) memory; immutable.
 */
public final class KaplanMeier {

    /** How near to a level the curve counts as on it, as in {@code survival:::quantile.survfit}. */
    private static final double ON_THE_LEVEL = 0x1p-26;

    private static final String METHOD = "log-log";

    private final double level;
    private final double[] times;
    private final long[] atRisk;
    private final long[] closings;
    private final double[] survival;
    private final double[] variance;

    private KaplanMeier(double level, double[] times, long[] atRisk, long[] closings) {
        this.level = level;
        this.times = times;
        this.atRisk = atRisk;
        this.closings = closings;
        this.survival = new double[times.length];
        this.variance = new double[times.length];
        double remaining = 1;
        double sum = 0;
        for (int i = 0; i < times.length; i++) {
            double n = atRisk[i];
            double d = closings[i];
            remaining *= (n - d) / n;
            sum += d == 0 ? 0 : d / (n * (n - d));
            survival[i] = remaining;
            variance[i] = sum;
        }
    }

    /**
     * One time at which a case was closed or last seen open.
     *
     * @param atRisk cases that were open just before
     * @param events cases closed at this time
     * @param survival share still open afterwards
     * @param se Greenwood's standard error of the share; none once every case is closed
     * @param interval log–log; none where the share is 1 or 0
     */
    public record Step(double time, long atRisk, long events, double survival, Value se, Interval interval) {}

    /**
     * @param closed times from receipt to closing, finite and not negative, in any order
     * @param open times from receipt to the last look at cases that are still open
     * @param level confidence level, for example .95
     * @throws IllegalArgumentException when a time is negative or no number
     */
    public static KaplanMeier of(double[] closed, double[] open, double level) {
        return of(CountedValues.of(closed), CountedValues.of(open), level);
    }

    /** The same of times that are counted already. */
    public static KaplanMeier of(CountedValues closed, CountedValues open, double level) {
        double[] events = closed.values();
        double[] censored = open.values();
        double[] times = Arrays.stream(merged(events, censored)).distinct().toArray();
        if (times.length > 0 && times[0] < 0) {
            throw new IllegalArgumentException("no time to closing: " + times[0]);
        }
        long[] atRisk = new long[times.length];
        long[] closings = new long[times.length];
        long[] closedAt = closed.counts();
        long[] openAt = open.counts();
        long left = closed.n() + open.n();
        int event = 0;
        int censor = 0;
        for (int i = 0; i < times.length; i++) {
            atRisk[i] = left;
            if (event < events.length && events[event] == times[i]) {
                closings[i] = closedAt[event++];
                left -= closings[i];
            }
            if (censor < censored.length && censored[censor] == times[i]) {
                left -= openAt[censor++];
            }
        }
        return new KaplanMeier(level, times, atRisk, closings);
    }

    /** Number of different times. */
    public int size() {
        return times.length;
    }

    /** @param index 0 to {@link #size} − 1, in the order of time */
    public Step step(int index) {
        return new Step(times[index], atRisk[index], closings[index], survival[index], error(index), interval(index));
    }

    /** Cases that came in. */
    public long cases() {
        return times.length == 0 ? 0 : atRisk[0];
    }

    /** Cases that were closed. */
    public long closed() {
        return Arrays.stream(closings).sum();
    }

    /** Share still open after this time; 1 before the first. */
    public double survivalAt(double time) {
        int index = upTo(time);
        return index < 0 ? 1 : survival[index];
    }

    /** Cases that are still open and still watched just before this time: the number at risk under the curve. */
    public long atRiskAt(double time) {
        int index = Arrays.binarySearch(times, time);
        int from = index >= 0 ? index : -index - 1;
        return from >= times.length ? 0 : atRisk[from];
    }

    /** The interval around the share still open after this time; none before the first closing. */
    public Interval intervalAt(double time) {
        int index = upTo(time);
        return index < 0 ? Interval.undefined(METHOD, level, Reason.NO_VARIATION) : interval(index);
    }

    /** The time after which half of the cases are closed; {@code no_data} when it is not reached or nothing was closed. */
    public Value median() {
        return quantile(.5);
    }

    /** Where the limits of the curve reach one half; a limit that never does is {@code interval_outside_range}. */
    public Interval medianInterval() {
        return quantileInterval(.5);
    }

    /**
     * The first time at which a share p of the cases is closed. Where the curve runs exactly at 1 − p, the middle between
     * that time and the next closing.
     *
     * @param p in (0, 1)
     */
    public Value quantile(double p) {
        return closed() == 0 ? Value.undefined(Reason.NO_DATA) : crossing(survival, 1 - p, Reason.NO_DATA);
    }

    public Interval quantileInterval(double p) {
        if (closed() == 0) {
            return Interval.undefined(METHOD, level, Reason.NO_DATA);
        }
        double[] lower = limits(-1);
        double[] upper = limits(1);
        return new Interval(
                METHOD,
                level,
                crossing(lower, 1 - p, Reason.INTERVAL_OUTSIDE_RANGE),
                crossing(upper, 1 - p, Reason.INTERVAL_OUTSIDE_RANGE));
    }

    private Value error(int index) {
        return survival[index] == 0
                ? Value.undefined(Reason.ZERO_DENOMINATOR)
                : Value.of(survival[index] * StrictMath.sqrt(variance[index]));
    }

    private Interval interval(int index) {
        return hasLimits(index)
                ? Interval.of(METHOD, level, limit(index, -1), limit(index, 1))
                : Interval.undefined(METHOD, level, Reason.NO_VARIATION);
    }

    private boolean hasLimits(int index) {
        return survival[index] > 0 && survival[index] < 1;
    }

    /** @param side −1 for the lower, 1 for the upper limit */
    private double limit(int index, int side) {
        double log = FastMath.log(survival[index]);
        double half = Normal.halfWidth(level) * StrictMath.sqrt(variance[index]) / log;
        return FastMath.exp(-FastMath.exp(FastMath.log(-log) + side * half));
    }

    /** A limit at every time; 1 where there is none, so that it is never taken for one that was reached. */
    private double[] limits(int side) {
        double[] limits = new double[times.length];
        for (int i = 0; i < limits.length; i++) {
            limits[i] = hasLimits(i) ? limit(i, side) : 1;
        }
        return limits;
    }

    private Value crossing(double[] curve, double level, Reason never) {
        int first = 0;
        while (first < curve.length && !(curve[first] < level + ON_THE_LEVEL)) {
            first++;
        }
        if (first == curve.length) {
            return Value.undefined(never);
        }
        if (StrictMath.abs(curve[first] - level) < ON_THE_LEVEL) {
            for (int next = first + 1; next < curve.length; next++) {
                if (curve[next] < curve[first]) {
                    return Value.of((times[first] + times[next]) / 2);
                }
            }
        }
        return Value.of(times[first]);
    }

    private int upTo(double time) {
        int index = Arrays.binarySearch(times, time);
        return index >= 0 ? index : -index - 2;
    }

    private static double[] merged(double[] a, double[] b) {
        double[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        Arrays.sort(all);
        return all;
    }
}
