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
     * Which cases: those that were received within the period, and those before it that were open when it began. Days are
     * those that the clock of the place shows.
     *
     * @param agencies keys of the agencies that own them, or of the units that hold them
     * @param from first day
     * @param until last day
     */
    record Period(Set<String> agencies, LocalDate from, LocalDate until, ZoneId zone) {

        public Period {
            agencies = Set.copyOf(agencies);
        }
    }

    /** What the numbers of words mean; a number keeps its word for one reading. */
    @FunctionalInterface
    interface Words {
        String word(int number);
    }

    /** Takes one case after the other. */
    @FunctionalInterface
    interface Reader {
        void read(LedgerCase each, Words words);
    }

    /**
     * Reads every case that counts, in no order. Left out are petitions that nobody confirmed, and cases that went into
     * another one: they are counted there.
     *
     * @return how many own cases of the period were left out, by the key of their state
     */
    Map<String, Long> read(Period period, Reader reader);

    /**
     * Puts some of what has changed since the last time in order, so that the next reading is fast; what is read is the same.
     *
     * @return whether there may be more: whoever asks again rests first, because cases are read and written meanwhile
     */
    boolean tidy();
}
