package tw.minsheng.statistics.ordinal;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/**
 * The test of a weighted fit, scaled and shifted so that it has the mean and the variance of χ²: with U = W − WΔ(Δ′WΔ)⁻¹Δ′W and Γ the
 * covariances of what was fitted, a = √(df/tr(UΓ)²), T′ = a·T + df − a·tr(UΓ). Asparouhov and Muthén 2010.
 */
final class AdjustedTest {

    private AdjustedTest() {}

    /** @param slopes Δ, pairs × parameters; no columns where nothing was fitted */
    static double of(double statistic, int df, double[][] slopes, double[] weights, SymmetricMatrix spread) {
        RealMatrix product = rest(slopes, weights).multiply(new Array2DRowRealMatrix(spread.toArray(), false));
        double mean = product.getTrace();
        double squares = 0;
        for (int a = 0; a < weights.length; a++) {
            for (int b = 0; b < weights.length; b++) {
                squares += product.getEntry(a, b) * product.getEntry(b, a);
            }
        }
        double scale = StrictMath.sqrt(df / squares);
        return scale * statistic + df - scale * mean;
    }

    private static RealMatrix rest(double[][] slopes, double[] weights) {
        int pairs = weights.length;
        int parameters = slopes[0].length;
        RealMatrix u = new Array2DRowRealMatrix(pairs, pairs);
        for (int a = 0; a < pairs; a++) {
            u.setEntry(a, a, weights[a]);
        }
        if (parameters == 0) {
            return u;
        }
        RealMatrix weighted = new Array2DRowRealMatrix(pairs, parameters);
        for (int a = 0; a < pairs; a++) {
            for (int p = 0; p < parameters; p++) {
                weighted.setEntry(a, p, weights[a] * slopes[a][p]);
            }
        }
        RealMatrix inverse = new LUDecomposition(new Array2DRowRealMatrix(information(slopes, weights), false))
                .getSolver()
                .getInverse();
        return u.subtract(weighted.multiply(inverse).multiply(weighted.transpose()));
    }

    /** Δ′WΔ. */
    static double[][] information(double[][] slopes, double[] weights) {
        int parameters = slopes[0].length;
        double[][] information = new double[parameters][parameters];
        for (int pair = 0; pair < weights.length; pair++) {
            for (int a = 0; a < parameters; a++) {
                double cell = weights[pair] * slopes[pair][a];
                for (int b = 0; cell != 0 && b < parameters; b++) {
                    information[a][b] += cell * slopes[pair][b];
                }
            }
        }
        return information;
    }
}
