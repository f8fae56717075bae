package tw.minsheng.statistics.factor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tw.minsheng.statistics.distribution.SplitMix64;
import tw.minsheng.statistics.factor.Invariance.Level;
import tw.minsheng.statistics.moments.SymmetricMatrix;
import tw.minsheng.statistics.optimise.Place;

/** F and its derivatives against differences of F. */
class DiscrepancyTest {

    private static final FactorModel FACTORS = FactorModel.ofSizes(List.of(3, 2));
    private static final double STEP = 1e-5;

    /** Loadings near .8, uniquenesses near .5, variances near 1, all others near .3. */
    private static double[] somewhere(GroupModel model, int groups) {
        SplitMix64 random = new SplitMix64(11);
        double[] x = new double[model.parameters()];
        for (int a = 0; a < x.length; a++) {
            x[a] = .2 + .2 * random.nextUniform();
        }
        for (int g = 0; g < groups; g++) {
            for (int i = 0; i < FACTORS.items(); i++) {
                x[model.loading(g, i)] += .5;
                x[model.uniqueness(g, i)] += .2;
            }
            for (int f = 0; f < FACTORS.factors(); f++) {
                if (!model.isFixed(g, f, f)) {
                    x[model.spread(g, f, f)] += .7;
                }
            }
        }
        return x;
    }

    /** The moments that the model says, by its own words. */
    private static List<GroupMoments> said(GroupModel model, double[] x, long... people) {
        List<GroupMoments> groups = new ArrayList<>();
        for (int group = 0; group < people.length; group++) {
            int g = group;
            long n = people[g];
            SymmetricMatrix covariance = SymmetricMatrix.of(
                    FACTORS.items(),
                    (i, j) -> (x[model.loading(g, i)]
                                            * x[model.loading(g, j)]
                                            * model.spreadOf(x, g, FACTORS.of(i), FACTORS.of(j))
                                    + (i == j ? x[model.uniqueness(g, i)] : 0))
                            * n
                            / (n - 1.0));
            List<Double> means = new ArrayList<>();
            for (int i = 0; i < FACTORS.items(); i++) {
                means.add(
                        model.hasMeans()
                                ? x[model.intercept(i)]
                                        + x[model.loading(g, i)] * model.factorMeanOf(x, g, FACTORS.of(i))
                                : 3.0);
            }
            groups.add(new GroupMoments(n, means, covariance));
        }
        return groups;
    }

    private static List<GroupMoments> others() {
        List<GroupMoments> groups = new ArrayList<>();
        for (double apart : new double[] {.4, .3}) {
            groups.add(new GroupMoments(
                    apart > .35 ? 50 : 30,
                    List.of(3 + apart, 2.5, 4 - apart, 3.5, 3.2),
                    SymmetricMatrix.of(5, (i, j) -> i == j ? 1 + apart * i / 2 : apart + .02 * (i + j))));
        }
        return groups;
    }

