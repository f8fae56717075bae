package tw.minsheng.statistics.factor;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/** 收斂效度與區別效度: whether the items of a 構面 hold together, and apart from those of others. */
public final class Construct {

    private Construct() {}

    /** CR = (Σλ)²/((Σλ)² + Σ(1 − λ²)) of standardised loadings. Fornell and Larcker 1981. 1 loading or more. */
    public static Value compositeReliability(double... loadings) {
        double sum = Arrays.stream(loadings).sum();
        double rest = Arrays.stream(loadings).map(l -> 1 - l * l).sum();
        return Value.ratio(sum * sum, sum * sum + rest);
    }

    /** AVE: the mean of the squared standardised loadings (C10). */
    public static Value averageVariance(double... loadings) {
        return loadings.length == 0
                ? Value.undefined(Reason.NO_DATA)
                : Value.of(Arrays.stream(loadings).map(l -> l * l).sum() / loadings.length);
    }

    /** Fornell and Larcker's rule: √AVE above every correlation with another factor. */
    public static boolean isApart(double averageVariance, int factor, FactorMatrix correlations) {
        for (int other = 0; other < correlations.columns(); other++) {
            if (other != factor && StrictMath.sqrt(averageVariance) <= StrictMath.abs(correlations.at(factor, other))) {
                return false;
            }
        }
        return true;
    }

    /**
     * HTMT: the mean absolute correlation between the items of two 構面 over the geometric mean of those within. Henseler, Ringle and
     * Sarstedt 2015 (C10).
     *
     * @param correlation of all items
     * @param first items of one 構面, 2 or more
     * @param second items of the other
     */
    public static Value htmt(SymmetricMatrix correlation, int[] first, int[] second) {
        return ratio(correlation, first, second, r -> r, r -> r);
    }

    /** HTMT2 with geometric means in place of arithmetic ones. Roemer, Schuberth and Henseler 2021. */
    public static Value htmt2(SymmetricMatrix correlation, int[] first, int[] second) {
        return ratio(correlation, first, second, StrictMath::log, StrictMath::exp);
    }

    private static Value ratio(
            SymmetricMatrix r, int[] first, int[] second, DoubleUnaryOperator in, DoubleUnaryOperator out) {
        if (first.length < 2 || second.length < 2) {
            return FactorRefusal.tooFewItems(StrictMath.min(first.length, second.length));
        }
        double between = 0;
        for (int i : first) {
            for (int j : second) {
                between += in.applyAsDouble(StrictMath.abs(r.at(i, j)));
            }
        }
        double across = out.applyAsDouble(between / (first.length * (double) second.length));
        double inside = out.applyAsDouble(within(r, first, in)) * out.applyAsDouble(within(r, second, in));
        return inside <= 0 ? Value.undefined(Reason.ZERO_DENOMINATOR) : Value.of(across / StrictMath.sqrt(inside));
    }

    private static double within(SymmetricMatrix r, int[] items, DoubleUnaryOperator in) {
        double sum = 0;
        for (int a = 1; a < items.length; a++) {
            for (int b = 0; b < a; b++) {
                sum += in.applyAsDouble(StrictMath.abs(r.at(items[a], items[b])));
            }
        }
        return sum / (items.length * (items.length - 1.0) / 2);
    }
}
