package tw.minsheng.survey;

import tw.minsheng.kernel.LocalizedText;

/**
 * Privacy rules of a survey.
 *
 * @param retentionMonths counted from the end of the wave
 * @param minCellSize smaller groups are not shown
 */
public record Privacy(boolean anonymous, int retentionMonths, int minCellSize, Notice notice) {

    /** The six items of 個人資料保護法第 8 條. */
    public record Notice(
            int version,
            LocalizedText agency,
            LocalizedText purpose,
            LocalizedText categories,
            LocalizedText use,
            LocalizedText rights,
            LocalizedText refusal) {}
}
