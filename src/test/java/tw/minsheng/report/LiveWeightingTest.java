package tw.minsheng.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.analysis.WeightCheck;
import tw.minsheng.report.analysis.WeightChecks;
import tw.minsheng.survey.Population;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Weighting;

/** The page of weights: what is looked at first, what they do, who is over-represented; and what a trial may not tell. */
class LiveWeightingTest {

    private static final String AGE = """
                  - {id: age, type: single, role: demographic, text: {zh-TW: 年齡, en: Age}, choices: [
                      {value: young, label: {zh-TW: 青年, en: Young}}, {value: mid, label: {zh-TW: 中年, en: Middle}},
                      {value: old, label: {zh-TW: 老年, en: Old}}]}
            """;

    private static final Weighting.Margin SEX = margin("sex", Map.of("f", 60_000L, "m", 40_000L));

    private static Weighting.Margin margin(String variable, Map<String, Long> counts) {
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.keySet().stream().sorted().forEach(code -> sorted.put(code, counts.get(code)));
        return new Weighting.Margin(
                variable, new Population("population/" + variable + ".csv", sorted), "戶籍統計", LocalDate.of(2025, 1, 1));
    }

    private static Weighting.Margin ages(long young, long mid, long old) {
        return margin("age", Map.of("young", young, "mid", mid, "old", old));
    }

    private static Survey survey(String sampling, Weighting weighting) {
        return SmallSurvey.changed(Map.of("      - {id: sex", AGE + "      - {id: sex"), sampling)
                .weightedBy(weighting);
    }

    /** Women and men of each age; the young are content. */
    private static String answers(int young, int mid, int old) {
        StringBuilder csv = new StringBuilder("e1,e2,e3,c1,c2,all,age,sex\n");
        List<Integer> sizes = List.of(young, mid, old);
        for (int age = 0; age < sizes.size(); age++) {
            for (int person = 0; person < sizes.get(age); person++) {
                int point = age == 0 ? 5 : 1 + person % 5;
                csv.append((point + ",").repeat(6))
                        .append(List.of("young", "mid", "old").get(age))
                        .append(person % 4 == 0 ? ",m\n" : ",f\n");
            }
        }
        return csv.toString();
    }

    private static String page(Survey survey, String csv, boolean trial, Language language) {
        Results results = SmallSurvey.analysed(survey, Facts.NONE, csv);
        return SmallSurvey.report(survey, Facts.NONE, results, language)
                .weighting(WeightChecks.of(SmallSurvey.parts(survey, csv)), trial);
    }

    private static List<WeightCheck> checks(Survey survey, String csv) {
        return WeightChecks.of(SmallSurvey.parts(survey, csv));
    }

    private static Weighting raked(Weighting.Margin... margins) {
        return new Weighting(Weighting.Method.RAKING, List.of(margins), 0, 0);
    }

    private static void has(String page, String... words) {
        for (String word : words) {
            assertTrue(page.contains(word), () -> word + " in " + page);
        }
    }

    /** 200 young, 100 middle, 100 old against 40, 30 and 30 of 100: weights .8 and 1.2, so deff 1.04 and 384.6 of 400. */
    @Test
    void whatTheWeightsDidAndWhoIsOverRepresentedAreAnsweredInWords() {
        Survey survey = survey(SmallSurvey.SRS, raked(ages(40_000, 30_000, 30_000)));
        String page = page(survey, answers(200, 100, 100), false, Language.ZH_TW);
        has(page, "權數做了什麼？", "最小 0.80，最大 1.20（相差 1.5 倍）", "設計效果 1.04", "只相當於未加權的 385 份，少了 15 份");
        has(page, "最重的 5% 答卷占總權數的 6.0%", "加權後必與母體一致（");
        has(page, "誰多誰少？", "樣本偏多的是青年（樣本 50.0%，母體 40.0%）", "樣本偏少的是中年（樣本 25.0%，母體 30.0%）、老年");
        has(page, "整體滿意比率：未加權 70.0%，加權後 64.0%，相差 −6.0 個百分點");
        has(page, "戶籍統計，基準日民國114年1月1日", "加權變數，必然相符", "不能作為代表性的證明", "權數的分布");
        has(page, "每一類都有人作答");
        has(page, "id=\"appendixC\"");
        assertFalse(page.contains(">appendixC"), "tables lead to the help");
        has(page(survey, answers(200, 100, 100), false, Language.EN), "What did the weights do?", "design effect 1.04");
    }

