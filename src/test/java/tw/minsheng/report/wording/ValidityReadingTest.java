package tw.minsheng.report.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.StandardsFile;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/** The sentences of report.md 3.8 about validity, word for word. */
class ValidityReadingTest {

    private static final ValidityReading READING = new ValidityReading(Language.ZH_TW, StandardsFile.usual());

    private static Value of(double number) {
        return Value.of(number);
    }

    @Test
    void whatWasNotComputedSaysWhy() {
        Value none = Value.undefined(Reason.N_TOO_SMALL, Map.of("n", "2"));
        assertEquals("KMO 未能計算：有效樣本僅 2 份，不足以計算。建構效度未能檢驗。", READING.adequacy(none, none, none, none));
        assertEquals("平行分析未能計算：有效樣本僅 2 份，不足以計算。", READING.factors(none, 3, List.of()));
        assertEquals(List.of("CR、AVE 未能計算，收斂與區別效度未能檢驗。"), READING.convergent(List.of(), List.of()));
        assertEquals("與整體滿意度之相關（同一來源）：未能計算。", READING.overall(List.of()));
    }

    @Test
    void adequateDataAndOthers() {
        assertEquals(
                "KMO＝.881，Bartlett 檢定 χ²(66)＝3,412.0，p < .001，資料適合因素分析。",
                READING.adequacy(of(.881), of(3412), of(66), of(1e-200)));
        assertEquals("KMO＝.523，資料不適合因素分析，建構效度未能檢驗。", READING.adequacy(of(.523), of(90), of(66), of(.03)));
        assertTrue(READING.adequacy(of(.7), of(60), of(66), of(.6)).contains("未達顯著"));
    }

    @Test
    void factorsAsPlannedAndMerged() {
        assertEquals("平行分析建議 3 個因素，與設計的 3 個構面相符。", READING.factors(of(3), 3, List.of("環境", "禮儀")));
        assertEquals("平行分析建議 2 個因素，設計為 3 個構面；「環境」與「禮儀」合併，請檢討構面定義。", READING.factors(of(2), 3, List.of("環境", "禮儀")));
        assertEquals("平行分析建議 4 個因素，設計為 3 個構面；請檢討構面定義。", READING.factors(of(4), 3, List.of()));
    }

    @Test
    void convergentAndDiscriminant() {
        List<ValidityReading.Convergent> good = List.of(
                new ValidityReading.Convergent("環境", of(.812), of(.523)),
                new ValidityReading.Convergent("禮儀", of(.884), of(.614)));
        assertEquals(
                List.of("CR .812–.884、AVE .523–.614、HTMT 最高 .742，收斂與區別效度有依據。"),
                READING.convergent(good, List.of(new ValidityReading.Pair("環境", "禮儀", of(.742)))));
        assertEquals(
                List.of("「環境」與「禮儀」HTMT＝.912，達 .85 以上，兩構面難以區分。"),
                READING.convergent(good, List.of(new ValidityReading.Pair("環境", "禮儀", of(.912)))));
        assertEquals(
                List.of("「環境」AVE＝.430，低於 .50，收斂效度不足。"),
                READING.convergent(List.of(new ValidityReading.Convergent("環境", of(.75), of(.43))), List.of()));
    }

    @Test
    void overallIsNeverACriterion() {
        String said = READING.overall(List.of(
                new ValidityReading.Overall("環境", of(.583), of(1e-20)),
                new ValidityReading.Overall("禮儀", of(.711), of(1e-30)),
                new ValidityReading.Overall("專業", of(.6), of(1e-30))));
        assertEquals("3 個構面與整體滿意度相關 .583–.711（均 p < .001）。此為同一份問卷內之相關，不是效標。", said);
        assertTrue(READING.overall(List.of(new ValidityReading.Overall("環境", of(.124), of(.04))))
                .contains("「環境」與整體滿意度相關僅 .124。"));
    }
}
