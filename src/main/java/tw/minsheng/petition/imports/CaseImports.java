package tw.minsheng.petition.imports;

import java.util.function.Consumer;
import tw.minsheng.kernel.Act;

/** Door to where cases of other systems are kept. All methods block: this is bulk work for a worker thread. */
public interface CaseImports {

    /**
     * @param agency key of the agency that the cases belong to
     * @param file how the file is called
     * @param dryRun true to count and to keep nothing
     */
    record Order(String agency, String file, boolean dryRun, Act act) {}

    /**
     * @param id of the import, with which it can be undone; 0 for a dry run
     * @param added cases whose number was not known
     * @param changed cases that were known otherwise
     * @param unchanged cases that were known just so
     * @param refused rows that are no cases
     */
    record Done(long id, long added, long changed, long unchanged, long refused) {}

    /** Reads a file and hands each case on, once. */
    @FunctionalInterface
    interface Feed {

        /** @return how many rows were refused */
        long into(Consumer<ImportedCase> taker);
    }

    /** Keeps all cases or, when the feed fails, none; a number that is known already is brought up to date. */
    Done take(Order order, Feed feed);

    /**
     * Puts everything back as it was before an import.
     *
     * @return cases that were taken out or put back
     * @throws tw.minsheng.kernel.Problem NOT_FOUND {@code import.unknown}; CONFLICT {@code import.undone} when that was
     *     done before, {@code import.overtaken} when a later import changed cases of this one: undo that first
     */
    long undo(long id, Act act);
}
