package tw.minsheng.statistics.battery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tw.minsheng.statistics.battery.Sets.assertRefused;
import static tw.minsheng.statistics.battery.Sets.codes;
import static tw.minsheng.statistics.battery.Sets.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.reliability.Scale;
import tw.minsheng.statistics.reliability.ScaleReliability;
import tw.minsheng.statistics.reliability.ScaleSums;

/** What sums say is what rows say. */
class SumsBlockTest {

    /** Forty rows of five items; one row in ten lacks an answer, and nobody answers the last item. */
    private static double[][] rows() {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double person = 1 + i % 4;
            rows.add(new double[] {
                person,
                i % 10 == 0 ? Missing.ANSWER : person + i % 2,
                person + (i % 3 == 2 ? 1 : 0),
                1 + i % 3,
                Missing.ANSWER
            });
        }
        return rows.toArray(double[][]::new);
    }

    private static Block ofSums(double[][] rows, MissingRule rule) {
        List<String> items = new ArrayList<>();
        for (int j = 1; j <= rows[0].length; j++) {
            items.add("Q" + j);
        }
        Scale scale = new Scale(items, 1, 5);
        ScaleSums sums = new ScaleSums(scale, rule);
        for (double[] row : rows) {
            sums.add(row);
        }
        return SumsBlock.of(scale, ScaleReliability.of(sums));
    }

    @ParameterizedTest
    @EnumSource(names = {"LISTWISE", "PAIRWISE"})
    void sumsSayWhatRowsSay(MissingRule rule) {
        Block sums = ofSums(rows(), rule);
        Block all = Battery.likeR(Sets.of(rows()), rule, Extent.PAGE, 1).get(0);
        assertEquals(all.n(), sums.n());
        assertEquals(rule == MissingRule.PAIRWISE ? 40 : 36, sums.n());
        assertEquals(ReliabilityBlock.NAME, sums.block());
        assertEquals(Block.TOTAL, sums.scale());
        assertEquals(rule, sums.missing());
        Set<String> names = sums.statistics().stream().map(Statistic::name).collect(Collectors.toSet());
        assertEquals(rule == MissingRule.PAIRWISE, names.contains("ci95_feldt_smallest_pair"));
        assertTrue(SumsBlock.NAMES.containsAll(names));
        assertEquals(rule == MissingRule.PAIRWISE ? 13 : 12, names.size());
        for (Statistic statistic : sums.statistics()) {
            assertEquals(
                    all.find(statistic.name())
                            .orElseThrow()
                            .shape()
                            .values()
                            .map(v -> v.asOptional())
                            .toList(),
                    statistic.shape().values().map(v -> v.asOptional()).toList(),
                    statistic.name());
        }
        assertEquals(
                codes(all.find("alpha_raw").orElseThrow()),
                codes(sums.find("alpha_raw").orElseThrow()));
        assertRefused(
                Reason.ITEM_ALL_MISSING, part(sums.find("alpha_if_deleted").orElseThrow(), "Q5"));
        assertTrue(part(sums.find("item_total_corrected").orElseThrow(), "Q1")
                .refusal()
                .isEmpty());
    }

    @ParameterizedTest
    @EnumSource(names = {"LISTWISE", "PAIRWISE"})
    void sumsWithoutAlphaHaveItsReason(MissingRule rule) {
        Block same = ofSums(new double[][] {{3, 3, 3}, {3, 3, 3}, {3, 3, 3}, {3, 3, 3}}, rule);
        assertRefused(Reason.NO_VARIATION, same.find("alpha_raw").orElseThrow());
        assertRefused(Reason.NO_VARIATION, same.find("ci95_feldt").orElseThrow());
    }
}
