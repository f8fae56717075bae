package tw.minsheng.statistics.factor;

import java.util.Map;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.ChiSquare;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/**
 * Bartlett's test of sphericity: −(n − 1 − (2p+5)/6)·ln det R against χ² with p(p−1)/2 degrees of freedom. Bartlett 1951;
 * {@code psych::cortest.bartlett(R, n = n)}.
 *
 * @param determinant of R ({@code det_r})
 * @param lnP logarithm of p, which does not underflow ({@code bartlett_ln_p})
 */
public record Sphericity(Value determinant, Value chiSquare, int df, Value p, Value lnP) {

    /**
     * @param correlation p × p
     * @param n answers behind it; under pairwise deletion the smallest pair (C4)
     * @return {@code too_few_items}, {@code n_too_small} unless n &gt; p, {@code singular_matrix} or {@code not_psd}
     */
    public static Sphericity of(SymmetricMatrix correlation, long n) {
        int items = correlation.size();
        int df = items * (items - 1) / 2;
        if (items < 2) {
            return none(FactorRefusal.tooFewItems(items), df);
        }
        if (n <= items) {
            return none(Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Long.toString(n))), df);
        }
        return FactorRefusal.ofInverse(correlation).map(why -> none(why, df)).orElseGet(() -> test(correlation, n, df));
    }

    private static Sphericity none(Value why, int df) {
        return new Sphericity(why, why, df, why, why);
    }

    private static Sphericity test(SymmetricMatrix correlation, long n, int df) {
        double ln = correlation.lnDeterminant();
        double chiSquare = -(n - 1 - (2.0 * correlation.size() + 5) / 6) * ln;
        return new Sphericity(
                Value.of(StrictMath.exp(ln)),
                Value.of(chiSquare),
                df,
                Value.of(ChiSquare.upperTail(chiSquare, df)),
                Value.of(ChiSquare.lnUpperTail(chiSquare, df)));
    }
}