    private static double[] moved(double[] x, int at, double by) {
        double[] moved = x.clone();
        moved[at] += by;
        return moved;
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void gradientIsThatOfDifferences(Level level) {
        GroupModel model = new GroupModel(FACTORS, 2, level);
        Discrepancy f = new Discrepancy(model, others());
        double[] x = somewhere(model, 2);
        double[] gradient = f.at(x).orElseThrow().gradient();
        for (int a = 0; a < x.length; a++) {
            double up = f.at(moved(x, a, STEP)).orElseThrow().value();
            double down = f.at(moved(x, a, -STEP)).orElseThrow().value();
            assertEquals((up - down) / (2 * STEP), gradient[a], 1e-7, level + " " + a);
        }
    }

    /** Where the model is true, the expected information is the curvature itself. */
    @ParameterizedTest
    @EnumSource(Level.class)
    void informationIsTheCurvatureOfATrueModel(Level level) {
        GroupModel model = new GroupModel(FACTORS, 2, level);
        double[] x = somewhere(model, 2);
        Discrepancy f = new Discrepancy(model, said(model, x, 50, 30));
        Place place = f.at(x).orElseThrow();
        assertEquals(0, place.value(), 1e-12);
        assertEquals(0, place.slope(), 1e-12);
        for (int a = 0; a < x.length; a++) {
            double[] up = f.at(moved(x, a, STEP)).orElseThrow().gradient();
            double[] down = f.at(moved(x, a, -STEP)).orElseThrow().gradient();
            for (int b = 0; b < x.length; b++) {
                assertEquals(
                        (up[b] - down[b]) / (2 * STEP), place.curvature().at(a, b), 1e-7, level + " " + a + " " + b);
            }
        }
    }

    /** Two items of variance 2 at covariance .5, divisor n, and one group: ln det + tr − ln det − p by hand. */
    @Test
    void valueByHand() {
        FactorModel one = FactorModel.ofSizes(List.of(2));
        GroupModel model = new GroupModel(one, 1, Level.CONFIGURAL);
        SymmetricMatrix sample = SymmetricMatrix.of(2, (i, j) -> i == j ? 2 : .5);
        GroupMoments group =
                new GroupMoments(2, List.of(0.0, 0.0), SymmetricMatrix.of(2, (i, j) -> 2 * sample.at(i, j)));
        Discrepancy f = new Discrepancy(model, List.of(group));
        // implied: 1·1 + 1 on the diagonal, 1 beside; inverse {2, −1; −1, 2}/3
        Place place = f.at(new double[] {1, 1, 1, 1}).orElseThrow();
        double trace = 2 * (2 * 2 - .5) / 3;
        assertEquals(StrictMath.log(3) - StrictMath.log(3.75) + trace - 2, place.value(), 1e-14);
        assertEquals(Optional.empty(), f.at(new double[] {1, 1, -1, -1}));
        assertEquals(Optional.empty(), f.at(new double[] {1, 1, 0, 0}));
        assertArrayEquals(new double[] {1, 1, 1, 1}, f.start(), 1e-15);
        SymmetricMatrix against = SymmetricMatrix.of(2, (i, j) -> i == j ? 4 : -1);
        double[] start = new Discrepancy(model, List.of(new GroupMoments(2, List.of(0.0, 0.0), against))).start();
        assertArrayEquals(new double[] {-1, -1, 1, 1}, start, 1e-15);
    }

    @Test
    void searchStartsBetweenNothingAndAll() {
        GroupModel model = new GroupModel(FACTORS, 2, Level.SCALAR);
        double[] x = new Discrepancy(model, others()).start();
        double share = 29 / 30.0;
        assertEquals(share * (1 + .3 * 4 / 2) / 2, x[model.uniqueness(1, 4)], 1e-12);
        assertEquals(StrictMath.sqrt(share / 2), x[model.loading(1, 0)], 1e-12);
        assertEquals(1, x[model.spread(1, 0, 0)]);
        assertEquals(.3, x[model.spread(1, 1, 0)]);
        assertEquals(.3, x[model.spread(0, 0, 1)]);
        assertEquals(3.2, x[model.intercept(4)]);
        assertEquals(0, x[model.factorMean(1, 1)]);
    }

    @Test
    void parametersAreCounted() {
        GroupModel configural = new GroupModel(FACTORS, 2, Level.CONFIGURAL);
        assertEquals(22, configural.parameters());
        assertEquals(8, configural.degreesOfFreedom());
        assertTrue(configural.isFixed(1, 0, 0));
        assertFalse(configural.isFixed(1, 0, 1));
        assertFalse(configural.hasFactorMeans(1));
        GroupModel metric = new GroupModel(FACTORS, 2, Level.METRIC);
        assertEquals(19, metric.parameters());
        assertEquals(11, metric.degreesOfFreedom());
        assertEquals(metric.loading(0, 3), metric.loading(1, 3));
        assertTrue(metric.isFixed(0, 1, 1));
        assertFalse(metric.isFixed(1, 1, 1));
        GroupModel scalar = new GroupModel(FACTORS, 2, Level.SCALAR);
        assertEquals(26, scalar.parameters());
        assertEquals(14, scalar.degreesOfFreedom());
        assertFalse(scalar.hasFactorMeans(0));
        assertEquals(25, scalar.factorMean(1, 1));
        GroupModel three = new GroupModel(FACTORS, 3, Level.SCALAR);
        // 5 loadings, 15 uniquenesses, 1 + 3 + 3 of factors, 5 intercepts, 2 + 2 means
        assertEquals(36, three.parameters());
        assertEquals(60 - 36, three.degreesOfFreedom());
    }
}
