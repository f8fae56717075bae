package tw.minsheng.statistics.battery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Warning;
import tw.minsheng.statistics.distribution.SplitMix64;
import tw.minsheng.statistics.reliability.Scale;

/** 測量恆等性 in the battery: what the models say together, and the groups that are too small for them. */
class InvarianceTableTest {

    private static final List<String> ITEMS = List.of("a", "b", "c", "d");

    /** One factor; the labels of so many people each. */
    private static Block cfa(Map<String, Integer> people) {
        SplitMix64 random = new SplitMix64(3);
        List<double[]> rows = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        new TreeMap<>(people).forEach((label, n) -> {
            for (int i = 0; i < n; i++) {
                double mood = 3 * random.nextUniform();
                double[] row = new double[ITEMS.size()];
                Arrays.setAll(row, j -> 1 + StrictMath.floor(mood + 2 * random.nextUniform()));
                rows.add(row);
                labels.add(label);
            }
        });
        ScaleSet set = ScaleSet.of(
                        new Scale(ITEMS, 1, 5),
                        Map.of("all_of_them", ITEMS),
                        Answers.of(rows.toArray(double[][]::new), ITEMS.size()))
                .withGroup(labels);
        return Battery.of(set, MissingRule.LISTWISE, Extent.QUICK, 1).stream()
                .filter(block -> block.block().equals("cfa"))
                .findFirst()
                .orElseThrow();
    }

    /** Eleven calls beside 300 answers: the 300 are compared, and the calls are named with their number. */
    @Test
    void aGroupThatIsTooSmallIsNamedAndTheOthersAreCompared() {
        Block block = cfa(Map.of("phone", 11, "web", 200, "paper", 100));
        Statistic models = block.find("invariance").orElseThrow();
        assertTrue(models.shape() instanceof Shape.Table, models.shape().toString());
        assertEquals(
                List.of(new Warning("group_left_out", Map.of("group", "phone", "n", "11", "reason", "n_too_small"))),
                models.warnings());
        assertEquals(
                new Shape.Text("scalar"),
                block.find("invariance_verdict").orElseThrow().shape());
        Statistic sizes = block.find("invariance_n").orElseThrow();
        assertEquals(11, Sets.number(Sets.part(sizes, "phone")), 0);
        assertEquals(200, Sets.number(Sets.part(sizes, "web")), 0);
    }

    @Test
    void whereFewerThanTwoAreLargeEnoughTheReasonIsTheirSize() {
        Block block = cfa(Map.of("phone", 11, "web", 200, "paper", 29));
        Statistic models = block.find("invariance").orElseThrow();
        Sets.assertRefused(Reason.N_TOO_SMALL, models);
        assertEquals(
                Optional.of("29"),
                Optional.ofNullable(models.value().reasonArgs().get("n")));
        assertEquals(2, models.warnings().size());
        Sets.assertRefused(Reason.N_TOO_SMALL, block.find("invariance_verdict").orElseThrow());
    }
}
