package tw.minsheng.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.report.wording.SampleCode;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;

/** The sentence follows from design, source and weights; what was not drawn has no margin anywhere. */
class SampleKindsTest {

    private static final String DRAWN = SmallSurvey.answers(300, 1, "drawn");
    private static final String OPEN = SmallSurvey.answers(200, 2, "open");
    private static final String UNSTATED = SmallSurvey.answers(200, 3, "");

    private static Results analysed(String csv, String... sections) {
        return SmallSurvey.analysed(SmallSurvey.with(sections), Facts.NONE, csv);
    }

    private static String sentence(Results results) {
        return results.head().sample().sentence().in(Language.ZH_TW);
    }

    @Test
    void openAnswersAreW5WhateverTheDesignSays() {
        Results results = analysed(OPEN, SmallSurvey.STRATIFIED);
        assertEquals(SampleCode.W5, results.head().sample().code());
        assertEquals("stratified", results.head().sample().design());
        assertEquals(
                Optional.of(Reason.NONPROBABILITY), results.get("sample.moe").reason());
        assertTrue(results.get("overall.t2b").interval().isEmpty());
    }

    @Test
    void convenienceIsW5WithoutIntervalsButReliabilityKeepsIts() {
        Results results = analysed(UNSTATED, SmallSurvey.CONVENIENCE);
        assertEquals("本調查為自願填答之非機率樣本，受訪者並非隨機抽出，無法計算抽樣誤差；結果僅反映填答者意見，不宜推論全體使用者。", sentence(results));
        Stream.of("item.e1.item_mean", "item.e1.t2b", "construct.env.score_100", "overall.t2b")
                .forEach(key -> {
                    assertTrue(results.get(key).isKnown(), key);
                    assertEquals(
                            Optional.of(Reason.NONPROBABILITY),
                            results.get(key).uncertainty().reason(),
                            key);
                });
        assertTrue(results.get("construct.env.alpha_raw").interval().isPresent());
    }

    @Test
    void weightedConvenienceSaysThatWeightsDoNotHelp() {
        Results results = analysed(UNSTATED, SmallSurvey.CONVENIENCE, SmallSurvey.WEIGHTED);
        assertTrue(sentence(results).endsWith("已依「性別」加權，加權無法消除自願填答的偏誤。"), sentence(results));
        assertTrue(results.head().sample().weighted());
    }

    @Test
    void quotaIsW6() {
        Results results = analysed(UNSTATED, SmallSurvey.QUOTA);
        assertEquals(SampleCode.W6, results.head().sample().code());
        assertEquals("本調查為配額樣本，受訪者並非隨機抽出，無法計算抽樣誤差；結果僅反映填答者意見，不宜推論全體使用者。加權不能使配額樣本成為機率樣本。", sentence(results));
    }

    @Test
    void simpleSampleIsW1WithWilsonIntervals() {
        Results results = analysed(UNSTATED, SmallSurvey.SRS);
        assertEquals("本次調查成功訪問 200 人，在95%信心水準下，抽樣誤差最大為±6.9個百分點。", sentence(results));
        assertEquals(
                Optional.of("wilson"), results.get("overall.t2b").interval().map(Interval::method));
    }

    @Test
    void largeShareOfThePopulationIsCorrectedAndSaidSo() {
        Results results = analysed(UNSTATED, SmallSurvey.SMALL_FRAME);
        assertEquals(
                List.of(SampleCode.W1, SampleCode.W3), results.head().sample().codes());
        assertTrue(sentence(results).endsWith("已作有限母體校正（母體 500 人）。"), sentence(results));
        assertTrue(sentence(results).contains("±5.4個百分點"), sentence(results));
    }

    /** 200 of 500: z·√(.25/200) = .0693, times √(300/499) = .0537; the key without a sentence stays plain SS4. */
    @Test
    void everyNumberOfTheSentenceHasAResultOfItsOwn() {
        Results large = analysed(UNSTATED, SmallSurvey.SMALL_FRAME);
        assertEquals(.0693, large.get("sample.moe").number(), 5e-5);
        assertEquals(.0537, large.get("sample.moe.sentence").number(), 5e-5);
        assertEquals(
                "z_sqrt_quarter_over_n_fpc",
                large.get("sample.moe.sentence").basis().method());
        Results small = analysed(UNSTATED, SmallSurvey.SRS);
        assertEquals(
                small.get("sample.moe").number(),
                small.get("sample.moe.sentence").number());
        assertTrue(small.get("sample.moe_deff").number()
                < small.get("sample.moe_deff.sentence").number());
        assertEquals(
                "z_sqrt_quarter_over_n_deff",
                small.get("sample.moe_deff.sentence").basis().method());
    }

