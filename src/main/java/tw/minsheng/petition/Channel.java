package tw.minsheng.petition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By which way a case came in (陳情管道). Finer names of an agency's channels are kept beside it, as text. */
public enum Channel {
    /** 網頁 */
    WEB,
    API,
    /** 電話 */
    PHONE,
    /** 臨櫃 */
    COUNTER,
    /** 書面 */
    LETTER,
    /** 電子郵件 */
    MAIL,
    /** 言詞陳情，作成紀錄 (行政程序法 169) */
    ORAL,
    /** 座談會、與民有約 */
    MEETING,
    /** 自其他系統匯入 */
    IMPORT;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Channel> of(String key) {
        return Arrays.stream(values())
                .filter(channel -> channel.key().equals(key))
                .findFirst();
    }

    /** Whether the petitioner herself has to confirm that she sent it; what staff key in skips that. */
    public boolean needsConfirmation() {
        return this == WEB || this == API;
    }
}
