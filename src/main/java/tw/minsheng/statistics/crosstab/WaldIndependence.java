package tw.minsheng.statistics.crosstab;

import java.util.Map;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.FisherF;
import tw.minsheng.statistics.estimate.VectorEstimate;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/**
 * Independence by the Wald test of Koch, Freeman and Freeman 1975: of the totals N_ij − N_i·N_j/N of all but the first row and
 * column, with their covariance; {@code svychisq(statistic = "Wald")}. Unsteady for many cells: Rao–Scott is for pages.
 *
 * @param f per degree of freedom
 * @param ndf (rows − 1)(columns − 1)
 * @param ddf df of the design, or with {@code adjusted} that − ndf + 1
 */
public record WaldIndependence(Value f, Value ndf, Value ddf, Value p) {

    /** {@code sparse_table} where the covariance has no inverse, otherwise as {@link RaoScott}. */
    public static WaldIndependence of(SurveyTable table) {
        return of(table, false);
    }

    /** With F·(df − ndf + 1)/df on df − ndf + 1, after Thomas and Rao 1987; {@code adjWald}. */
    public static WaldIndependence adjusted(SurveyTable table) {
        return of(table, true);
    }

    private static WaldIndependence of(SurveyTable table, boolean adjusted) {
        Value known = table.shares().estimates().get(0);
        if (!known.isKnown()) {
            return none(known);
        }
        int k = (table.rowLevels().size() - 1) * (table.columnLevels().size() - 1);
        if (k == 0) {
            return none(Value.undefined(Reason.NO_VARIATION));
        }
        VectorEstimate totals = table.totals();
        if (!totals.status().isKnown()) {
            return none(totals.status());
        }
        double df = table.df();
        double ddf = adjusted ? df - k + 1 : df;
        if (ddf < 1) {
            return none(Value.undefined(Reason.SINGLE_PSU));
        }
        Residuals residuals = new Residuals(table, totals);
        SymmetricMatrix covariance = residuals.covariance();
        if (covariance.definiteness() != SymmetricMatrix.Definiteness.POSITIVE_DEFINITE) {
            return none(Value.undefined(Reason.SPARSE_TABLE, Map.of("m", Long.toString(table.emptyCells()))));
        }
        double[] values = IntStream.range(0, k).mapToDouble(residuals::value).toArray();
        double f = covariance.inverse().form(values) / k * (ddf / df);
        return new WaldIndependence(Value.of(f), Value.of(k), Value.of(ddf), Value.of(FisherF.upperTail(f, k, ddf)));
    }

    private static WaldIndependence none(Value why) {
        return new WaldIndependence(why, why, why, why);
    }

    /** What the cells have beyond independence, and how it follows from the totals of all cells. */
    private static final class Residuals {
        private final int rows;
        private final int columns;
        private final double[] row;
        private final double[] column;
        private final double total;
        private final VectorEstimate cells;

        Residuals(SurveyTable table, VectorEstimate cells) {
            this.rows = table.rowLevels().size();
            this.columns = table.columnLevels().size();
            this.cells = cells;
            this.row = new double[rows];
            this.column = new double[columns];
            double sum = 0;
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    double cell = cells.estimates().get(i * columns + j).number();
                    row[i] += cell;
                    column[j] += cell;
                    sum += cell;
                }
            }
            this.total = sum;
        }

        private int rowOf(int residual) {
            return residual / (columns - 1) + 1;
        }

        private int columnOf(int residual) {
            return residual % (columns - 1) + 1;
        }

        double value(int residual) {
            int i = rowOf(residual);
            int j = columnOf(residual);
            return cells.estimates().get(i * columns + j).number() - row[i] * column[j] / total;
        }

        /** ∂(N_ij − N_i·N_j/N)/∂ cell. */
        private double slope(int residual, int cell) {
            int i = rowOf(residual);
            int j = columnOf(residual);
            double slope = row[i] * column[j] / (total * total);
            slope -= cell / columns == i ? column[j] / total : 0;
            slope -= cell % columns == j ? row[i] / total : 0;
            return slope + (cell == i * columns + j ? 1 : 0);
        }

        SymmetricMatrix covariance() {
            int k = (rows - 1) * (columns - 1);
            int all = rows * columns;
            double[][] slopes = new double[k][all];
            for (int residual = 0; residual < k; residual++) {
                for (int cell = 0; cell < all; cell++) {
                    slopes[residual][cell] = slope(residual, cell);
                }
            }
            return cells.covariance().ofSums(slopes);
        }
    }
}
