package tw.minsheng.invite;

import java.util.Arrays;
import java.util.Locale;

/** The seed of a draw, and where it came from: whoever types it could have tried several. */
public record Seed(long value, Source source) {

    /** Where a seed came from. */
    public enum Source {
        /** typed by whoever drew */
        TYPED,
        /** made by the program */
        MADE,
        /** drawn before this was written down */
        UNKNOWN;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** By its key; unknown for any other. */
        public static Source of(String key) {
            return Arrays.stream(values())
                    .filter(each -> each.key().equals(key))
                    .findFirst()
                    .orElse(UNKNOWN);
        }
    }

    /** As it stands in the audit trail: the number and where it came from. */
    public String told() {
        return value + " " + source.key();
    }
}
