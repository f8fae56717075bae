package tw.minsheng.statistics.battery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tw.minsheng.statistics.battery.Sets.assertRefused;
import static tw.minsheng.statistics.battery.Sets.edge;
import static tw.minsheng.statistics.battery.Sets.listwise;
import static tw.minsheng.statistics.battery.Sets.number;
import static tw.minsheng.statistics.battery.Sets.pairwise;
import static tw.minsheng.statistics.battery.Sets.part;
import static tw.minsheng.statistics.battery.Sets.total;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.compare.Association;
import tw.minsheng.statistics.compare.Group;
import tw.minsheng.statistics.compare.OneWay;
import tw.minsheng.statistics.compare.TwoGroups;
import tw.minsheng.statistics.distribution.FisherF;
import tw.minsheng.statistics.distribution.SplitMix64;
import tw.minsheng.statistics.factor.FactorMatrix;
import tw.minsheng.statistics.factor.Varimax;
import tw.minsheng.statistics.moments.SymmetricMatrix;
import tw.minsheng.statistics.reliability.Alpha;
import tw.minsheng.statistics.reliability.Guttman;

/** Statistics.md, section 4, rows 15 to 20: where R is wrong or silent, the honest result. */
class HonestReliabilityTest {

    private static void assertReason(Reason reason, Value value) {
        assertEquals(Optional.of(reason), value.reason());
    }

    /** Row 15: R's qf(.975, 99999, 1899981) is 1.00878. */
    @Test
    void quantileOfFIsTrueForManyDegreesOfFreedom() {
        double quantile = FisherF.quantile(.975, 99_999, 1_899_981);
        assertEquals(1.00901, quantile, 5e-6);
        assertEquals(.025, FisherF.upperTail(quantile, 99_999, 1_899_981), 1e-9);
        Interval feldt = Alpha.feldt(.9, 100_000, 20, .95);
        assertEquals(1 - .1 * quantile, feldt.lower().number(), 1e-12);
    }

    private static SymmetricMatrix someCovariance(int items) {
        SplitMix64 random = new SplitMix64(items);
        double[][] root = new double[items][items];
        for (double[] row : root) {
            for (int j = 0; j < items; j++) {
                row[j] = random.nextUniform();
            }
        }
        return SymmetricMatrix.of(items, (i, j) -> {
            double sum = i == j ? .5 : 0;
            for (int m = 0; m < items; m++) {
                sum += root[i][m] * root[j][m];
            }
            return sum;
        });
    }

    /** Row 16, C6: of five items there are ten splits in two and three; the best is looked for among all of them. */
    @Test
    void everySplitOfAnOddScaleIsWalked() {
        SymmetricMatrix covariance = someCovariance(5);
        double best = 0;
        for (int set = 0; set < 32; set++) {
            if (Integer.bitCount(set) == 2) {
                double between = 0;
                for (int i = 0; i < 5; i++) {
                    for (int j = 0; j < 5; j++) {
                        between += (set >> i & 1) == 1 && (set >> j & 1) == 0 ? covariance.at(i, j) : 0;
                    }
                }
                best = StrictMath.max(best, 4 * between / covariance.sum());
            }
        }
        Guttman.Splits splits = Guttman.splits(covariance);
        assertEquals(10, splits.splits());
        assertEquals(best, splits.most().number(), 1e-14);
    }

    private static double criterion(FactorMatrix loadings) {
        double sum = 0;
        for (int j = 0; j < loadings.columns(); j++) {
            double squares = 0;
            double fourths = 0;
            for (int i = 0; i < loadings.rows(); i++) {
                double square = loadings.at(i, j) * loadings.at(i, j);
                squares += square;
                fourths += square * square;
            }
            sum += fourths - squares * squares / loadings.rows();
        }
        return sum;
    }

