package tw.minsheng.web.staff;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tw.minsheng.collect.AnswerAges;
import tw.minsheng.collect.DataSet;

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
}
