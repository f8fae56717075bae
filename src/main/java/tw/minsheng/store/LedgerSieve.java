package tw.minsheng.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tw.minsheng.petition.imports.CaseLedger;
import tw.minsheng.petition.imports.CaseLedger.Keeper;
import tw.minsheng.petition.imports.LedgerCase;

/** Lets through the cases of a period, by the clock of the place, and counts those that are no cases of their own. */
final class LedgerSieve {

    private static final Set<String> LEFT_OUT = Set.of("unconfirmed", "expired", "merged");
    private static final Duration A_WEEK = Duration.ofDays(7);

    private final ZoneRules rules;
    private final LedgerWords words;
    private final CaseLedger.Reader reader;
    private final long first;
    private final long last;
    private final Map<String, Long> leftOut = new TreeMap<>();
    private long offset;
    private boolean isSteady;

    LedgerSieve(CaseLedger.Period period, LedgerWords words, CaseLedger.Reader reader) {
        this.rules = period.zone().getRules();
        this.words = words;
        this.reader = reader;
        this.first = CaseWeeks.start(period.from());
        this.last = CaseWeeks.start(period.until().plusDays(1)) - 1;
    }

    /** What follows was received in this week: the clock of the place mostly is as far from UTC at its end as at its begin. */
    void begin(Keeper keeper, LocalDate week) {
        Instant start = week.atStartOfDay().toInstant(ZoneOffset.UTC);
        ZoneOffsetTransition next = rules.nextTransition(start.minusNanos(1));
        isSteady =
                keeper == Keeper.IMPORTED || next == null || !next.getInstant().isBefore(start.plus(A_WEEK));
        offset = keeper == Keeper.IMPORTED ? 0 : rules.getOffset(start).getTotalSeconds();
    }

    void take(LedgerCase each) {
        long here = isSteady
                ? offset
                : rules.getOffset(Instant.ofEpochSecond(each.received())).getTotalSeconds();
        long received = each.received() + here;
        boolean before = received < first;
        if (received > last
                || (before && each.isClosed() && (each.closed() == LedgerCase.NONE || each.closed() < first))) {
            return;
        }
        if (each.keeper() == Keeper.OWN && LEFT_OUT.contains(words.word(each.status()))) {
            if (!before) {
                leftOut.merge(words.word(each.status()), 1L, Long::sum);
            }
            return;
        }
        reader.read(here == 0 ? each : each.receivedAt(received), words);
    }

    /** State → own cases of the period that are counted elsewhere, or not yet. */
    Map<String, Long> leftOut() {
        return leftOut;
    }
}
