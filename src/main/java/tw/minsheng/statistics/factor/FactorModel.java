package tw.minsheng.statistics.factor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which 構面 an item belongs to: each to one, and factors may go together.
 *
 * @param factorOf number of the factor of each item, from 0
 * @param factors how many there are
 */
public record FactorModel(List<Integer> factorOf, int factors) {

    /** @throws IllegalArgumentException when a factor has no item */
    public FactorModel {
        factorOf = List.copyOf(factorOf);
        for (int f = 0; f < factors; f++) {
            if (!factorOf.contains(f)) {
                throw new IllegalArgumentException("factor " + f + " has no item");
            }
        }
    }

    /** @param sizes items of each factor, one factor after the other */
    public static FactorModel ofSizes(List<Integer> sizes) {
        List<Integer> factorOf = new ArrayList<>();
        for (int f = 0; f < sizes.size(); f++) {
            for (int i = 0; i < sizes.get(f); i++) {
                factorOf.add(f);
            }
        }
        return new FactorModel(factorOf, sizes.size());
    }

    public int items() {
        return factorOf.size();
    }

    int of(int item) {
        return factorOf.get(item);
    }

    /** The items of a factor, in their order. */
    public int[] itemsOf(int factor) {
        return IntStream.range(0, items()).filter(i -> of(i) == factor).toArray();
    }

    /** Loadings, uniquenesses and correlations that are estimated. */
    public int parameters() {
        return 2 * items() + factors * (factors - 1) / 2;
    }

    /** Numbers of the covariance matrix that are left over. */
    public int degreesOfFreedom() {
        return items() * (items() + 1) / 2 - parameters();
    }

    /** Two items for a factor that goes with another; one alone has degrees of freedom from three on. */
    public boolean isIdentified() {
        return degreesOfFreedom() >= 0 && IntStream.range(0, factors).allMatch(f -> itemsOf(f).length >= 2);
    }
}
