package tw.minsheng.statistics.crosstab;

import java.util.Optional;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/**
 * Sums of the design effects λ of a table's contrasts (Rao and Scott 1984). Where every cell has weight, the contrasts C of the
 * interactions need not be formed: with X the indicators of rows and columns, to which they are orthogonal,
 * D⁻¹C(C′D⁻¹C)⁻¹C′D⁻¹ = D⁻¹ − X(X′DX)⁻¹X′, so that Σλ and Σλ² are the traces of H = n(D⁻¹ − X(X′DX)⁻¹X′)V and of H². The
 * matrix to turn over has a row for each row and column of the table and not for each contrast.
 *
 * @param sum Σλ
 * @param squares Σλ²
 */
record TableEffects(double sum, double squares) {

    /** Cells with a smaller share are too near to nobody for the short way. */
    private static final double SMALL = 1e-9;

    /** Nothing where a cell has no share. */
    static Optional<TableEffects> complete(SurveyTable table) {
        double[] shares = table.shares().estimates().stream()
                .mapToDouble(share -> share.number())
                .toArray();
        for (double share : shares) {
            if (share < SMALL) {
                return Optional.empty();
            }
        }
        return Optional.of(of(
                new Indicators(table.rowLevels().size(), table.columnLevels().size(), shares),
                table.shares().covariance(),
                table.scale()));
    }

    private static TableEffects of(Indicators indicators, SymmetricMatrix covariance, long n) {
        double[][] left = indicators.left(covariance);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i][i];
            for (int j = 0; j < left.length; j++) {
                squares += left[i][j] * left[j][i];
            }
        }
        return new TableEffects(n * sum, (double) n * n * squares);
    }

    /** X: of each row of the table, then of each column but the first. */
    private static final class Indicators {

        private final int rows;
        private final int columns;
        private final double[] shares;

        Indicators(int rows, int columns, double[] shares) {
            this.rows = rows;
            this.columns = columns;
            this.shares = shares;
        }

        /** H/n: V/share less what rows and columns take of it. */
        double[][] left(SymmetricMatrix covariance) {
            double[][] taken = solved(ofMargins(covariance));
            double[][] left = new double[shares.length][shares.length];
            for (int cell = 0; cell < shares.length; cell++) {
                double[] byRow = taken[cell / columns];
                for (int other = 0; other < shares.length; other++) {
                    left[cell][other] = covariance.at(cell, other) / shares[cell] - byRow[other];
                }
                if (cell % columns > 0) {
                    double[] byColumn = taken[rows + cell % columns - 1];
                    for (int other = 0; other < shares.length; other++) {
                        left[cell][other] -= byColumn[other];
                    }
                }
            }
            return left;
        }

        /** X′V. */
        private double[][] ofMargins(SymmetricMatrix covariance) {
            double[][] sums = new double[rows + columns - 1][shares.length];
            for (int cell = 0; cell < shares.length; cell++) {
                for (int other = 0; other < shares.length; other++) {
                    double value = covariance.at(cell, other);
                    sums[cell / columns][other] += value;
                    if (cell % columns > 0) {
                        sums[rows + cell % columns - 1][other] += value;
                    }
                }
            }
            return sums;
        }

        /** (X′DX)⁻¹ times a matrix. */
        private double[][] solved(double[][] right) {
            SymmetricMatrix inverse = ofIndicators().inverse();
            double[][] solved = new double[right.length][shares.length];
            for (int i = 0; i < right.length; i++) {
                for (int k = 0; k < right.length; k++) {
                    double factor = inverse.at(i, k);
                    for (int other = 0; other < shares.length; other++) {
                        solved[i][other] += factor * right[k][other];
                    }
                }
            }
            return solved;
        }

        /** X′DX. */
        private SymmetricMatrix ofIndicators() {
            double[][] products = new double[rows + columns - 1][rows + columns - 1];
            for (int cell = 0; cell < shares.length; cell++) {
                int row = cell / columns;
                int column = rows + cell % columns - 1;
                products[row][row] += shares[cell];
                if (column >= rows) {
                    products[column][column] += shares[cell];
                    products[column][row] += shares[cell];
                }
            }
            return SymmetricMatrix.of(products.length, (i, j) -> products[i][j]);
        }
    }
}
