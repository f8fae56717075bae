package tw.minsheng.statistics.cases;

import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.estimate.ProportionInterval;

/**
 * A rate with its denominator and its Wilson interval (CS6 = CI1). Cases are counted completely: the interval describes how
 * much the rate varies by chance between periods, and is never called 抽樣誤差.
 *
 * @param share none of none is {@code zero_denominator}
 * @param n the denominator
 */
public record CaseRate(Value share, Interval ci, long n) {

    /** @param of at least as many as {@code count} */
    public static CaseRate of(long count, long of, double level) {
        double x = (double) count;
        double n = (double) of;
        return new CaseRate(Value.ratio(x, n), ProportionInterval.WILSON.around(x, n, level), of);
    }
}
