package tw.minsheng.statistics.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.Normal;

/** R 4.2.2: {@code var.test wilcox.test shapiro.test cor.test binom.test}; others by hand. */
class PlainTestsTest {

    private static final double[] X = {3, 7, 5, 9, 4, 8, 6, 10, 2, 11, 5, 12};
    private static final double[] Y = {1, 6, 14, 9, 3, 8, 13, 7, 4, 10};

    private static Optional<Reason> reason(Value value) {
        return value.reason();
    }

    @Test
    void variancesAreCompared() {
        VarianceRatio found = VarianceRatio.of(Group.of(X), Group.of(Y), .95);
        assertEquals(0.5867507886435331, found.f().number(), 1e-13);
        assertEquals(0.3998083155783674, found.p().number(), 1e-12);
        assertEquals(.149984565363695, found.interval().lower().number(), 1e-12);
        assertEquals(2.105202373671347, found.interval().upper().number(), 1e-11);
        assertEquals(11, found.df1());
        assertEquals(9, found.df2());
        VarianceRatio turned = VarianceRatio.of(Group.of(Y), Group.of(X), .95);
        assertEquals(1 / found.f().number(), turned.f().number(), 1e-13);
        assertEquals(found.p().number(), turned.p().number(), 1e-13);
        assertEquals(
                1, VarianceRatio.of(Group.of(1, 2), Group.of(3, 4), .95).p().number(), 1e-12);
    }

