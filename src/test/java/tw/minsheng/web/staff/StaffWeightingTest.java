package tw.minsheng.web.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Outcome;
import tw.minsheng.report.SmallSurvey;
import tw.minsheng.survey.Population;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Weighting;

/** 加權 as a page: what the survey file says, what else can be tried, and how it comes into the file. */
class StaffWeightingTest {

    private static final String PATH = "/agency/surveys/weighed/weighting";
    private static StaffSite site;

    @BeforeAll
    static void start() {
        site = new StaffSite(0);
        Survey plain = SmallSurvey.changed("id: small", "id: weighed", SmallSurvey.SRS);
        Weighting.Margin sex = new Weighting.Margin(
                "sex",
                new Population("population/sex.csv", Map.of("f", 60_000L, "m", 40_000L)),
                "戶籍統計",
                LocalDate.of(2025, 1, 1));
        Weighting.Margin environment = new Weighting.Margin(
                "e1", new Population("population/e1.csv", Map.of("1", 50_000L, "5", 50_000L)), "名冊", LocalDate.EPOCH);
        add(plain.weightedBy(Weighting.by(Weighting.Method.CELL, List.of(sex, environment), Set.of("sex"), .3, 3)));
        add(SmallSurvey.changed("id: small", "id: unweighed", SmallSurvey.CONVENIENCE));
    }

    private static void add(Survey survey) {
        site.collect.add("kcg-pwb-road", survey, true);
        site.collect.count(survey.id(), DataSet.LIVE, "", LocalDate.of(2026, 11, 2), Outcome.COMPLETE, 120);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static String page(String query) {
        return site.signedIn("analyst").get(PATH + query).expect(200).body();
    }

    private static void has(String page, String... words) {
        for (String word : words) {
            assertTrue(page.contains(word), () -> word + " in " + page);
        }
    }

    private static long read() {
        return site.security.auditRows().stream()
                .filter(row -> row.entry().what().equals("results.read"))
                .count();
    }

    @Test
    void declaredWeightsAreShownAsTheFileSaysThem() {
        String page = page("?lang=en");
        has(page, "which reports use: Post-stratification (", "trimmed to 0.3–3 times the mean", "live declared");
        has(page, "戶籍統計, as of", "population 100,000, 2 categories (population/sex.csv)", "no date given");
        has(page, "{variable: sex, file: population/sex.csv", "trim: [0.3, 3.0]", "The survey file says now");
        has(page, "name=\"by-sex\" value=\"1\" checked");
        assertFalse(page.contains("name=\"by-e1\" value=\"1\" checked"));
        assertFalse(page.contains("This is a trial"));
        has(page, "href=\"/agency/surveys/weighed/weighting\" aria-current");
    }

    @Test
    void trialSaysThatReportsDoNotUseItAndHowItComesIntoTheFile() {
        String page = page("?lang=en&method=raking&by-sex=1&by-e1=1&low=&high=");
        has(page, "This is a trial: reports do not use these weights.", "Tried now: Raking (", "; not trimmed)");
        has(page, "what the survey file says: Post-stratification (", "put it in place of weighting");
        has(
                page,
                "live weighting:",
                "method: raking",
                "{variable: e1, file: population/e1.csv",
                "Back to the survey file");
        assertFalse(page.contains("trim: ["));
    }

    @Test
    void whatTheFileSaysIsNoTrialWhenItIsTyped() {
        String page =
                page("?lang=en&method=cell&by-sex=1&low=0.3&high=" + URLEncoder.encode("３", StandardCharsets.UTF_8));
        has(page, "which reports use");
        assertFalse(page.contains("This is a trial"));
    }

    @Test
    void noWeightsCanBeTried() {
        has(
                page("?lang=en&method=none&low=&high="),
                "Tried now: Do not fit to the population",
                "weighting:\n  method: none");
        has(
                page("?lang=en&method=none&by-sex=1&low=1&high="),
                "Tried now: Do not fit to the population",
                "value=\"1\"");
    }

    @Test
    void everyFaultIsToldAndNothingTypedIsLost() {
        String page = page("?lang=en&method=cell&by-sex=1&by-e1=1&low=2&high=abc");
        has(page, "id=\"e-by\"", "fits one population", "id=\"e-low\"", "value=\"abc\"", "href=\"#f-by\"");
        has(page, "name=\"by-sex\" value=\"1\" checked", "name=\"by-e1\" value=\"1\" checked");
        assertFalse(page.contains("live declared"));
        assertTrue(page.indexOf("href=\"#f-by\"") < page.indexOf("href=\"#f-low\""), "faults as the fields follow");
        assertTrue(page.contains("<details class=\"panel slim\" open"), "the form with faults is open");
        has(page("?lang=en&method=raking&low=&high="), "Choose a population at least");
        has(page("?lang=en&method=raking&by-sex=1&low=0.5&high=0.9"), "id=\"e-high\"");
    }

    @Test
    void calibrationCanBeTriedWithinBounds() {
        String page = page("?lang=en&method=logit&by-sex=1&by-e1=1&bound-low=0.4&bound-high=2.5&low=&high=");
        has(page, "Tried now: Logit calibration (bounded) within 0.4–2.5 (", "method: logit", "bounds: [0.4, 2.5]");
        has(
                page("?lang=en&method=linear&by-sex=1&by-e1=1"),
                "Tried now: Linear calibration (GREG) (",
                "method: linear");
        has(page("?lang=en&method=logit&by-sex=1"), "id=\"e-bound-low\"", "upper bound above 1");
        has(page("?lang=en&method=linear&by-sex=1&bound-low=.5&bound-high=.9"), "id=\"e-bound-high\"");
        has(page("?lang=en&method=raking&by-sex=1&bound-low=.5&bound-high=2"), "linear and logit calibration only");
    }

    @Test
    void surveyWithoutPopulationsIsToldHowToBegin() {
        String page = site.signedIn("analyst")
                .get("/agency/surveys/unweighed/weighting?lang=en")
                .expect(200)
                .body();
        has(page, "names no population", "{variable: sex, file: population/sex.csv", "f,number");
        assertFalse(page.contains("name=\"method\""));
    }

    @Test
    void readingIsWrittenDownAndWhoSeesNoResultsSeesNoPage() {
        long before = read();
        page("");
        assertEquals(before + 1, read());
        site.signedIn("handler").get(PATH).expect(404);
    }
}
