package tw.minsheng.report.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Language;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/** The sentences of report.md 3.8, word for word. */
class ReadingTest {

    private static Reading of(int items, double alpha, List<Reading.Named> deleted, List<Reading.Named> corrected) {
        return new Reading(
                "服務禮儀",
                items,
                1012,
                Value.of(alpha),
                Interval.of("feldt", .95, .806, .841),
                .7,
                Value.of(.6667),
                deleted,
                corrected);
    }

    private static Reading.Named named(String item, double value) {
        return new Reading.Named(item, Value.of(value));
    }

    @Test
    void alphaThatReachesTheStandard() {
        List<String> read = of(4, .824, List.of(), List.of(named("a", .451), named("b", .712)))
                .in(Language.ZH_TW);
        assertEquals("「服務禮儀」4 題，n＝1,012，α＝.824（95% 信賴區間 .806–.841），達所定標準 .70，題目間一致。", read.get(0));
        assertEquals("各題與構面總分之校正相關為 .451–.712。", read.get(1));
    }

    @Test
    void alphaBelowTheStandardNamesTheItem() {
        List<String> read = of(4, .612, List.of(named("急著打發我", .703), named("b", .5)), List.of(named("急著打發我", .124)))
                .in(Language.ZH_TW);
        assertEquals(
                "「服務禮儀」4 題，n＝1,012，α＝.612（95% 信賴區間 .806–.841），低於所定標準 .70；本構面分數僅供參考，刪除「急著打發我」後為 .703，下次調查應檢討。",
                read.get(0));
        assertEquals("「急著打發我」校正相關 .124，低於 .30，與同構面其他題目不一致。", read.get(1));
    }

    @Test
    void veryHighAlphaIsNoPraise() {
        assertEquals(
                "α＝.957，題目可能重複，宜刪減。",
                of(4, .957, List.of(), List.of()).in(Language.ZH_TW).get(1));
    }

    @Test
    void twoItemsGetNoFactorAnalysis() {
        assertEquals(
                "僅 2 題，以 α 與 Spearman–Brown 係數（.667）表示，不做因素分析。",
                of(2, .66, List.of(), List.of()).in(Language.ZH_TW).get(1));
    }

    @Test
    void missingAlphaSaysWhy() {
        Value none = Value.undefined(Reason.NO_COMPLETE_ROWS);
        Reading reading =
                new Reading("環境", 3, 0, none, Interval.undefined("feldt", .95, none), .7, none, List.of(), List.of());
        assertEquals(List.of("「環境」的 α 未能計算：沒有任何一份問卷答完全部題目。"), reading.in(Language.ZH_TW));
    }
}
