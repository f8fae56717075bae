package tw.minsheng.collect;

import java.util.Locale;

/** How the items of a matrix were shown; recorded with each answer because grids change what people answer. */
public enum Display {
    ITEMS,
    GRID;

    /** The word in tables: {@code items}, {@code grid}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such display */
    public static Display of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
