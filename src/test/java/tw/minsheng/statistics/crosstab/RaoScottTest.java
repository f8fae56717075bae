package tw.minsheng.statistics.crosstab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.estimate.RowSample;
import tw.minsheng.statistics.estimate.Stage;
import tw.minsheng.statistics.estimate.StratifiedRows;
import tw.minsheng.statistics.sampling.LonelyRule;

/** R: {@code svychisq} and {@code svygofchisq} of survey 4.1-1. */
class RaoScottTest {

    private static final RowSample SAMPLE = StratifiedRows.sample();

    private static SurveyTable table() {
        return SurveyTable.of(SAMPLE, StratifiedRows.all(), StratifiedRows.g(), StratifiedRows.h());
    }

    private static int[] levels(double[] zerosAndOnes) {
        return Arrays.stream(zerosAndOnes).mapToInt(x -> (int) x).toArray();
    }

    @Test
    void secondOrderIsThatOfR() {
        RaoScott found = RaoScott.of(table());
        assertEquals(1.2912774725919947, found.f().number(), 1e-12);
        assertEquals(1.9657341942880564, found.ndf().number(), 1e-12);
        assertEquals(43.24615227433724, found.ddf().number(), 1e-10);
        assertEquals(0.2849729109317664, found.p().number(), 1e-12);
        assertEquals(2.406630875547532, found.x2().number(), 1e-12);
        assertEquals(2, found.df());
        assertEquals(0.2749193567255446, found.pFirstOrder().number(), 1e-12);
        assertEquals(0.2862870341515463, RaoScott.saddlepoint(table()).number(), 1e-8);
        assertEquals(24, found.n());
        assertEquals(0, found.emptyCells());
        double[] effects = RaoScott.effects(table());
        assertEquals(2, effects.length);
        assertTrue(effects[0] >= effects[1]);
        assertEquals(2.406630875547532 / 1.2912774725919947, effects[0] + effects[1], 1e-12);
    }

    @Test
    void waldIsThatOfR() {
        WaldIndependence plain = WaldIndependence.of(table());
        assertEquals(1.442378776352452, plain.f().number(), 1e-11);
        assertEquals(2, plain.ndf().number());
        assertEquals(22, plain.ddf().number());
        assertEquals(.257858787761261, plain.p().number(), 1e-11);
        WaldIndependence adjusted = WaldIndependence.adjusted(table());
        assertEquals(1.3768161047000673, adjusted.f().number(), 1e-11);
        assertEquals(21, adjusted.ddf().number());
        assertEquals(0.2742441063660406, adjusted.p().number(), 1e-11);
    }

    @Test
    void aDomainKeepsItsOwnDegreesOfFreedom() {
        boolean[] domain = new boolean[StratifiedRows.N];
        for (int i = 0; i < domain.length; i++) {
            domain[i] = StratifiedRows.h()[i] < 2;
        }
        SurveyTable table = SurveyTable.of(SAMPLE, domain, levels(StratifiedRows.b()), StratifiedRows.h());
        assertEquals(List.of(0, 1), table.columnLevels());
        assertEquals(16, table.scale());
        RaoScott found = RaoScott.of(table);
        assertEquals(0.3754207221118716, found.f().number(), 1e-12);
        assertEquals(1, found.ndf().number(), 1e-12);
        assertEquals(14, found.ddf().number(), 1e-10);
        assertEquals(0.5498882185585316, found.p().number(), 1e-12);
        assertEquals(0.3922392252898193, WaldIndependence.of(table).f().number(), 1e-12);
    }

