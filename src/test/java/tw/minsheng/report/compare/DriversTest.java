package tw.minsheng.report.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.Facts;
import tw.minsheng.report.Profile;
import tw.minsheng.report.ResultTable;
import tw.minsheng.report.Results;
import tw.minsheng.report.SmallSurvey;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.driver.ImportancePerformance;
import tw.minsheng.statistics.driver.KeyDrivers;
import tw.minsheng.statistics.moments.CrossSums;
import tw.minsheng.survey.Survey;

/** 影響因素 and IPA: the numbers are those of the statistics, and page, table and results say the same. */
class DriversTest {

    private static final List<Compared.Person> PEOPLE = Compared.people(320, .8);
    private static final Survey OPEN = Compared.survey(SmallSurvey.CONVENIENCE);
    private static final Survey DRAWN = Compared.survey(SmallSurvey.STRATIFIED, SmallSurvey.WEIGHTED);

    /** Made when the first test asks. */
    private static final class Once {
        static final Results OF_OPEN = Compared.analysed(OPEN, PEOPLE);
        static final Results OF_DRAWN = Compared.analysed(DRAWN, PEOPLE);
    }

    private static double score(Compared.Person person, int from, int to) {
        return (person.points().subList(from, to).stream()
                                .mapToInt(Integer::intValue)
                                .average()
                                .orElseThrow()
                        - 1)
                / 4
                * 100;
    }

    private static String page(Survey survey, Results results) {
        return SmallSurvey.report(survey, Facts.NONE, results, Language.ZH_TW).page();
    }

    @Test
    void plainPartsAreThoseOfTheStatistics() {
        CrossSums sums = CrossSums.of(3, MissingRule.LISTWISE);
        PEOPLE.forEach(person -> sums.add(new double[] {
            score(person, 0, 3), score(person, 3, 5), person.points().get(5)
        }));
        KeyDrivers found = KeyDrivers.of(sums);
        Results results = Once.OF_OPEN;
        assertEquals(found.r2().number(), results.get("overall.r2").number(), 1e-12);
        assertEquals(
                found.lmg().get(0).number(), results.get("construct.env.lmg").number(), 1e-12);
        assertEquals(
                found.lmgPercent(1).number(),
                results.get("construct.crt.lmg_pct").number(),
                1e-9);
        assertEquals(
                found.beta().get(1).number(), results.get("construct.crt.beta").number(), 1e-12);
        ResultTable table = results.table("T4.8").orElseThrow();
        assertEquals(results.get("overall.r2").number(), table.number(0, "lmg") + table.number(1, "lmg"), 1e-12);
    }

    @Test
    void whatWasNotDrawnHasNoInterval() {
        assertEquals(
                Optional.of(Reason.NONPROBABILITY),
                Once.OF_OPEN.get("construct.env.lmg_pct").uncertainty().reason());
        assertFalse(Once.OF_OPEN
                .table("T4.8")
                .orElseThrow()
                .entry(0, "lower")
                .asNumber()
                .isPresent());
        String page = page(OPEN, Once.OF_OPEN);
        assertTrue(page.contains("在填答者之中，各因素合計解釋整體滿意度變異的 "
                + Printed.percent(Once.OF_OPEN.get("overall.r2").number())));
        assertFalse(page.contains("拔靴區間"));
    }

    @Test
    void drawnSampleHasBootstrapIntervalsWithTheirSeed() {
        var part = Once.OF_DRAWN.get("construct.env.lmg_pct");
        assertTrue(part.interval().isPresent());
        assertTrue(part.seed().isPresent());
        String page = page(DRAWN, Once.OF_DRAWN);
        assertTrue(page.contains(Printed.fixed(part.number(), 1) + "%（95% 區間"));
        assertTrue(page.contains("以加權多元迴歸"));
    }

    @Test
    void importanceIsDerivedAndTheQuadrantsAreThoseOfTheStatistics() {
        double[][] items = IntStream.range(0, 5)
                .mapToObj(item -> PEOPLE.stream()
                        .mapToDouble(person -> person.points().get(item))
                        .toArray())
                .toArray(double[][]::new);
        double[] overall =
                PEOPLE.stream().mapToDouble(person -> person.points().get(5)).toArray();
        ImportancePerformance found = ImportancePerformance.of(items, overall);
        ResultTable table = Once.OF_OPEN.table("T4.9").orElseThrow();
        assertEquals(5, table.rows().size());
        for (int row = 0; row < 5; row++) {
            ImportancePerformance.Item item = found.items().get(row);
            assertEquals(item.performance().number(), table.number(row, "performance"), 1e-12);
            assertEquals(item.importance().number(), table.number(row, "importance_pearson"), 1e-12);
            assertEquals(item.quadrant().orElseThrow().key(), table.text(row, "quadrant"));
            String key = "item." + table.text(row, "item");
            assertEquals(Once.OF_OPEN.get(key + ".performance").number(), table.number(row, "performance"));
        }
        assertEquals(
                found.crossImportance().number(),
                Once.OF_OPEN.get("total.cross_importance").number(),
                1e-12);
        assertTrue(page(OPEN, Once.OF_OPEN).contains("重要度為衍生重要度"));
    }

    /** A weight is as good as so many people. */
    @Test
    void weightsCountAsPeople() {
        double[][] items = {{1, 2, 3, 4, 5}, {2, 1, 4, 3, 5}, {5, 3, 4, 4, 2}};
        double[] overall = {1, 3, 2, 5, 4};
        double[][] twice = new double[3][];
        for (int item = 0; item < 3; item++) {
            twice[item] = new double[] {
                items[item][0], items[item][1], items[item][2], items[item][3], items[item][4], items[item][0]
            };
        }
        ImportancePerformance weighted = ImportancePerformance.weighted(items, overall, new double[] {2, 1, 1, 1, 1});
        ImportancePerformance people = ImportancePerformance.of(twice, new double[] {1, 3, 2, 5, 4, 1});
        for (int item = 0; item < 3; item++) {
            assertEquals(
                    people.items().get(item).performance().number(),
                    weighted.items().get(item).performance().number(),
                    1e-12);
            assertEquals(
                    people.items().get(item).importance().number(),
                    weighted.items().get(item).importance().number(),
                    1e-12);
        }
    }

    /** An item whose mean is that of all is placed by chance. */
    @Test
    void itemsNearTheCrossAreSaid() {
        ResultTable table = Once.OF_OPEN.table("T4.9").orElseThrow();
        assertTrue(IntStream.range(0, 5)
                .anyMatch(row -> table.text(row, "near_cross").equals("yes")));
        assertTrue(page(OPEN, Once.OF_OPEN).contains("「接近」指平均或相關之 95% 變動範圍跨越十字線"));
    }

    /** A table that is copied out of its chapter still says of whom it speaks. */
    @Test
    void notesOfTablesSayOfWhomTheySpeak() {
        String page = page(OPEN, Once.OF_OPEN);
        String whom = "數字只描述填答者，不推論未填答的人。";
        assertTrue(page.contains("未列區間。" + whom), "T4.8");
        assertTrue(page.contains("跨越十字線。未加權。" + whom), "T4.9");
    }

    @Test
    void lightProfileLeavesThemOut() {
        String light = SmallSurvey.report(OPEN, Facts.NONE, Once.OF_OPEN, Language.ZH_TW, Profile.LIGHT)
                .page();
        for (String title : List.of("差異檢定", "影響因素", "重要度與滿意度分析")) {
            assertFalse(light.contains("id=\"s4.4\"") || light.contains(">" + title + "<"), title);
        }
    }
}
