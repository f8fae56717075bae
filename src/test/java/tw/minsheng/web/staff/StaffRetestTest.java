package tw.minsheng.web.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Wave;
import tw.minsheng.kernel.Act;
import tw.minsheng.survey.Survey;

/** Test and retest over HTTP, with figures that are known. */
class StaffRetestTest {

    private static final String PATH = "/agency/surveys/twice/retest";

    @AutoClose
    private final StaffSite site = new StaffSite(0);

    private void survey(String retestCode) {
        Survey plain = StaffCollect.survey("twice", "兩波調查", "Two waves");
        Survey coded = new Survey(
                plain.id(),
                plain.version(),
                plain.status(),
                plain.owner(),
                plain.kind(),
                plain.background(),
                plain.languages(),
                plain.title(),
                plain.intro(),
                plain.thanks(),
                plain.privacy(),
                plain.scales(),
                plain.constructs(),
                plain.overall(),
                plain.pages(),
                plain.sampling(),
                plain.weighting(),
                plain.modes(),
                plain.kiosk(),
                plain.quotas(),
                plain.actions(),
                retestCode);
        site.collect.add("kcg-pwb", coded, true);
    }

    private void wave(String code) {
        Act act = new Act("seed", "kcg-pwb", site.clock.instant());
        StaffSite.await(site.collect.open(act, "twice", DataSet.LIVE, code, Wave.NO_END));
    }

    @Test
    void withoutACodeOrASecondWaveThePageSaysWhatIsMissing() {
        survey("");
        Visitor analyst = site.signedIn("analyst");
        String page = analyst.get(PATH).expect(200).body();
        assertTrue(page.contains("這份問卷沒有再測代碼"), page);
        assertFalse(page.contains("href=\"" + PATH + "\""), "no link to a page that holds nothing");
        survey("own_code");
        wave("114");
        page = analyst.get(PATH).expect(200).body();
        assertTrue(page.contains("只有一波") && page.contains("href=\"" + PATH + "\""), page);
        assertEquals(1, analyst.get(PATH + ".csv").expect(200).body().lines().count());
    }

    @Test
    void theTwoNewestWavesAreComparedUnlessOthersAreChosen() {
        survey("own_code");
        wave("114");
        StaffSite.await(
                site.collect.close(new Act("seed", "kcg-pwb", site.clock.instant()), "twice", DataSet.LIVE, "114"));
        wave("115");
        Visitor analyst = site.signedIn("analyst");
        String page = analyst.get(PATH).expect(200).body();
        assertTrue(page.contains("<option value=\"114\" selected>"), page);
        assertTrue(page.contains("兩波都找得到的代碼：6 個"), page);
        assertTrue(page.contains("整體滿意度"), page);
        String few = page.substring(page.indexOf(">few<"));
        assertFalse(few.substring(0, few.indexOf("</tr>")).matches("(?s).*\\d.*"), "nothing of too few is told");
        analyst.get(PATH + "?first=99").expect(404);
        assertTrue(analyst.get(PATH + "?first=115").expect(200).body().contains("請選兩個不同的波次"));
        String csv = analyst.get(PATH + ".csv?first=115&second=114").expect(200).body();
        assertTrue(csv.contains("overall_sat,6,") && csv.contains("few,small_cell,small_cell"), csv);
        site.signedIn("teacher").get(PATH).expect(404);
        assertTrue(site.security.auditRows().stream()
                .anyMatch(row -> row.entry().what().equals("results.read")
                        && row.entry().object().equals("twice")));
    }
}