    @Test
    void variancesThatCannotBeComparedSayWhy() {
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                reason(VarianceRatio.of(Group.of(1), Group.of(X), .95).p()));
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                reason(VarianceRatio.of(Group.of(X), Group.of(2, 2), .95).f()));
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                reason(VarianceRatio.of(Group.of(2, 2), Group.of(X), .95)
                        .interval()
                        .lower()));
    }

    /** J(2) = Γ(1)/(1·Γ(½)) = 1/√π. */
    @Test
    void effectsInUnitsOfASpread() {
        EffectSize found = EffectSize.of(Group.of(4, 6), Group.of(1, 3));
        double d = 3 / StrictMath.sqrt(2);
        assertEquals(d, found.cohensD().number(), 1e-14);
        assertEquals(d / StrictMath.sqrt(StrictMath.PI), found.hedgesG().number(), 1e-13);
        assertEquals(d * (1 - 3.0 / 7), found.hedgesApproximate().number(), 1e-14);
        assertEquals(d, found.glassDelta().number(), 1e-14);
        EffectSize small = EffectSize.of(Group.of(4, 6), Group.of(1));
        assertEquals(Optional.of(Reason.N_TOO_SMALL), reason(small.glassDelta()));
        assertEquals(Optional.of(Reason.N_TOO_SMALL), reason(small.hedgesG()));
        assertTrue(small.cohensD().isKnown());
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                reason(EffectSize.of(Group.of(4), Group.of(1)).cohensD()));
        EffectSize flat = EffectSize.of(Group.of(4, 4), Group.of(1, 1));
        assertEquals(Optional.of(Reason.NO_VARIATION), reason(flat.cohensD()));
        assertEquals(Optional.of(Reason.NO_VARIATION), reason(flat.glassDelta()));
    }

    @Test
    void rankSumsWithoutCorrection() {
        RankTest found = RankTest.uncorrectedWilcoxon(X, Y);
        assertEquals(54.5, found.statistic().number());
        assertEquals(0.7162454899939836, found.p().number(), 1e-13);
        assertTrue(RankTest.wilcoxon(X, Y).p().number() > found.p().number());
    }

    @Test
    void rankSumsByCountingOrders() {
        double[] a = {1.1, 2.2, 3.3, 4.4, 7.7};
        double[] b = {.5, 1.6, 2.7, 3.8, 5.9, 6};
        assertEquals(16, RankTest.exactWilcoxon(a, b).statistic().number());
        assertEquals(0.9307359307359309, RankTest.exactWilcoxon(a, b).p().number(), 1e-14);
        double[] low = {1, 2, 3};
        double[] high = {10, 11, 12, 13};
        assertEquals(2.0 / 35, RankTest.exactWilcoxon(low, high).p().number(), 1e-16);
        assertEquals(2.0 / 35, RankTest.exactWilcoxon(high, low).p().number(), 1e-16);
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                reason(RankTest.exactWilcoxon(low, new double[0]).p()));
        assertThrows(IllegalArgumentException.class, () -> RankTest.exactWilcoxon(low, low));
    }

    @Test
    void signedRanks() {
        RankTest found = RankTest.signedRank(3, -1, 2, 2, -4, 0, 5, 6, 1);
        assertEquals(28.5, found.statistic().number());
        assertEquals(0.1604008107552513, found.p().number(), 1e-13);
        assertEquals(
                found.p().number(),
                RankTest.signedRank(-3, 1, -2, -2, 4, -5, -6, -1).p().number(),
                1e-15);
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL), reason(RankTest.signedRank().p()));
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                reason(RankTest.signedRank(0, 0).p()));
    }

    /** Values of Kolmogorov's distribution: K(.8) = .45586, K(1) = .7300003283, K(1.36) = .9505 (Smirnov's table of 1948). */
    @Test
    void distancesOfDistributions() {
        KolmogorovSmirnov found = KolmogorovSmirnov.of(new double[] {1, 2, 3, 4}, new double[] {3, 4, 5, 6});
        assertEquals(.5, found.distance().number());
        assertEquals(KolmogorovSmirnov.tail(.5 * StrictMath.sqrt(2)), found.p().number(), 1e-16);
        assertEquals(1 - .7300003283, KolmogorovSmirnov.tail(1), 1e-10);
        assertEquals(1 - .455857, KolmogorovSmirnov.tail(.8), 1e-6);
        assertEquals(1 - .950514, KolmogorovSmirnov.tail(1.36), 1e-6);
        assertEquals(KolmogorovSmirnov.tail(1), KolmogorovSmirnov.tail(1 - 1e-13), 1e-11);
        assertEquals(1, KolmogorovSmirnov.tail(.01), 1e-15);
        KolmogorovSmirnov same = KolmogorovSmirnov.of(X, X);
        assertEquals(0, same.distance().number());
        assertEquals(1, same.p().number());
        assertEquals(
                1,
                KolmogorovSmirnov.of(new double[] {1}, new double[] {2})
                        .distance()
                        .number());
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                reason(KolmogorovSmirnov.of(X, new double[0]).p()));
    }

    private static void shapiro(double w, double p, double... values) {
        ShapiroWilk found = ShapiroWilk.of(values);
        assertEquals(w, found.w().number(), 1e-8 * w);
        assertEquals(p, found.p().number(), 1e-6 * p);
    }

    @Test
    void normality() {
        shapiro(0.8928571428571428, .363113154971025, 2, 3, 7);
        shapiro(0.8669607108726085, 0.2543338394550878, 1, 2, 4, 9, 3);
        shapiro(0.9672187232967324, 0.8795974137207141, X);
        shapiro(0.7354517330052139, 0.001891573100996232, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144);
        double[] cubes = IntStream.range(0, 200)
                .mapToDouble(i -> StrictMath.pow(Normal.quantile((i + .5) / 200), 3))
                .toArray();
        shapiro(0.6549884158535962, 6.078317696421911e-20, cubes);
        double[] moved = Arrays.stream(X).map(x -> 1e6 + 3 * x).toArray();
        assertEquals(ShapiroWilk.of(X).w().number(), ShapiroWilk.of(moved).w().number(), 1e-9);
    }

    @Test
    void normalityThatCannotBeToldSaysWhy() {
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL), reason(ShapiroWilk.of(1, 2).p()));
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                reason(ShapiroWilk.of(2, 2, 2, 2).w()));
        assertThrows(IllegalArgumentException.class, () -> ShapiroWilk.of(new double[ShapiroWilk.MOST + 1]));
        assertEquals(1, ShapiroWilk.of(1, 2, 3).w().number(), 1e-15);
        assertEquals(1, ShapiroWilk.of(1, 2, 3).p().number(), 1e-7);
    }

    @Test
    void ordersAgree() {
        double[] six = {1, 2, 3, 4, 5, 6};
        KendallTest counted = KendallTest.of(six, new double[] {2, 1, 4, 3, 6, 5});
        assertTrue(counted.exact());
        assertEquals(12, counted.statistic().number());
        assertEquals(0.1361111111111111, counted.p().number(), 1e-14);
        assertEquals(.6, counted.tau().number(), 1e-14);
        assertEquals(2.0 / 720, KendallTest.of(six, six).p().number(), 1e-16);
        double[] x = {1, 2, 2, 3, 4, 5, 5};
        double[] y = {2, 1, 4, 4, 6, 5, 6};
        KendallTest tied = KendallTest.of(x, y);
        assertEquals(2.042152731576028, tied.statistic().number(), 1e-13);
        assertEquals(0.04113638356994058, tied.p().number(), 1e-13);
        assertEquals(0.6842105263157896, tied.tau().number(), 1e-14);
        assertEquals(tied, KendallTest.normal(x, y));
        double[] many = IntStream.range(0, 50).asDoubleStream().toArray();
        assertTrue(!KendallTest.of(many, many).exact());
    }

    @Test
    void ordersThatCannotBeComparedSayWhy() {
        double[] two = {1, 2};
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL), reason(KendallTest.of(two, two).p()));
        double[] three = {1, 2, 3};
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                reason(KendallTest.of(three, new double[] {4, 4, 4}).tau()));
    }

    @Test
    void aPromisedShare() {
        assertEquals(.34375, BinomialTest.of(3, 10, .5).number(), 1e-14);
        assertEquals(0.003505706787109375, BinomialTest.of(7, 10, .25).number(), 1e-16);
        assertEquals(.0625, BinomialTest.of(0, 5, .5).number(), 1e-15);
        assertEquals(.0625, BinomialTest.of(5, 5, .5).number(), 1e-15);
        assertEquals(1, BinomialTest.of(10, 20, .5).number());
        assertEquals(0.3824915595748519, BinomialTest.of(682, 925, .75).number(), 1e-11);
        assertEquals(1, BinomialTest.of(0, 5, 0).number());
        assertEquals(0, BinomialTest.of(1, 5, 0).number());
        assertEquals(Optional.of(Reason.NO_DATA), reason(BinomialTest.of(0, 0, .5)));
        assertThrows(IllegalArgumentException.class, () -> BinomialTest.of(3, 2, .5));
        assertThrows(IllegalArgumentException.class, () -> BinomialTest.of(-1, 2, .5));
        assertThrows(IllegalArgumentException.class, () -> BinomialTest.of(1, 2, 1.5));
    }
}
