package tw.minsheng.statistics.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a sample is divided among strata when their spreads and costs are known (AL1, AL2): Neyman 1934 n·N_hS_h/ΣNS, with costs
 * n·(N_hS_h/√c_h)/Σ, caps at N_h, and a least number for each stratum. Whole numbers by the largest remainder as in
 * {@link Allocation}.
 *
 * @param sizes N_h, above 0
 * @param spreads S_h, standard deviations, 0 or more
 */
public record StratumPlan(List<Double> sizes, List<Double> spreads) {

    private static final double DIGITS = 1e9;

    public StratumPlan {
        sizes = List.copyOf(sizes);
        spreads = List.copyOf(spreads);
        if (sizes.isEmpty()
                || sizes.size() != spreads.size()
                || sizes.stream().anyMatch(n -> !(n > 0))
                || spreads.stream().anyMatch(s -> !(s >= 0))) {
            throw new IllegalArgumentException("one size above 0 and one spread of 0 or more per stratum");
        }
    }

    /** Shares that are not whole. */
    public List<Double> proportional(double n) {
        return divided(n, sizes);
    }

    public List<Double> neyman(double n) {
        return divided(n, products());
    }

    /** @param costs of one answer in each stratum, above 0 */
    public List<Double> optimum(double n, List<Double> costs) {
        List<Double> products = products();
        return divided(
                n,
                IntStream.range(0, sizes.size())
                        .mapToObj(h -> products.get(h) / StrictMath.sqrt(costs.get(h)))
                        .toList());
    }

    private List<Double> products() {
        return IntStream.range(0, sizes.size())
                .mapToObj(h -> sizes.get(h) * spreads.get(h))
                .toList();
    }

    private static List<Double> divided(double n, List<Double> by) {
        double sum = by.stream().mapToDouble(Double::doubleValue).sum();
        return by.stream().map(part -> n * part / sum).toList();
    }

    /** The standard error of the mean under an allocation, √Σ(N_h/N)²(1 − n_h/N_h)S_h²/n_h. */
    public double standardError(List<Double> allocation) {
        double all = sizes.stream().mapToDouble(Double::doubleValue).sum();
        double sum = 0;
        for (int h = 0; h < sizes.size(); h++) {
            double n = allocation.get(h);
            double share = sizes.get(h) / all;
            sum += share * share * (1 - n / sizes.get(h)) * spreads.get(h) * spreads.get(h) / n;
        }
        return StrictMath.sqrt(sum);
    }

    /** Neyman's with the strata that would get more than they have taken whole, and the rest divided again among the others. */
    public List<Double> capped(double n) {
        List<Double> products = products();
        boolean[] whole = new boolean[sizes.size()];
        while (true) {
            double left = n;
            double sum = 0;
            for (int h = 0; h < whole.length; h++) {
                left -= whole[h] ? sizes.get(h) : 0;
                sum += whole[h] ? 0 : products.get(h);
            }
            Double[] given = new Double[whole.length];
            boolean more = false;
            for (int h = 0; h < whole.length; h++) {
                given[h] = whole[h] ? sizes.get(h) : left * products.get(h) / sum;
                if (!whole[h] && given[h] > sizes.get(h)) {
                    whole[h] = true;
                    more = true;
                }
            }
            if (!more) {
                return List.of(given);
            }
        }
    }

    /**
     * Proportional, but at least so many in each stratum: those below get it, and the rest is divided again among the others.
     *
     * @throws IllegalArgumentException when n is not enough for all
     */
    public List<Double> proportionalWithLeast(double n, double least) {
        if (n < least * sizes.size()) {
            throw new IllegalArgumentException(n + " are not enough for " + least + " in each stratum");
        }
        boolean[] fixed = new boolean[sizes.size()];
        while (true) {
            double left = n;
            double sum = 0;
            for (int h = 0; h < fixed.length; h++) {
                left -= fixed[h] ? least : 0;
                sum += fixed[h] ? 0 : sizes.get(h);
            }
            Double[] given = new Double[fixed.length];
            boolean more = false;
            for (int h = 0; h < fixed.length; h++) {
                given[h] = fixed[h] ? least : left * sizes.get(h) / sum;
                if (!fixed[h] && given[h] < least) {
                    fixed[h] = true;
                    more = true;
                }
            }
            if (!more) {
                return List.of(given);
            }
        }
    }

    /** Whole numbers with the sum n: remainders count to nine digits, ties go to the earlier stratum. */
    public static List<Long> whole(List<Double> shares, long n) {
        List<Long> whole = new ArrayList<>();
        double[] remainders = new double[shares.size()];
        long given = 0;
        for (int h = 0; h < remainders.length; h++) {
            long floor = (long) StrictMath.floor(shares.get(h) + 1 / DIGITS);
            whole.add(floor);
            remainders[h] = StrictMath.rint((shares.get(h) - floor) * DIGITS) / DIGITS;
            given += floor;
        }
        IntStream.range(0, remainders.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer h) -> -remainders[h]))
                .limit(StrictMath.max(0, n - given))
                .forEach(h -> whole.set(h, whole.get(h) + 1));
        return List.copyOf(whole);
    }

    /** Strata of which an allocation takes everybody, from 0. */
    public List<Integer> takenWhole(List<Double> allocation) {
        return IntStream.range(0, sizes.size())
                .filter(h -> allocation.get(h) >= sizes.get(h))
                .boxed()
                .toList();
    }

    /** One and the same spread for all. */
    public static StratumPlan ofSizes(List<Double> sizes) {
        Double[] ones = new Double[sizes.size()];
        Arrays.fill(ones, 1.0);
        return new StratumPlan(sizes, List.of(ones));
    }
}
