package tw.minsheng.statistics.battery;

import java.util.ArrayList;
import java.util.List;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.moments.SymmetricMatrix;

/**
 * 信度、項目分析與效度: every procedure that applies to a set of items. Pure: the same answers and seed give the same numbers.
 *
 * <p>Reliability and item analysis are done for all items together ({@code total}) and for each 構面; under pairwise deletion there
 * are reliability and exploratory factors only.
 */
public final class Battery {

    /** Ends the name of a statistic that stands on the smallest pair where R's all rows stand under the plain name (C4). */
    public static final String OWN_N = "_smallest_pair";

    /** Polychoric correlations of more items take their time: only with everything else. */
    private static final int MOST_ORDINAL = 12;

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
            set.scales().forEach((name, items) -> blocks.addAll(ofScale(name, cut(items))));
            Correlated all = Correlated.of(cut(set.scale().items()));
            blocks.add(EfaBlock.of(all, rule, set.extracted(), extent, seed));
            if (rule == MissingRule.LISTWISE) {
                if (!set.factors().isEmpty()) {
                    blocks.add(CfaBlock.of(cut(CfaBlock.itemsOf(set.factors())), set, extent));
                }
                if (set.extracted() > 1 && extent.isEverything()) {
                    blocks.add(OmegaBlock.of(all, rule, set.extracted()));
                }
            }
            return List.copyOf(blocks);
        }

        private Cut cut(List<String> items) {
            return new Cut(set, items, rule, counting);
        }

        private List<Block> ofScale(String name, Cut cut) {
            List<Block> blocks = new ArrayList<>();
            blocks.add(ReliabilityBlock.of(cut, name, extent, seed));
            if (rule == MissingRule.PAIRWISE) {
                return blocks;
            }
            blocks.add(ItemBlock.of(cut, name, thresholds));
            boolean few = cut.items().size() <= MOST_ORDINAL || extent.isDrawn();
            if (extent.isEverything() && few && OrdinalBlock.applies(cut)) {
                blocks.add(OrdinalBlock.of(cut, name));
            }
            if (!set.group().isEmpty() || !set.criterion().isEmpty()) {
                blocks.add(ValidityBlock.of(cut, name, set));
            }
            return blocks;
        }
    }

    /**
     * What can be said of correlations that were published without the answers.
     *
     * @param items names
     * @param n answers behind them
     * @param factors to extract
     */
    public static List<Block> ofCorrelations(
            List<String> items, SymmetricMatrix correlation, long n, int factors, Extent extent, long seed) {
        Correlated data = Correlated.of(List.copyOf(items), correlation, n);
        List<Block> blocks = new ArrayList<>();
        blocks.add(MatrixBlock.of(data));
        blocks.add(EfaBlock.of(data, MissingRule.NONE, factors, extent, seed));
        if (factors > 1) {
            blocks.add(OmegaBlock.of(data, MissingRule.NONE, factors));
        }
        return List.copyOf(blocks);
    }
}
