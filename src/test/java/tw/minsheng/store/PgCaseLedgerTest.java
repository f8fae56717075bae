package tw.minsheng.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.calendar.ProductCalendar;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseSamples;
import tw.minsheng.petition.CaseStep;
import tw.minsheng.petition.Cases;
import tw.minsheng.petition.CasesContract;
import tw.minsheng.petition.Channel;
import tw.minsheng.petition.Move;
import tw.minsheng.petition.deadline.ClosingFigures;
import tw.minsheng.petition.deadline.DeadlineRules;
import tw.minsheng.petition.imports.CaseImports;
import tw.minsheng.petition.imports.CaseLedger;
import tw.minsheng.petition.imports.CaseLedger.Keeper;
import tw.minsheng.petition.imports.ImportedCase;
import tw.minsheng.petition.imports.LedgerCase;
import tw.minsheng.petition.imports.Moment;
import tw.minsheng.petition.imports.Place;

/** Cases as figures need them, on a real PostgreSQL. */
class PgCaseLedgerTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

    private final String agency = "kcg-" + UUID.randomUUID();

    /** One case with its words. */
    private record Read(LedgerCase one, List<String> words) {

        static Read of(LedgerCase one, CaseLedger.Words words) {
            return new Read(
                    one,
                    List.of(
                            words.word(one.type()),
                            words.word(one.channel()),
                            words.word(one.unit()),
                            words.word(one.district()),
                            words.word(one.status()),
                            words.word(one.language())));
        }

        /** Without the numbers of the words, which differ from reading to reading. */
        String text() {
            return String.join("|", one.keeper().name(), Long.toString(one.received()), Long.toString(one.due())) + "|"
                    + one.closed() + "|" + one.isClosed() + "|" + one.extended() + "|" + one.workingDays() + "|"
                    + words;
        }
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private static Cases cases() {
        return new PgCases(DATABASE.database(), new GroupCommit(DATABASE.vertx(), DATABASE.database()));
    }

    private CaseFile opened() {
        String key = UUID.randomUUID().toString();
        CaseFile.Opening opening = CaseFile.Opening.plain(
                agency, CaseSamples.petition(Channel.COUNTER), CaseSamples.time(), CaseSamples.ACT);
        return await(cases().open(new Cases.Entry(key, key, key, 115, opening, CasesContract.DUE))
                .compose(opened -> cases().find(opened.number())));
    }

    private static CaseFile moved(CaseFile file, CaseStep step, ClosingFigures... closing) {
        return await(cases().write(List.of(
                        new Cases.Kept(file.after(step, CaseSamples.ACT), CasesContract.DUE, List.of(closing)))))
                .get(0);
    }

    private static CaseFile closed(CaseFile file, LocalDateTime at) {
        CaseFile working = file;
        for (Move move : List.of(Move.ASSIGN, Move.START, Move.PROPOSE)) {
            working = moved(working, CaseSamples.step(move));
        }
        ClosingFigures figures = ClosingFigures.of(
                working.time(), DeadlineRules.DEFAULT, ProductCalendar.read().days(), at);
        return moved(working, new CaseStep.Approve(at), figures);
    }

    private void imported(String number, LocalDateTime received) {
        ImportedCase one = new ImportedCase(
                2,
                number,
                new Moment(received, false),
                new Moment(received.plusDays(6), true),
                new Moment(received.plusDays(2), false),
                "路燈",
                "電話",
                "養工處",
                "苓雅",
                "結案",
                true,
                new Place(22.62, 120.31),
                "王小姐說路燈不亮");
        new PgCaseImports(DATABASE::address)
                .take(new CaseImports.Order(agency, "cases.csv", false, CaseSamples.ACT), taker -> {
                    taker.accept(one);
                    return 0;
                });
    }

    private static CaseLedger ledger() {
        return new PgCaseLedger(DATABASE::address);
    }

    private static void tidy() {
        boolean more = true;
        while (more) {
            more = ledger().tidy();
        }
    }

    private static List<Read> read(Set<String> of, LocalDate from, LocalDate until, Map<String, Long> leftOut) {
        List<Read> all = new ArrayList<>();
        Map<String, Long> told = ledger().read(
                        new CaseLedger.Period(of, from, until, TAIPEI), (each, words) -> all.add(Read.of(each, words)));
        assertEquals(leftOut, told);
        return all;
    }

    private List<Read> read(String of, LocalDate from, LocalDate until, Map<String, Long> leftOut) {
        return read(Set.of(of), from, until, leftOut);
    }

    private static long second(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC);
    }

    /** The same cases as {@link CaseLedger} must tell, asked for one by one in another way. */
    private static final String ONE_BY_ONE = """
            select 'OWN|' || extract(epoch from date_trunc('second', c.received_at at time zone 'Asia/Taipei'))::bigint
              || '|' || extract(epoch from date_trunc('second', d.due_at))::bigint
                + case when d.due_timed then 0 else 86399 end
              || '|' || coalesce(extract(epoch from date_trunc('second', d.closed_at))::bigint, -9223372036854775808)
              || '|' || case when c.state = any (array['closed', 'follow_up', 'released', 'transferred', 'declined',
                'withdrawn']) then 'true|' || coalesce((select (f.on_time = 'within_extension')::text || '|' || f.used_working_days
                from case_closing f where f.no = c.no
                and f.number = (select min(number) from case_closing g where g.no = c.no)), 'false|-1')
                else 'false|false|-1' end
              || '|[' || concat_ws(', ', c.type, c.channel, c.unit, c.district, c.state, c.language) || ']' as told,
              (c.received_at at time zone 'Asia/Taipei')::date as day, d.closed_at, c.state
            from petition_case c cross join lateral (
              select f.due_at, f.due_timed, f.closed_at from case_closing f
              where f.no = c.no and c.reopened > 0
                and c.state in ('closed', 'follow_up', 'released', 'transferred', 'declined', 'withdrawn')
                and not exists (select from case_closing e where e.no = f.no and e.number < f.number)
              union all
              select c.due_at, c.due_timed, nullif(c.ended_at, '9999-12-31')
              where not (c.reopened > 0 and exists (select from case_closing f where f.no = c.no)
                and c.state in ('closed', 'follow_up', 'released', 'transferred', 'declined', 'withdrawn'))) d
            where (c.agency = '%1$s' or c.unit = '%1$s') and c.state not in ('unconfirmed', 'expired', 'merged')
            union all
            select 'IMPORTED|' || extract(epoch from date_trunc('second', received_at))::bigint
              || '|' || coalesce(extract(epoch from due_at)::bigint + case when due_day then 86399 else 0 end,
                -9223372036854775808)
              || '|' || coalesce(extract(epoch from closed_at)::bigint, -9223372036854775808)
              || '|' || is_closed || '|false|-1|[' || concat_ws(', ', type, channel, unit, district, status, '') || ']',
              received_at::date, closed_at, case when is_closed then 'closed' else 'open' end
            from imported_case where agency = '%1$s'
            """;

    private static List<String> oneByOne(String agency, LocalDate from, LocalDate until) {
        return DATABASE.texts("select told from (" + ONE_BY_ONE.formatted(agency) + ") as t where day between '" + from
                + "' and '" + until + "' or (day < '" + from + "' and (closed_at >= '" + from
                + "' or (closed_at is null"
                + " and state not in ('closed', 'follow_up', 'released', 'transferred', 'declined', 'withdrawn'))))"
                + " order by told collate \"C\"");
    }

    /**
     * Cases of two years as no single step would leave them: every state, opened again, closed twice, without a stored closing,
     * closed before they came in.
     */
    private static void made(String agency, int many, long first) {
        DATABASE.run("alter table petition_case disable trigger case_has_its_event");
        DATABASE.run("alter table case_closing drop constraint if exists case_closing_no_number_fkey");
        DATABASE.run("""
                insert into petition_case (no, revision, agency, unit, handler, state, kind, type, channel, district, address,
                  text, confidential, language, notice, received_at, clock, due_at, due_timed, reply, outcome, ended_at,
                  reopened, parent, before, code_hash)
                select %3$d + i, 1, '%1$s', case i %% 4 when 0 then '' else 'unit-' || i %% 4 end, '',
                  (array['received', 'in_progress', 'closed', 'closed', 'closed', 'follow_up', 'released', 'transferred',
                    'declined', 'withdrawn', 'merged', 'unconfirmed', 'expired', 'reopened'])[1 + i %% 14],
                  'repair', 'type-' || i %% 5, (array['web', 'phone', 'counter'])[1 + i %% 3], 'district-' || i %% 38, '',
                  'x', false, (array['zh-TW', 'en'])[1 + i %% 2], '',
                  timestamptz '2024-12-31T15:59:59.7Z' + i * interval '5 hours 17 minutes', '{}',
                  timestamp '2025-01-09' + i * interval '5 hours', i %% 3 = 0, '{}', '',
                  case when i %% 14 in (0, 1, 13) then timestamp '9999-12-31'
                    else timestamp '2025-01-02' + i * interval '5 hours 30 minutes' end,
                  case when i %% 6 = 0 or i %% 14 = 13 then 1 else 0 end, '', '', 'made-%1$s-' || i
                from generate_series(1, %2$d) as i""".formatted(agency, many, first));
        DATABASE.run("""
                insert into case_closing (no, number, closed_at, due_at, due_timed, on_time, used_working_days,
                  used_calendar_days, paused_days, extended_days, calendar, clock)
                select %2$d + i, n, timestamp '2025-01-02' + i * interval '5 hours 20 minutes' + n * interval '3 days',
                  timestamp '2025-01-08' + i * interval '5 hours', i %% 5 = 0,
                  (array['late', 'within_extension', 'within_limit'])[1 + (i + n) %% 3], (i + n) %% 40, 1, 0, 0, 'x', '{}'
                from generate_series(1, %1$d) as i cross join generate_series(1, 2) as n
                where i %% 9 <> 0 and i %% 14 not in (0, 1) and (n = 1 or i %% 6 = 0)""".formatted(many, first));
        DATABASE.run("""
                insert into case_import (agency, file, actor, at) values ('%1$s', 'f', 'x', now())""".formatted(agency));
        DATABASE.run("""
                insert into imported_case (agency, number, import_id, received_at, received_day, due_at, due_day, closed_at,
                  closed_day, type, channel, unit, district, status, is_closed, text)
                select '%1$s', i::text, (select max(id) from case_import), timestamp '1999-12-31' + i * interval '2 days',
                  i %% 2 = 0, case i %% 3 when 0 then null else timestamp '2000-01-09' + i * interval '2 days' end,
                  i %% 5 = 0, case i %% 7 when 0 then null
                    else timestamp '2000-01-02 08:30' + i * interval '2 days' - (i %% 2) * interval '5 days' end,
                  false, '類' || i %% 4, '電話', '', '區' || i %% 6, '結案', i %% 7 <> 0 or i %% 21 = 0, ''
                from generate_series(1, %2$d) as i""".formatted(agency, many));
    }

    private static void assertSame(String agency) {
        for (int year = 1999; year <= 2027; year += 4) {
            LocalDate from = LocalDate.of(year, 3, 17);
            LocalDate until = from.plusMonths(9 + year % 3 * 12L);
            List<String> told = new ArrayList<>();
            ledger().read(
                            new CaseLedger.Period(Set.of(agency), from, until, TAIPEI),
                            (each, words) -> told.add(Read.of(each, words).text()));
            Collections.sort(told);
            assertEquals(oneByOne(agency, from, until), told, agency + " from " + from);
        }
    }

    private static long weeks(String agency) {
        return Long.parseLong(DATABASE.text(
                "select count(*) from case_week where agency = '" + agency + "' and octet_length(cases) > 0"));
    }

    /** Whatever is put together, changed since, moved or gone: what is read is what the cases say. */
    @Test
    void weeksPutTogetherTellTheSameAsTheirCases() {
        String of = "made-" + UUID.randomUUID();
        made(of, 3_000, 7_000_000_000L);
        assertEquals(0, weeks(of));
        assertSame(of);
        tidy();
        assertTrue(weeks(of) > 300, "put together");
        assertEquals("0", DATABASE.text("select count(*) from case_week_changed"));
        assertSame(of);
        assertSame("unit-3");
        DATABASE.run("update petition_case set state = 'closed', ended_at = '2026-02-03 10:00', unit = 'unit-9'"
                + " where agency = '" + of + "' and no % 13 = 0 and state not in ('merged', 'expired')");
        DATABASE.run("update petition_case set agency = 'elsewhere' where agency = '" + of + "' and no % 17 = 0");
        DATABASE.run("delete from imported_case where agency = '" + of + "' and number like '%7'");
        DATABASE.run(
                "update imported_case set received_at = received_at + interval '40 days', type = '新的' where agency = '"
                        + of + "' and number like '%5'");
        assertSame(of);
        assertSame("unit-9");
        tidy();
        assertSame(of);
        assertSame("unit-9");
        assertSame("elsewhere");
        DATABASE.run("delete from imported_case where agency = '" + of + "'");
        tidy();
        assertSame(of);
    }

    /** A change that is not committed while its week is put together is found afterwards. */
    @Test
    void aChangeUnderWayIsNotLost() throws SQLException {
        imported("1", LocalDateTime.of(2026, 3, 4, 8, 0));
        tidy();
        try (Connection other = Jdbc.connect(DATABASE.address(), Duration.ofSeconds(9));
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("update imported_case set type = '噪音' where agency = '" + agency + "'");
            tidy();
            LocalDate day = LocalDate.of(2026, 3, 4);
            assertEquals("路燈", read(agency, day, day, Map.of()).get(0).words().get(0));
            other.commit();
            assertEquals("噪音", read(agency, day, day, Map.of()).get(0).words().get(0));
            tidy();
            assertEquals("噪音", read(agency, day, day, Map.of()).get(0).words().get(0));
        }
    }

    /** A unit reads what it holds, wherever it came in, and nothing else of the agency. */
    @Test
    void aUnitReadsTheCasesThatItHolds() {
        CaseFile held = moved(opened(), new CaseStep.Assign("unit-of-" + agency, ""));
        opened();
        LocalDate first = LocalDate.of(2026, 11, 1);
        assertEquals(
                1,
                read("unit-of-" + agency, first, first.plusDays(29), Map.of()).size(),
                held.unit());
        assertEquals(2, read(agency, first, first.plusDays(29), Map.of()).size());
    }

    /** Received in October and open: it is there in November, because it is owed then. */
    @Test
    void whatWasOpenWhenThePeriodBeganIsRead() {
        opened();
        LocalDate december = LocalDate.of(2026, 12, 1);
        assertEquals(1, read(agency, december, december.plusDays(30), Map.of()).size());
        assertEquals(
                0,
                read(agency, LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31), Map.of())
                        .size());
    }

    @Test
    void casesOfOtherAgenciesAndOtherDaysAreNotRead() {
        imported("1", LocalDateTime.of(2026, 1, 31, 23, 59));
        LocalDate day = LocalDate.of(2026, 1, 31);
        assertEquals(1, read(agency, day, day, Map.of()).size());
        assertEquals(List.of(), read(agency, day.minusDays(9), day.minusDays(1), Map.of()));
        assertEquals(List.of(), read(agency, day.plusDays(4), day.plusDays(9), Map.of()), "closed before it begins");
        assertEquals(List.of(), read("kcg-other", day, day, Map.of()));
    }

    @Test
    void aDueDayLastsUntilMidnight() {
        imported("A-77", LocalDateTime.of(2026, 2, 1, 8, 0));
        Read one = read(agency, LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 1), Map.of())
                .get(0);
        assertEquals(List.of("路燈", "電話", "養工處", "苓雅", "結案", ""), one.words());
        assertEquals(
                second(LocalDateTime.of(2026, 2, 7, 8, 0)) + 86_399, one.one().due());
    }

    /** A foreign file may hold a name where a unit stands: the word goes with the last case that has it, others stay. */
    @Test
    void aWordGoesWithItsLastCase() {
        String name = "承辦人 " + agency;
        imported("1", LocalDateTime.of(2026, 3, 4, 8, 0));
        imported("2", LocalDateTime.of(2026, 5, 4, 8, 0));
        DATABASE.run("update imported_case set unit = '" + name + "' where agency = '" + agency + "'");
        tidy();
        DATABASE.run("delete from imported_case where number = '1' and agency = '" + agency + "'");
        tidy();
        String words = "select count(*) from case_word where word = '" + name + "'";
        assertEquals("1", DATABASE.text(words), "the second case has it still");
        DATABASE.run("delete from imported_case where agency = '" + agency + "'");
        tidy();
        assertEquals("0", DATABASE.text(words));
    }

    /** Two nodes at once: what one has learned meanwhile stops the other no longer, and what is read is right. */
    @Test
    void twoNodesPutWeeksTogetherAtOnce() throws Exception {
        String of = "two-" + UUID.randomUUID();
        made(of, 600, 8_000_000_000L);
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 5; round++) {
                DATABASE.run("update imported_case set district = district || '里' where agency = '" + of + "'");
                List<Callable<Void>> both = Collections.nCopies(4, () -> {
                    tidy();
                    return null;
                });
                for (java.util.concurrent.Future<Void> done : nodes.invokeAll(both)) {
                    done.get(60, TimeUnit.SECONDS); // fails with what the node failed with
                }
                tidy();
                assertSame(of);
            }
        } finally {
            nodes.shutdownNow();
        }
    }

    /** Brought in with the day of closing only, the day of its receipt: it took no time, read row by row and put together. */
    @Test
    void aClosingOnTheDayOfReceiptIsNotBeforeIt() {
        imported("A-78", LocalDateTime.of(2026, 2, 3, 8, 0));
        DATABASE.run(
                "update imported_case set closed_at = '2026-02-03', closed_day = true where agency = '" + agency + "'");
        for (int round = 0; round < 2; round++) {
            Read one = read(agency, LocalDate.of(2026, 2, 3), LocalDate.of(2026, 2, 3), Map.of())
                    .get(0);
            assertEquals(one.one().received(), one.one().closed());
            tidy();
        }
    }

    /** Seven working days after the 20th; the first closing counts, and the state that it has now. */
    @Test
    void ownCasesAreReadWithTheirFirstClosing() {
        LocalDateTime at = LocalDateTime.of(2026, 12, 1, 9, 0);
        closed(opened(), at);
        moved(closed(opened(), at), CaseSamples.step(Move.REOPEN));
        List<Read> all = read(agency, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), Map.of());
        assertEquals(2, all.size());
        for (Read each : all) {
            boolean over = each.one().isClosed();
            assertEquals(Keeper.OWN, each.one().keeper());
            assertEquals(over ? second(at) : LedgerCase.NONE, each.one().closed());
            assertEquals(over ? 7 : -1, each.one().workingDays());
            assertEquals("counter", each.words().get(1));
        }
        assertEquals(
                List.of(false, true),
                all.stream().map(each -> each.one().isClosed()).sorted().toList());
    }

    @Test
    void whatNobodyConfirmedIsLeftOutAndSaidSo() {
        String key = UUID.randomUUID().toString();
        CaseFile.Opening opening =
                CaseFile.Opening.plain(agency, CaseSamples.petition(Channel.WEB), CaseSamples.time(), CaseSamples.ACT);
        await(cases().open(new Cases.Entry(key, key, key, 115, opening, CasesContract.DUE)));
        opened();
        List<Read> all = read(agency, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), Map.of("unconfirmed", 1L));
        assertEquals(1, all.size());
    }
}
