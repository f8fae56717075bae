package tw.minsheng.statistics.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/**
 * A sample divided among strata in proportion to any numbers: N_h (proportional), 1 (equal), N_h·S_h (Neyman 1934) or N_h·S_h/√c_h
 * (least cost, Cochran 1977, section 5.5), with the strata that are too small taken whole (AL1, AL2).
 *
 * @param exact n_h before rounding
 * @param whole n_h by the largest remainder; the sum is exactly n
 * @param takeAll strata taken whole, counted from 0
 */
public record Allotment(List<Double> exact, List<Long> whole, List<Integer> takeAll) {

    public Allotment {
        exact = List.copyOf(exact);
        whole = List.copyOf(whole);
        takeAll = List.copyOf(takeAll);
    }

    /**
     * Whatever the strata hold.
     *
     * @param shares numbers of 0 or more, one at least above 0
     * @param n 0 or more
     */
    public static Allotment free(double[] shares, long n) {
        double sum = Arrays.stream(shares).sum();
        return rounded(Arrays.stream(shares).map(share -> n * share / sum).toArray(), n, new boolean[shares.length]);
    }

    /**
     * With no more than N_h from any: who would need more gives all, and the rest is divided again.
     *
     * @param sizes N_h
     * @param shares numbers of 0 or more; a stratum of share 0 gets something only where all others are taken whole
     * @param n 0 to ΣN_h
     * @throws IllegalArgumentException when n is outside, or what is left has no share
     */
    public static Allotment capped(long[] sizes, double[] shares, long n) {
        return between(sizes, shares, n, 0);
    }

    /**
     * With no more than N_h from any, and at least so many from each, or all that a smaller stratum has. Of the strata that would
     * pass a border those on the side that is passed by more stay there, and the rest is divided again (Bitran and Hax 1981).
     *
     * @param sizes N_h
     * @param shares numbers of 0 or more; a stratum of share 0 gets more than its minimum only where all others are taken whole
     * @param n Σmin(least, N_h) to ΣN_h
     * @param least 0 or more
     * @throws IllegalArgumentException when n is outside, or what is left has no share
     */
    public static Allotment between(long[] sizes, double[] shares, long n, long least) {
        double[] floors =
                Arrays.stream(sizes).mapToDouble(size -> Math.min(least, size)).toArray();
        if (n < Arrays.stream(floors).sum() || n > Arrays.stream(sizes).sum()) {
            throw new IllegalArgumentException("n of the minimums to the population");
        }
        double[] held = new double[sizes.length];
        Arrays.fill(held, Double.NaN);
        double[] exact;
        do {
            exact = divided(shares, held, n);
        } while (hold(sizes, floors, exact, held));
        boolean[] whole = new boolean[sizes.length];
        IntStream.range(0, sizes.length).forEach(h -> whole[h] = held[h] == sizes[h]);
        return rounded(exact, n, whole);
    }

    /** @param held n_h of the strata that stay at a border, no number for the others */
    private static double[] divided(double[] shares, double[] held, long n) {
        double rest = n - sum(held.length, h -> Double.isNaN(held[h]) ? 0 : held[h]);
        double open = sum(held.length, h -> Double.isNaN(held[h]) ? shares[h] : 0);
        if (rest > 0 && !(open > 0)) {
            throw new IllegalArgumentException("what is left has no share");
        }
        return IntStream.range(0, held.length)
                .mapToDouble(h -> !Double.isNaN(held[h]) ? held[h] : rest > 0 ? rest * shares[h] / open : 0)
                .toArray();
    }

    private static boolean hold(long[] sizes, double[] floors, double[] exact, double[] held) {
        double above = sum(sizes.length, h -> Math.max(0, exact[h] - sizes[h]));
        double below = sum(sizes.length, h -> Math.max(0, floors[h] - exact[h]));
        boolean more = false;
        for (int h = 0; h < sizes.length; h++) {
            boolean high = above >= below && exact[h] > sizes[h];
            boolean low = above < below && exact[h] < floors[h];
            if (Double.isNaN(held[h]) && (high || low)) {
                held[h] = high ? sizes[h] : floors[h];
                more = true;
            }
        }
        return more;
    }

    /**
     * Proportional to N_h with at least so many from each.
     *
     * @param sizes N_h
     * @param least 0 or more
     * @throws IllegalArgumentException when n is below the sum of the minimums
     */
    public static Allotment withMinimum(long[] sizes, long n, long least) {
        if (n < least * sizes.length) {
            throw new IllegalArgumentException("n below the minimums");
        }
        boolean[] raised = new boolean[sizes.length];
        double[] exact;
        boolean more;
        do {
            exact = above(sizes, raised, n, least);
            more = false;
            for (int h = 0; h < sizes.length; h++) {
                if (!raised[h] && exact[h] < least) {
                    raised[h] = true;
                    more = true;
                }
            }
        } while (more);
        return rounded(exact, n, new boolean[sizes.length]);
    }

    private static double[] above(long[] sizes, boolean[] raised, long n, long least) {
        double rest = n - sum(sizes.length, h -> raised[h] ? least : 0);
        double open = sum(sizes.length, h -> raised[h] ? 0 : sizes[h]);
        return IntStream.range(0, sizes.length)
                .mapToDouble(h -> raised[h] ? least : rest * sizes[h] / open)
                .toArray();
    }

    private static Allotment rounded(double[] exact, long n, boolean[] whole) {
        List<Integer> takeAll = new ArrayList<>();
        IntStream.range(0, whole.length).filter(h -> whole[h]).forEach(takeAll::add);
        return new Allotment(Arrays.stream(exact).boxed().toList(), Allocation.largestRemainder(exact, n), takeAll);
    }

    private static double sum(int strata, IntToDoubleFunction term) {
        return IntStream.range(0, strata).mapToDouble(term).sum();
    }

    /**
     * Design effect of the weights N_h/n_h (Kish 1965), n·Σn_h·w_h²/(Σn_h·w_h)²: 1 for shares in proportion.
     *
     * @param sizes N_h
     * @param n n_h; {@code zero_denominator} where one is 0
     */
    public static Value designEffect(long[] sizes, long[] n) {
        if (Arrays.stream(n).anyMatch(each -> each == 0)) {
            return Value.undefined(Reason.ZERO_DENOMINATOR);
        }
        double all = Arrays.stream(sizes).sum();
        double squares = sum(sizes.length, h -> (double) sizes[h] * sizes[h] / n[h]);
        return Value.of(Arrays.stream(n).sum() * squares / all / all);
    }

    /**
     * Standard error of a mean under stratified simple random sampling, √ΣW_h²(1 − n_h/N_h)S_h²/n_h (Cochran 1977, 5.6).
     *
     * @param sizes N_h, above 0
     * @param sds S_h with the divisor N_h − 1
     * @param n n_h, above 0; whole or not
     */
    public static double standardError(long[] sizes, double[] sds, double[] n) {
        double all = Arrays.stream(sizes).sum();
        return StrictMath.sqrt(sum(sizes.length, h -> {
            double weight = sizes[h] / all;
            return weight * weight * (1 - n[h] / sizes[h]) * sds[h] * sds[h] / n[h];
        }));
    }
}
