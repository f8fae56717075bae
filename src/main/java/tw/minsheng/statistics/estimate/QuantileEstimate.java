package tw.minsheng.statistics.estimate;

import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Value;

/**
 * A quantile from a sample design (ES4).
 *
 * @param quantile a value that was answered, or one between two
 * @param interval its limits are such values too; {@code interval_outside_range} where a share would lie outside [0, 1]
 * @param se width of the interval/(2·t)
 * @param n valid rows
 */
public record QuantileEstimate(Value quantile, Interval interval, Value se, long n) {}
