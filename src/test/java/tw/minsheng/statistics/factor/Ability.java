package tw.minsheng.statistics.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import tw.minsheng.statistics.moments.SymmetricMatrix;

/**
 * Covariances of six ability tests of 112 people: general, picture, blocks, maze, reading, vocabulary. {@code ability.cov} of R (Smith
 * and Stanley 1983).
 */
public final class Ability {

    public static final int PEOPLE = 112;

    private static final double[][] ROWS = {
        {24.641, 5.991, 33.520, 6.023, 20.755, 29.701},
        {5.991, 6.700, 18.137, 1.782, 4.936, 7.204},
        {33.520, 18.137, 149.831, 19.424, 31.430, 50.753},
        {6.023, 1.782, 19.424, 12.711, 4.757, 9.075},
        {20.755, 4.936, 31.430, 4.757, 52.604, 66.762},
        {29.701, 7.204, 50.753, 9.075, 66.762, 135.292},
    };

    private Ability() {}

    public static SymmetricMatrix covariance() {
        return SymmetricMatrix.of(ROWS);
    }

    public static SymmetricMatrix correlation() {
        return covariance().correlation();
    }

    static void assertMatrix(double[][] expected, FactorMatrix found, double tolerance) {
        assertEquals(expected.length, found.rows());
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i].length, found.columns());
            for (int j = 0; j < expected[i].length; j++) {
                assertEquals(expected[i][j], found.at(i, j), tolerance, "row " + i + ", column " + j);
            }
        }
    }
}
