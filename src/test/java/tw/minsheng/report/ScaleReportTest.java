package tw.minsheng.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Language;
import tw.minsheng.statistics.battery.Extent;
import tw.minsheng.statistics.distribution.SplitMix64;
import tw.minsheng.survey.Survey;

/** What the section on reliability says of answers of which little can be said. */
class ScaleReportTest {

    private static final Survey SURVEY = SmallSurvey.with(SmallSurvey.SRS);

    /** Two matrix questions of three and two items. */
    private static final Map<String, String> SPLIT = Map.of(
            "{id: e3, text: {zh-TW: 座位, en: Seats}},",
            "{id: e3, text: {zh-TW: 座位, en: Seats}}]}\n"
                    + "      - {id: m2, type: matrix, scale: sat5, text: {zh-TW: 服務, en: Service}, items: [");

    /** @param answers to e1, e2, e3, c1, c2 of a person */
    private static String csv(int people, IntFunction<int[]> answers) {
        StringBuilder csv = new StringBuilder("e1,e2,e3,c1,c2,all\n");
        for (int person = 0; person < people; person++) {
            for (int answer : answers.apply(person)) {
                csv.append(answer == 0 ? "" : Integer.toString(answer)).append(',');
            }
            csv.append(1 + person % 5).append('\n');
        }
        return csv.toString();
    }

    private static int mood(int person) {
        return 1 + person % 5;
    }

    private static int near(int person) {
        return Math.min(5, mood(person) + person / 5 % 2);
    }

    private static SurveyReport report(Survey survey, String csv) {
        return SmallSurvey.report(survey, Facts.NONE, csv, Language.ZH_TW);
    }

    private static ResultTable items(SurveyReport report) {
        return report.results().table("T4.1").orElseThrow();
    }

    private static int row(ResultTable table, String column, String word) {
        for (int row = 0; row < table.rows().size(); row++) {
            if (table.text(row, column).equals(word)) {
                return row;
            }
        }
        throw new AssertionError(word);
    }

    @Test
    void nothingIsProposedOnFourAnswers() {
        SurveyReport report =
                report(SURVEY, csv(4, person -> new int[] {mood(person), mood(person), near(person), mood(person), 1}));
        ResultTable table = items(report);
        for (int row = 0; row < table.rows().size(); row++) {
            assertEquals("", table.text(row, "proposal"));
        }
        assertTrue(report.page().contains("無法判斷：有效樣本僅 4 份，不足以計算"));
        assertTrue(report.page().contains("有效樣本僅 4 份，係數很不穩定，僅供參考。"));
        assertFalse(report.page().contains("題目間一致"));
    }

    @Test
    void anItemThatDoesNotVaryIsNeverKept() {
        SurveyReport report = report(SURVEY, csv(60, person ->
                new int[] {mood(person), near(person), 5, mood(person), 6 - near(person)}));
        ResultTable table = items(report);
        int row = row(table, "item", "e3");
        assertEquals("delete", table.text(row, "proposal"));
        assertEquals("item_constant", table.text(row, "reason"));
        assertTrue(report.page().contains("建議刪除：所有人答案相同，未列入"));
        assertTrue(report.page().contains("「座位」所有人答案相同，無法看出與其他題目是否一致。"));
    }

    @Test
    void anItemThatNobodyAnswersIsCountedOut() {
        SurveyReport report = report(SURVEY, csv(60, person ->
                new int[] {mood(person), near(person), 0, mood(person), 6 - near(person)}));
        ResultTable table = items(report);
        int row = row(table, "item", "e3");
        assertEquals("item_all_missing", table.text(row, "reason"));
        assertEquals("", table.text(row, "proposal"));
        assertEquals(0, table.count(row, "n"));
        assertTrue(report.page().contains("「環境」2 題，n＝60"), "two items are left");
        assertTrue(report.page().contains("「座位」無人作答，未列入。"));
        assertEquals(
                2, report.results().get("construct.env.signal_noise").basis().items());
        assertEquals(4, report.results().get("total.kmo").basis().items());
    }

    @Test
    void anItemThatIsTurnedIsNamedAlthoughThereIsNoAlpha() {
        Survey survey = SmallSurvey.changed("id: c2, reverse: true", "id: c2", SmallSurvey.SRS);
        SurveyReport report = report(survey, csv(60, person -> {
            int mood = mood(person);
            return new int[] {mood, near(person), mood, mood, 6 - mood};
        }));
        assertFalse(report.results().get("construct.crt.alpha_raw").isKnown());
        assertTrue(report.page().contains("僅 2 題（「招呼」、「催促」），兩題相關 −1.000，為負值，其中一題可能漏標反向題"));
    }

