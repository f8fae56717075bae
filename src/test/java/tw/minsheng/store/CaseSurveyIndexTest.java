package tw.minsheng.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseSamples;
import tw.minsheng.petition.Cases;
import tw.minsheng.petition.CasesContract;

/** The next closed cases are found among many that were looked at; {@code -Dclosed.cases=200000} prints a time worth telling. */
@Timeout(600)
class CaseSurveyIndexTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final int CASES = Integer.getInteger("closed.cases", 20_000);
    private static final int PIECE = 5_000;

    @Test
    void theNextCasesAreFoundByAnIndex() {
        many();
        String query = PgCaseSurveys.CANDIDATES.replace("$1", "'2026-01-01'").replace("$2", "'2026-11-26'");
        String plan = DATABASE.text("select string_agg(line, chr(10)) from explained($q$" + query + "$q$) as line");
        assertTrue(plan.contains("petition_case_to_ask"), plan);
        assertEquals(3, DATABASE.number("select count(*) from (" + query + ") s"));
        long before = System.nanoTime();
        assertEquals(3, DATABASE.number("select count(*) from (" + query + ") s"));
        System.out.println(
                "three of " + CASES + " closed cases: " + (System.nanoTime() - before) / 1_000_000 + " ms\n" + plan);
    }

    private static void many() {
        String key = UUID.randomUUID().toString();
        Database database = DATABASE.database();
        PgCases cases = new PgCases(database, new GroupCommit(DATABASE.vertx(), database));
        CaseFile.Opening opening = CaseFile.Opening.plain(
                "kcg-pwb",
                CaseSamples.petition(tw.minsheng.petition.Channel.COUNTER),
                CaseSamples.time(),
                CaseSamples.ACT);
        TestDatabase.await(cases.open(new Cases.Entry(key, key, key, 115, opening, CasesContract.DUE)));
        DATABASE.run("""
                create function explained(query text) returns setof text language plpgsql as
                $$ begin return query execute 'explain ' || query; end $$;
                alter table petition_case disable trigger user;
                update petition_case set state = 'closed', ended_at = '2025-01-01'""");
        for (int from = 0; from < CASES; from += PIECE) {
            DATABASE.run("""
                    insert into petition_case select (jsonb_populate_record(c, jsonb_build_object('no', 2000000000 + n,
                      'text', '', 'surveyed', true, 'ended_at', timestamp '2026-11-25 10:00' - n * interval '1 second'))).*
                    from petition_case c, generate_series(%d, %d) as n where c.no < 2000000000""".formatted(from + 1, from + PIECE));
        }
        DATABASE.run("update petition_case set surveyed = false where no between 2000000001 and 2000000003;"
                + " alter table petition_case enable trigger user");
        DATABASE.run("analyze petition_case");
    }
}
