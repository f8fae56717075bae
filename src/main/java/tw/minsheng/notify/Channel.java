package tw.minsheng.notify;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** On which way a notice travels. */
public enum Channel {
    MAIL,
    SMS,
    /** staff print it, call, or say it at the counter, and write that down */
    BY_HAND;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Channel> of(String key) {
        return Arrays.stream(values())
                .filter(channel -> channel.key().equals(key))
                .findFirst();
    }
}
