package tw.minsheng.statistics.battery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.Warning;
import tw.minsheng.statistics.distribution.SplitMix64;
import tw.minsheng.statistics.reliability.Scale;

/** Models of all 構面 that put a correlation beyond 1: statistics.md, 1.4. */
class ImproperModelTest {

    private static final List<String> ITEMS = List.of("a1", "a2", "a3", "b1", "b2", "b3");

    /** The first items of both constructs share more than the items of each do. */
    private static List<Block> blocks() {
        SplitMix64 random = new SplitMix64(3);
        double[][] rows = new double[200][6];
        for (double[] row : rows) {
            double all = random.nextUniform();
            double pair = random.nextUniform();
            for (int i = 0; i < row.length; i++) {
                double own = random.nextUniform();
                double shared = i % 3 == 0 ? .5 * all + .4 * pair + .1 * own : .4 * all + .6 * own;
                row[i] = 1 + StrictMath.floor(7 * shared);
            }
        }
        Map<String, List<String>> factors = Map.of("A", ITEMS.subList(0, 3), "B", ITEMS.subList(3, 6));
        ScaleSet set = ScaleSet.of(new Scale(ITEMS, 1, 7), factors, Answers.of(rows, 6));
        return Battery.of(set, MissingRule.LISTWISE, Extent.PAGE, 1);
    }

    private static Statistic cfa(List<Block> blocks, String name) {
        return blocks.stream()
                .filter(block -> block.block().equals(CfaBlock.NAME))
                .flatMap(block -> block.statistics().stream())
                .filter(statistic -> statistic.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCorrelationBeyondOneIsNotGiven() {
        List<Block> blocks = blocks();
        List<Value> correlations =
                cfa(blocks, "factor_correlations").shape().values().toList();
        assertEquals(Optional.of(Reason.HEYWOOD), correlations.get(1).reason());
        assertEquals(1, correlations.get(0).number());
        for (String name : List.of("loadings_std", "r_square", "factor_correlations", "fornell_larcker_table")) {
            Statistic statistic = cfa(blocks, name);
            assertTrue(
                    statistic.shape().values().filter(Value::isKnown).allMatch(v -> StrictMath.abs(v.number()) <= 1),
                    name);
            assertTrue(statistic.warnings().contains(Warning.of("heywood")), name);
        }
    }

    @Test
    void nothingIsConcludedFromIt() {
        List<Block> blocks = blocks();
        cfa(blocks, "fornell_larcker_ok")
                .shape()
                .values()
                .forEach(value -> assertEquals(Optional.of(Reason.HEYWOOD), value.reason()));
        assertEquals(2, cfa(blocks, "fornell_larcker_ok").shape().values().count());
        assertTrue(cfa(blocks, "fit_chisq").warnings().contains(Warning.of("heywood")));
    }
}
