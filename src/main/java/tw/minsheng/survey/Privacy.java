package tw.minsheng.survey;

import tw.minsheng.kernel.LocalizedText;

/**
 * Privacy rules of a survey.
 *
 * @param retentionMonths counted from the end of the wave
 * @param minCellSize smaller groups are not shown, and answers of invited people wait for each other in such groups
 * @param invitedOnly nobody answers over the open link
 */
public record Privacy(boolean anonymous, int retentionMonths, int minCellSize, boolean invitedOnly, Notice notice) {

    /** Of a survey with an open link. */
    public Privacy(boolean anonymous, int retentionMonths, int minCellSize, Notice notice) {
        this(anonymous, retentionMonths, minCellSize, false, notice);
    }

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
