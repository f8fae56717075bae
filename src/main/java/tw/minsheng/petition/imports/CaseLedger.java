package tw.minsheng.petition.imports;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/**
 * Door to the cases that are kept, the own ones and those of other systems, as figures need them: no text, no place on
 * the map, no person. Blocks.
 */
public interface CaseLedger {

    /** Where a case was first kept. */
    enum Keeper {
        /** taken in by this system */
        OWN,
        /** brought in from a file of another system */
        IMPORTED
    }

    /**
     * Cases by the day of their receipt, as the clock of the place shows it.
     *
     * @param agencies keys of the agencies whose cases they are
     * @param from first day
     * @param until last day
     */
    record Received(Set<String> agencies, LocalDate from, LocalDate until, ZoneId zone) {

        public Received {
            agencies = Set.copyOf(agencies);
        }
    }

    /** Takes one case after the other. */
    @FunctionalInterface
    interface Reader {

        /**
         * @param each of an own case type, unit, district and status are keys; one that was opened again and is over has closing
         *     and due time of its first closing; number and text are ""
         */
        void read(Keeper keeper, ImportedCase each);
    }

    /**
     * Reads every case that counts, in no order. Left out are petitions that nobody confirmed, and cases that went into
     * another one: they are counted there.
     *
     * @return how many own cases were left out, by the key of their state
     */
    Map<String, Long> read(Received received, Reader reader);
}
