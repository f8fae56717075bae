package tw.minsheng.statistics.factor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers small enough to be reckoned by hand. */
class FactorMatrixTest {

    private static final FactorMatrix MATRIX =
            FactorMatrix.of(3, 2, (i, j) -> new double[][] {{1, -2}, {3, 4}, {-5, 7}}[i][j]);

    @Test
    void productsAndSums() {
        FactorMatrix turned = FactorMatrix.of(2, 2, (i, j) -> i == 0 ? 1 : j);
        Ability.assertMatrix(new double[][] {{1, -1}, {3, 7}, {-5, 2}}, MATRIX.times(turned), 0);
        Ability.assertMatrix(new double[][] {{35, -25}, {-25, 69}}, MATRIX.transposedTimes(MATRIX), 0);
        Ability.assertMatrix(new double[][] {{1, 3, -5}, {-2, 4, 7}}, MATRIX.transposed(), 0);
        Ability.assertMatrix(
                new double[][] {{2, -4}, {9, 12}, {-20, 28}}, MATRIX.scaledRows(new double[] {2, 3, 4}), 0);
        Ability.assertMatrix(
                new double[][] {{2, -6}, {6, 12}, {-10, 21}}, MATRIX.scaledColumns(new double[] {2, 3}), 0);
        assertEquals(25, MATRIX.rowSquares(1));
        assertEquals(69, MATRIX.columnSquares(1));
        assertEquals(-1, MATRIX.columnSum(0));
        assertArrayEquals(new double[] {StrictMath.sqrt(5), 5, StrictMath.sqrt(74)}, MATRIX.rowNorms(), 1e-15);
        assertArrayEquals(new double[] {-5, 7}, MATRIX.toArray()[2]);
    }

    /** The second column has more squares; the first has a sum below 0. */
    @Test
    void canonicalColumnsFallAndStandUp() {
        Ability.assertMatrix(new double[][] {{-2, -1}, {4, -3}, {7, 5}}, MATRIX.canonical(), 0);
        FactorMatrix both = MATRIX.arrangement().bothOf(FactorMatrix.of(2, 2, (i, j) -> i == j ? i + 1 : .5));
        Ability.assertMatrix(new double[][] {{2, -.5}, {-.5, 1}}, both, 0);
        FactorMatrix none = FactorMatrix.of(2, 1, (i, j) -> i == 0 ? 1 : -1);
        Ability.assertMatrix(new double[][] {{1}, {-1}}, none.canonical(), 0);
    }

    @Test
    void modelsAreCounted() {
        FactorModel model = FactorModel.ofSizes(List.of(3, 2));
        assertEquals(List.of(0, 0, 0, 1, 1), model.factorOf());
        assertArrayEquals(new int[] {3, 4}, model.itemsOf(1));
        assertEquals(5, model.items());
        assertEquals(11, model.parameters());
        assertEquals(4, model.degreesOfFreedom());
        assertTrue(model.isIdentified());
        assertFalse(FactorModel.ofSizes(List.of(4, 1)).isIdentified());
        assertFalse(FactorModel.ofSizes(List.of(2)).isIdentified());
        assertTrue(FactorModel.ofSizes(List.of(3)).isIdentified());
        assertEquals(0, FactorModel.ofSizes(List.of(3)).degreesOfFreedom());
        assertTrue(FactorModel.ofSizes(List.of(2, 2)).isIdentified());
        // 6 items in 3 factors of 2 leave 21 − 15; 3 items in one of 2 and one of 1 do not
        assertEquals(6, FactorModel.ofSizes(List.of(2, 2, 2)).degreesOfFreedom());
        assertThrows(IllegalArgumentException.class, () -> new FactorModel(List.of(0, 2, 2), 3));
    }
}
