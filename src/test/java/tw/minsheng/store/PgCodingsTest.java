package tw.minsheng.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.kernel.Act;
import tw.minsheng.panel.coding.Code;
import tw.minsheng.panel.coding.Coded;
import tw.minsheng.panel.coding.CodingRound;
import tw.minsheng.panel.coding.Codings;
import tw.minsheng.petition.CaseNumber;

/** Samples of cases on a real PostgreSQL. */
class PgCodingsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final Act ACT = new Act("head", "kcg-pwb", NOW);
    private static final Codings.Period PERIOD = new Codings.Period(
            Set.of("kcg-pwb"), List.of(), Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-12-31T00:00:00Z"));

    private final Codings door = new PgCodings(DATABASE.database());

    /** Ten cases; 1 and 2 of a sister, 3 locked, 4 confidential, 5 unconfirmed, 6 erased, 7 too early; 8 is held by our unit. */
    @BeforeAll
    static void cases() {
        DATABASE.run("""
                insert into petition_case (no, revision, agency, unit, handler, state, kind, type, channel, district, address, text,
                  confidential, language, notice, received_at, clock, due_at, due_timed, reply, outcome, ended_at, reopened,
                  parent, before, code_hash)
                select 1150000000 + i, 1, case when i in (1, 2, 8) then 'kcg-fin' else 'kcg-pwb' end,
                  case when i = 8 then 'kcg-pwb' else '' end, '', case when i = 5 then 'unconfirmed' else 'received' end,
                  'report', 'road', 'web', '', '', case when i = 6 then '' else '路燈' end, i = 4, 'zh-TW', '1',
                  case when i = 7 then timestamptz '2025-01-01' else timestamptz '2026-06-01' end, '{}', '2026-07-01', false,
                  '{}', '', '9999-12-31', 0, '', '', ''
                from generate_series(1, 10) i;
                insert into case_event
                select no, 1, now(), 'x', agency, 'open', '', state, '', '', false, '{}' from petition_case""");
        DATABASE.run("update petition_case set locked = true where no = 1150000003");
    }

    private static CaseNumber number(int serial) {
        return new CaseNumber(115, serial);
    }

    @Test
    void onlyReadableCasesOfThePeriodAndTheAgencyAreDrawn() {
        Codings.Drawn all = TestDatabase.await(
                door.draw(PERIOD, n -> LongStream.range(0, n).boxed().toList()));
        assertEquals(new Codings.Drawn(3, List.of(number(8), number(9), number(10))), all);
        assertEquals(
                List.of(number(9)),
                TestDatabase.await(door.draw(PERIOD, n -> List.of(1L))).cases());
        Codings.Period nobody = new Codings.Period(Set.of("kcg-edu"), List.of(), PERIOD.start(), PERIOD.end());
        assertEquals(new Codings.Drawn(0, List.of()), TestDatabase.await(door.draw(nobody, n -> List.of())));
    }

    /** 8 is of a sister and held by our unit: who reads either of them may read it. */
    @Test
    void whatACoderMayNotReadIsNotDrawn() {
        assertEquals(List.of(number(8)), drawn(Set.of("kcg-fin")).cases());
        assertEquals(3, drawn(Set.of("kcg-pwb", "kcg-pwb-road")).population());
        assertEquals(0, drawn(Set.of()).population());
    }

    private Codings.Drawn drawn(Set<String> reader) {
        return TestDatabase.await(door.draw(
                new Codings.Period(PERIOD.agencies(), List.of(Set.of("kcg-pwb"), reader), PERIOD.start(), PERIOD.end()),
                n -> LongStream.range(0, n).boxed().toList()));
    }

    @Test
    void aRoundAndItsCodesAreKeptAndTheLastChoiceCounts() {
        CodingRound round = new CodingRound(
                0,
                "kcg-pwb",
                "路燈",
                List.of("不亮", "太亮"),
                List.of("head", "handler"),
                42,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                3,
                "head",
                NOW,
                List.of(number(9), number(10)));
        long id = TestDatabase.await(door.keep(round, ACT));
        CodingRound kept = TestDatabase.await(door.find(id)).orElseThrow();
        assertEquals(round.cases(), kept.cases());
        assertEquals(round.themes(), kept.themes());
        assertEquals(List.of(kept), TestDatabase.await(door.of(Set.of("kcg-pwb"), "nobody")));
        assertEquals(List.of(kept), TestDatabase.await(door.of(Set.of(), "handler")));
        assertEquals(List.of(), TestDatabase.await(door.of(Set.of("kcg-fin"), "hand")));
        assertEquals(Optional.empty(), TestDatabase.await(door.find(id + 1)));
        assertTrue(TestDatabase.await(door.code(id, new Code("handler", number(9), 0), ACT)));
        assertTrue(TestDatabase.await(door.code(id, new Code("handler", number(9), 1), ACT)));
        assertTrue(TestDatabase.await(door.code(id, new Code("head", number(9), 0), ACT)));
        assertEquals(
                new Coded(kept, List.of(new Code("handler", number(9), 1), new Code("head", number(9), 0)), Set.of()),
                TestDatabase.await(door.coded(kept)));
        assertTrue(DATABASE.texts("select what from audit order by id").contains("coding.draw"));
        assertEquals(3, DATABASE.number("select count(*) from audit where what = 'coding.code'"));
        TestDatabase.await(door.finish(id, ACT));
        TestDatabase.await(door.finish(id, ACT));
        assertFalse(TestDatabase.await(door.code(id, new Code("head", number(10), 0), ACT)), "she has finished");
        assertTrue(TestDatabase.await(door.code(id, new Code("handler", number(10), 0), ACT)));
        assertFalse(TestDatabase.await(door.code(id, new Code("handler", number(10), 1), ACT)), "all is coded");
        Coded coded = TestDatabase.await(door.coded(kept));
        assertEquals(Set.of("head"), coded.closed());
        assertEquals(0, coded.own("handler").get(number(10)));
        assertEquals(4, DATABASE.number("select count(*) from audit where what = 'coding.code'"));
        assertEquals(1, DATABASE.number("select count(*) from audit where what = 'coding.finish'"));
    }
}
