package tw.minsheng.petition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a case ended (辦理結果). 「結案」 and 「解決」 are two things: only {@link #SOLVED} is a solution. */
public enum Outcome {
    /** 已解決 */
    SOLVED,
    /** 部分解決 */
    PARTLY_SOLVED,
    /** 已說明(無法辦理) */
    EXPLAINED,
    /** 法令限制 */
    LAW_FORBIDS,
    /** 經費排程 */
    AWAITS_BUDGET,
    /** 轉請訴願、訴訟或國家賠償 */
    LEGAL_REMEDY,
    /** 移轉 */
    TRANSFERRED,
    /** 併案 */
    MERGED,
    /** 不予處理 */
    DECLINED,
    /** 撤回 */
    WITHDRAWN,
    /** 未補正: what was asked for did not come */
    NOT_COMPLETED,
    /** it has not ended */
    NONE;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Outcome> of(String key) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.key().equals(key))
                .findFirst();
    }

    /** Whether a reply may say this; the others follow from what happened to the case. */
    public boolean isOfAReply() {
        return switch (this) {
            case SOLVED, PARTLY_SOLVED, EXPLAINED, LAW_FORBIDS, AWAITS_BUDGET, LEGAL_REMEDY, NOT_COMPLETED -> true;
            case TRANSFERRED, MERGED, DECLINED, WITHDRAWN, NONE -> false;
        };
    }
}
