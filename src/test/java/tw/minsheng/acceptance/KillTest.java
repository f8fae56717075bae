package tw.minsheng.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Disasters while people answer: every receipt that was shown must be stored exactly once.
 *
 * @param people how many answer at the same time
 * @param receipts how many they are shown at least before each disaster
 */
record KillTest(int people, int receipts) {

    private static final long PATIENCE_SECONDS = 120;
    private static final long POLL_MS = 10;

    /**
     * @param recoveries seconds from each disaster to the receipt of an answer begun after it, shortest first
     * @param kept answers of 503 that kept what was typed
     * @param notKept answers of 503 that did not
     */
    record Outcome(Ledger.Balance balance, List<Double> recoveries, long broken, long kept, long notKept) {

        double slowest() {
            return recoveries.get(recoveries.size() - 1);
        }

        boolean isSound() {
            return balance.isSound() && notKept == 0;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "rounds=%d receipts=%d lost=%d doubled=%d contradicting=%d unshown=%d 503: kept=%d not_kept=%d"
                            + " broken=%d recovery: median=%.1f s slowest=%.1f s",
                    recoveries.size(),
                    balance.answers(),
                    balance.lost(),
                    balance.doubled(),
                    balance.contradicting(),
                    balance.unshown(),
                    kept,
                    notKept,
                    broken,
                    recoveries.get(recoveries.size() / 2),
                    slowest());
        }
    }

    /** One disaster after the other; the answers are then exported into the folder and compared. */
    Outcome run(List<Disaster> disasters, Site site, Path folder) throws IOException, InterruptedException {
        try (Crowd crowd = new Crowd(site::address, people)) {
            List<Double> recoveries = new ArrayList<>();
            for (Disaster disaster : disasters) {
                recoveries.add(round(disaster, site, crowd));
            }
            Ledger shown = crowd.end();
            List<String> stored = site.storedTexts(Crowd.SURVEY, "comment", folder.resolve("answers.csv"));
            Collections.sort(recoveries);
            Insistence.Tally tally = crowd.tally();
            return new Outcome(
                    shown.compare(stored),
                    List.copyOf(recoveries),
                    tally.broken().get(),
                    tally.kept().get(),
                    tally.notKept().get());
        }
    }

    private double round(Disaster disaster, Site site, Crowd crowd) throws IOException, InterruptedException {
        long wanted = crowd.receipts() + receipts;
        await(crowd, () -> crowd.receipts() >= wanted);
        Thread.sleep(ThreadLocalRandom.current().nextLong(200)); // at any point of what is under way
        long begin = System.nanoTime();
        disaster.strike(site);
        long struck = disaster == Disaster.SILENCE ? System.nanoTime() : begin;
        if (disaster.endsTheProgram()) {
            site.repair();
        }
        await(crowd, () -> crowd.hasAnsweredSince(struck));
        return (System.nanoTime() - struck) / 1e9;
    }

    private static void await(Crowd crowd, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            crowd.check();
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no receipts any more");
            }
            Thread.sleep(POLL_MS);
        }
    }
}
