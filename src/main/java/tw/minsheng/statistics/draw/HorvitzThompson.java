package tw.minsheng.statistics.draw;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/**
 * Estimates from a sample with unequal probabilities of inclusion (ES8; Horvitz and Thompson 1952; Hájek 1971; Deville 1993 as in R
 * {@code sampling::varest}).
 *
 * @param total Σ y/π
 * @param hajekMean Σ(y/π) ÷ Σ(1/π)
 * @param variance of the total, by the residuals y/π − A with A = Σ a·y/π and a = (1−π)/Σ(1−π), over 1 − Σa²; {@code census} where
 *     every unit was certain, {@code n_too_small} where one alone was not
 */
public record HorvitzThompson(Value total, Value hajekMean, Value variance) {

    /**
     * @param y of the units drawn; not missing
     * @param probabilities π of the same units, in (0, 1]
     * @throws IllegalArgumentException when the lengths differ, nothing was drawn or a π is outside
     */
    public static HorvitzThompson of(double[] y, double[] probabilities) {
        if (y.length == 0
                || y.length != probabilities.length
                || !Arrays.stream(probabilities).allMatch(pi -> pi > 0 && pi <= 1)) {
            throw new IllegalArgumentException("a probability in (0, 1] for each unit");
        }
        double total = sum(y.length, i -> y[i] / probabilities[i]);
        double size = sum(y.length, i -> 1 / probabilities[i]);
        return new HorvitzThompson(Value.of(total), Value.of(total / size), deville(y, probabilities));
    }

    private static Value deville(double[] y, double[] probabilities) {
        int n = y.length;
        long uncertain = IntStream.range(0, n).filter(i -> probabilities[i] < 1).count();
        if (uncertain < 2) {
            return Value.undefined(uncertain == 0 ? Reason.CENSUS : Reason.N_TOO_SMALL);
        }
        double open = sum(n, i -> 1 - probabilities[i]);
        double mean = sum(n, i -> (1 - probabilities[i]) / open * y[i] / probabilities[i]);
        double squares = sum(n, i -> square((1 - probabilities[i]) / open));
        double residuals = sum(n, i -> (1 - probabilities[i]) * square(y[i] / probabilities[i] - mean));
        return Value.of(residuals / (1 - squares));
    }

    private static double sum(int n, IntToDoubleFunction term) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += term.applyAsDouble(i);
        }
        return sum;
    }

    private static double square(double x) {
        return x * x;
    }
}
