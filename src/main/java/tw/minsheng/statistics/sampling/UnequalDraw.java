package tw.minsheng.statistics.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Systematic draws (DR2) and draws with probabilities in proportion to size (DR3), and what is estimated from them (ES8). */
public final class UnequalDraw {

    private static final double EDGE = 1e-12;

    private UnequalDraw() {}

    /**
     * Every k-th row with k = N/n that need not be whole: ⌊u·k + i·k⌋ + 1.
     *
     * @param start u in [0, 1)
     * @return n positions from 1
     */
    public static List<Long> systematic(long population, int n, double start) {
        if (n < 1 || n > population || !(start >= 0 && start < 1)) {
            throw new IllegalArgumentException("1 to N rows, and a start in [0, 1)");
        }
        double step = (double) population / n;
        List<Long> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            rows.add((long) StrictMath.floor(start * step + step * i) + 1);
        }
        return List.copyOf(rows);
    }

    /**
     * Inclusion probabilities n·x/Σx; units that would get 1 or more are certain, and the rest is divided again;
     * {@code sampling::inclusionprobabilities}.
     *
     * @param sizes x above 0, at least n of them
     */
    public static List<Double> inclusion(double[] sizes, int n) {
        if (n < 1 || n > sizes.length || Arrays.stream(sizes).anyMatch(x -> !(x > 0))) {
            throw new IllegalArgumentException("sizes above 0, and 1 to all of them drawn");
        }
        boolean[] certain = new boolean[sizes.length];
        while (true) {
            double sum = 0;
            int left = n;
            for (int i = 0; i < sizes.length; i++) {
                sum += certain[i] ? 0 : sizes[i];
                left -= certain[i] ? 1 : 0;
            }
            Double[] inclusion = new Double[sizes.length];
            boolean more = false;
            for (int i = 0; i < sizes.length; i++) {
                inclusion[i] = certain[i] ? 1 : left * sizes[i] / sum;
                if (!certain[i] && inclusion[i] >= 1) {
                    certain[i] = true;
                    more = true;
                }
            }
            if (!more) {
                return List.of(inclusion);
            }
        }
    }

    /**
     * Systematic draw by cumulated probabilities V: unit k wins when a whole number of steps from u falls into (V_(k−1), V_k].
     *
     * @param start u in [0, 1)
     * @return places from 0
     */
    public static List<Integer> systematic(List<Double> inclusion, double start) {
        List<Integer> drawn = new ArrayList<>();
        double reached = 0;
        for (int k = 0; k < inclusion.size(); k++) {
            double before = StrictMath.floor(reached - start + EDGE);
            reached += inclusion.get(k);
            if (StrictMath.floor(reached - start + EDGE) > before) {
                drawn.add(k);
            }
        }
        return List.copyOf(drawn);
    }

    /** Horvitz and Thompson's total Σy/π. */
    public static double total(double[] y, double[] inclusion) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += y[i] / inclusion[i];
        }
        return sum;
    }

    /** Hájek's mean Σ(y/π)/Σ(1/π). */
    public static double mean(double[] y, double[] inclusion) {
        double[] ones = new double[y.length];
        Arrays.fill(ones, 1);
        return total(y, inclusion) / total(ones, inclusion);
    }

    /**
     * Deville's variance of the total, with c = 1 − π, a = c/Σc: Σc(y/π − Σa·y/π)²/(1 − Σa²); {@code sampling::varest}. Units that
     * are certain add nothing.
     */
    public static double devilleVariance(double[] y, double[] inclusion) {
        double all = 0;
        for (double pi : inclusion) {
            all += 1 - pi;
        }
        double middle = 0;
        double squares = 0;
        for (int i = 0; i < y.length; i++) {
            double share = (1 - inclusion[i]) / all;
            middle += share * y[i] / inclusion[i];
            squares += share * share;
        }
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double off = y[i] / inclusion[i] - middle;
            sum += (1 - inclusion[i]) * off * off;
        }
        return sum / (1 - squares);
    }
}
