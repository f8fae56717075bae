package tw.minsheng.statistics.driver;

import java.util.Locale;

/** Where an item lies about the cross of importance and performance (Martilla and James 1977). */
public enum Quadrant {
    /** Important and good. */
    KEEP_UP,
    /** Important, not good. */
    CONCENTRATE_HERE,
    /** Good, not important. */
    POSSIBLE_OVERKILL,
    /** Neither. */
    LOW_PRIORITY;

    static Quadrant of(boolean important, boolean good) {
        if (important) {
            return good ? KEEP_UP : CONCENTRATE_HERE;
        }
        return good ? POSSIBLE_OVERKILL : LOW_PRIORITY;
    }

    /** The stable key, for example {@code keep_up}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
