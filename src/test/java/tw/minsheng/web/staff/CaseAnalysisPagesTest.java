package tw.minsheng.web.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tw.minsheng.petition.imports.CaseField;
import tw.minsheng.petition.imports.CaseLedger;

/** 陳情分析 as a page: which cases are counted, and how to pick some of them. */
class CaseAnalysisPagesTest {

    private static final String PATH = "/agency/cases/analysis";
    private static StaffSite site;

    @BeforeAll
    static void start() {
        site = new StaffSite(0);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void aHandlerAndAnotherOfficeSeeNoFigures() {
        site.signedIn("handler").get(PATH).expect(404);
        site.signedIn("finance").get(PATH + "/tables/by_type").expect(404);
        site.signedIn("handler").get(PATH + "/report.pdf").expect(404);
    }

    @Test
    void withoutAChoiceTheTwelveMonthsOfTheWholeSubtreeAreCounted() {
        String page = site.signedIn("control").get(PATH).expect(200).body();
        CaseReports.Selection asked = site.caseReports.asked();
        assertEquals(Set.of("kcg-pwb", "kcg-pwb-road"), asked.agencies());
        assertEquals(LocalDate.of(2025, 11, 21), asked.from());
        assertEquals(LocalDate.of(2026, 11, 20), asked.until());
        assertEquals(Optional.empty(), asked.keeper());
        assertTrue(page.contains("<p id=\"made\">curve</p>"), page);
        assertTrue(page.contains("href=\"" + PATH + "/tables/by_type?from=2025-11-21&amp;until=2026-11-20"), page);
    }

    @Test
    void everyChoiceStandsInTheAddressAndCanBeTakenBack() {
        Visitor control = site.signedIn("control");
        String page = control.get(PATH).expect(200).body();
        String word = "type=%E9%81%93%E8%B7%AF+%26+%E5%81%B4%E6%BA%9D";
        assertTrue(page.contains("until=2026-11-20&amp;kept=&amp;" + word), page);
        String chosen = control.get(PATH + "?from=2026-01-01&until=2026-06-30&kept=imported&" + word)
                .expect(200)
                .body();
        CaseReports.Selection asked = site.caseReports.asked();
        assertEquals(Map.of(CaseField.TYPE, "道路 & 側溝"), asked.only());
        assertEquals(Optional.of(CaseLedger.Keeper.IMPORTED), asked.keeper());
        assertEquals(LocalDate.of(2026, 6, 30), asked.until());
        assertTrue(chosen.contains("<strong>道路 &amp; 側溝</strong>"), chosen);
        assertTrue(chosen.contains("?from=2026-01-01&amp;until=2026-06-30&amp;kept=imported\""), chosen);
    }

    @Test
    void keysAreShownAsPeopleCallThem() {
        site.signedIn("control").get(PATH).expect(200);
        assertEquals("道路 養護工程處 處理中 電話", site.caseReports.named());
    }

    @Test
    void unitsOfOneNameStandWithTheirAgency() {
        site.signedIn("control").get(PATH).expect(200);
        assertEquals("第一科 高雄市政府／第一科", site.caseReports.units());
    }

    /** Files write districts in many ways; rates need one. */
    @Test
    void aDistrictOfAFileHasTheNameOfThePage() {
        site.signedIn("control").get(PATH + "?lang=en").expect(200);
        assertEquals("Lingya / nowhere", site.caseReports.districts());
    }

    @Test
    void senselessDaysAreReplacedAndNeverAnError() {
        site.signedIn("head").get(PATH + "?from=x&until=2026-99-99&kept=x").expect(200);
        assertEquals(LocalDate.of(2026, 11, 20), site.caseReports.asked().until());
        site.signedIn("head").get(PATH + "?from=2027-01-01&until=2026-01-01").expect(200);
        assertEquals(LocalDate.of(2026, 1, 1), site.caseReports.asked().from());
    }

    @Test
    void tooFewCasesGiveTheReasonAndNoChart() {
        site.caseReports.cases.set(4);
        String few = site.signedIn("control").get(PATH).expect(200).body();
        assertTrue(few.contains("不到 5 件"), few);
        assertFalse(few.contains("report.pdf"), few);
        assertTrue(few.contains("不到 5 件，"), "how few is not told");
        site.caseReports.cases.set(0);
        assertTrue(site.signedIn("control").get(PATH).expect(200).body().contains("沒有案件"));
        site.caseReports.cases.set(12);
    }

    @Test
    void everyFigureCanBeTakenAsAFile() {
        Visitor control = site.signedIn("control");
        assertEquals(
                "value,n\r\n", control.get(PATH + "/tables/by_type").expect(200).body());
        control.get(PATH + "/tables/%2e%2e%2fetc").expect(404);
        control.get(PATH + "/tables/P9.9").expect(404);
        assertTrue(control.get(PATH + "/report.pdf").expect(200).body().startsWith("%PDF"));
        assertTrue(control.get(PATH + "/results.json").expect(200).body().contains("minsheng-results/1"));
    }

    @Test
    void wordsOfPetitionsAreForHeadsAndTheControlOffice() {
        site.signedIn("handler").get("/agency/cases/words").expect(404);
        site.signedIn("handler").get("/agency/cases/map").expect(404);
        Visitor control = site.signedIn("control");
        String page = control.get("/agency/cases/words").expect(200).body();
        CaseThemes.Asked asked = site.caseReports.themes.asked();
        assertEquals(Set.of("kcg-pwb", "kcg-pwb-road"), asked.agencies());
        assertEquals(LocalDate.of(2026, 10, 24), asked.from());
        assertTrue(
                page.contains("<th scope=\"row\" class=\"words\">路燈不亮</th><td>30</td><td>50.0</td><td>0</td>"), page);
        String csv = control.get("/agency/cases/words/rising.csv").expect(200).body();
        assertTrue(
                csv.startsWith(
                        "\uFEFFword,n,share,n_before,share_before,log_odds_ratio,p,p_adjusted\r\n路燈不亮,30,0.5,0,0,"),
                csv);
        assertTrue(control.get("/agency/cases/words/frequent.csv")
                .expect(200)
                .body()
                .contains("路燈不亮,30,0.5"));
        control.get("/agency/cases/words/other.csv").expect(404);
    }

    @Test
    void aPeriodOfWordsIsNotLongerThanNinetyTwoDays() {
        site.signedIn("control")
                .get("/agency/cases/words?from=2020-01-01&until=2026-11-20")
                .expect(200);
        assertEquals(LocalDate.of(2026, 8, 21), site.caseReports.themes.asked().from());
    }

    @Test
    void theMapHasATableAndAFile() {
        Visitor control = site.signedIn("control");
        String page = control.get("/agency/cases/map?type=road").expect(200).body();
        assertTrue(site.caseReports.themes.asked().types().containsAll(Set.of("road", "道路")));
        assertTrue(page.contains("class=\"spot shade-"), page);
        assertTrue(page.contains("4 件在不到 5 件的方格裡"), page);
        assertTrue(page.contains("22.6237, 120.3300"), page);
        String csv = control.get("/agency/cases/map.csv").expect(200).body();
        assertTrue(csv.startsWith("\uFEFFlatitude,longitude,metres,n,n_eb\r\n22.6237,120.33"), csv);
        assertFalse(csv.contains(",4,"), csv);
    }
}
