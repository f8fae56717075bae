package tw.minsheng.statistics.weighting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final int[][] LEVELS = {{0, 0, 1, 1, 2, 2, 0}, {0, 1, 0, 1, 0, 1, 1}};
    private static final double[] SUMS = {1.5, -2, 0.25, 3, -1, 0.5, 2};

    private static Groups people() {
        Groups groups = new Groups(1, 7);
        Random random = new Random(5);
        for (int g = 0; g < 6; g++) {
            for (int row = 0; row <= g; row++) {
                groups.add(g, 1 + random.nextDouble());
            }
        }
        return groups;
    }

    private static double[] ratios(double ratio) {
        double[] ratios = new double[7];
        Arrays.fill(ratios, ratio);
        return ratios;
    }

    /** Ten times over the margins, taking off the mean of each category, group by group, as the definition says. */
    private static double[] taken(Groups groups) {
        double[] explained = new double[7];
        for (int sweep = 0; sweep < 10; sweep++) {
            for (int[] level : LEVELS) {
                double[] left = new double[3];
                long[] rows = new long[3];
                for (int g = 0; g < 6; g++) {
                    left[level[g]] += SUMS[g] - groups.rows(g) * explained[g];
                    rows[level[g]] += groups.rows(g);
                }
                for (int g = 0; g < 6; g++) {
                    explained[g] += left[level[g]] / rows[level[g]];
                }
            }
        }
        return explained;
    }

    @Test
    void sweepsOverCategoriesAreSweepsOverGroups() {
        Groups groups = people();
        double[] sums = SUMS.clone();
        sums[6] = 0;
        Explanation explanation = Explanation.byMargins(groups, ratios(1), LEVELS);
        double[] effects = explanation.effects(sums, new double[7]);
        double[] expected = taken(groups);
        assertEquals(5, explanation.size());
        for (int g = 0; g < 6; g++) {
            assertEquals(expected[g], explanation.explained(g, effects), 1e-13);
        }
        double[] halved = Explanation.byMargins(groups, ratios(0.5), LEVELS).effects(sums, new double[7]);
        assertEquals(effects[2] / 2, halved[2], 1e-13);
    }

    @Test
    void postStrataTakeWeightedMeans() {
        Groups groups = people();
        double[] weighted = SUMS.clone();
        double[] effects =
                Explanation.byPostStrata(groups, ratios(1), LEVELS[0]).effects(new double[7], weighted);
        assertEquals((0.25 + 3) / (groups.weight(2) + groups.weight(3)), effects[1], 1e-13);
    }

    @Test
    void squaresOfWhatIsExplainedComeFromProductsOfTraits() {
        Groups groups = people();
        Explanation explanation = Explanation.byMargins(groups, ratios(1), LEVELS);
        double[] effects = explanation.effects(SUMS, new double[7]);
        double[][] products = explanation.products(1, 5, groups::squaredWeight);
        double form = 0;
        for (int i = 0; i < effects.length; i++) {
            for (int j = 0; j < effects.length; j++) {
                form += effects[i] * products[i][j] * effects[j];
            }
        }
        double direct = 0;
        for (int g = 1; g < 5; g++) {
            direct += groups.squaredWeight(g) * StrictMath.pow(explanation.explained(g, effects), 2);
        }
        assertEquals(direct, form, 1e-12 * direct);
    }

    @Test
    void nothingIsExplainedWhereNothingWasFitted() {
        Explanation nothing = Explanation.nothing(7);
        assertEquals(0, nothing.size());
        assertArrayEquals(new double[0], nothing.effects(SUMS, SUMS));
        assertEquals(0, nothing.explained(3, new double[0]));
    }
}
