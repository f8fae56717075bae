package tw.minsheng.statistics.reliability;

import java.util.Map;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/**
 * Guttman's lower bounds of reliability (Guttman 1945) of k items over a covariance matrix C, as SPSS prints them, or over a
 * correlation matrix, as {@code psych::guttman} does. λ3 is Cronbach's α. V is the sum of all elements.
 *
 * @param lambda1 1 − tr C/V
 * @param lambda2 λ1 + √(k/(k−1)·Σ of squares off the diagonal)/V
 * @param lambda3 k/(k−1)·λ1
 * @param lambda5 λ1 + 2√(largest column sum of squares off the diagonal)/V
 * @param lambda6 1 − Σ c_ii(1 − smc_i)/V; {@code singular_matrix} or {@code not_psd} when R cannot be inverted
 */
public record Guttman(Value lambda1, Value lambda2, Value lambda3, Value lambda5, Value lambda6) {

    /** Up to so many items every split is looked at. */
    public static final int MOST_ITEMS = 20;

    /**
     * All but λ4.
     *
     * @param matrix k × k, k ≥ 3; every diagonal element is positive
     */
    public static Guttman of(SymmetricMatrix matrix) {
        int k = matrix.size();
        if (k < 3) {
            return all(Alpha.tooFewItems(k));
        }
        double variance = matrix.sum();
        if (variance <= 0) {
            return all(Value.undefined(Reason.ZERO_DENOMINATOR));
        }
        double lambda1 = 1 - matrix.trace() / variance;
        double squares = 0;
        double largest = 0;
        for (int j = 0; j < k; j++) {
            double column = 0;
            for (int i = 0; i < k; i++) {
                column += i == j ? 0 : matrix.at(i, j) * matrix.at(i, j);
            }
            squares += column;
            largest = StrictMath.max(largest, column);
        }
        return new Guttman(
                Value.of(lambda1),
                Value.of(lambda1 + StrictMath.sqrt(k / (k - 1.0) * squares) / variance),
                Value.of(k / (k - 1.0) * lambda1),
                Value.of(lambda1 + 2 * StrictMath.sqrt(largest) / variance),
                lambda6(matrix, variance));
    }

    private static Guttman all(Value why) {
        return new Guttman(why, why, why, why, why);
    }

    private static Value lambda6(SymmetricMatrix matrix, double variance) {
        Value[] multiple = Alpha.squaredMultipleCorrelations(matrix.correlation());
        double unique = 0;
        for (int i = 0; i < multiple.length; i++) {
            if (!multiple[i].isKnown()) {
                return multiple[i];
            }
            unique += matrix.at(i, i) * (1 - multiple[i].number());
        }
        return Value.of(1 - unique / variance);
    }

    /**
     * The split-half coefficients 4·(sum between the halves)/V of all ways to split k items in half.
     *
     * @param most Guttman's λ4; {@code least} the worst split
     * @param splits how many there are: C(k, ⌊k/2⌋), half as many for even k, where each split comes twice (C6)
     */
    public record Splits(Value most, Value least, Value mean, long splits) {

        private static Splits none(Value why) {
            return new Splits(why, why, why, 0);
        }
    }

    /**
     * λ4 by all splits.
     *
     * @param matrix k × k, 3 ≤ k ≤ {@link #MOST_ITEMS}, else {@code too_few_items} or {@code too_many_splits}
     */
    public static Splits splits(SymmetricMatrix matrix) {
        int k = matrix.size();
        if (k < 3) {
            return Splits.none(Alpha.tooFewItems(k));
        }
        if (k > MOST_ITEMS) {
            return Splits.none(Value.undefined(Reason.TOO_MANY_SPLITS, Map.of("k", Integer.toString(k))));
        }
        double variance = matrix.sum();
        return variance <= 0
                ? Splits.none(Value.undefined(Reason.ZERO_DENOMINATOR))
                : new SplitWalk(matrix, variance).walk();
    }
}
