package tw.minsheng.web.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.ForbiddenWords;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.file.CheckedSurvey;
import tw.minsheng.survey.file.SurveyFolder;

/** 抽樣規劃 as a page: a clerk's questions are answered in words, and what was typed stays. */
class StaffPlanTest {

    private static final String PATH = "/agency/plan";
    private static StaffSite site;

    @BeforeAll
    static void start() {
        site = new StaffSite(0);
        site.collect.add("kcg-pwb", StaffCollect.survey("listed", "名單調查", "List survey"), true);
        site.collect.add("kcg-pwb", StaffCollect.survey("tickets", "臨櫃抽樣調查", "Tickets"), true);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static String page(String query) {
        return site.signedIn("analyst").get(PATH + query).expect(200).body();
    }

    private static String asked(String more) {
        return page("?lang=en&margin=3&confidence=95&population=48210&rate=35&deff=1&proportion=50&groups=4&cost=25"
                + "&sharing=proportional&least=0" + more);
    }

    private static void has(String page, String... words) {
        for (String word : words) {
            assertTrue(page.contains(word), () -> word + " in " + page);
        }
    }

    @Test
    void whoSeesNoSurveysSeesNoPlanner() {
        site.signedIn("handler").get(PATH).expect(404);
    }

    @Test
    void theNextStepOfAListIsThePageThatDraws() {
        String path = "/agency/surveys/listed/plan?lang=en";
        String page = site.signedIn("analyst").get(path).expect(200).body();
        has(page, "href=\"/agency/surveys/listed/sample\">Sample</a>", "Next: draw from the list");
        assertFalse(page("?lang=en").contains("/sample\""), "a plan of no survey has no page to draw on");
    }

    /** By hand: 1,067.07 × 1.5 = 1,601 answers, ÷ 35% = 4,575 visitors, in five sessions 915 each, every fourth of 3,660. */
    @Test
    void aPlanOnSiteSpeaksOfSessionsAndSlips() {
        String page = site.signedIn("analyst")
                .get("/agency/surveys/tickets/plan?lang=en")
                .expect(200)
                .body();
        has(page, "1,601 answers are needed", "4,575 visitors must be asked on site, each with a slip");
        has(page, "5 half-day sessions", "one visitor in 4", "915 slips", "3,660 visitors");
        has(page, "href=\"/agency/surveys/tickets/onsite\"", "name=\"deff\"", "value=\"1.5\"");
        for (String list : List.of("on the list", "planned invitations", "More invitations", "draw from the list")) {
            assertFalse(page.contains(list), list);
        }
    }

    @Test
    void aNewPlanHasUsualNumbers() {
        has(page("?lang=en"), "1,068 answers are needed", "3,052 people must be asked", "no size was given");
    }

    @Test
    void howManyMustIAskAndWhatIfOnlyAThirdAnswers() {
        String page = asked("");
        has(page, "1,044 answers are needed", "2,983 people must be asked", "±3.0 percentage points at 95% confidence");
        has(page, "1,067.07", "1,043.99", "NT$74,575", "about 261 answers", "6.0 points");
        has(page, "33.3%", "3,132");
        has(page, "minsheng sample size --margin 0.03 --confidence 0.95 --population 48210");
        has(page, "<polyline points=\"0.0,", "Two waves of 1,044 answers each");
    }

    /** On a phone a wide drawing would shrink until its words cannot be read, so it has one of its own. */
    @Test
    void theCurveHasADrawingForAPhone() {
        String page = asked("");
        String narrow = page.substring(page.indexOf("<svg class=\"narrow\" viewBox=\"-54 -18 360 292\""));
        has(narrow.substring(0, narrow.indexOf("</svg>")), ">100</text>", ">1,000</text>", "<polyline points=\"0.0,");
        has(page, "<svg class=\"wide\" viewBox=\"-54 -18 680 292\"");
    }

    @Test
    void strataAreDivided() {
        String strata = "櫃臺,21480\n道路,15330\n其他,11400";
        String page = asked("&strata=" + URLEncoder.encode(strata, StandardCharsets.UTF_8));
        has(page, "<td>465</td>", "<td>332</td>", "<td>247</td>", "hardly costs precision of the whole");
    }

    @Test
    void everyFaultIsToldAtOnceAndNothingTypedIsLost() {
        String page = page("?lang=en&margin=0&confidence=abc&population=1.5&rate=135&deff=&proportion=50&groups=0"
                + "&cost=-3&strata=north&sharing=equal&least=x");
        for (String field :
                List.of("margin", "confidence", "population", "rate", "deff", "groups", "cost", "strata", "least")) {
            has(page, "id=\"e-" + field + "\"");
        }
        has(page, "value=\"abc\"", "value=\"1.5\"", ">north</textarea>");
        assertFalse(page.contains("answers are needed"));
    }

    /** An address that somebody shortened. */
    @Test
    void whatAnAddressLeavesOutIsAsPlanned() {
        String page = page("?lang=en&rate=33");
        has(page, "answers are needed", "value=\"33\"", "value=\"95\"");
        assertFalse(page.contains("id=\"e-"));
    }

    /** Kaohsiung has more villages than a plan takes: their limit is told, whatever the length of the address. */
    @Test
    void manyStrataAreToldTheirLimit() {
        String villages = IntStream.rangeClosed(1, 300)
                .mapToObj(i -> "左營區菜公里" + i + ",120")
                .collect(Collectors.joining("\n"));
        String page = asked("&strata=" + URLEncoder.encode(villages, StandardCharsets.UTF_8));
        has(page, "id=\"e-strata\"", "左營區菜公里300,120");
    }

    @Test
    void strataThatDoNotAddUpAreTold() {
        has(asked("&strata=a,100"), "do not add up");
    }

    @Test
    void fullWidthDigitsAndSignsOfPercentAreUnderstood() {
        String page = page("?lang=en&margin="
                + URLEncoder.encode("３％", StandardCharsets.UTF_8)
                + "&confidence=95%25&population=48,210&rate=35&deff=1&proportion=50&groups=1&cost=&least=");
        has(page, "1,044 answers are needed");
    }

    /** 24 of 120 answer: qnorm(.975)*sqrt(.25/24)*sqrt(96/119) = .17967. */
    @Test
    void aListThatIsTooSmallIsToldWithWhatToChange() {
        String page = page("?lang=en&margin=3&confidence=95&population=120&rate=20&deff=1&proportion=50&groups=1");
        has(page, "This wish cannot be reached", "only 120 people are on the list", "only about 24 answers");
        has(page, "about ±18.0 percentage points", "bear a sampling error of ±18 percentage points", "to 90% or more");
        has(page, "120, who give only 12<", "120, who give only 60<");
        assertFalse(page.contains("<td>1,080</td>"), "nobody can ask 1,080 of 120");
        has(
                page("?lang=en&margin=3&confidence=95&population=120&rate=91&deff=1&proportion=50&groups=1"),
                "108 answers are needed, so 119 people must be asked");
    }

    @Test
    void aStratumThatIsTooSmallIsNamed() {
        String strata = URLEncoder.encode("北,9000\n中,900\n南,100", StandardCharsets.UTF_8);
        String page = page("?lang=en&margin=5&confidence=95&population=&rate=35&deff=1&proportion=50&groups=1&cost=0"
                + "&least=0&sharing=equal&strata=" + strata);
        has(page, "“南” shall give 100 answers, but all its 100 people give only about 35", "only about 305 answers");
        has(page, "370 answers are needed, but some strata have too few people, so that inviting 872 gives only");
        assertFalse(page.contains("1,058"), "nobody is asked beyond the people of a stratum");
    }

    /** The codes of the file mean nothing to a clerk. */
    @Test
    void strataHaveTheWordsOfTheSurveyFile() {
        Survey survey = CheckedSurvey.of(SurveyFolder.at(Path.of("surveys/kcg-pwb/counter")))
                .version()
                .survey();
        String typed = PlanForm.of(survey, new Words(Language.ZH_TW, ZoneId.of("Asia/Taipei")))
                .typed()
                .get("strata");
        assertFalse(typed.lines().anyMatch(line -> line.matches("[a-z0-9]+,.*")), typed);
    }

    /** Whoever is not drawn has no error: the page says what answers are good for, and has no word of drawn people. */
    @Test
    void anOpenSurveyGetsNoNumberOfDrawnPeople() {
        for (String language : List.of("zh-TW", "en")) {
            for (String query :
                    List.of("", "&answers=40&groups=4&smallest=10&strata=a,300%0Ab,700", "&answers=x&groups=0")) {
                String page = open("?lang=" + language + query);
                assertEquals(List.of(), ForbiddenWords.in(page, List.of()), query);
            }
        }
        String page = open("?lang=en");
        has(page, "are not drawn at random", "200 answers are enough for each use below", "href=\"/agency/plan\"");
        assertFalse(page.contains("name=\"margin\"") || page.contains("<polyline"), page);
        has(page, "/plan\" aria-current=\"page\">How many answers</a>");
        assertFalse(page.contains("Sample planner</a>"), "nobody is drawn, so the menu promises no sample");
    }

    @Test
    void anOpenSurveyIsToldWhatAnswersAreGoodFor() {
        String page = open("?lang=en&answers=100&groups=4&smallest=10&strata=a,300%0Ab,700");
        // 30 in the smallest group of 10 %
        has(page, "100 answers are not enough for each use below (the smallest group has about 10); 300 are");
        has(page, "No group is marked as small", "too few", "<td>30%</td><td>30</td>", "<td>70%</td><td>70</td>");
        has(open("?lang=en&answers=5&groups=4&smallest=30"), "over 100%", "value=\"30\"");
        has(
                open("?lang=en&answers=many&groups=2&strata=north"),
                "id=\"e-answers\"",
                "id=\"e-strata\"",
                ">north</textarea>");
    }

    private static String open(String query) {
        return site.signedIn("analyst")
                .get("/agency/surveys/counter/plan" + query)
                .expect(200)
                .body();
    }
}
