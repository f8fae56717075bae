package tw.minsheng.statistics.compare;

/**
 * What is known of the numbers of one group.
 *
 * @param n how many, 1 or more
 * @param variance with divisor n − 1; 0 for a single number
 */
public record Group(long n, double mean, double variance) {

    /** @param values 1 or more valid numbers */
    public static Group of(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value - values[0];
        }
        double mean = values[0] + sum / values.length;
        double squares = 0;
        double rest = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
            rest += value - mean;
        }
        double variance = values.length < 2 ? 0 : (squares - rest * rest / values.length) / (values.length - 1.0);
        return new Group(values.length, mean, StrictMath.max(0, variance));
    }

    /** Sum of squares about the mean. */
    double squares() {
        return variance * (n - 1);
    }
}
