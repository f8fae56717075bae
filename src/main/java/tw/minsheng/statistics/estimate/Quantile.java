package tw.minsheng.statistics.estimate;

import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/** Weighted quantiles of a frequency table; named as R's {@code svyquantile} names its rules. */
public enum Quantile {
    /** The smallest value whose cumulative share reaches p; the default. */
    MATH {
        @Override
        double between(double value, double next) {
            return value;
        }
    },
    /** The same, but halfway to the next value when the cumulative share is exactly p: the median of the schoolbook. */
    SCHOOL {
        @Override
        double between(double value, double next) {
            return (value + next) / 2;
        }
    };

    private static final double TIE = 1e-12;

    abstract double between(double value, double next);

    /**
     * @param values rising
     * @param weights of the values, 0 or more
     * @param p in (0, 1)
     * @return {@code no_data} when all weights are 0
     */
    public Value of(double[] values, double[] weights, double p) {
        if (values.length != weights.length || !(p > 0 && p < 1)) {
            throw new IllegalArgumentException("values and weights belong together, p lies in (0, 1): " + p);
        }
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double reached = 0;
        for (int i = 0; i < values.length; i++) {
            reached += weights[i];
            if (weights[i] > 0 && reached >= p * total - TIE * total) {
                boolean exactly = reached <= p * total + TIE * total;
                return Value.of(exactly ? between(values[i], next(values, weights, i)) : values[i]);
            }
        }
        return Value.undefined(Reason.NO_DATA);
    }

    private static double next(double[] values, double[] weights, int i) {
        for (int j = i + 1; j < values.length; j++) {
            if (weights[j] > 0) {
                return values[j];
            }
        }
        return values[i];
    }
}
