package tw.minsheng.collect;

import java.time.Instant;
import tw.minsheng.survey.Version;

/**
 * One round of asking (調查波次).
 *
 * @param survey id of the survey
 * @param code for example the 民國 year {@code 114}; unique in the survey and set
 * @param version what new respondents are asked; a newer version takes over an open wave
 * @param opens first moment of asking
 * @param closes first moment after it; {@link #NO_END} while no end is planned
 * @param open false once a person has closed it
 */
public record Wave(
        String survey, String code, DataSet set, Version version, Instant opens, Instant closes, boolean open) {

    /** No end is planned. */
    public static final Instant NO_END = Instant.parse("9999-12-31T00:00:00Z");

    /** Whether answers are taken at this moment. */
    public boolean isOpen(Instant now) {
        return open && !now.isBefore(opens) && now.isBefore(closes);
    }

    public boolean hasPlannedEnd() {
        return !closes.equals(NO_END);
    }
}
