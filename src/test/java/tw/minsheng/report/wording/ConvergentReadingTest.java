package tw.minsheng.report.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.StandardsFile;
import tw.minsheng.report.wording.ConvergentReading.Apart;
import tw.minsheng.report.wording.ConvergentReading.Convergent;
import tw.minsheng.report.wording.ConvergentReading.Evidence;
import tw.minsheng.report.wording.ConvergentReading.Fit;
import tw.minsheng.report.wording.ConvergentReading.Pair;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.Value;

/** The sentences of report.md 3.8 about convergent and discriminant validity, word for word. */
class ConvergentReadingTest {

    private static final ConvergentReading READING = new ConvergentReading(Language.ZH_TW, StandardsFile.usual());
    private static final Value TWO_ITEMS = Value.undefined(Reason.TOO_FEW_ITEMS, Map.of("k", "2"));
    private static final List<Convergent> GOOD =
            List.of(new Convergent("環境", of(.812), of(.523)), new Convergent("禮儀", of(.884), of(.614)));
    private static final List<Apart> APART = List.of(new Apart("環境", .723, "禮儀", .6), new Apart("禮儀", .784, "環境", .6));
    private static final String KEPT = "各構面 √AVE 均大於其與其他構面的相關，符合 Fornell–Larcker 準則。";

    private static Value of(double number) {
        return Value.of(number);
    }

    private static List<String> read(List<Convergent> constructs, List<Apart> larcker, Value... htmt) {
        List<Pair> pairs =
                List.of(htmt).stream().map(value -> new Pair("環境", "禮儀", value)).toList();
        return READING.in(new Evidence(
                1012, constructs, pairs, larcker, larcker.isEmpty() ? Value.undefined(Reason.NOT_IDENTIFIED) : of(1)));
    }

    @Test
    void everythingIsReached() {
        assertEquals(
                List.of("n＝1,012，CR .812–.884、AVE .523–.614、HTMT 最高 .742，收斂與區別效度有依據。", KEPT),
                read(GOOD, APART, of(.742)));
        assertEquals(List.of("n＝1,012，CR .812、AVE .523，收斂效度有依據；僅一個構面，不論區別效度。"), read(GOOD.subList(0, 1), List.of()));
    }

    @Test
    void constructsThatCannotBeToldApartAreNamed() {
        assertEquals(
                List.of("n＝1,012，CR .812–.884、AVE .523–.614，收斂效度有依據。", "「環境」與「禮儀」HTMT＝.912，達 .85 以上，兩構面難以區分。", KEPT),
                read(GOOD, APART, of(.912)));
    }

    /** HTMT may pass where √AVE does not: the rule is judged by itself, and nothing is praised. */
    @Test
    void fornellAndLarckerIsJudged() {
        List<String> read =
                read(GOOD, List.of(new Apart("環境", .723, "禮儀", .8), new Apart("禮儀", .784, "環境", .8)), of(.742));
        assertEquals(
                List.of(
                        "n＝1,012，CR .812–.884、AVE .523–.614，收斂效度有依據。",
                        "HTMT 最高 .742，低於 .85。",
                        "「環境」√AVE＝.723，未大於與「禮儀」（.800）的相關，不符 Fornell–Larcker 準則。",
                        "「禮儀」√AVE＝.784，未大於與「環境」（.800）的相關，不符 Fornell–Larcker 準則。"),
                read);
    }

    @Test
    void everyPairThatBreaksTheRuleIsNamed() {
        List<Apart> apart = List.of(
                new Apart("環境", .723, "禮儀", .8),
                new Apart("環境", .723, "專業", .75),
                new Apart("禮儀", .884, "環境", .8),
                new Apart("專業", .9, "環境", .75));
        List<String> read = read(GOOD, apart, of(.742));
        assertEquals("「環境」√AVE＝.723，未大於與「禮儀」（.800）、「專業」（.750）的相關，不符 Fornell–Larcker 準則。", read.get(read.size() - 1));
    }

    @Test
    void whatDoesNotExistSaysWhyAndTheRestIsStillTold() {
        List<String> read = read(
                List.of(new Convergent("環境", of(.75), of(.43)), new Convergent("禮儀", TWO_ITEMS, TWO_ITEMS)),
                List.of(),
                TWO_ITEMS);
        assertEquals(
                List.of(
                        "n＝1,012，CR .750、AVE .430。",
                        "「環境」AVE＝.430，低於 .50，收斂效度不足。",
                        "「環境」與「禮儀」的 HTMT 未能計算：題數不足（2 題）。",
                        "「禮儀」的 CR、AVE 未能計算：題數不足（2 題）。",
                        "Fornell–Larcker 準則未能判斷：模型無法辨識。"),
                read);
        assertEquals(List.of("CR、AVE 未能計算，收斂與區別效度未能檢驗。"), read(List.of(), List.of()));
    }

    @Test
    void theModelIsJudgedByTheLimits() {
        Fit fit = new Fit(1012, of(70.04), of(51), of(.961), of(.95), of(.05), of(.04));
        assertEquals(
                "驗證性因素分析（最大概似法）：n＝1,012，χ²(51)＝70.0，CFI＝.961，TLI＝.950，RMSEA＝.050，SRMR＝.040，均達判斷標準，所定構面與資料相符。",
                READING.fit(fit));
        assertTrue(READING.fit(new Fit(1012, of(700), of(51), of(.9), of(.97), of(.09), of(.04)))
                .endsWith("；CFI 低於 .95、RMSEA 高於 .06，所定構面與資料不盡相符。"));
        assertEquals(
                "驗證性因素分析未能計算：題數不足（2 題）。",
                READING.fit(new Fit(0, TWO_ITEMS, TWO_ITEMS, TWO_ITEMS, TWO_ITEMS, TWO_ITEMS, TWO_ITEMS)));
    }
}
