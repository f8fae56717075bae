package tw.minsheng.report.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Language;
import tw.minsheng.statistics.Interval;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.Warning;

/** The sentences of report.md 3.8, word for word. */
class ReadingTest {

    private static final Reading.Limits LIMITS = new Reading.Limits(.7, .95, .3);

    private static Reading of(int items, double alpha, List<Reading.Named> deleted, List<Reading.Named> corrected) {
        return new Reading(
                "服務禮儀",
                items,
                1012,
                Value.of(alpha),
                Interval.of("feldt", .95, .806, .841),
                LIMITS,
                Value.of(.6667),
                deleted,
                corrected,
                List.of());
    }

    private static Reading warned(double alpha, Warning... warnings) {
        Reading plain = of(4, alpha, List.of(), List.of());
        return new Reading(
                plain.construct(),
                plain.items(),
                plain.n(),
                plain.alpha(),
                plain.interval(),
                LIMITS,
                plain.spearmanBrown(),
                List.of(),
                List.of(),
                List.of(warnings));
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

    /** Fifty items of six constructs have a high α whatever they measure: neither praise nor advice to shorten. */
    @Test
    void allItemsTogetherAreNoScale() {
        Reading whole = new Reading(
                "",
                51,
                238,
                Value.of(.951),
                Interval.of("feldt", .95, .941, .959),
                LIMITS,
                Value.of(.951),
                List.of(),
                List.of(),
                List.of());
        assertEquals(
                List.of("全部 51 題，n＝238，α＝.951（95% 信賴區間 .941–.959）；這些題目分屬多個構面（多向度），α 隨題數升高，不套用標準，各構面宜分開解讀，不以總分代表。"),
                whole.in(Language.ZH_TW));
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
        Reading reading = without(3, none, List.of());
        assertEquals(List.of("「環境」的 α 未能計算：沒有任何一份問卷答完全部題目。"), reading.in(Language.ZH_TW));
    }

    private static Reading without(int items, Value alpha, List<Reading.Named> corrected) {
        return new Reading(
                "環境",
                items,
                0,
                alpha,
                Interval.undefined("feldt", .95, alpha),
                LIMITS,
                alpha,
                List.of(),
                corrected,
                List.of());
    }

    /** A wholly turned item leaves no variance of the sum, so no α: just then the item must be named. */
    @Test
    void turnedItemIsNamedWhereThereIsNoAlpha() {
        Value none = Value.undefined(Reason.NO_VARIATION);
        List<String> read =
                without(3, none, List.of(named("座位", -1), named("標示", .5))).in(Language.ZH_TW);
        assertEquals(List.of("「環境」的 α 未能計算：所有答案相同，無法計算。", "「座位」校正相關 −1.000，為負值，可能漏標反向題，請檢查問卷定義。"), read);
        assertEquals(
                "僅 2 題（「招呼」、「催促」），兩題相關 −1.000，為負值，其中一題可能漏標反向題，請檢查問卷定義。",
                without(2, none, List.of(named("招呼", -1), named("催促", -1)))
                        .in(Language.ZH_TW)
                        .get(1));
    }

    @Test
    void warningsArePutIntoWordsAndTakeBackThePraise() {
        List<String> read = warned(.824, Warning.of("few_answers", "n", "4")).in(Language.ZH_TW);
        assertEquals("「服務禮儀」4 題，n＝1,012，α＝.824（95% 信賴區間 .806–.841），達所定標準 .70。", read.get(0));
        assertEquals("有效樣本僅 4 份，係數很不穩定，僅供參考。", read.get(1));
        assertEquals(
                List.of("「座位」無人作答，未列入。", "「標示」所有人答案相同，無法看出與其他題目是否一致。"),
                warned(
                                .824,
                                Warning.of("item_constant", "items", "「標示」"),
                                Warning.of("listwise_lost", "rows", "3"),
                                Warning.of("item_all_missing", "items", "「座位」"))
                        .in(Language.ZH_TW)
                        .subList(1, 3));
    }

    @Test
    void limitsAreThoseOfTheSettings() {
        Reading plain = of(4, .824, List.of(), List.of(named("a", .451), named("b", .712)));
        List<String> read = new Reading(
                        plain.construct(),
                        4,
                        plain.n(),
                        plain.alpha(),
                        plain.interval(),
                        new Reading.Limits(.85, .8, .5),
                        plain.spearmanBrown(),
                        List.of(),
                        plain.corrected(),
                        List.of())
                .in(Language.ZH_TW);
        assertEquals(
                List.of(
                        "「服務禮儀」4 題，n＝1,012，α＝.824（95% 信賴區間 .806–.841），低於所定標準 .85；本構面分數僅供參考，下次調查應檢討。",
                        "α＝.824，題目可能重複，宜刪減。", "「a」校正相關 .451，低於 .50，與同構面其他題目不一致。"),
                read);
    }
}
