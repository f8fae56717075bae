package tw.minsheng.statistics.factor;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;

/** 斜交轉軸 promax: Kaiser-normalised varimax loadings raised to a power are the target. Hendrickson and White 1964. */
public final class Promax {

    private Promax() {}

    /**
     * As SPSS: the target is |v/h|^(κ+1)/(v/h) of each loading v over the root h of its communality, fitted by least squares; then
     * the factors get variance 1. κ is usually 4 (C8).
     *
     * @param loadings items × factors, not turned; 2 factors or more
     */
    public static Rotation spss(FactorMatrix loadings, int kappa) {
        FactorMatrix v = Varimax.turned(loadings, true);
        double[] norms = v.rowNorms();
        FactorMatrix target = FactorMatrix.of(v.rows(), v.columns(), (i, j) -> {
            double x = v.at(i, j) / norms[i];
            return x == 0 ? 0 : StrictMath.pow(StrictMath.abs(x), kappa + 1.0) / x;
        });
        return turned(v, target);
    }

    /** As R's {@code stats::promax(V, m)}: the target is v·|v|^(m−1). */
    public static Rotation r(FactorMatrix loadings, int m) {
        FactorMatrix v = Varimax.turned(loadings, true);
        FactorMatrix target = FactorMatrix.of(
                v.rows(), v.columns(), (i, j) -> v.at(i, j) * StrictMath.pow(StrictMath.abs(v.at(i, j)), m - 1.0));
        return turned(v, target);
    }

    /** Least squares; then the columns of the transformation are stretched by the roots of diag((U′U)⁻¹): factors of variance 1. */
    private static Rotation turned(FactorMatrix v, FactorMatrix target) {
        FactorMatrix transformation = inverse(v.transposedTimes(v)).times(v.transposedTimes(target));
        FactorMatrix spread = inverse(transformation.transposedTimes(transformation));
        double[] roots = new double[spread.columns()];
        Arrays.setAll(roots, j -> StrictMath.sqrt(spread.at(j, j)));
        FactorMatrix correlations = FactorMatrix.of(
                spread.rows(), spread.columns(), (i, j) -> i == j ? 1 : spread.at(i, j) / (roots[i] * roots[j]));
        return Rotation.oblique(v.times(transformation.scaledColumns(roots)), correlations, 0, 0);
    }

    static FactorMatrix inverse(FactorMatrix square) {
        double[][] inverse = new LUDecomposition(new Array2DRowRealMatrix(square.toArray(), false), 0)
                .getSolver()
                .getInverse()
                .getData();
        return FactorMatrix.of(square.rows(), square.columns(), (i, j) -> inverse[i][j]);
    }
}