    /** The row of everybody in T2.2 says what the sentence says. */
    @Test
    void marginOfTheWholeInTheTableIsThatOfTheSentence() {
        for (String sampling : List.of(SmallSurvey.SMALL_FRAME, SmallSurvey.SRS)) {
            Results results = analysed(UNSTATED, sampling);
            assertEquals(
                    results.get("sample.moe_deff.sentence").number(),
                    results.table("T2.2").orElseThrow().number(0, "margin_50"),
                    1e-12);
        }
    }

    @Test
    void variableOutsideTheWeightsIsTestedAgain() {
        String weighted = "_weight,e1,e2,e3,c1,c2,all,sex\n" + "2,5,5,5,5,1,5,f\n1,1,1,1,1,5,1,m\n".repeat(30);
        Results results = analysed(weighted, SmallSurvey.STRATIFIED);
        // 40 and 20 of 60 against 36 and 24: 16/36 + 16/24
        assertEquals(16 / 36.0 + 16 / 24.0, results.get("margin.sex.x2.after").number(), 1e-12);
        assertTrue(analysed(DRAWN, SmallSurvey.STRATIFIED, SmallSurvey.WEIGHTED)
                .find("margin.sex.x2.after")
                .isEmpty());
    }

    @Test
    void weightedSampleIsW2() {
        Results results = analysed(DRAWN, SmallSurvey.STRATIFIED, SmallSurvey.WEIGHTED);
        assertEquals(SampleCode.W2, results.head().sample().code());
        assertTrue(sentence(results).startsWith("在95%信心水準下，抽樣誤差最大為±5.7個百分點（以簡單隨機抽樣計）；計入設計效果 1.0"), sentence(results));
        assertEquals(
                "以名冊統計之「性別」人口比例，採事後分層加權調整。", results.head().sample().weighting().in(Language.ZH_TW));
        assertEquals(0, results.get("margin.sex.max_diff.after").number(), 1e-12);
    }

    /** Of one margin the regression is the mean of each category: linear calibration is post-stratification, errors and all. */
    @Test
    void calibrationToOneMarginIsPostStratification() {
        String linear = SmallSurvey.WEIGHTED.replace("method: cell", "method: linear");
        Results cells = analysed(DRAWN, SmallSurvey.STRATIFIED, SmallSurvey.WEIGHTED);
        Results calibrated = analysed(DRAWN, SmallSurvey.STRATIFIED, linear);
        for (String key : List.of("overall.t2b", "item.e1.item_mean", "construct.env.score_100")) {
            Result one = cells.get(key);
            Result other = calibrated.get(key);
            assertEquals(one.number(), other.number(), 1e-10, key);
            assertEquals(
                    one.interval().orElseThrow().lower().number(),
                    other.interval().orElseThrow().lower().number(),
                    1e-10,
                    key);
        }
        assertEquals(
                cells.get("sample.deff_kish").number(),
                calibrated.get("sample.deff_kish").number(),
                1e-10);
    }

    /** Stages are not in the variance, so there is neither a design effect nor an interval, and the sentence says why. */
    @Test
    void clustersThatAreNotCountedHaveNoDesignEffect() {
        Results results = analysed(UNSTATED, SmallSurvey.CLUSTER);
        assertEquals("在95%信心水準下，抽樣誤差最大為±6.9個百分點（以簡單隨機抽樣計）；未計入同一集群或時段內答案的相似性，因此不列設計效果，實際誤差較大。", sentence(results));
        for (String key : List.of("sample.moe_deff", "sample.moe_deff.sentence", "sample.n_eff")) {
            assertEquals(Optional.of(Reason.NO_DATA), results.get(key).reason(), key);
        }
        for (String key : List.of("overall.t2b", "item.e1.item_mean", "construct.env.score_100")) {
            assertTrue(results.get(key).interval().isEmpty(), key);
            assertEquals(
                    Optional.of(Reason.NO_DATA), results.get(key).uncertainty().reason(), key);
        }
        assertTrue(results.table("T2.2").isEmpty());
        String page = SmallSurvey.report(SmallSurvey.with(SmallSurvey.CLUSTER), Facts.NONE, UNSTATED, Language.ZH_TW)
                .page();
        assertFalse(page.contains("線段為"));
        assertFalse(sentence(analysed(DRAWN, SmallSurvey.STRATIFIED)).contains("實際誤差較大"));
    }

