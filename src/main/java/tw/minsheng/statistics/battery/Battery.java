package tw.minsheng.statistics.battery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tw.minsheng.statistics.MissingRule;

/**
 * 信度、項目分析與效度: every procedure that applies to a set of items. Pure: the same answers and seed give the same numbers.
 *
 * <p>Reliability and item analysis are done for all items together ({@code total}) and for each 構面; under pairwise deletion there
 * are reliability and exploratory factors only.
 */
public final class Battery {

    /** Ends the name of a statistic that stands on the smallest pair where R's all rows stand under the plain name (C4). */
    public static final String OWN_N = "_smallest_pair";

    private Battery() {}

    /**
     * The battery with what the product says of itself.
     *
     * @param rule listwise or pairwise
     * @param seed of the bootstrap and of parallel analysis
     */
    public static List<Block> of(ScaleSet set, MissingRule rule, Extent extent, long seed) {
        return of(set, rule, extent, seed, Thresholds.usual());
    }

    /** @param thresholds by which items are proposed to be kept or deleted */
    public static List<Block> of(ScaleSet set, MissingRule rule, Extent extent, long seed, Thresholds thresholds) {
        return new Run(set, rule, extent, seed, Counting.SMALLEST_PAIR, thresholds).blocks();
    }

    /**
     * The same under R's n, to be compared with R: under pairwise deletion intervals and tests stand on all rows, and the
     * product's own statement beside them under the name with {@link #OWN_N}.
     */
    public static List<Block> likeR(ScaleSet set, MissingRule rule, Extent extent, long seed) {
        return new Run(set, rule, extent, seed, Counting.ROWS, Thresholds.usual()).blocks();
    }

    private record Run(
            ScaleSet set, MissingRule rule, Extent extent, long seed, Counting counting, Thresholds thresholds) {

        List<Block> blocks() {
            List<Block> blocks = new ArrayList<>();
            for (Map.Entry<String, List<String>> scale : set.scales().entrySet()) {
                Cut cut = new Cut(set, scale.getValue(), rule, counting);
                blocks.add(ReliabilityBlock.of(cut, scale.getKey(), extent, seed));
                if (rule == MissingRule.LISTWISE) {
                    blocks.add(ItemBlock.of(cut, scale.getKey(), thresholds));
                }
            }
            return List.copyOf(blocks);
        }
    }
}