    /** Row 16, C7: at the end no further rotation by any angle raises the criterion. */
    @Test
    void varimaxStopsOnlyAtTheTop() {
        SplitMix64 random = new SplitMix64(9);
        FactorMatrix loadings = FactorMatrix.of(8, 2, (i, j) -> random.nextUniform() - .3);
        FactorMatrix turned = Varimax.of(loadings, false).pattern();
        double top = criterion(turned);
        for (double angle = -1; angle <= 1; angle += .01) {
            double cos = StrictMath.cos(angle);
            double sin = StrictMath.sin(angle);
            FactorMatrix further = FactorMatrix.of(
                    8,
                    2,
                    (i, j) -> j == 0
                            ? cos * turned.at(i, 0) + sin * turned.at(i, 1)
                            : cos * turned.at(i, 1) - sin * turned.at(i, 0));
            assertTrue(criterion(further) <= top + 1e-13, "angle " + angle);
        }
    }

    /** Row 17: psych smooths a singular matrix and prints KMO .5, λ6 and factors of another one. */
    @Test
    void singularCorrelationsAreNotSmoothed() {
        List<Block> blocks = listwise(edge("perfect_correlation"));
        assertTrue(total(blocks, "reliability", "alpha_raw").value().isKnown());
        for (String name : List.of("kmo", "bartlett_chisq", "smc", "ml_efa")) {
            assertRefused(Reason.SINGULAR_MATRIX, total(blocks, "efa", name));
        }
        assertRefused(Reason.SINGULAR_MATRIX, total(blocks, "reliability", "omega_1factor_std"));
        assertRefused(Reason.SINGULAR_MATRIX, part(total(blocks, "reliability", "guttman_cor"), "lambda6"));
    }

    /** Row 18: psych prints an item-total correlation of 1.36. */
    @Test
    void pairwiseCorrelationsThatCannotBeAreRefused() {
        assertRefused(Reason.NOT_PSD, total(pairwise(edge("no_complete_row")), "reliability", "item_total_corrected"));
        assertRefused(
                Reason.NO_COMPLETE_ROWS,
                total(listwise(edge("no_complete_row")), "reliability", "item_total_corrected"));
    }

    /** Row 19: R prints −Inf with p 1, or Inf with p 0. */
    @Test
    void bartlettIsNeverInfinite() {
        assertRefused(Reason.N_TOO_SMALL, total(listwise(edge("n_less_than_k")), "efa", "bartlett_chisq"));
        assertRefused(Reason.N_TOO_SMALL, total(listwise(edge("n_less_than_k")), "efa", "bartlett_p"));
        assertRefused(Reason.SINGULAR_MATRIX, total(listwise(edge("perfect_correlation")), "efa", "bartlett_p"));
    }

    /** Row 20: t.test is an error, oneway.test NaN, cor NA. */
    @Test
    void testsOfConstantDataHaveNoVariation() {
        Group same = Group.of(3, 3, 3);
        assertReason(Reason.NO_VARIATION, TwoGroups.pooled(same, same, .95).t());
        assertReason(Reason.NO_VARIATION, TwoGroups.welch(same, same, .95).t());
        assertReason(
                Reason.NO_VARIATION, OneWay.anova(List.of(same, same)).test().f());
        assertReason(Reason.NO_VARIATION, OneWay.welch(List.of(same, same)).f());
        double[] constant = {3, 3, 3, 3};
        assertReason(
                Reason.NO_VARIATION,
                Association.pearson(constant, new double[] {1, 2, 3, 4}, .95).r());
    }

    @Test
    void groupsThatAllScoreAlikeHaveNoVariation() {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            rows.add(new double[] {1 + i % 2, 2 - i % 2, 3});
        }
        ScaleSet set = Sets.of(rows.toArray(double[][]::new))
                .withGroup(List.of("a", "a", "a", "a", "b", "b", "b", "b"))
                .withCriterion(List.of(1., 2., 3., 4., 5., 6., 7., 8.));
        List<Block> blocks = listwise(set);
        assertRefused(Reason.NO_VARIATION, part(total(blocks, "validity", "t_pooled"), "t"));
        assertRefused(Reason.NO_VARIATION, part(total(blocks, "validity", "anova"), "F"));
        assertRefused(Reason.NO_VARIATION, total(blocks, "validity", "criterion_pearson"));
        assertEquals(4, number(part(total(blocks, "validity", "anova"), "ss_within")) + 4, 1e-12);
    }
}
