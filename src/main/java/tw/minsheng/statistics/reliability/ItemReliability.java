package tw.minsheng.statistics.reliability;

import tw.minsheng.statistics.Value;

/**
 * What one item does for its scale (RE1, RE6, RE7).
 *
 * @param item name of the item
 * @param distribution of its answers, over the same rows as the scale
 * @param totalCorrected 題總相關 without the item itself ({@code item_total_corrected})
 * @param total 題總相關 with the item in the total, and {@code totalP} its two-sided p ({@code item_total_r_and_p})
 * @param multiple squared multiple correlation with the other items ({@code smc})
 * @param alphaIfDeleted α without the item
 * @param alphaStandardizedIfDeleted standardised α without the item
 * @param meanIfDeleted mean of the sum score without the item ({@code scale_mean_if_deleted})
 * @param varianceIfDeleted its variance ({@code scale_var_if_deleted})
 */
public record ItemReliability(
        String item,
        ItemDistribution distribution,
        Value totalCorrected,
        Value total,
        Value totalP,
        Value multiple,
        Value alphaIfDeleted,
        Value alphaStandardizedIfDeleted,
        Value meanIfDeleted,
        Value varianceIfDeleted) {}
