package tw.minsheng.web.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tw.minsheng.collect.AnswerAges;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.MemoryAges;

/** The page that tells which answers go when; over HTTP, with doors in memory. Today is 20 November 2026. */
class StaffAnswerAgesTest {

    private static final String PATH = "/agency/surveys-retention";

    @AutoClose
    private final StaffSite site = new StaffSite(0);

    private void aged(String survey, String agency, String until, long answers) {
        Instant end = Instant.parse(until);
        site.ages.add(new AnswerAges.Aged(
                survey, agency, DataSet.LIVE, "113", 24, end.minusSeconds(63_072_000), end, answers));
    }

    @Test
    void answersOfAnotherAgencyAreNotTold() {
        aged("foreign", "kcg-fin", "2026-11-19T16:00:00Z", 5);
        assertFalse(site.signedIn("admin").get(PATH).expect(200).body().contains("foreign"));
        site.visitor().get(PATH).expect(303);
    }

    @Test
    void whatGoesIsToldThirtyDaysAhead() {
        aged("counter", "kcg-pwb", "2026-12-10T16:00:00Z", 1_234);
        aged("later", "kcg-pwb", "2027-01-10T16:00:00Z", 9);
        Visitor admin = site.signedIn("admin");
        String page = admin.get(PATH).expect(200).body();
        assertTrue(page.contains("1,234") && page.contains("30 天內刪除"), page);
        assertFalse(page.contains("later"), page);
        String home = admin.get("/agency/").expect(200).body();
        assertTrue(home.contains("1,234 份答案"), home);
    }

    @Test
    void withNothingToTellTheListOfSurveysHasNoWarning() {
        String home = site.signedIn("admin").get("/agency/").expect(200).body();
        assertFalse(home.contains("份答案的保存期限"), home);
        assertTrue(home.contains(PATH), home);
    }

    /** Counting takes the long way: each view of the list must not go it, nor wait for it, nor fail with it. */
    @Test
    void theListOfSurveysCountsEveryTenMinutesAndOutlivesAFailure() {
        AtomicInteger asked = new AtomicInteger();
        Promise<List<AnswerAges.Aged>> slow = Promise.promise();
        AnswerAges ages = new MemoryAges() {
            @Override
            public Future<List<Aged>> until(Set<String> agencies, Instant moment) {
                return asked.incrementAndGet() == 1 ? slow.future() : Future.failedFuture("away");
            }
        };
        ErasedSoon soon = new ErasedSoon(ages);
        Set<String> all = Set.of("a", "b");
        Instant now = Instant.parse("2026-11-20T02:00:00Z");
        assertEquals(0, soon.of(all, all, now), "nobody waits");
        slow.complete(List.of(
                new AnswerAges.Aged("one", "a", DataSet.LIVE, "113", 24, now, now, 7),
                new AnswerAges.Aged("two", "b", DataSet.LIVE, "113", 24, now, now, 5)));
        assertEquals(12, soon.of(all, all, now.plusSeconds(599)));
        assertEquals(5, soon.of(all, Set.of("b"), now.plusSeconds(599)));
        assertEquals(1, asked.get());
        assertEquals(0, soon.of(all, all, now.plusSeconds(600)));
        assertEquals(2, asked.get());
    }
}
