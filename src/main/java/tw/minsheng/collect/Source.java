package tw.minsheng.collect;

import java.util.Locale;

/** How a person was reached; kept apart from the mode. A margin of error needs {@link #DRAWN}. */
public enum Source {
    /** invited from a frame, or handed a slip in a drawn session */
    DRAWN,
    /** open link, QR code, kiosk, slips that lie about */
    OPEN;

    /** The word in files and tables: {@code drawn}, {@code open}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such source */
    public static Source of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