    @Test
    void allItemsTogetherAreRead() {
        String answers = csv(
                60, person -> new int[] {mood(person), near(person), near(person + 7), near(person), 6 - mood(person)});
        assertTrue(report(SURVEY, answers).page().contains("全部 5 題，n＝60，α＝"));
    }

    @Test
    void howManyAnswerEverythingTheSameIsSaidOrWhyNot() {
        String answers = csv(60, person -> new int[] {3, 3, 3, 3, person < 15 ? 3 : 1 + person % 2});
        assertTrue(report(SURVEY, answers).page().contains("每一組都只給一種答案者占 25.0%（n＝60）"));
        Survey whole = SmallSurvey.changed(SPLIT, SmallSurvey.SRS);
        assertTrue(report(whole, answers).page().contains("就全部 5 題檢視，只給一種答案者占 25.0%（n＝60）"));
        Survey four = SmallSurvey.changed(
                Map.of(
                        ", {id: c2, reverse: true, text: {zh-TW: 催促, en: Hurry}}",
                        "",
                        "items: [c1, c2]",
                        "items: [c1, all]",
                        "items: [e1, e2, e3]",
                        "items: [e1, e2]"),
                SmallSurvey.SRS);
        SurveyReport few = report(four, "e1,e2,e3,c1,all\n" + "3,3,3,3,3\n".repeat(60));
        assertTrue(few.page().contains("草率作答（同一組題目只給一種答案）：不適用，題數不足（4 題）。"));
        assertTrue(few.scales().contains("不適用"));
        assertTrue(report(SURVEY, answers).scales().contains("25.0%"));
    }

    /** Fifteen give one answer to their construct, and others to the rest of the matrix question. */
    @Test
    void straightLinesAreLookedForInEachConstruct() {
        Survey survey = SmallSurvey.changed(
                Map.of(
                        "items: [e1, e2, e3]",
                        "items: [e1, e2, e3, c1, all]",
                        "items: [c1, c2]",
                        "items: [c2, c3]",
                        "催促, en: Hurry}}",
                        "催促, en: Hurry}}, {id: c3, text: {zh-TW: 道別, en: Farewell}}"),
                SmallSurvey.SRS);
        StringBuilder csv = new StringBuilder("e1,e2,e3,c1,c2,c3,all\n");
        for (int person = 0; person < 60; person++) {
            csv.append(person < 15 ? "4,4,4,4,2,3,4\n" : "4,3,4,5,2,3,4\n");
        }
        SurveyReport report = report(survey, csv.toString());
        Result construct = report.results().get("construct.env.straight_line_share");
        assertEquals(.25, construct.number(), 1e-12);
        assertEquals(60, construct.n());
        assertEquals(5, construct.basis().items());
        assertEquals(0, report.results().get("grid.m1.straight_line_share").number(), 0);
        assertEquals(0, report.results().get("quality.straight_line_share").number(), 0);
        assertEquals(5, report.results().get("quality.longest_run").number(), 0);
        assertTrue(report.scales().contains("「環境」5 題，有 25% 的人答案全部相同（n＝60），可能草率作答。"));
    }

    /** Forty answered every item of the construct, but sixty said what they think of the first. */
    @Test
    void endsAreThoseOfEverybodyWhoAnsweredTheItem() {
        SurveyReport report = report(SURVEY, csv(60, person ->
                new int[] {mood(person), near(person), person < 20 ? 0 : 3, mood(person), 6 - near(person)}));
        ResultTable table = items(report);
        int row = row(table, "item", "e1");
        assertEquals(40, table.count(row, "n"));
        assertEquals(60, table.count(row, "item_n"));
        assertEquals(20, table.number(row, "item_floor_pct"), 1e-9);
        assertEquals(40, table.count(row(table, "item", "e3"), "item_n"));
        int turned = row(table, "item", "c2");
        assertEquals(table.number(turned, "ceiling_pct"), table.number(turned, "item_ceiling_pct"), 1e-9);
        assertTrue(report.page().contains("落在一端的比率 ≥ .60（本系統設定）"));
        assertFalse(report.page().contains("一端過半"));
    }

