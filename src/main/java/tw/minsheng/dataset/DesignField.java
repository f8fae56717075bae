package tw.minsheng.dataset;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The optional columns of an answers file that say where an answer comes from. */
enum DesignField {
    MODE,
    WAVE,
    SOURCE,
    WEIGHT,
    STRATUM,
    PSU,
    DATE;

    /** The header, for example {@code _mode}. */
    String header() {
        return "_" + name().toLowerCase(Locale.ROOT);
    }

    static Optional<DesignField> of(String header) {
        return Arrays.stream(values())
                .filter(field -> field.header().equals(header))
                .findFirst();
    }
}
