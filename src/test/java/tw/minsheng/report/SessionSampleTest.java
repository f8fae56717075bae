package tw.minsheng.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.analysis.WeightChecks;
import tw.minsheng.report.wording.SampleCode;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.distribution.SplitMix64;
import tw.minsheng.survey.Survey;

/** Answers whose sessions are named: the error of the design is in every interval, and in the sentence. */
class SessionSampleTest {

    private static final String HEADER = "_source,_weight,_stratum,_psu,_date,e1,e2,e3,c1,c2,all,sex\n";

    private static Results analysed(String csv) {
        return SmallSurvey.analysed(SmallSurvey.with(SmallSurvey.ONSITE), Facts.NONE, csv);
    }

    private static String line(String source, String weight, String stratum, String psu, int score) {
        int other = score == 1 ? 2 : score - 1;
        return String.join(
                        ",",
                        source,
                        weight,
                        stratum,
                        psu,
                        "2025-03-03",
                        score + "," + other + "," + score,
                        other + "," + score,
                        Integer.toString(score),
                        score > 3 ? "f" : "m")
                + "\n";
    }

    /** The eleven answers of ClusteredMeanTest; 5 is satisfied and 1 is not. */
    private static String eleven() {
        String[] psu = {"1", "1", "2", "2", "2", "3", "1", "1", "5", "5", "5"};
        String[] weight = {"2", "2", "3", "3", "3", "5", "1.5", "1.5", "4", "4", "4"};
        int[] y = {1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1};
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < y.length; i++) {
            csv.append(line("drawn", weight[i], i < 6 ? "a" : "b", psu[i], y[i] == 1 ? 5 : 1));
        }
        return csv.toString();
    }

    /**
     * A declared weighting begins at the weights of the sessions: R's postStratify of svydesign(ids = ~psu, strata = ~stratum, weights =
     * ~weight, nest = TRUE), t with 3 degrees. The report says both.
     */
    @Test
    void declaredWeightingBeginsAtTheWeightsOfTheSessions() {
        String[] lines = eleven().split("\n", -1);
        StringBuilder csv = new StringBuilder(lines[0]).append('\n');
        for (int i = 1; i <= 11; i++) {
            csv.append(lines[i], 0, lines[i].length() - 1).append(i % 2 == 1 ? "f\n" : "m\n");
        }
        Survey survey = SmallSurvey.with(SmallSurvey.ONSITE, SmallSurvey.WEIGHTED);
        Results results = SmallSurvey.analysed(survey, Facts.NONE, csv.toString());
        Result mean = results.get("overall.item_mean");
        assertEquals(3.608663594470046, mean.number(), 1e-12);
        double half = mean.interval().orElseThrow().upper().number() - mean.number();
        assertEquals(.420592124028093 * 3.182446305284263, half, 1e-9);
        String words = results.head().sample().weighting().in(Language.ZH_TW);
        assertTrue(words.startsWith("設計權數為時段與訪問間隔抽中機率的倒數"), words);
        assertTrue(words.endsWith("採事後分層加權調整。"), words);
        assertEquals(0, results.get("margin.sex.max_diff.after").number(), 1e-12);
        String page = SmallSurvey.report(survey, Facts.NONE, results, Language.ZH_TW)
                .weighting(WeightChecks.of(SmallSurvey.parts(survey, csv.toString())), false);
        assertFalse(page.contains("不再調整到母體"), page);
    }

    @Test
    void withoutADeclaredWeightingTheSessionsAloneWeigh() {
        String words = analysed(eleven()).head().sample().weighting().in(Language.EN);
        assertTrue(words.startsWith("The weights are the inverse probabilities of the sessions"), words);
    }

    /** Nobody of a category: what is left are the weights of the sessions, and nobody is told that there are none. */
    @Test
    void whatCannotBeFittedKeepsTheWeightsOfTheSessions() {
        Survey survey = SmallSurvey.with(SmallSurvey.ONSITE, SmallSurvey.WEIGHTED);
        Results results = SmallSurvey.analysed(survey, Facts.NONE, eleven().replace(",m\n", ",f\n"));
        assertTrue(results.head().sample().weighted());
        assertEquals(
                analysed(eleven()).get("overall.t2b").number(),
                results.get("overall.t2b").number(),
                1e-12);
        String words = results.head().sample().weighting().in(Language.ZH_TW);
        assertTrue(words.contains("以下只依時段與訪問間隔的抽中機率加權"), words);
    }

    /** R survey 4.1-1: svydesign(ids = ~psu, strata = ~stratum, weights = ~weight, nest = TRUE); the unit 1 of b is not that of a. */
    @Test
    void intervalsAndDesignEffectAreThoseOfR() {
        Results results = analysed(eleven());
        Result satisfied = results.get("overall.t2b");
        assertEquals(0.6363636363636364, satisfied.number(), 1e-12);
        Interval interval = satisfied.interval().orElseThrow();
        assertEquals("logit", interval.method());
        assertEquals(0.326501265003062, interval.lower().number(), 1e-9);
        assertEquals(0.863336622278963, interval.upper().number(), 1e-9);
        Interval mean = results.get("overall.item_mean").interval().orElseThrow();
        assertEquals("t", mean.method());
        assertEquals(1 + 4 * 0.339316476802896, mean.lower().number(), 1e-9);
        assertEquals(1 + 4 * 0.933410795924376, mean.upper().number(), 1e-9);
        assertEquals(0.376492194674013, results.get("sample.deff_design").number(), 1e-9);
        assertEquals(11 / 0.376492194674013, results.get("sample.n_eff").number(), 1e-6);
        assertEquals(
                results.get("sample.moe").number() * Math.sqrt(0.376492194674013),
                results.get("sample.moe_deff.sentence").number(),
                1e-9);
    }

    /** Twelve sessions, each of one mind more or less. */
    private static String moody(int open) {
        SplitMix64 random = new SplitMix64(114);
        StringBuilder csv = new StringBuilder(HEADER);
        for (int session = 0; session < 12; session++) {
            double share = .3 + .6 * random.nextUniform();
            for (int i = 0; i < 20; i++) {
                csv.append(line(
                        "drawn",
                        Double.toString(10.5 + session),
                        session % 2 == 0 ? "building" : "road",
                        "s" + session,
                        random.nextUniform() < share ? 5 : 2));
            }
        }
        csv.append(line("open", "1", "", "", 1).repeat(open));
        return csv.toString();
    }

    @Test
    void sentenceSaysTheDesignEffectAndTheSessions() {
        Results results = analysed(moody(0));
        double deff = results.get("sample.deff_design").number();
        assertTrue(deff > 1.2, "deff " + deff);
        String sentence = results.head().sample().sentence().in(Language.ZH_TW);
        assertTrue(sentence.contains("（以簡單隨機抽樣計）；計入設計效果 " + String.format(Locale.ROOT, "%.2f", deff)), sentence);
        assertTrue(sentence.endsWith("於民國114年3月3日抽出8個時段，每5人訪問1人；母體為該期間臨櫃民眾。"), sentence);
        assertFalse(sentence.contains("實際誤差較大"), sentence);
        String english = results.head().sample().sentence().in(Language.EN);
        assertTrue(
                english.contains("8 sessions were drawn") && english.contains("one visitor in every 5 was asked"),
                english);
        assertTrue(results.table("T2.2").isPresent());
        String page = SmallSurvey.report(SmallSurvey.with(SmallSurvey.ONSITE), Facts.NONE, moody(0), Language.ZH_TW)
                .page();
        assertTrue(page.contains("同一時段或集群的答案彼此相像，誤差值與各項信賴區間已計入"));
        assertTrue(page.contains("2 個櫃台在調查期間各有 40 個半天時段，共抽出 8 個時段"));
    }

    /** The page says both, and why the second is too narrow. */
    @Test
    void theIntervalThatForgetsTheSessionsStandsBesideTheTruth() {
        Results results = analysed(moody(0));
        Interval knowing = results.get("overall.t2b").interval().orElseThrow();
        Interval blind = results.get("sample.ignoring_units").interval().orElseThrow();
        assertEquals(
                results.get("overall.t2b").number(),
                results.get("sample.ignoring_units").number());
        double wide = knowing.upper().number() - knowing.lower().number();
        double narrow = blind.upper().number() - blind.lower().number();
        assertTrue(wide > 1.2 * narrow, wide + " " + narrow);
        String page = SmallSurvey.report(SmallSurvey.with(SmallSurvey.ONSITE), Facts.NONE, moody(0), Language.ZH_TW)
                .page();
        assertTrue(page.contains("後者太窄（只有前者的 1/" + String.format(Locale.ROOT, "%.2f", wide / narrow)), page);
        assertTrue(analysed(eleven()).find("sample.ignoring_units").isPresent());
        assertTrue(analysed(moody(0) + line("drawn", "10.5", "road", "", 5))
                .find("sample.ignoring_units")
                .isEmpty());
    }

    @Test
    void openAnswersBesideTheSlipsAreNeverPooled() {
        Results both = analysed(moody(60));
        Results alone = analysed(moody(0));
        assertEquals(List.of(SampleCode.W2, SampleCode.W7), both.head().sample().codes());
        for (String key : List.of("overall.t2b", "sample.deff_design", "sample.n_eff", "sample.n")) {
            assertEquals(alone.get(key).number(), both.get(key).number(), key);
        }
        assertEquals(60, both.get("open.sample.n").number());
        assertEquals(
                Optional.of(Reason.NONPROBABILITY),
                both.get("open.overall.t2b").uncertainty().reason());
        assertTrue(both.find("open.sample.deff_design").isEmpty());
    }

    /** One answer without a session: nobody can say how alike it is to others, and nothing is pretended. */
    @Test
    void anAnswerWithoutASessionLeavesNoError() {
        Results results = analysed(moody(0) + line("drawn", "10.5", "road", "", 5));
        assertEquals(
                Optional.of(Reason.NO_DATA), results.get("sample.deff_design").reason());
        assertTrue(results.get("overall.t2b").interval().isEmpty());
        assertTrue(results.head().sample().sentence().in(Language.ZH_TW).contains("不列設計效果，實際誤差較大"));
    }

    @Test
    void oneSessionInAllHasNoError() {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < 30; i++) {
            csv.append(line("drawn", "10", "road", "s1", i % 3 == 0 ? 2 : 5));
        }
        Results results = analysed(csv.toString());
        assertTrue(results.get("overall.t2b").isKnown());
        assertEquals(
                Optional.of(Reason.SINGLE_PSU),
                results.get("overall.t2b")
                        .interval()
                        .flatMap(each -> each.lower().reason())
                        .or(() -> results.get("overall.t2b").uncertainty().reason()));
        assertEquals(
                Optional.of(Reason.SINGLE_PSU),
                results.get("sample.deff_design").reason());
    }
}
