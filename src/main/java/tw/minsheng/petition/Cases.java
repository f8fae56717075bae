package tw.minsheng.petition;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import tw.minsheng.notify.Notice;
import tw.minsheng.petition.deadline.ClosingFigures;
import tw.minsheng.petition.deadline.Due;

/** Door to the cases. Whoever asks has been allowed to by the one place that decides. */
public interface Cases {

    /**
     * A case that comes in.
     *
     * @param submission hash of the key under which it is sent; the same one again gives the same case. The files that wait
     *     under this hash go with the case.
     * @param bodyMac tells another body under the same key
     * @param codeHash hash of the query code
     * @param year 民國 year of its number
     * @param due its first due date
     * @param notices what the petitioner is told of it
     * @param confirmation how she confirms that she sent it, when she has to
     * @param received the moment of the receiving stamp, by which it is counted; staff may key it in later
     */
    record Entry(
            String submission,
            String bodyMac,
            String codeHash,
            int year,
            CaseFile.Opening opening,
            Due due,
            List<Notice> notices,
            Confirmation confirmation,
            Instant received) {

        public Entry {
            notices = List.copyOf(notices);
        }

        /** A case of which nobody is told yet. */
        public Entry(String submission, String bodyMac, String codeHash, int year, CaseFile.Opening opening, Due due) {
            this(
                    submission,
                    bodyMac,
                    codeHash,
                    year,
                    opening,
                    due,
                    List.of(),
                    Confirmation.BY_CALL,
                    opening.act().at());
        }

        /** The same with what the petitioner is told. */
        public Entry telling(List<Notice> told) {
            return new Entry(submission, bodyMac, codeHash, year, opening, due, told, confirmation, received);
        }

        /** The same with the moment of its receiving stamp. */
        public Entry stamped(Instant stamp) {
            return new Entry(submission, bodyMac, codeHash, year, opening, due, notices, confirmation, stamp);
        }

        /** The same with how it is confirmed. */
        public Entry confirmed(Confirmation by) {
            return new Entry(submission, bodyMac, codeHash, year, opening, due, notices, by, received);
        }
    }

    /**
     * @param bodyMac of the body that was taken
     * @param again true when this key had been used before
     */
    record Opened(CaseNumber number, String bodyMac, boolean again) {}

    /**
     * Which cases a list shows: open ones first, of these the locked ones, then by the day on which they are due.
     *
     * @param agencies keys of the agencies that own them, or of the units that hold them
     * @param states none means all
     * @param handlers account names, "" for what lies in the inbox of a unit; none means everybody
     * @param text that occurs in what was written, "" for any
     * @param dueBefore only what is due before, a last day as a whole; time of the place; {@link CaseFile#NOT_ENDED} for
     *     any
     * @param untold only those whose petitioner has had no overdue notice since it was last opened
     */
    record Filter(
            Set<String> agencies,
            Set<State> states,
            Set<String> handlers,
            String text,
            LocalDateTime dueBefore,
            boolean untold) {

        public Filter {
            agencies = Set.copyOf(agencies);
            states = Set.copyOf(states);
            handlers = Set.copyOf(handlers);
        }

        /** Whether or not the petitioner has had an overdue notice. */
        public Filter(
                Set<String> agencies, Set<State> states, Set<String> handlers, String text, LocalDateTime dueBefore) {
            this(agencies, states, handlers, text, dueBefore, false);
        }
    }

    /**
     * A case after a step, as it is kept.
     *
     * @param due by when it has to be answered; while the petitioner is asked, as if she never answers
     * @param closing the figures of its closing, when the step closed it; none else
     * @param notices what the petitioner is told of it
     * @param files hash of the form beside which files wait that go with the step, "" for none
     * @param removed ids of files that are erased with the step
     */
    record Kept(
            CaseFile.Change change,
            Due due,
            List<ClosingFigures> closing,
            List<Notice> notices,
            String files,
            List<UUID> removed) {

        public Kept {
            closing = List.copyOf(closing);
            notices = List.copyOf(notices);
            removed = List.copyOf(removed);
        }

        /** A step of which nobody is told yet. */
        public Kept(CaseFile.Change change, Due due, List<ClosingFigures> closing) {
            this(change, due, closing, List.of(), "", List.of());
        }

        /** The same with what the petitioner is told. */
        public Kept telling(List<Notice> told) {
            return new Kept(change, due, closing, told, files, removed);
        }

        /** The same with the files that wait beside this form. */
        public Kept with(String form) {
            return new Kept(change, due, closing, notices, form, removed);
        }

        /** The same with a file that goes. */
        public Kept without(UUID file) {
            return new Kept(change, due, closing, notices, files, List.of(file));
        }
    }

    /** Gives it a number and writes it with its first event and, when staff key it in, its line of the audit trail; or finds what the same key opened before. Completes after the commit. */
    Future<Opened> open(Entry entry);

    /** What was opened under this hash of a key; fails with {@code not_found} when nothing was. */
    Future<CaseNumber> opened(String submission);

    /** Fails with {@code not_found} when there is none. */
    Future<CaseFile> find(CaseNumber number);

    /** Whether this is the hash of the case's query code; false also for a case that does not exist. */
    Future<Boolean> isCode(CaseNumber number, String codeHash);

    /** The history, the first event first. */
    Future<List<CaseEvent>> history(CaseNumber number);

    /**
     * Writes cases after a step of each, together with its event, its line of the audit trail, its notices and the figures
     * of its closing: all or nothing. Fails with {@code case.changed} (conflict) when somebody else changed one of them first.
     */
    Future<List<CaseFile>> write(List<Kept> all);

    /** One case after a step that does not close it. */
    default Future<CaseFile> write(CaseFile.Change change, Due due) {
        return write(List.of(new Kept(change, due, List.of()))).map(files -> files.get(0));
    }

    /** Writes a note of a case together with the hash of its new query code; the old code opens nothing any longer. */
    Future<CaseFile> writeWithCode(Kept kept, String codeHash);

    /**
     * Cases that belong to this one, within reach: of the same meeting, merged into it or merged with it, and those that
     * were answered before or come after it (再陳情). Those merged into it first; at most {@link #MOST_RELATED}.
     *
     * @param agencies keys of the agencies that own them, or of the units that hold them
     */
    Future<List<CaseFile>> related(CaseFile file, Set<String> agencies);

    /**
     * Where cases are looked for that may be about the same thing.
     *
     * @param agencies keys of the agencies that own them, or of the units that hold them
     * @param from first moment of receipt
     * @param until last moment of receipt
     */
    record Near(String type, Place place, Set<String> agencies, Instant from, Instant until) {

        public Near {
            agencies = Set.copyOf(agencies);
        }
    }

    /**
     * Cases of this type and time that lie near, or whose place cannot tell; the newest first, at most {@link #MOST_NEAR}.
     *
     * @param judge looks at them; it compares many words, so that it is not called on an event loop
     */
    <T> Future<T> near(Near near, Function<List<CaseFile>, T> judge);

    int MOST_NEAR = 500;

    /** More than a meeting has items. */
    int MOST_RELATED = 200;

    /** The figures of every closing, the first in front. */
    Future<List<ClosingFigures>> closings(CaseNumber number);

    /** One page of a list, with at most {@code limit} cases; of those that are over and have the words at most {@link #MOST_FOUND}. */
    Future<List<CaseFile>> list(Filter filter, int offset, int limit);

    /** Whether more cases that are over have the words than a list shows. */
    Future<Boolean> isCut(Filter filter);

    /** More nobody reads; whoever looks for words in a whole city needs better words. */
    int MOST_FOUND = 2_000;
}
