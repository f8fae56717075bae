package tw.minsheng.dataset.cases;

import java.util.Locale;

/** How long a case has been open, in days of the measure. */
public enum AgeBand {
    UP_TO_6(7),
    UP_TO_14(15),
    UP_TO_30(31),
    OVER_30(Long.MAX_VALUE);

    private final long below;

    AgeBand(long below) {
        this.below = below;
    }

    static AgeBand of(long days) {
        for (AgeBand band : values()) {
            if (days < band.below) {
                return band;
            }
        }
        return OVER_30;
    }

    /** The name in results, for example {@code up_to_6}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
