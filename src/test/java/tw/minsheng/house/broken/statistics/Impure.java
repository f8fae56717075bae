package tw.minsheng.house.broken.statistics;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;

/** Depends on everything that a pure function must not know. */
public final class Impure {

    private int calls;

    /** Breaks the rules on purity, clocks, fields and bytes. */
    @SuppressWarnings("TimeZoneUsage")
    public String value() {
        calls++;
        return Instant.now()
                + " "
                + Clock.systemUTC()
                + System.currentTimeMillis()
                + String.format(Locale.getDefault(), "%f %d", Math.exp(calls), calls);
    }
}
