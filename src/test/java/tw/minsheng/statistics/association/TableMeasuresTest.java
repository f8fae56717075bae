package tw.minsheng.statistics.association;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/** R 4.2.2: {@code chisq.test fisher.test mcnemar.test}; others by hand. */
class TableMeasuresTest {

    private static final long[][] SMALL = {{3, 2}, {1, 9}};

    private static final List<Function<TableMeasures, Value>> ALL = List.of(
            TableMeasures::chiSquare,
            TableMeasures::corrected,
            TableMeasures::likelihoodRatio,
            TableMeasures::phi,
            TableMeasures::contingency,
            TableMeasures::cramersV,
            TableMeasures::cramersVCorrected,
            TableMeasures::gamma,
            TableMeasures::tauB,
            TableMeasures::tauC,
            TableMeasures::somersColumns,
            TableMeasures::somersRows,
            TableMeasures::lambdaColumns);

    @Test
    void measuresOfASmallTable() {
        TableMeasures found = TableMeasures.of(SMALL);
        assertEquals(4.26136363636364, found.chiSquare().number(), 1e-13);
        assertEquals(.0389886120963586, found.p(found.chiSquare()).number(), 1e-13);
        assertEquals(4.1656790046215, found.likelihoodRatio().number(), 1e-12);
        assertEquals(.533001790889026, found.phi().number(), 1e-14);
        assertEquals(.470360434191799, found.contingency().number(), 1e-14);
        assertEquals(.533001790889026, found.cramersV().number(), 1e-14);
        assertEquals(.478561363903292, found.cramersVCorrected().number(), 1e-14);
        assertEquals(25.0 / 29, found.gamma().number(), 1e-15);
        assertEquals(.533001790889026, found.tauB().number(), 1e-14);
        assertEquals(4.0 / 9, found.tauC().number(), 1e-15);
        assertEquals(.5, found.somersColumns().number(), 1e-15);
        assertEquals(25.0 / 44, found.somersRows().number(), 1e-15);
        assertEquals(.25, found.lambdaColumns().number(), 1e-15);
    }

    @Test
    void correctionOfFourCells() {
        long[][] four = {{12, 7}, {5, 16}};
        assertEquals(4.812286470652336, TableMeasures.of(four).corrected().number(), 1e-13);
        long[][] nearly = {{5, 5}, {5, 4}};
        assertEquals(0, TableMeasures.of(nearly).corrected().number(), 1e-13);
        long[][] six = {{5, 7, 4}, {0, 3, 6}};
        assertEquals(5.46875, TableMeasures.of(six).corrected().number(), 1e-13);
    }

    @Test
    void perfectAndReversedOrder() {
        long[][] perfect = {{10, 0, 0}, {0, 10, 0}, {0, 0, 10}};
        TableMeasures found = TableMeasures.of(perfect);
        for (Value one : List.of(
                found.cramersV(),
                found.gamma(),
                found.tauB(),
                found.tauC(),
                found.somersColumns(),
                found.somersRows(),
                found.lambdaColumns())) {
            assertEquals(1, one.number(), 1e-14);
        }
        long[][] reversed = {{0, 0, 10}, {0, 10, 0}, {10, 0, 0}};
        assertEquals(-1, TableMeasures.of(reversed).gamma().number(), 1e-15);
        assertEquals(-1, TableMeasures.of(reversed).tauC().number(), 1e-14);
    }

    @Test
    void emptyRowsAndColumnsAreLeftOut() {
        long[][] with = {{3, 0, 2}, {0, 0, 0}, {1, 0, 9}};
        ALL.forEach(measure -> assertEquals(
                measure.apply(TableMeasures.of(SMALL)).number(),
                measure.apply(TableMeasures.of(with)).number(),
                1e-14));
    }

    @Test
    void tablesThatHaveNoneSayWhy() {
        TableMeasures nobody = TableMeasures.of(new long[][] {{0, 0}, {0, 0}});
        TableMeasures oneRow = TableMeasures.of(new long[][] {{4, 3}, {0, 0}});
        TableMeasures nothing = TableMeasures.of(new long[0][]);
        for (Function<TableMeasures, Value> measure : ALL) {
            assertEquals(Optional.of(Reason.NO_DATA), measure.apply(nobody).reason());
            assertEquals(Optional.of(Reason.NO_DATA), measure.apply(nothing).reason());
            assertEquals(Optional.of(Reason.NO_VARIATION), measure.apply(oneRow).reason());
        }
        TableMeasures two = TableMeasures.of(new long[][] {{1, 0}, {0, 1}});
        assertEquals(Optional.of(Reason.N_TOO_SMALL), two.cramersVCorrected().reason());
        assertTrue(two.cramersV().isKnown());
    }

    private static double fisher(long[][] counts) {
        return FisherExact.p(counts).orElseThrow().number();
    }

    @Test
    void exactTest() {
        assertEquals(0.07692307692307701, fisher(SMALL), 1e-12);
        assertEquals(0.0005367241191434373, fisher(new long[][] {{10, 3}, {2, 15}}), 1e-13);
        long[][] nine = {{4, 2, 1}, {1, 3, 1}, {0, 5, 6}};
        assertEquals(0.05595974447771376, fisher(nine), 1e-10);
        long[][] turned = {{4, 1, 0}, {2, 3, 5}, {1, 1, 6}};
        assertEquals(fisher(nine), fisher(turned), 1e-10);
        assertEquals(1, fisher(new long[][] {{5, 5}, {5, 5}}), 1e-12);
    }

    @Test
    void exactTestThatCannotBeSaysWhy() {
        assertEquals(
                Optional.of(Reason.NO_DATA),
                FisherExact.p(new long[][] {{0, 0}, {0, 0}}).orElseThrow().reason());
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                FisherExact.p(new long[][] {{3, 0}, {2, 0}}).orElseThrow().reason());
        assertEquals(
                Optional.of(Reason.NO_VARIATION),
                FisherExact.p(new long[][] {{3, 4}, {0, 0}}).orElseThrow().reason());
        long[][] large = new long[8][8];
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 8; j++) {
                large[i][j] = 20L + (long) i * j;
            }
        }
        assertEquals(Optional.empty(), FisherExact.p(large));
    }

    @Test
    void changesOfTheSamePeople() {
        assertEquals(4.114562281345944e-05, McNemar.of(150, 86, true).p().number(), 1e-15);
        assertEquals(17.35593220338983, McNemar.of(86, 150, false).x2().number(), 1e-12);
        assertEquals(0, McNemar.of(4, 4, true).x2().number());
        assertEquals(
                Optional.of(Reason.NO_VARIATION), McNemar.of(0, 0, true).p().reason());
        assertThrows(IllegalArgumentException.class, () -> McNemar.of(-1, 2, true));
    }
}
