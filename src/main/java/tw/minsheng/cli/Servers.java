package tw.minsheng.cli;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import tw.minsheng.collect.AnswerAges;
import tw.minsheng.collect.Responses;
import tw.minsheng.petition.CalendarDesk;
import tw.minsheng.petition.Retentions;
import tw.minsheng.petition.imports.CaseImports;
import tw.minsheng.security.Account;

/** What commands ask of the server and its database; {@code Main} joins it. All methods block. */
public interface Servers {

    /** A server that answers; closing it finishes open requests first. */
    interface Running extends AutoCloseable {

        /** What is printed before {@code ready}. */
        List<String> lines();

        /** Address under which it answers, without a slash at the end. */
        String address();

        @Override
        void close();
    }

    /** @throws tw.minsheng.kernel.Problem when a part cannot start; nothing stays running */
    Running start(Settings settings, boolean demo);

    /**
     * Writes the answers as CSV, and the codebook.
     *
     * @param progress gets the number of answers written so far, now and then, on any thread
     * @return number of answers
     */
    long export(
            Settings settings,
            Responses.Selection selection,
            OutputStream answers,
            OutputStream codebook,
            LongConsumer progress);

    /**
     * Opens an account.
     *
     * @throws tw.minsheng.kernel.Problem BAD_REQUEST {@code admin.unknown_agency} when there is no such agency
     */
    void open(Settings settings, Account account, String password);

    /**
     * Brings cases of another system in.
     *
     * @param file how the file is called in the list of imports
     * @param feed is asked once, on this thread
     * @throws tw.minsheng.kernel.Problem BAD_REQUEST {@code admin.unknown_agency} when there is no such agency
     */
    CaseImports.Done importCases(Settings settings, String agency, String file, boolean dryRun, CaseImports.Feed feed);

    /**
     * Brings a newer office calendar or local closures in; the running server takes them up by itself.
     *
     * @param name how the file is called
     * @throws tw.minsheng.kernel.Problem with every row that is refused; then nothing is kept
     */
    CalendarDesk.Taken importCalendar(Settings settings, String name, byte[] content);

    /**
     * Shows the ended cases whose years of retention have run out; changes nothing.
     *
     * @param agency of which, with all below it; empty for all
     * @param each gets one after the other
     * @throws tw.minsheng.kernel.Problem BAD_REQUEST {@code admin.unknown_agency} when there is no such agency
     */
    Retentions.Counts runOut(Settings settings, Optional<String> agency, Consumer<Retentions.Aged> each);

    /** Erases those that may be; fails as {@link #runOut} does. Completes with how many were erased. */
    Retentions.Erased anonymise(Settings settings, Optional<String> agency);

    /**
     * Shows the answers whose months of retention have run out, by wave; changes nothing.
     *
     * @param agency whose surveys, with all below it; empty for all
     * @return how many answers
     * @throws tw.minsheng.kernel.Problem BAD_REQUEST {@code admin.unknown_agency} when there is no such agency
     */
    long agedAnswers(Settings settings, Optional<String> agency, Consumer<AnswerAges.Aged> each);

    /** Erases them; fails as {@link #agedAnswers} does. Completes with how many were erased. */
    long eraseAnswers(Settings settings, Optional<String> agency);

    /** Takes an import back; fails as {@link CaseImports#undo} does. */
    long undoImport(Settings settings, long id);
}
