package tw.minsheng;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tw.minsheng.petition.Redaction;
import tw.minsheng.petition.imports.CaseLedger;
import tw.minsheng.petition.theme.CaseTexts;
import tw.minsheng.petition.theme.WordCounts;
import tw.minsheng.report.cases.HotSpots;
import tw.minsheng.report.cases.WordTables;
import tw.minsheng.web.staff.CaseThemes;

/** Words and places of the cases that are kept: read and counted on one worker thread, kept for some minutes. */
final class ServerCaseThemes implements CaseThemes {

    private static final long LIMIT_MINUTES = 5;
    private static final int MOST_WAITING = 4;
    /** Texts of own and of imported cases each that are read: a month of a large city. */
    private static final int MOST_TEXTS = 30_000;

    private static final int FEWEST = 5;
    private static final double METRES = 250;

    private final CaseTexts texts;
    private final Redaction redaction = Redaction.shipped();
    private final Clock clock;
    private final ZoneId zone;
    private final WorkerExecutor workers;
    private final Shelf<Asked, Words> words;
    private final Shelf<Asked, Spots> spots;
    private final Turns<Set<String>> turns = new Turns<>(MOST_WAITING);

    ServerCaseThemes(Vertx vertx, CaseTexts texts, Clock clock, ZoneId zone) {
        this.texts = texts;
        this.clock = clock;
        this.zone = zone;
        this.workers = vertx.createSharedWorkerExecutor("case themes", 1, LIMIT_MINUTES, TimeUnit.MINUTES);
        this.words = new Shelf<>(clock);
        this.spots = new Shelf<>(clock);
    }

    @Override
    public Future<Words> words(Asked asked) {
        return words.take(
                asked, () -> turns.take(asked.agencies(), () -> workers.executeBlocking(() -> counted(asked), false)));
    }

    @Override
    public Future<Spots> spots(Asked asked) {
        return spots.take(
                asked, () -> turns.take(asked.agencies(), () -> workers.executeBlocking(() -> drawn(asked), false)));
    }

    private CaseLedger.Period period(Asked asked, LocalDate from, LocalDate until) {
        return new CaseLedger.Period(asked.agencies(), from, until, zone);
    }

    private Words counted(Asked asked) {
        WordCounts now = WordCounts.ofAll(redaction);
        CaseLedger.Period period = period(asked, asked.from(), asked.until());
        boolean cut = texts.read(period, MOST_TEXTS, now::add);
        cut |= confirmed(now, period);
        WordCounts before = WordCounts.of(now.matters(FEWEST).keySet(), redaction);
        cut |= texts.read(
                period(
                        asked,
                        asked.from().minusWeeks(WEEKS_BEFORE),
                        asked.from().minusDays(1)),
                MOST_TEXTS,
                before::add);
        return new Words(clock.instant(), now.texts(), before.texts(), cut, WordTables.of(now, before));
    }

    /** Counts longer rows in the same texts once more. */
    private boolean confirmed(WordCounts now, CaseLedger.Period period) {
        Set<String> phrases = now.phrases(FEWEST);
        if (phrases.isEmpty()) {
            return false;
        }
        WordCounts again = WordCounts.of(phrases, redaction);
        boolean more =
                texts.read(period, MOST_TEXTS, (text, known) -> again.texts() < now.texts() && again.add(text, known));
        now.confirm(again, FEWEST);
        return more;
    }

    private Spots drawn(Asked asked) {
        CaseTexts.Squares squares = texts.squares(period(asked, asked.from(), asked.until()), METRES, asked.types());
        return new Spots(clock.instant(), HotSpots.of(squares, METRES));
    }
}
