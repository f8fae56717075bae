package tw.minsheng.statistics.factor;

import java.util.ArrayList;
import java.util.List;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.moments.EigenSystem;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/**
 * Velicer's minimum average partial (MAP): the mean squared partial correlation after 1, 2, … components were taken out; as many
 * are kept as make it least. Velicer 1976; {@code psych::vss(R, fm = "pc")$map}.
 */
public final class PartialAverage {

    private PartialAverage() {}

    /**
     * @param correlation p × p, positive definite
     * @param most components, below p − 1
     * @return one value for each number of components from 1
     */
    public static List<Value> of(SymmetricMatrix correlation, int most) {
        int items = correlation.size();
        EigenSystem eigen = correlation.eigen();
        List<Value> averages = new ArrayList<>();
        for (int m = 1; m <= most; m++) {
            FactorMatrix loadings = PrincipalComponents.loadings(eigen, items, m);
            averages.add(average(SymmetricMatrix.of(items, (i, j) -> correlation.at(i, j) - product(loadings, i, j))));
        }
        return averages;
    }

    private static double product(FactorMatrix loadings, int i, int j) {
        double sum = 0;
        for (int f = 0; f < loadings.columns(); f++) {
            sum += loadings.at(i, f) * loadings.at(j, f);
        }
        return sum;
    }

    private static Value average(SymmetricMatrix rest) {
        int items = rest.size();
        double sum = 0;
        for (int i = 0; i < items; i++) {
            if (rest.at(i, i) <= 0) {
                return Value.undefined(Reason.SINGULAR_MATRIX);
            }
            for (int j = 0; j < items; j++) {
                sum += i == j ? 0 : rest.at(i, j) * rest.at(i, j) / (rest.at(i, i) * rest.at(j, j));
            }
        }
        return Value.of(sum / (items * (items - 1.0)));
    }
}
