package tw.minsheng.statistics.factor;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which 構面 an item belongs to: each to one, and factors may go together.
 *
 * @param factorOf number of the factor of each item, from 0
 * @param factors how many there are
 */
public record FactorModel(int[] factorOf, int factors) {

    /** @throws IllegalArgumentException when a factor has no item */
    public FactorModel {
        factorOf = factorOf.clone();
        for (int f = 0; f < factors; f++) {
            int wanted = f;
            if (Arrays.stream(factorOf).noneMatch(of -> of == wanted)) {
                throw new IllegalArgumentException("factor " + f + " has no item");
            }
        }
    }

    /** @param sizes items of each factor, one factor after the other */
    public static FactorModel ofSizes(List<Integer> sizes) {
        int[] factorOf = IntStream.range(0, sizes.size())
                .flatMap(f -> IntStream.range(0, sizes.get(f)).map(i -> f))
                .toArray();
        return new FactorModel(factorOf, sizes.size());
    }

    @Override
    public int[] factorOf() {
        return factorOf.clone();
    }

    public int items() {
        return factorOf.length;
    }

    int of(int item) {
        return factorOf[item];
    }

    /** The items of a factor, in their order. */
    public int[] itemsOf(int factor) {
        return IntStream.range(0, factorOf.length)
                .filter(i -> factorOf[i] == factor)
                .toArray();
    }

    /** Loadings, uniquenesses and correlations that are estimated. */
    public int parameters() {
        return 2 * items() + factors * (factors - 1) / 2;
    }

    /** Numbers of the covariance matrix that are left over. */
    public int degreesOfFreedom() {
        return items() * (items() + 1) / 2 - parameters();
    }

    /** Three items for a factor alone, two where it goes with another. */
    boolean isIdentified() {
        int least = factors > 1 ? 2 : 3;
        return degreesOfFreedom() >= 0 && IntStream.range(0, factors).allMatch(f -> itemsOf(f).length >= least);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FactorModel model
                && factors == model.factors
                && Arrays.equals(factorOf, model.factorOf);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(factorOf);
    }
}