    @Test
    void variableBesideTheWeightsIsTestedAfterThem() {
        Weighting.Margin age = ages(40_000, 30_000, 30_000);
        Weighting other = Weighting.by(Weighting.Method.CELL, List.of(age, SEX), Set.of("age"), 0, 0);
        String page = page(survey(SmallSurvey.SRS, other), answers(200, 100, 100), true, Language.ZH_TW);
        has(page, "「性別」未用於加權：加權後 χ²(1)＝", "未用於加權，加權前後見", "「性別」樣本與母體結構");
    }

    /** Trimming pulls the weighted shares away from the population again; nobody is told that they agree. */
    @Test
    void trimmedWeightsAreNotSaidToAgree() {
        Weighting trimmed = new Weighting(Weighting.Method.RAKING, List.of(ages(20_000, 20_000, 60_000)), .6, 1.5);
        String page = page(survey(SmallSurvey.SRS, trimmed), answers(200, 100, 60), false, Language.ZH_TW);
        has(page, "加權後接近母體，修剪留下的差距見");
        assertFalse(page.contains("加權後必與母體一致（"));
        assertFalse(page.contains("必然相符"));
        assertTrue(page.matches("(?s).*修剪權數後與母體最多相差 [0-9.]+ 個百分點.*"), page);
        assertTrue(page.matches("(?s).*修剪權數後最大邊際誤差為母體的 [0-9.]+%。.*"), page);
        has(page, "修剪權數後略有差距");
    }

    /** The method is named with its bounds; one that cannot be had says what to do, and the results are those without weights. */
    @Test
    void calibrationIsNamedOrRefusedInWords() {
        Weighting linear = new Weighting(Weighting.Method.LINEAR, List.of(ages(40_000, 30_000, 30_000), SEX), 0, 0);
        String csv = answers(200, 100, 60);
        String page = page(survey(SmallSurvey.SRS, linear), csv, false, Language.ZH_TW);
        has(page, "採線性校正（GREG，廣義迴歸）調整", "最大邊際誤差不到母體的十億分之一", "加權變數，必然相符");
        Weighting tight = new Weighting(Weighting.Method.LOGIT, linear.margins(), 0, 0);
        String refused = page(
                survey(SmallSurvey.SRS, tight.within(new Weighting.Bounds(.99, 1.01))), csv, false, Language.ZH_TW);
        has(refused, "未能依設計加權（在權數的上下限內，無法同時符合各項母體合計）", "可放寬校正的上下限");
        String bounded =
                page(survey(SmallSurvey.SRS, tight.within(new Weighting.Bounds(.4, 2.5))), csv, false, Language.EN);
        has(bounded, "Weights by logit calibration", "between 0.4 and 2.5 times the design weight");
    }

    @Test
    void everyFaultIsNamedBeforeAnythingIsComputed() {
        Survey survey = survey(SmallSurvey.SRS, raked(ages(40_000, 30_000, 20_000), SEX));
        String page = page(survey, answers(200, 100, 0), false, Language.ZH_TW);
        has(page, "加權前的檢查：有問題要先處理");
        has(page, "「年齡」的母體合計 90,000 人，「性別」合計 100,000 人", "請改用同一來源、同一基準日的母體檔");
        has(page, "「年齡」的「老年」：母體有 20,000 人，卻沒有人作答", "請把這一類併入相近的類別");
        has(page, "未能依設計加權", "每份答卷的權數都是 1", "沒有加權，差距仍在");
    }

    @Test
    void categoriesThatThePopulationFileLacksAreNamed() {
        Survey lacking = survey(SmallSurvey.SRS, raked(margin("age", Map.of("young", 50_000L, "mid", 50_000L))));
        has(page(lacking, answers(100, 50, 40), false, Language.ZH_TW), "母體檔 population/age.csv 沒有代碼 old");
        Survey zero = survey(SmallSurvey.SRS, raked(ages(50_000, 50_000, 0)));
        has(page(zero, answers(100, 50, 40), false, Language.ZH_TW), "寫 0 人，卻有人作答");
    }