    @Test
    void sessionsWithoutDaysSayNoPeriod() {
        String onsite = sentence(analysed(UNSTATED, SmallSurvey.ONSITE));
        assertTrue(onsite.contains("於民國114年3月1日至民國114年3月20日抽出8個時段，每5人訪問1人；母體為該期間臨櫃民眾。"), onsite);
        String undated = "e1,e2,e3,c1,c2,all,sex\n" + "5,5,5,5,1,5,f\n1,1,1,1,5,1,m\n".repeat(30);
        String without = sentence(analysed(undated, SmallSurvey.ONSITE));
        assertTrue(without.endsWith("抽出8個時段，每5人訪問1人；母體為調查期間臨櫃民眾。"), without);
    }

    @Test
    void everybodyOfTheFrameHasNoSamplingError() {
        Results results = analysed(UNSTATED, SmallSurvey.SRS.replace("100000", "200"));
        assertEquals("本次調查成功訪問 200 人，不計算抽樣誤差（普查，無抽樣誤差）。", sentence(results));
        assertEquals(List.of(SampleCode.W1), results.head().sample().codes());
        for (String key : List.of("overall.t2b", "item.e1.item_mean", "construct.env.score_100")) {
            assertTrue(results.get(key).isKnown(), key);
            assertEquals(
                    Optional.of(Reason.CENSUS), results.get(key).uncertainty().reason(), key);
        }
    }

    @Test
    void moreAnswersThanPeopleHaveNoIntervals() {
        Results results = analysed(UNSTATED, SmallSurvey.SRS.replace("100000", "100"));
        assertEquals("本次調查成功訪問 200 人，不計算抽樣誤差（樣本數 200 大於母體數 100）。", sentence(results));
        Result satisfied = results.get("overall.t2b");
        assertEquals(Optional.of(Reason.SAMPLE_EXCEEDS_POPULATION), satisfied.reason());
        assertEquals(
                Optional.of(Reason.SAMPLE_EXCEEDS_POPULATION),
                satisfied.uncertainty().reason());
    }

    /** 200 of 500: the widths of the margin and of the interval shrink alike, by √(300/499) = .775. */
    @Test
    void intervalOfALargeShareIsCorrectedLikeTheMargin() {
        Interval large = analysed(UNSTATED, SmallSurvey.SMALL_FRAME)
                .get("overall.t2b")
                .interval()
                .orElseThrow();
        Interval small = analysed(UNSTATED, SmallSurvey.SRS)
                .get("overall.t2b")
                .interval()
                .orElseThrow();
        double ratio = (large.upper().number() - large.lower().number())
                / (small.upper().number() - small.lower().number());
        assertEquals("wilson_fpc", large.method());
        assertEquals(StrictMath.sqrt(300 / 499.0), ratio, .005);
    }

    @Test
    void censusHasNoMarginButARateOfContacts() {
        Results results = analysed(UNSTATED, SmallSurvey.CENSUS);
        assertEquals("本調查為普查，無抽樣誤差；回收率未提供，未回覆者可能造成偏誤。", sentence(results));
        assertEquals(Optional.of(Reason.CENSUS), results.get("sample.moe").reason());
        assertEquals(Optional.of(Reason.NO_DATA), results.get("sample.rr1").reason());
    }

    /** 200 complete of 400 eligible contacts; nobody was found not to belong, so e is 1 and says so (S20). */
    @Test
    void ratesCountContactsAndWarnOfE() {
        Facts facts = new Facts(
                "",
                "",
                "",
                Facts.Fieldwork.NONE,
                "",
                new Facts.Dispositions(200, 0, 100, 100, 0, 0, 0, 0),
                java.util.Map.of(),
                Facts.NoActions.NONE,
                Facts.Approval.NONE);
        Results results = SmallSurvey.analysed(SmallSurvey.with(SmallSurvey.CENSUS), facts, UNSTATED);
        assertEquals("本調查為普查，無抽樣誤差；回收率 50.0%（AAPOR RR1），未回覆者可能造成偏誤。", sentence(results));
        Result rate = results.get("sample.rr1");
        assertEquals(400, rate.n());
        assertFalse(rate.basis().weighted());
        assertEquals("no_ineligible_contacts", rate.warnings().get(0).code());
    }

    /** Nobody of one sex answered: the refusal is a result with its reason, and the sentence names the words. */
    @Test
    void refusedWeightingIsSaidInResultsAndInWords() {
        String women = "_source,e1,e2,e3,c1,c2,all,sex\n" + "drawn,5,5,5,5,1,5,f\ndrawn,1,1,1,1,5,1,f\n".repeat(40);
        Results results = analysed(women, SmallSurvey.STRATIFIED, SmallSurvey.WEIGHTED);
        assertFalse(results.head().sample().weighted());
        assertEquals(
                Optional.of(Reason.CATEGORY_WITHOUT_SAMPLE),
                results.get("sample.max_margin_error").reason());
        String words = results.head().sample().weighting().in(Language.ZH_TW);
        assertTrue(words.contains("母體有「男」但樣本沒有"), words);
    }

