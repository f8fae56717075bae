package tw.minsheng.petition.deadline;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How several cases are handled as one, which decides from which the limit is counted. */
public enum MergeKind {
    /** one case alone */
    NONE,
    /** 併辦: with an earlier case; counted from the first, the others count as 存查 */
    JOINED,
    /** 彙辦: collected and answered together; counted from the last */
    COLLECTED;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<MergeKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
