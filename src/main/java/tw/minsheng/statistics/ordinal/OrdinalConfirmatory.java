package tw.minsheng.statistics.ordinal;

import java.util.List;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.factor.FactorMatrix;
import tw.minsheng.statistics.factor.FactorModel;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/**
 * 驗證性因素分析 of ordered answers (WLSMV): polychoric correlations fitted by diagonally weighted least squares, each weighted by its
 * own uncertainty; the test adjusted in mean and variance. Muthén, du Toit and Spisic 1997, Asparouhov and Muthén 2010;
 * {@code lavaan::cfa(ordered = TRUE, std.lv = TRUE)}.
 *
 * @param chiSquare (n − 1)·Σw(r − ρ)², not adjusted
 * @param df p(p − 1)/2 less loadings and factor correlations
 * @param scaled the statistic that is compared with χ²
 * @param srmr over the correlations and the diagonal, which fits
 * @param loadings standardised, one for each item
 * @param correlations of the factors
 * @param refusal why there is none; empty otherwise
 */
public record OrdinalConfirmatory(
        Value chiSquare,
        int df,
        Value scaled,
        Value cfi,
        Value tli,
        Value rmsea,
        Value srmr,
        List<Double> loadings,
        FactorMatrix correlations,
        List<Value> refusal) {

    public OrdinalConfirmatory {
        loadings = List.copyOf(loadings);
        refusal = List.copyOf(refusal);
    }

    /**
     * @param model the declared 構面 of the items
     * @param polychoric correlations of the items, every one known
     * @return {@code not_identified}, {@code n_too_small}, {@code singular_matrix} or {@code not_converged} where there is none
     */
    public static OrdinalConfirmatory of(FactorModel model, OrderedAnswers answers, SymmetricMatrix polychoric) {
        return new WeightedSearch(model, answers, polychoric).solve();
    }

    static OrdinalConfirmatory refused(FactorModel model, Value why) {
        FactorMatrix none = FactorMatrix.of(model.factors(), model.factors(), (i, j) -> i == j ? 1 : 0);
        return new OrdinalConfirmatory(why, 0, why, why, why, why, why, List.of(), none, List.of(why));
    }
}
