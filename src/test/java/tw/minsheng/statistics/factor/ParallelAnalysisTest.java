package tw.minsheng.statistics.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.minsheng.statistics.Reason;

/** Of two items the eigenvalues are 1 ± |r|, and how r of independent normal numbers falls is known. */
class ParallelAnalysisTest {

    private static final int DRAWS = 2_000;

    /**
     * Mean of |r| is Γ((n − 1)/2)/(√π·Γ(n/2)). Its 95 % quantile: of n = 3 sin(.95·π/2); of n = 4, where r is uniform, .95; of others
     * {@code t <- qt(.975, n - 2); t/sqrt(n - 2 + t^2)}.
     */
    @ParameterizedTest
    @CsvSource({
        "3, .636619772367581, .996917333733128",
        "4, .5, .95",
        "5, .424413181578388, .878339448159805",
        "30, .149445980787278, .361006907733233",
        "1000, .0252502684468147, .0619974153833753",
    })
    void twoIndependentItems(long n, double mean, double high) {
        ParallelAnalysis found = ParallelAnalysis.of(n, 2, DRAWS, 20);
        assertEquals(1 + mean, found.means().get(0), 4 * found.errors().get(0));
        assertEquals(1 - mean, found.means().get(1), 4 * found.errors().get(0));
        double spread = StrictMath.sqrt((1 / (n - 1.0) - mean * mean) / DRAWS);
        assertEquals(spread, found.errors().get(0), .05 * spread);
        assertEquals(1 + high, found.high().get(0), .03 * high);
        assertTrue(found.high().get(1) > 1 - mean && found.high().get(1) < 1);
    }

    /** Two draws: the mean is in the middle, its error half the distance, R's 95 % quantile at .95 of it. */
    @Test
    void twoDraws() {
        ParallelAnalysis found = ParallelAnalysis.of(20, 3, 2, 8);
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    .9 * found.errors().get(i),
                    found.high().get(i) - found.means().get(i),
                    1e-12);
            assertTrue(found.errors().get(i) > 0);
        }
        assertEquals(3, found.means().stream().mapToDouble(Double::doubleValue).sum(), 1e-12);
        ParallelAnalysis one = ParallelAnalysis.of(20, 3, 1, 8);
        assertEquals(one.means(), one.high());
        assertEquals(List.of(0.0, 0.0, 0.0), one.errors());
    }

    /** The same seed gives the same numbers for ever: reports that were printed can be computed again. */
    @ParameterizedTest
    @CsvSource({"3, 1.6151164866518832, .04638040196764629", "20, 1.1777265824394363, .018583279742063127"})
    void numbersOfASeed(long n, double mean, double error) {
        ParallelAnalysis found = ParallelAnalysis.of(n, 2, 50, 20_261_123);
        assertEquals(mean, found.means().get(0), 1e-12);
        assertEquals(error, found.errors().get(0), 1e-12);
    }

    /** The first draw does not depend on how many follow; another seed gives others. */
    @Test
    void drawsGoBySeed() {
        double first = ParallelAnalysis.of(20, 3, 1, 8).means().get(0);
        double mean = ParallelAnalysis.of(20, 3, 2, 8).means().get(0);
        double error = ParallelAnalysis.of(20, 3, 2, 8).errors().get(0);
        assertEquals(StrictMath.abs(first - mean), error, 1e-12);
        assertTrue(first != ParallelAnalysis.of(20, 3, 1, 9).means().get(0));
    }

    @Test
    void keptAreThoseAboveChance() {
        ParallelAnalysis limits =
                new ParallelAnalysis(9, 1, List.of(1.5, 1.2, .8), List.of(1.6, 1.3, .9), List.of(0.0, 0.0, 0.0));
        assertEquals(2, limits.keptByMean(new double[] {2, 1.25, .7}));
        assertEquals(1, limits.keptByQuantile(new double[] {2, 1.25, .95}));
        assertEquals(3, limits.keptByQuantile(new double[] {2, 1.4, .95}));
        assertEquals(0, limits.keptByQuantile(new double[] {1.6, 1.4, .95}));
    }

    @Test
    void moreAnswersThanItems() {
        assertEquals(Optional.empty(), ParallelAnalysis.refusal(3, 2));
        assertEquals(
                Optional.of(Reason.N_TOO_SMALL),
                ParallelAnalysis.refusal(2, 2).orElseThrow().reason());
        assertEquals(
                "2", ParallelAnalysis.refusal(2, 2).orElseThrow().reasonArgs().get("n"));
        assertEquals(
                Optional.of(Reason.TOO_FEW_ITEMS),
                ParallelAnalysis.refusal(9, 1).orElseThrow().reason());
        assertThrows(IllegalArgumentException.class, () -> ParallelAnalysis.of(2, 2, 1, 1));
    }
}
