package tw.minsheng.dataset;

import java.time.LocalDate;
import java.util.OptionalInt;

/**
 * Where an answer comes from and how it stands in the design.
 *
 * @param mode way of answering, for example {@code web}; "" when not known
 * @param display how the items were shown, {@code items} or {@code grid}; "" when not known
 * @param wave code of the wave, "" when not known
 * @param weight weight of the answer as the file gives it; 1 when it gives none
 * @param stratum stratum as the file gives it, "" when it gives none
 * @param psu first-stage unit as the file gives it, "" when it gives none
 * @param day day of answering, {@link #NO_DAY} when not known
 * @param major major version of the survey that was answered; empty when not known
 */
public record Origin(
        String mode,
        String display,
        String wave,
        Source source,
        double weight,
        String stratum,
        String psu,
        LocalDate day,
        OptionalInt major) {

    /** Stands for a day that is not known. */
    public static final LocalDate NO_DAY = LocalDate.EPOCH;

    /** Nothing is known. */
    public static final Origin UNKNOWN = new Origin("", "", "", Source.UNSTATED, 1, "", "", NO_DAY);

    /** Of a version that is not known. */
    public Origin(
            String mode,
            String display,
            String wave,
            Source source,
            double weight,
            String stratum,
            String psu,
            LocalDate day) {
        this(mode, display, wave, source, weight, stratum, psu, day, OptionalInt.empty());
    }

    /** @throws IllegalArgumentException when the weight is negative or no number */
    public Origin {
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("weight " + weight);
        }
    }

    Origin of(OptionalInt version) {
        return new Origin(mode, display, wave, source, weight, stratum, psu, day, version);
    }

    public boolean isDated() {
        return !day.equals(NO_DAY);
    }
}
