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
        if (n < 0 || n > Arrays.stream(sizes).sum()) {
            throw new IllegalArgumentException("n of 0 to the population");
        }
        boolean[] whole = new boolean[sizes.length];
        double[] exact;
        do {
            exact = divided(sizes, shares, whole, n);
        } while (takeMore(sizes, exact, whole));
        return rounded(exact, n, whole);
    }

    private static double[] divided(long[] sizes, double[] shares, boolean[] whole, long n) {
        double taken = sum(sizes.length, h -> whole[h] ? sizes[h] : 0);
        double open = sum(sizes.length, h -> whole[h] ? 0 : shares[h]);
        double rest = n - taken;
        if (rest > 0 && !(open > 0)) {
            throw new IllegalArgumentException("what is left has no share");
        }
        return IntStream.range(0, sizes.length)
                .mapToDouble(h -> whole[h] ? sizes[h] : rest > 0 ? rest * shares[h] / open : 0)
                .toArray();
    }

    private static boolean takeMore(long[] sizes, double[] exact, boolean[] whole) {
        boolean more = false;
        for (int h = 0; h < sizes.length; h++) {
            if (!whole[h] && exact[h] > sizes[h]) {
                whole[h] = true;
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
