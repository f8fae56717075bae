package tw.minsheng.petition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The three grounds on which an agency may leave a petition alone (行政程序法 173); it stays registered. */
public enum DeclineGround {
    /** 173(1): 無具體之內容或未具真實姓名或住址 */
    NO_CONTENT,
    /** 173(2): 同一事由，經予適當處理，並已明確答覆後，而仍一再陳情 */
    REPEATED,
    /** 173(3): 非主管陳情內容之機關，接獲陳情人以同一事由分向各機關陳情 */
    SENT_TO_MANY;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DeclineGround> of(String key) {
        return Arrays.stream(values())
                .filter(ground -> ground.key().equals(key))
                .findFirst();
    }
}
