package tw.minsheng.statistics.factor;

import java.util.Map;
import java.util.Optional;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.EigenSystem;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/** 主成分分析 of a correlation matrix; {@code psych::principal(R, k, rotate = "none")}. */
public final class PrincipalComponents {

    private PrincipalComponents() {}

    /**
     * @param correlation p × p
     * @param components 1 to p
     * @return p × components, canonical; {@code not_psd} for a matrix that is none of correlations
     */
    public static Extraction of(SymmetricMatrix correlation, int components) {
        Optional<Value> refusal = FactorRefusal.ofEigen(correlation);
        if (refusal.isPresent()) {
            return Extraction.refused(refusal.get());
        }
        if (components < 1 || components > correlation.size()) {
            return Extraction.refused(
                    Value.undefined(Reason.TOO_FEW_ITEMS, Map.of("k", Integer.toString(correlation.size()))));
        }
        return Extraction.of(
                loadings(correlation.eigen(), correlation.size(), components).canonical());
    }

    /** Vectors times the roots of their values; what lies below 0 counts as 0. */
    static FactorMatrix loadings(EigenSystem eigen, int items, int factors) {
        return FactorMatrix.of(
                items, factors, (i, j) -> eigen.vector(j, i) * StrictMath.sqrt(StrictMath.max(0, eigen.value(j))));
    }
}