    /** The third item has nothing to do with its construct: chapter 4 says so, and chapter 5 must not be silent. */
    @Test
    void validityThatIsMissedReachesFindingsAndAdvice() {
        SplitMix64 random = new SplitMix64(3);
        String page = report(SURVEY, csv(300, person -> {
                    int mood = 1 + (int) (random.nextUniform() * 3);
                    int court = 1 + (int) (random.nextUniform() * 4);
                    return new int[] {
                        mood + (int) (random.nextUniform() * 3),
                        mood + (int) (random.nextUniform() * 3),
                        1 + (int) ((mood + random.nextUniform() * 7) / 2.01),
                        court + (int) (random.nextUniform() * 2),
                        6 - (court + (int) (random.nextUniform() * 2))
                    };
                }))
                .page();
        String findings = page.substring(page.indexOf("主要發現與證據</caption>"));
        assertTrue(findings.contains("收斂與區別效度：") && findings.contains("AVE 低於 .50：環境 ."), "a finding");
        assertTrue(findings.contains("效度證據，未達判斷標準"));
        String advice = findings.substring(findings.indexOf("下次調查建議"));
        assertTrue(advice.contains("檢討「環境」的構面定義與題目（"), "the construct");
        assertTrue(advice.contains("檢討「座位」（建議刪除：校正相關低於 .30"), "the item with the rules");
        assertTrue(advice.contains("屬重大異動（版本 2.0.0），趨勢中斷"));
    }

    /** What was drawn can be drawn again: its seed is in the file and in the report. */
    @Test
    void bootstrapIntervalAndSeedAreTold() {
        String answers = csv(
                60, person -> new int[] {mood(person), near(person), near(person + 7), near(person), 6 - mood(person)});
        Results results = SmallSurvey.analysed(SURVEY, Facts.NONE, answers, Extent.WHOLE_PAGE);
        Result bootstrap = results.get("construct.env.ci95_boot_percentile");
        assertEquals("bootstrap_percentile", bootstrap.interval().orElseThrow().method());
        assertEquals(results.get("construct.env.alpha_raw").number(), bootstrap.number(), 1e-12);
        assertEquals(3, bootstrap.basis().items());
        long seed = bootstrap.seed().orElseThrow();
        assertEquals(
                seed, results.get("total.parallel_pc_normal.n_by_p95").seed().orElseThrow());
        SurveyReport report = SmallSurvey.report(SURVEY, Facts.NONE, results, Language.ZH_TW);
        assertTrue(report.page().contains(">" + seed + "<"));
        assertTrue(report.page().contains("自助法（百分位，4,000 次重抽）之 95% 區間：環境 "));
        String json = new String(report.json(), StandardCharsets.UTF_8).replaceAll("\\s", "");
        assertTrue(json.contains("\"seed\":" + seed));
    }

    /** A construct that declares no α of its own has the one of the settings, and every sentence names it. */
    @Test
    void theStandardOfTheSettingsHoldsWhereNothingIsDeclared() throws IOException {
        String answers = csv(
                60, person -> new int[] {mood(person), near(person), near(person + 7), near(person), 6 - mood(person)});
        Survey survey =
                SmallSurvey.changed("items: [e1, e2, e3], minAlpha: 0.7", "items: [e1, e2, e3]", SmallSurvey.SRS);
        byte[] usual;
        try (InputStream in = StandardsFile.class.getResourceAsStream(StandardsFile.NAME)) {
            usual = in.readAllBytes();
        }
        String strict = new String(usual, StandardCharsets.UTF_8)
                .replace("alpha: {limit: 0.70", "alpha: {limit: 0.99")
                .replace("item_total: {limit: 0.30", "item_total: {limit: 0.98");
        Facts facts = Facts.NONE.with(StandardsFile.read("standards.yaml", strict.getBytes(StandardCharsets.UTF_8)));
        SurveyReport report = SmallSurvey.report(survey, facts, answers, Language.ZH_TW);
        ResultTable table = report.results().table("T4.2").orElseThrow();
        assertEquals(.99, table.number(row(table, "construct", "env"), "standard"));
        assertEquals(.7, table.number(row(table, "construct", "crt"), "standard"));
        assertTrue(report.page().contains("低於所定標準 .99"));
        assertTrue(report.page().contains("，低於 .98，與同構面其他題目不一致。"));
        assertTrue(report.page().contains("判斷標準：α ≥ .99（Nunnally"));
    }
}
