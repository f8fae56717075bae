package tw.minsheng.report.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.StandardsFile;
import tw.minsheng.report.wording.ValidityReading.Astray;
import tw.minsheng.report.wording.ValidityReading.Model;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/** The sentences of report.md 3.8 about validity, word for word. */
class ValidityReadingTest {

    private static final ValidityReading READING = new ValidityReading(Language.ZH_TW, StandardsFile.usual());

    private static Value of(double number) {
        return Value.of(number);
    }

    private static ValidityReading.Adequacy adequacy(Value kmo, Value chiSquare, Value df, Value p, boolean few) {
        return new ValidityReading.Adequacy(1012, 12, kmo, chiSquare, df, p, few);
    }

    @Test
    void whatWasNotComputedSaysWhy() {
        Value none = Value.undefined(Reason.N_TOO_SMALL, Map.of("n", "2"));
        assertEquals("KMO 未能計算：有效樣本僅 2 份，不足以計算。建構效度未能檢驗。", READING.adequacy(adequacy(none, none, none, none, false)));
        assertEquals(
                "平行分析未能計算：有效樣本僅 2 份，不足以計算。", READING.factors(factors(none, none, List.of(), List.of(), Model.NONE)));
        assertEquals("與整體滿意度之相關（同一來源）：未能計算。", READING.overall(List.of()));
    }

    @Test
    void adequateDataAndOthers() {
        assertEquals(
                "n＝1,012，KMO＝.881，Bartlett 檢定 χ²(66)＝3,412.0，p < .001，資料適合因素分析。",
                READING.adequacy(adequacy(of(.881), of(3412), of(66), of(1e-200), false)));
        assertEquals(
                "n＝1,012，KMO＝.523，資料不適合因素分析，建構效度未能檢驗。",
                READING.adequacy(adequacy(of(.523), of(90), of(66), of(.03), false)));
        assertTrue(READING.adequacy(adequacy(of(.7), of(60), of(66), of(.6), false))
                .contains("未達顯著"));
        assertTrue(READING.adequacy(adequacy(of(.881), of(3412), of(66), of(1e-200), true))
                .endsWith("資料適合因素分析。份數不足題數（12 題）的 5 倍，因素分析結果不穩定，僅供參考。"));
    }

    private static ValidityReading.Factors factors(
            Value quantile, Value mean, List<List<String>> merged, List<Astray> astray, Model model) {
        return new ValidityReading.Factors(1012, quantile, mean, 3, merged, astray, model);
    }

    @Test
    void factorsAsPlannedAndMerged() {
        assertEquals(
                "平行分析（n＝1,012）以隨機資料第 95 百分位為準建議 3 個因素，以平均數為準 4 個，與設計的 3 個構面相符。",
                READING.factors(factors(of(3), of(4), List.of(), List.of(), Model.FITS)));
        assertEquals(
                "平行分析（n＝1,012）以隨機資料第 95 百分位為準建議 2 個因素，以平均數為準 2 個；設計為 3 個構面，請檢討構面定義。「環境」與「禮儀」合併為同一因素。",
                READING.factors(factors(of(2), of(2), List.of(List.of("環境", "禮儀")), List.of(), Model.NONE)));
    }

    @Test
    void oneFactorIsOneInEnglish() {
        ValidityReading english = new ValidityReading(Language.EN, StandardsFile.usual());
        assertTrue(
                english.factors(new ValidityReading.Factors(1012, of(1), of(1), 1, List.of(), List.of(), Model.NONE))
                        .contains(
                                "suggests 1 factor by the 95th percentile of random data and 1 by their mean; 1 construct was"));
        assertTrue(
                english.factors(factors(of(2), of(2), List.of(), List.of(), Model.NONE))
                        .contains(
                                "suggests 2 factors by the 95th percentile of random data and 2 by their mean; 3 constructs were"));
    }

    /** As many factors as constructs is no support where the model does not fit or items stand elsewhere. */
    @Test
    void theNumberOfFactorsContradictsNeitherTheItemsNorTheModel() {
        assertTrue(READING.factors(factors(of(3), of(3), List.of(), List.of(), Model.MISFITS))
                .endsWith("個數與設計的 3 個構面相同，但驗證性因素分析未達適配標準，不足以支持所定構面。"));
        assertTrue(READING.factors(factors(of(3), of(3), List.of(), List.of(new Astray("標示清楚", "「禮儀」")), Model.FITS))
                .endsWith("但題目的歸屬不盡相同。未與所屬構面多數題目落在同一因素的題目：「標示清楚」（落在「禮儀」）。"));
        assertTrue(READING.factors(factors(of(4), of(5), List.of(), List.of(), Model.FITS))
                .endsWith("設計為 3 個構面，而驗證性因素分析與所定構面相符，兩者宜一併判讀。"));
    }

    /** A comma in brackets would read as two numbers. */
    @Test
    void degreesOfFreedomHaveNoComma() {
        assertTrue(READING.adequacy(adequacy(of(.893), of(8423), of(1275), of(1e-200), false))
                .contains("χ²(1275)＝8,423.0"));
    }

    @Test
    void overallIsNeverACriterion() {
        String said = READING.overall(List.of(
                new ValidityReading.Overall("環境", 1000, of(.583), of(1e-20)),
                new ValidityReading.Overall("禮儀", 1012, of(.711), of(1e-30)),
                new ValidityReading.Overall("專業", 1012, of(.6), of(1e-30))));
        assertEquals("3 個構面與整體滿意度相關 .583–.711（n＝1,000–1,012，均 p < .001）。此為同一份問卷內之相關，不是效標。", said);
        assertTrue(READING.overall(List.of(new ValidityReading.Overall("環境", 1000, of(.124), of(.04))))
                .contains("「環境」與整體滿意度相關僅 .124。"));
    }

    @Test
    void aCorrelationThatDoesNotExistSaysWhy() {
        Value none = Value.undefined(Reason.N_TOO_SMALL, Map.of("n", "2"));
        assertEquals(
                "「環境」與整體滿意度之相關未能計算：有效樣本僅 2 份，不足以計算。此為同一份問卷內之相關，不是效標。",
                READING.overall(List.of(new ValidityReading.Overall("環境", 2, none, none))));
    }
}
