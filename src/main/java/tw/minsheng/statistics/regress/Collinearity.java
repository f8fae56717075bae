package tw.minsheng.statistics.regress;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.CrossSums;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/** How far predictors say the same (RG1). */
public final class Collinearity {

    private Collinearity() {}

    /**
     * Variance inflation 1/(1 − R²_j) of each predictor, R²_j its share that the others explain: the diagonal of R⁻¹; {@code vif}
     * of R's {@code car}. {@code n_too_small} with no more rows than predictors + 1, {@code no_variation} when a predictor is
     * constant, {@code singular_matrix} when one follows from the others.
     *
     * @param predictors sums over the rows of the model, a column for each predictor and none for the constant
     */
    public static List<Value> vif(CrossSums predictors) {
        int k = predictors.columns();
        long n = predictors.n(0, 0);
        if (n <= k + 1) {
            return none(k, Value.undefined(Reason.N_TOO_SMALL, Map.of("n", Long.toString(n))));
        }
        if (IntStream.range(0, k).anyMatch(j -> predictors.covariance(j, j) <= 0)) {
            return none(k, Value.undefined(Reason.NO_VARIATION));
        }
        SymmetricMatrix r = SymmetricMatrix.of(k, (i, j) -> i == j ? 1 : predictors.correlation(i, j));
        if (r.definiteness() != SymmetricMatrix.Definiteness.POSITIVE_DEFINITE) {
            return none(k, Value.undefined(Reason.SINGULAR_MATRIX));
        }
        SymmetricMatrix inverse = r.inverse();
        return IntStream.range(0, k).mapToObj(j -> Value.of(inverse.at(j, j))).toList();
    }

    private static List<Value> none(int k, Value why) {
        return Collections.nCopies(k, why);
    }
}