    /** Three answers on paper, and five is the smallest cell: hidden, and the sixty of the web that would tell them too. */
    @Test
    void smallModesStayOutOfTheTable() {
        String row = ",5,5,5,5,1,5,f\n";
        String csv = "_mode,e1,e2,e3,c1,c2,all,sex\n" + ("web" + row).repeat(60) + ("paper" + row).repeat(3);
        ResultTable modes = analysed(csv, SmallSurvey.SRS).table("T4.11.modes").orElseThrow();
        assertEquals(2, modes.rows().size());
        for (int place = 0; place < modes.rows().size(); place++) {
            assertEquals(Optional.of(Reason.SMALL_CELL), modes.entry(place, "n").reason());
            assertEquals(
                    Optional.of(Reason.SMALL_CELL),
                    modes.entry(place, "satisfied").reason());
        }
    }

    @Test
    void drawnAndOpenAnswersAreTwoResults() {
        String both = DRAWN + OPEN.substring(OPEN.indexOf('\n') + 1);
        Results results = analysed(both, SmallSurvey.STRATIFIED);
        assertEquals(
                List.of(SampleCode.W2, SampleCode.W7), results.head().sample().codes());
        assertEquals(SampleCode.W5, results.head().open().get(0).code());
        assertEquals(300, results.get("sample.n").number());
        assertEquals(200, results.get("open.sample.n").number());
        assertEquals(500, results.get("data.used").number());
        assertTrue(results.get("open.overall.t2b").interval().isEmpty());
        assertTrue(results.get("overall.t2b").interval().isPresent());
        assertTrue(results.table("open.T3.3.e1").isPresent());
    }

    /** Two results: the page shows the scores of the open part in a table of its own. */
    @Test
    void openPartHasItsOwnFiguresInTheReport() {
        String both = DRAWN + OPEN.substring(OPEN.indexOf('\n') + 1);
        SurveyReport report =
                SmallSurvey.report(SmallSurvey.with(SmallSurvey.STRATIFIED), Facts.NONE, both, Language.ZH_TW);
        String page = report.page();
        int table = page.indexOf("自願填答部分的結果");
        assertTrue(table >= 0);
        String score = Printed.score(
                report.results().get("open.construct.env.score_100").number());
        assertTrue(page.substring(table).contains(score), score);
        assertFalse(page.contains(">500<"));
    }

    @Test
    void weightsOfTheFileAreTakenAsTheyAre() {
        String csv = "_weight,e1,e2,e3,c1,c2,all,sex\n2,5,5,5,5,1,5,f\n1,1,1,1,1,5,1,m\n1,1,2,1,1,5,1,m\n";
        Results results = analysed(csv, SmallSurvey.SRS);
        assertEquals(SampleCode.W2, results.head().sample().code());
        assertEquals(.5, results.get("item.e1.t2b").number(), 1e-12);
    }

    /** One person with 5 and weight 2, two with 1 and weight 1: 100/3 of 100 as they are, 50 with their weights. */
    @Test
    void unweightedMeansForgetTheWeightsThatAnswersBring() {
        String csv = "_weight,e1,e2,e3,c1,c2,all,sex\n2,5,5,5,5,1,5,f\n1,1,1,1,1,5,1,m\n1,1,1,1,1,5,1,m\n";
        ResultTable change = analysed(csv, SmallSurvey.SRS).table("T4.11").orElseThrow();
        assertEquals(100 / 3.0, change.number(0, "unweighted"), 1e-12);
        assertEquals(50, change.number(0, "weighted"), 1e-12);
    }

    /** 200 answers at 99%: 2.576·√(.25/200) = ±9.1; no word of the page may say 95% but for α, whose level is fixed. */
    @Test
    void wordsSayTheLevelOfThePlan() {
        String sampling = SmallSurvey.SRS.replace("confidence: 0.95", "confidence: 0.99");
        for (Language language : List.of(Language.ZH_TW, Language.EN)) {
            SurveyReport report = SmallSurvey.report(SmallSurvey.with(sampling), Facts.NONE, UNSTATED, language);
            String page = report.page();
            assertTrue(page.contains("99%"), language.toString());
            assertTrue(page.contains("2.58"), language.toString());
            assertFalse(page.contains("1.96"), language.toString());
            for (String words : List.of("線段為 95%", "95% 信心水準", "lines are 95%", "95% confidence level")) {
                assertFalse(page.contains(words), words);
            }
        }
        assertEquals(
                "本次調查成功訪問 200 人，在99.5%信心水準下，抽樣誤差最大為±9.9個百分點。",
                sentence(analysed(UNSTATED, SmallSurvey.SRS.replace("confidence: 0.95", "confidence: 0.995"))));
    }
}
