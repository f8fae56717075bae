package tw.minsheng.statistics.compare.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.estimate.RowSample;
import tw.minsheng.statistics.estimate.StratifiedRows;
import tw.minsheng.statistics.sampling.LonelyRule;

/** R: {@code svyttest} and {@code svyranktest} of survey 4.1-1. */
class DesignTestsTest {

    private static final RowSample SAMPLE = StratifiedRows.sample();

    @Test
    void twoGroups() {
        DesignTest found = DesignTest.ofGroups(SAMPLE, StratifiedRows.y(), StratifiedRows.g(), .95);
        assertEquals(4.144666644409575, found.estimate().number(), 1e-12);
        assertEquals(3.434845827268719, found.t().number(), 1e-11);
        assertEquals(4.144666644409575 / 3.434845827268719, found.se().number(), 1e-11);
        assertEquals(21, found.df());
        assertEquals(0.002485966829893484, found.p().number(), 1e-13);
        assertEquals(1.6352945884448489, found.interval().lower().number(), 1e-11);
        assertEquals(6.6540387003743025, found.interval().upper().number(), 1e-11);
        assertEquals(24, found.n());
    }

    @Test
    void oneMean() {
        double[] off = Arrays.stream(StratifiedRows.y()).map(y -> y - 6).toArray();
        DesignTest found = DesignTest.ofMean(SAMPLE, off, .95);
        assertEquals(1.4857881136950903, found.estimate().number(), 1e-12);
        assertEquals(1.8923477994831168, found.t().number(), 1e-12);
        assertEquals(21, found.df());
        assertEquals(0.0723127809924912, found.p().number(), 1e-12);
        assertEquals(-0.14703304762425695, found.interval().lower().number(), 1e-12);
        assertEquals(3.1186092750144376, found.interval().upper().number(), 1e-12);
        assertEquals(24, found.n());
    }

    /** Section 4, row 9: R prints t = −Inf. */
    @Test
    void aCensusHasNothingToTest() {
        DesignTest found = DesignTest.ofGroups(StratifiedRows.census(), StratifiedRows.y(), StratifiedRows.g(), .95);
        assertEquals(Optional.of(Reason.CENSUS), found.t().reason());
        assertEquals(Optional.of(Reason.CENSUS), found.p().reason());
        assertEquals(0, found.se().number());
        assertEquals(110 / 12.0 - 68 / 12.0, found.estimate().number(), 1e-12);
        assertEquals(found.estimate().number(), found.interval().lower().number());
        assertEquals(found.estimate().number(), found.interval().upper().number());
    }

    @Test
    void whatCannotBeTestedHasAReason() {
        double[] none = new double[StratifiedRows.N];
        Arrays.fill(none, Missing.ANSWER);
        assertEquals(
                Optional.of(Reason.NO_DATA),
                DesignTest.ofGroups(SAMPLE, none, StratifiedRows.g(), .95).t().reason());
        assertEquals(
                Optional.of(Reason.NO_DATA),
                DesignTest.ofMean(SAMPLE, none, .95).estimate().reason());
        double[] same = new double[StratifiedRows.N];
        Arrays.fill(same, 2);
        DesignTest constant = DesignTest.ofMean(SAMPLE, same, .95);
        assertEquals(Optional.of(Reason.NO_VARIATION), constant.t().reason());
        assertEquals(2, constant.estimate().number());
        DesignTest alone = DesignTest.ofMean(StratifiedRows.single(), new double[] {3}, .95);
        assertEquals(Optional.of(Reason.SINGLE_PSU), alone.t().reason());
        assertEquals(3, alone.estimate().number());
        assertFalse(alone.interval().isKnown());
        int[] one = new int[StratifiedRows.N];
        assertEquals(
                Optional.of(Reason.SINGULAR_MATRIX),
                DesignTest.ofGroups(SAMPLE, StratifiedRows.y(), one, .95).t().reason());
        Arrays.fill(one, -1);
        assertEquals(
                Optional.of(Reason.NO_DATA),
                DesignTest.ofGroups(SAMPLE, StratifiedRows.y(), one, .95).t().reason());
    }

    @ParameterizedTest
    @CsvSource({
        "WILCOXON, 0.3543999329929264, 3.99173855187348, 0.0006626659259450927",
        "VAN_DER_WAERDEN, 1.0550923006126582, 3.2945168147414834, 0.003453757420555478",
        "MEDIAN, 0.6559342970654023, 4.4055085433368, 0.0002464026400206152"
    })
    void ranksOfTwoGroups(RankScore score, double difference, double t, double p) {
        DesignRanks found = DesignRanks.of(SAMPLE, StratifiedRows.y(), StratifiedRows.g(), score);
        assertEquals(difference, found.difference().number(), 1e-11);
        assertEquals(t, found.t().number(), 1e-11);
        assertEquals(t * t, found.chiSquare().number(), 1e-9);
        assertEquals(p, found.p().number(), 1e-11);
        assertEquals(1, found.ndf());
        assertEquals(21, found.ddf());
    }

    @Test
    void ranksOfSeveralGroups() {
        DesignRanks found = DesignRanks.of(SAMPLE, StratifiedRows.y(), StratifiedRows.h(), RankScore.WILCOXON);
        assertEquals(2.613319839144431, found.chiSquare().number(), 1e-11);
        assertEquals(2, found.ndf());
        assertEquals(20, found.ddf());
        assertEquals(0.2928577375483345, found.p().number(), 1e-11);
        assertFalse(found.t().isKnown());
        assertFalse(found.difference().isKnown());
    }

    @Test
    void ranksNeedTwoGroups() {
        int[] one = new int[StratifiedRows.N];
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                DesignRanks.of(SAMPLE, StratifiedRows.y(), one, RankScore.WILCOXON)
                        .p()
                        .reason());
        int[] gaps = StratifiedRows.g();
        gaps[0] = -1;
        assertEquals(
                20,
                DesignRanks.of(SAMPLE, StratifiedRows.y(), gaps, RankScore.WILCOXON)
                        .ddf());
    }

    /** Somebody without weight at either end of the order stands for nobody: the others keep what they have without them. */
    @Test
    void ranksOfPeopleWithoutWeight() {
        double[] weights = StratifiedRows.w();
        double[] y = StratifiedRows.y();
        weights[0] = 0;
        weights[1] = 0;
        y[0] = -100;
        y[1] = 100;
        RowSample with = RowSample.of(weights, SAMPLE.stages(), LonelyRule.ADJUST);
        double[] without = y.clone();
        without[0] = Missing.ANSWER;
        without[1] = Missing.ANSWER;
        for (RankScore score : RankScore.values()) {
            assertEquals(
                    DesignRanks.of(with, without, StratifiedRows.g(), score)
                            .difference()
                            .number(),
                    DesignRanks.of(with, y, StratifiedRows.g(), score)
                            .difference()
                            .number(),
                    1e-13);
        }
        weights[0] = -1;
        RowSample refused = RowSample.of(weights, SAMPLE.stages(), LonelyRule.ADJUST);
        assertEquals(
                Optional.of(Reason.NEGATIVE_WEIGHT),
                DesignRanks.of(refused, y, StratifiedRows.g(), RankScore.VAN_DER_WAERDEN)
                        .p()
                        .reason());
    }
}
