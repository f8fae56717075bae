package tw.minsheng.web.staff;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import tw.minsheng.collect.Wave;

/** How a survey stands. */
enum SurveyState {
    DRAFT,
    OPEN,
    CLOSED,
    /** its wave begins later */
    PLANNED,
    /** published, and no wave yet */
    WAITING;

    /** @param waves of the live set, the one that opened last first */
    static SurveyState of(boolean published, List<Wave> waves, Instant now) {
        if (waves.stream().anyMatch(wave -> wave.isOpen(now))) {
            return OPEN;
        }
        if (waves.stream().anyMatch(wave -> wave.open() && now.isBefore(wave.opens()))) {
            return PLANNED;
        }
        if (!waves.isEmpty()) {
            return CLOSED;
        }
        return published ? WAITING : DRAFT;
    }

    static SurveyState of(Wave wave, Instant now) {
        return of(true, List.of(wave), now);
    }

    String key() {
        return "state." + name().toLowerCase(Locale.ROOT);
    }

    /** The look of its tag. */
    String tone() {
        return switch (this) {
            case OPEN -> "good";
            case DRAFT, PLANNED, WAITING -> "open";
            case CLOSED -> "";
        };
    }
}
