package tw.minsheng.statistics.reliability;

import java.util.stream.IntStream;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/**
 * 折半信度 of two halves of a scale, out of the covariance matrix of its items. SPSS {@code MODEL=SPLIT}; Spearman 1910, Brown
 * 1910, Horst 1951 (unequal length), Guttman 1945.
 *
 * @param alpha1 α of the first half, {@code too_few_items} when it is one item
 * @param alpha2 α of the second half
 * @param halves correlation of the two half scores
 * @param equalLength Spearman–Brown 2r/(1 + r)
 * @param unequalLength Spearman–Brown for halves of k1 and k2 items (Horst), the root with the sign of r; the one to print when k
 *     is odd (C13)
 * @param guttman 2(1 − (s_A² + s_B²)/s_T²)
 */
public record SplitHalf(
        Value alpha1, Value alpha2, Value halves, Value equalLength, Value unequalLength, Value guttman) {

    /** First against second half of the items; an odd item goes to the first (C13). k ≥ 2. */
    public static SplitHalf firstSecond(SymmetricMatrix covariance) {
        int first = (covariance.size() + 1) / 2;
        return of(covariance, IntStream.range(0, first).toArray());
    }

    /** Odd against even items by position. k ≥ 2. */
    public static SplitHalf oddEven(SymmetricMatrix covariance) {
        return of(
                covariance,
                IntStream.range(0, covariance.size()).filter(i -> i % 2 == 0).toArray());
    }

    private static SplitHalf of(SymmetricMatrix covariance, int[] first) {
        int k = covariance.size();
        if (k < 2) {
            Value why = Alpha.tooFewItems(k);
            return new SplitHalf(why, why, why, why, why, why);
        }
        int[] second = IntStream.range(0, k)
                .filter(i -> IntStream.of(first).noneMatch(j -> j == i))
                .toArray();
        SymmetricMatrix a = covariance.select(first);
        SymmetricMatrix b = covariance.select(second);
        double between = (covariance.sum() - a.sum() - b.sum()) / 2;
        Value r = correlation(between, a.sum(), b.sum());
        Value total = covariance.sum() <= 0
                ? Value.undefined(Reason.NO_VARIATION)
                : Value.of(2 * (1 - (a.sum() + b.sum()) / covariance.sum()));
        return new SplitHalf(Alpha.raw(a), Alpha.raw(b), r, equal(r), unequal(r, first.length, second.length), total);
    }

    private static Value correlation(double between, double a, double b) {
        return a <= 0 || b <= 0
                ? Value.undefined(Reason.NO_VARIATION)
                : Value.of(StrictMath.max(-1, StrictMath.min(1, between / StrictMath.sqrt(a * b))));
    }

    private static Value equal(Value r) {
        return r.isKnown() ? Value.ratio(2 * r.number(), 1 + r.number()) : r;
    }

    private static Value unequal(Value halves, int first, int second) {
        if (!halves.isKnown()) {
            return halves;
        }
        double r = halves.number();
        double r2 = r * r;
        if (r2 >= 1) {
            return equal(halves);
        }
        double share = (double) first * second / ((double) (first + second) * (first + second));
        double root = StrictMath.sqrt(r2 * r2 + 4 * r2 * (1 - r2) * share);
        return Value.of(((r < 0 ? -root : root) - r2) / (2 * (1 - r2) * share));
    }
}
