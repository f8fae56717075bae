package tw.minsheng.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/**
 * Tells a person how far long work is: on a terminal one line that is written anew, else a line every few seconds. Work
 * that is done soon says nothing. Safe to share between threads.
 */
final class Progress implements AutoCloseable {

    private static final long LINE_MILLIS = 3_000;
    private static final long TERMINAL_MILLIS = 500;
    /** Asking the clock costs as much as reading a row. */
    private static final int ROWS_BETWEEN_LOOKS = 1_000;

    private static final String BACK_AND_CLEAR = "\r\u001b[K";

    private final PrintStream err;
    private final boolean terminal;
    private final Clock clock;
    private final LongFunction<String> words;
    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong told;
    private final AtomicBoolean lineOpen = new AtomicBoolean();

    /** @param words for a number of rows */
    Progress(Console console, LongFunction<String> words) {
        this.err = console.err();
        this.terminal = console.terminal();
        this.clock = console.clock();
        this.words = words;
        this.told = new AtomicLong(clock.millis());
    }

    /** One more row is done. */
    void one() {
        long done = rows.incrementAndGet();
        if (done % ROWS_BETWEEN_LOOKS == 0) {
            at(done);
        }
    }

    /** So many rows are done. */
    void at(long done) {
        long now = clock.millis();
        long last = told.get();
        if (now - last < (terminal ? TERMINAL_MILLIS : LINE_MILLIS) || !told.compareAndSet(last, now)) {
            return;
        }
        if (terminal) {
            lineOpen.set(true);
            err.print(BACK_AND_CLEAR + words.apply(done));
            err.flush();
        } else {
            err.println(words.apply(done));
        }
    }

    /** Takes the line away, so that what is said next begins a line of its own. */
    @Override
    public void close() {
        if (lineOpen.getAndSet(false)) {
            err.print(BACK_AND_CLEAR);
            err.flush();
        }
    }
}