    @Test
    void theTableCountsPeopleAndWeighsThem() {
        SurveyTable table = table();
        long people = 0;
        double shares = 0;
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 3; j++) {
                people += table.count(i, j);
                shares += table.share(i, j);
            }
        }
        assertEquals(24, people);
        assertEquals(1, shares, 1e-12);
        assertEquals(1, table.rowShare(0) + table.rowShare(1), 1e-12);
        assertEquals(3, table.count(1, 0));
        double sum = Arrays.stream(StratifiedRows.w()).sum();
        double first = 1.5 + 4 + 4.5 + 3.3 + 3.6;
        assertEquals(first / sum, table.share(0, 0), 1e-12);
        assertEquals((first + 3 + 3.1 + 4) / sum, table.columnShare(0), 1e-12);
        assertEquals(0, table.emptyCells());
        assertThrows(
                IllegalArgumentException.class,
                () -> SurveyTable.of(SAMPLE, new boolean[3], StratifiedRows.g(), StratifiedRows.h()));
        assertThrows(
                IllegalArgumentException.class,
                () -> SurveyTable.of(SAMPLE, StratifiedRows.all(), new int[2], StratifiedRows.h()));
        assertThrows(
                IllegalArgumentException.class,
                () -> SurveyTable.of(SAMPLE, StratifiedRows.all(), StratifiedRows.g(), new int[2]));
    }

    @Test
    void whatCannotBeTestedHasAReason() {
        int[] none = new int[StratifiedRows.N];
        Arrays.fill(none, -1);
        SurveyTable empty = SurveyTable.of(SAMPLE, StratifiedRows.all(), none, StratifiedRows.h());
        assertEquals(Optional.of(Reason.NO_DATA), RaoScott.of(empty).x2().reason());
        assertEquals(Optional.of(Reason.NO_DATA), WaldIndependence.of(empty).f().reason());
        int[] same = new int[StratifiedRows.N];
        SurveyTable one = SurveyTable.of(SAMPLE, StratifiedRows.all(), same, StratifiedRows.h());
        assertEquals(Optional.of(Reason.NO_VARIATION), RaoScott.of(one).p().reason());
        assertEquals(0, RaoScott.of(one).df());
        assertEquals(
                Optional.of(Reason.NO_VARIATION), WaldIndependence.of(one).p().reason());
        // every three people a level of their own on both sides: more contrasts than cells with anybody
        int[] own = new int[StratifiedRows.N];
        Arrays.setAll(own, i -> i / 3);
        SurveyTable sparse = SurveyTable.of(SAMPLE, StratifiedRows.all(), own, own);
        RaoScott found = RaoScott.of(sparse);
        assertEquals(Optional.of(Reason.SPARSE_TABLE), found.p().reason());
        assertEquals("56", found.p().reasonArgs().get("m"));
        assertEquals(56, found.emptyCells());
        assertEquals(24 * 7, found.x2().number(), 1e-9);
        assertEquals(49, found.df());
        assertEquals(
                Optional.of(Reason.SPARSE_TABLE),
                WaldIndependence.of(sparse).p().reason());
        assertEquals("56", WaldIndependence.of(sparse).f().reasonArgs().get("m"));
        assertEquals(
                Optional.of(Reason.SINGLE_PSU),
                WaldIndependence.adjusted(sparse).p().reason());
    }

    @Test
    void aDistributionIsHeldAgainstThePopulation() {
        GoodnessOfFit found = GoodnessOfFit.of(SAMPLE, StratifiedRows.h(), new double[] {3, 3, 4});
        assertEquals(1.211434108527132, found.x2().number() * found.scale().number(), 1e-11);
        assertEquals(3.689818041449956, found.scale().number(), 1e-11);
        assertEquals(1.9912772544761788, found.df().number(), 1e-11);
        assertEquals(0.8471008954127182, found.p().number(), 1e-11);
        double sum = Arrays.stream(StratifiedRows.w()).sum();
        assertEquals(.4 * sum, found.expected().get(2), 1e-12);
        assertEquals(sum, found.observed().stream().mapToDouble(x -> x).sum(), 1e-12);
        assertEquals(
                Optional.of(Reason.ZERO_TARGET),
                GoodnessOfFit.of(SAMPLE, StratifiedRows.h(), new double[] {3, 0, 4})
                        .p()
                        .reason());
        assertEquals(
                Optional.of(Reason.ZERO_TARGET),
                GoodnessOfFit.of(SAMPLE, StratifiedRows.h(), new double[] {3})
                        .p()
                        .reason());
        int[] none = new int[StratifiedRows.N];
        Arrays.fill(none, -1);
        assertEquals(
                Optional.of(Reason.NO_DATA),
                GoodnessOfFit.of(SAMPLE, none, new double[] {1, 1}).x2().reason());
        GoodnessOfFit census = GoodnessOfFit.of(StratifiedRows.census(), StratifiedRows.h(), new double[] {1, 1, 1});
        assertEquals(Optional.of(Reason.NO_VARIATION), census.p().reason());
    }

    @Test
    void theSaddlepointGoesOverIntoChiSquare() {
        // all effects 1 and many degrees of freedom: χ² with two of them has the tail exp(−x/2)
        double[] ones = {1, 1};
        assertEquals(Math.exp(-3), Saddlepoint.upperTail(6, ones, 1e6), 1e-3);
        assertEquals(Math.exp(-.25), Saddlepoint.upperTail(.5, ones, 1e6), 6e-2);
        assertEquals(1, Saddlepoint.upperTail(0, ones, 20));
        assertEquals(
                tw.minsheng.statistics.distribution.FisherF.upperTail(1, 2, 50),
                Saddlepoint.upperTail(2, ones, 50),
                1e-2);
    }

    /** One effect beside the rounding of others makes the degrees of freedom 1 less a hair, which are 1 and not 0. */
    @Test
    void theSaddlepointOfOneEffectHasATail() {
        double[] effects = {2.3354151721080436, 2.6064226828817417e-16, 0, -7.047314781382379e-16};
        double tail = Saddlepoint.upperTail(3.599702427193219, effects, 1 - 1e-16);
        assertEquals(Saddlepoint.upperTail(3.599702427193219, new double[] {effects[0]}, 1), tail, 1e-12);
    }

    /** People who answer but have no weight expect nobody anywhere. */
    @Test
    void answersWithoutWeightAreNoDistribution() {
        double[] weights = new double[StratifiedRows.N];
        weights[0] = 1;
        Stage stage = SAMPLE.stages().get(0);
        RowSample light = RowSample.of(weights, List.of(stage), LonelyRule.ADJUST);
        int[] levels = StratifiedRows.h();
        levels[0] = -1;
        assertEquals(
                Optional.of(Reason.ZERO_DENOMINATOR),
                GoodnessOfFit.of(light, levels, new double[] {1, 1, 1}).p().reason());
    }
}