    @Test
    void fewAnswersOfACategoryAreToldAndDoNotStandInTheWay() {
        Survey survey = survey(SmallSurvey.SRS, raked(ages(40_000, 30_000, 30_000)));
        List<WeightCheck> checks = checks(survey, answers(200, 100, 12));
        assertEquals(1, checks.size());
        assertEquals(WeightCheck.Kind.FEW, checks.get(0).kind());
        assertEquals(12, checks.get(0).n());
        has(page(survey, answers(200, 100, 12), false, Language.ZH_TW), "只有 12 份，少於 30 份", "最大的權數超過平均的 5 倍");
    }

    /** What stops the weights is named by the checks, and what they let pass is weighted. */
    @Test
    void checksAndWeightsAgree() {
        for (Weighting weighting : List.of(
                raked(ages(40_000, 30_000, 30_000), SEX),
                raked(ages(40_000, 30_000, 20_000), SEX),
                raked(ages(50_000, 50_000, 0)),
                raked(margin("age", Map.of("young", 50_000L, "mid", 50_000L))))) {
            for (int old : new int[] {0, 3, 40}) {
                Survey survey = survey(SmallSurvey.SRS, weighting);
                String csv = answers(100, 50, old);
                boolean blocked = checks(survey, csv).stream()
                        .anyMatch(check -> check.kind().blocks());
                boolean weighted = SmallSurvey.analysed(survey, Facts.NONE, csv)
                        .head()
                        .sample()
                        .weighted();
                assertEquals(!blocked, weighted, weighting + " with " + old + " old people");
            }
        }
    }

    @Test
    void trialDoesNotTellHowManyPeopleAHiddenGroupHas() {
        Survey survey = survey(SmallSurvey.SRS, raked(ages(40_000, 30_000, 30_000)));
        String csv = answers(200, 100, 3);
        List<WeightCheck> few = checks(survey, csv);
        assertTrue(few.stream().allMatch(check -> check.kind() == WeightCheck.Kind.TOO_FEW_TO_SHOW), few.toString());
        assertTrue(few.stream().allMatch(check -> check.n() == 0));
        String trial = page(survey, csv, true, Language.ZH_TW);
        has(trial, "這樣試算不顯示數字", "少於 5 人的組別");
        assertFalse(trial.contains("設計效果"));
        String declared = page(survey, csv, false, Language.ZH_TW);
        has(declared, "有人數過少的組別");
        assertFalse(declared.contains("相差 1"), "no extremes");
    }

