package tw.minsheng.statistics.moments;

import java.util.Map;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/**
 * What one column's values are like.
 *
 * @param n number of values
 * @param average their mean, 0 when there are none
 * @param squares Σ(x − mean)²
 * @param cubes Σ(x − mean)³
 * @param fourths Σ(x − mean)⁴
 */
public record Moments(long n, double average, double squares, double cubes, double fourths) {

    public static final Moments NONE = new Moments(0, 0, 0, 0, 0);

    /** The moments of an array; {@link tw.minsheng.statistics.Missing#ANSWER} is passed over. */
    public static Moments of(double... values) {
        PowerSums sums = new PowerSums();
        for (double value : values) {
            sums.add(value);
        }
        return sums.moments();
    }

    public Value mean() {
        return n == 0 ? Value.undefined(Reason.NO_DATA) : Value.of(average);
    }

    /** Σ(x − mean)²/(n − 1); n ≥ 2. */
    public Value variance() {
        return n < 2 ? tooFew() : Value.of(squares / (n - 1));
    }

    /** The root of {@link #variance}. */
    public Value standardDeviation() {
        return variance().map(StrictMath::sqrt);
    }

    public Value skewness(Shape shape) {
        return shape.skewness(this);
    }

    public Value kurtosis(Shape shape) {
        return shape.kurtosis(this);
    }

    Value tooFew() {
        return n == 0
                ? Value.undefined(Reason.NO_DATA)
                : Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Long.toString(n)));
    }
}
