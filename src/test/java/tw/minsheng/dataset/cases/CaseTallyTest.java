package tw.minsheng.dataset.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import tw.minsheng.dataset.cases.CaseTally.CaseWords;
import tw.minsheng.petition.imports.CaseField;

/** What is open, came in and was closed within a period agrees with counting the cases one by one, and with itself. */
class CaseTallyTest {

    private static final long DAY = 86_400;
    private static final long FIRST = LocalDate.of(2026, 1, 1).toEpochDay() * DAY;
    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);
    private static final long WATCHED = (LAST.toEpochDay() + 1) * DAY - 1;

    private record Made(CaseTimes times, int unit) {

        /** As the period sees it at its end. */
        CaseTimes seen() {
            return times.at(WATCHED);
        }

        boolean came() {
            return times.received() >= FIRST;
        }

        /** A case without a time of closing is over when it came in; else it ends where its closing stands. */
        boolean closedWithin() {
            boolean timed = seen().closed() != CaseTimes.NONE;
            return seen().isClosed() && (came() || (timed && seen().closed() >= FIRST));
        }
    }

    private static List<Made> made(long seed) {
        Random random = new Random(seed);
        List<Made> all = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            long received = FIRST + (long) ((random.nextDouble() * 1.6 - .6) * 181 * DAY);
            received = Math.min(received, WATCHED);
            boolean closed = random.nextInt(4) > 0;
            boolean timed = random.nextInt(12) > 0;
            long end = received + (long) (random.nextDouble() * 60 * DAY) - (random.nextInt(9) == 8 ? 20 * DAY : 0);
            long due = random.nextInt(5) == 0 ? CaseTimes.NONE : received + 20 * DAY;
            CaseTimes times =
                    new CaseTimes(received, due, closed && timed ? end : CaseTimes.NONE, closed, false, CaseTimes.NONE);
            all.add(new Made(times, random.nextInt(4)));
        }
        return all;
    }

    private static CaseTally tally(List<Made> all) {
        CaseTally tally = new CaseTally("made", Measure.CALENDAR_DAYS, FIRST);
        for (Made each : all) {
            int unit = tally.word(CaseField.UNIT, "u" + each.unit());
            int one = tally.word(CaseField.TYPE, "t");
            int other = tally.word(CaseField.CHANNEL, "c");
            int district = tally.word(CaseField.DISTRICT, "d");
            int status = tally.word(CaseField.STATUS, "s");
            tally.add(each.seen(), new CaseWords(one, other, unit, district, status, CaseWords.NO_LANGUAGE));
        }
        return tally;
    }

    private static long count(List<Made> all, Predicate<Made> which) {
        return all.stream().filter(which).count();
    }

    @Test
    void aPeriodIsCountedAsItsCasesSay() {
        for (long seed = 0; seed < 20; seed++) {
            List<Made> all = made(seed);
            CaseTally tally = tally(all);
            assertEquals(count(all, Made::came), tally.all().cases());
            assertEquals(count(all, Made::closedWithin), tally.all().closed());
            assertEquals(count(all, each -> !each.seen().isClosed()), tally.open());
            assertEquals(
                    count(all, each -> each.closedWithin() && each.seen().hasBothTimes()),
                    tally.all().both());
            assertEquals(
                    count(
                            all,
                            each -> each.closedWithin()
                                    && each.seen().hasBothTimes()
                                    && each.seen().isLate()),
                    tally.all().late());
            assertEquals(tally.openBefore() + tally.all().cases() - tally.all().closed(), tally.open());
            assertTrue(tally.openOld() > 0, "old cases are open");
        }
    }

    @Test
    void unitsAndMonthsAddUpToTheWhole() {
        CaseTally tally = tally(made(77));
        LocalDate first = LocalDate.ofEpochDay(FIRST / DAY);
        long open = 0;
        long before = 0;
        for (List<CaseTally.Controlled> months : tally.unitMonths(first, LAST).values()) {
            before += months.get(0).openBefore();
            open += months.get(months.size() - 1).openAtEnd();
            assertEquals(6, months.size());
        }
        assertEquals(tally.openBefore(), before);
        assertEquals(tally.open(), open);
        long received = tally.months(first, LAST).values().stream()
                .mapToLong(CaseTally.Months::received)
                .sum();
        assertEquals(tally.all().cases(), received);
    }

    /** Open at the end of a month: received before it, and closed after it or not at all. */
    @Test
    void theBacklogHoldsWhatIsOpenWheneverItCame() {
        List<Made> all = made(5).stream()
                .filter(each -> each.seen().closed() == CaseTimes.NONE
                        || each.seen().closed() >= each.seen().received())
                .filter(each -> !each.seen().isClosed() || each.seen().closed() != CaseTimes.NONE)
                .toList();
        SortedMap<YearMonth, Map<AgeBand, Long>> backlog = tally(all).backlog(FIRST, WATCHED + 1);
        assertEquals(6, backlog.size());
        backlog.forEach((month, ages) -> {
            long end = month.plusMonths(1).atDay(1).toEpochDay() * DAY;
            long open = count(
                    all,
                    each -> each.seen().received() < end
                            && (!each.seen().isClosed() || each.seen().closed() > end));
            assertEquals(open, ages.values().stream().mapToLong(Long::longValue).sum(), month.toString());
        });
    }
}