    /** With weights that the women, and the men, take in turns. */
    private static String weighted(String csv, List<Integer> women, List<Integer> men) {
        StringBuilder weighted = new StringBuilder();
        String[] lines = csv.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            List<Integer> weights = lines[i].endsWith(",m") ? men : women;
            String first = i == 0 ? "_weight" : Integer.toString(weights.get(i % weights.size()));
            weighted.append(lines[i].isEmpty() ? "" : first + "," + lines[i] + "\n");
        }
        return weighted.toString();
    }

    /** Weights that differ among people who share everything were made elsewhere: nothing may be said of what they were fitted to. */
    @Test
    void finalWeightsOfAFileAreNotFittedAgain() {
        Survey survey = survey(SmallSurvey.SRS, raked(ages(40_000, 30_000, 30_000)));
        String csv = weighted(answers(40, 40, 40), List.of(2, 3), List.of(2, 3));
        String page = page(survey, csv, false, Language.ZH_TW);
        has(page, "資料檔給每份答卷各自的權數", "權數由資料檔提供", "「年齡」未用於加權：加權後 χ²(2)＝", "權數未調整到母體，視為固定");
        assertFalse(page.contains("必然相符"));
        assertFalse(page.contains("必與母體一致"));
        assertFalse(page.contains("修剪界限"));
        assertFalse(page.contains("已計入加權校正"));
    }

    /** A woman stands for three, a man for one; then each age gets the part of the population. */
    @Test
    void fittingBeginsWithTheWeightsOfTheDraw() {
        Survey survey = survey(SmallSurvey.STRATIFIED, raked(ages(40_000, 30_000, 30_000)));
        String csv = weighted(answers(200, 80, 60), List.of(3), List.of(1));
        Results results = SmallSurvey.analysed(survey, Facts.NONE, csv);
        assertEquals(
                .4 + .3 * satisfied(80) + .3 * satisfied(60),
                results.get("overall.t2b").number(),
                1e-9);
        String page = page(survey, csv, false, Language.ZH_TW);
        has(page, "設計權數為抽中機率的倒數，由此調整到母體", "加權後必與母體一致（", "已計入加權校正", "權數的分布");
        assertFalse(page.contains("各自的權數"));
        String trial = page(survey.weightedBy(Weighting.NONE), csv, true, Language.ZH_TW);
        has(trial, "權數為抽中機率的倒數，視為固定", "設計效果");
    }

    /** Of 340 answers 255 are of women, each for three; their part is 765 of 850 where the draw is taken back, and 75 % where not. */
    @Test
    void anUnevenDrawIsNotTakenForOneThatMissesPeople() {
        Survey survey = survey(SmallSurvey.STRATIFIED, raked(SEX));
        String csv = weighted(answers(200, 80, 60), List.of(3), List.of(1));
        String page = page(survey, csv, false, Language.ZH_TW);
        has(page, "先依抽中機率還原，再看誰沒有回覆", "還原後 90.0%", "不表示抽樣有誤", "調整前（依抽中機率還原）");
        has(page, "的答卷當作", "讓各組的份量回到母體的份量");
        assertFalse(page.contains("樣本偏多的是"));
        assertTrue(page.indexOf("權數做了什麼？") < page.indexOf("加權前的檢查"), "what matters comes first");
        Results results = SmallSurvey.analysed(survey, Facts.NONE, csv);
        double points = results.get("margin.sex.max_diff.drawn").number();
        assertEquals(.3, points, 1e-9);
        assertEquals(.15, results.get("margin.sex.max_diff").number(), 1e-9);
        String alike = page(survey, weighted(answers(200, 80, 60), List.of(2), List.of(2)), false, Language.ZH_TW);
        assertFalse(alike.contains("依抽中機率還原"));
    }

    /** Share of those of an age who gave 4 or 5, women three times. */
    private static double satisfied(int people) {
        double satisfied = 0;
        double all = 0;
        for (int person = 0; person < people; person++) {
            double weight = person % 4 == 0 ? 1 : 3;
            all += weight;
            satisfied += person % 5 >= 3 ? weight : 0;
        }
        return satisfied / all;
    }

    /** Nobody is old: it cannot be fitted, and what the draw says of each answer stays. */
    @Test
    void whatCannotBeFittedKeepsTheWeightsOfTheDraw() {
        Survey survey = survey(SmallSurvey.STRATIFIED, raked(ages(40_000, 30_000, 30_000)));
        String csv = weighted(answers(200, 80, 0), List.of(3), List.of(1));
        Results results = SmallSurvey.analysed(survey, Facts.NONE, csv);
        assertTrue(results.head().sample().weighted());
        assertEquals(3, results.get("sample.weight_max").number());
        has(page(survey, csv, false, Language.ZH_TW), "未能調整到母體（", "只依抽中機率加權");
        String sentence = results.head().sample().sentence().in(Language.ZH_TW);
        assertTrue(sentence.startsWith("在95%信心水準下") && sentence.contains("未能調整到母體（"), sentence);
    }

    @Test
    void openAnswersGetNoWordsOfDrawnOnes() {
        Survey survey = survey(SmallSurvey.CONVENIENCE, raked(ages(40_000, 30_000, 30_000), SEX));
        for (Language language : List.of(Language.ZH_TW, Language.EN)) {
            String csv = answers(200, 100, 60);
            Results results = SmallSurvey.analysed(survey, Facts.NONE, csv);
            String page = page(survey, csv, false, language);
            assertEquals(List.of(), ForbiddenWords.in(page, ForbiddenWords.sentences(results, language)));
        }
    }

    @Test
    void withoutAnswersOrPopulationsThePageSaysSo() {
        Survey survey = survey(SmallSurvey.SRS, Weighting.NONE);
        has(page(survey, answers(40, 40, 40), false, Language.ZH_TW), "沒有選用任何母體資料", "問卷檔沒有母體資料，無法知道誰多誰少");
        has(page(survey, "e1,sex\ndk,f\n", false, Language.ZH_TW), "尚無答案");
    }
}
