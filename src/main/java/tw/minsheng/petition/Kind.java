package tw.minsheng.petition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What sort of petition a case is: the four of 行政程序法 168, and what else comes in by the same doors. */
public enum Kind {
    /** 行政興革之建議 */
    SUGGESTION,
    /** 行政法令之查詢 */
    INQUIRY,
    /** 行政違失之舉發 */
    MISCONDUCT,
    /** 行政上權益之維護 */
    RIGHTS,
    /** 派工 (報修) */
    REPAIR,
    /** 諮詢 */
    CONSULTATION,
    /** 感謝 */
    THANKS,
    /** 輿情 */
    OPINION;

    /** The word in forms, in the API, in the database and in message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    /** Whether a case of this kind is confidential unless somebody says otherwise (行政程序法 170). */
    public boolean isConfidential() {
        return this == MISCONDUCT;
    }
}
