package tw.minsheng.survey.file.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tw.minsheng.format.Yaml;
import tw.minsheng.kernel.Language;
import tw.minsheng.survey.file.definition.Neighbours;

/** Every rule says exactly the words of the specification, with the line where the fault stands. */
class LinterTest {

    private static final String MARGIN =
            "    - {variable: counter, file: population/counter.csv, source: 叫號紀錄, asOf: 2025-12-31}\n";

    /**
     * @param at a piece of the line that the message names
     * @param words after 「{檔案} 第 {行} 行 [{規則}]」
     */
    record Case(Rule rule, Sample sample, String at, String words) {
        @Override
        public String toString() {
            return rule + " " + words;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(files(), fields(), ids(), versions(), scales(), constructs(), conditions(), sampling(), rest())
                .flatMap(List::stream);
    }

    // spotless:off
    private static Sample sample() {
        return Sample.make();
    }

    private static List<Case> files() {
        return List.of(
            new Case(Rule.L01, sample().edit("kind: general\n", "kind: [general\n"), "background:",
                "檔案無法讀取：方括號的清單沒有結束，此處應為「,」或「]」。請檢查縮排與引號。"),
            new Case(Rule.L02, sample().edit("kind: general\n", "kind: general\nkind: project\n"), "kind: project",
                "「kind」重複出現，請只保留一個。"),
            new Case(Rule.L03, sample().edit("kind: general", "kind: &k general"), "kind: &k",
                "不可使用 YAML 的錨點（&）、別名（*）或標籤（!），也不可超過 256 KB。"));
    }

    private static List<Case> fields() {
        return List.of(
            new Case(Rule.L04, sample().edit("title: {zh-TW: 臨櫃調查}", "title: {zh-TW: 臨櫃調查}\ntitel: x"), "titel",
                "不認得欄位「titel」，是否要寫「title」？"),
            new Case(Rule.L04, sample().edit("{id: env_a,", "{id: env_a, revers: true,"), "revers:",
                "不認得欄位「revers」，是否要寫「reverse」？"),
            new Case(Rule.L05, sample().edit("kind: general\n", ""), "format:", "問卷缺少必要欄位「kind」。"),
            new Case(Rule.L05, sample().edit("title: {zh-TW: 環境}\n", "title:\n"), "title:\n", "pages[p_env]缺少必要欄位「title」。"),
            new Case(Rule.L05, sample().edit("    satisfiedFrom: 4\n", ""), "    kind: likert",
                "scales.sat5缺少必要欄位「satisfiedFrom」。"),
            new Case(Rule.L06, sample().edit("languages: [zh-TW]", "languages: [en, zh-TW]"), "languages",
                "languages[1]的值「en」不在允許範圍：zh-TW。"),
            new Case(Rule.L06, sample().edit("kind: general", "kind: generel"), "kind: generel",
                "kind的值「generel」不在允許範圍：general、project。"),
            new Case(Rule.L06, sample().edit("retentionMonths: 24", "retentionMonths: 121"), "retentionMonths",
                "privacy.retentionMonths的值「121」不在允許範圍：1–120。"),
            new Case(Rule.L06, sample().edit("version: 1.0.0", "version: 1.0"), "version: 1.0",
                "version的值「1.0」不在允許範圍：x.y.z，例如 1.0.0。"),
            new Case(Rule.L06, sample().edit("anonymous: true", "anonymous: yes"), "anonymous",
                "privacy.anonymous的值「yes」不在允許範圍：true、false。"),
            new Case(Rule.L06, sample().edit("title: {zh-TW: 臨櫃調查}", "title: 臨櫃調查"), "title:",
                "title的值「臨櫃調查」不在允許範圍：各語言的文字（zh-TW 等）。"),
            new Case(Rule.L06, sample().edit("kind: general\n", "kind: general\nretest: {code: env_a}\n"), "retest",
                "retest.code的值「env_a」不在允許範圍：文字題的代碼。"),
            new Case(Rule.L05, sample().edit("kind: general\n", "kind: general\nretest: {}\n"), "retest",
                "retest缺少必要欄位「code」。"),
            new Case(Rule.L06, sample().edit("value: road", "value: Road!"), "Road!",
                "pages[p_visit].questions[counter].choices[Road!].value的值「Road!」不在允許範圍："
                + "加引號的小寫英文、數字與底線（最長 16 字），或整數。"),
            new Case(Rule.L06, sample().edit("variable: counter, allocation", "variable: reasons, allocation"), "allocation",
                "sampling.strata.variable的值「reasons」不在允許範圍：單選題的代碼。"),
            new Case(Rule.L06, onsite("counters: 2, sessions: 40, drawSessions: 3"), "onsite: {",
                "sampling.onsite.drawSessions的值「3」不在允許範圍：4–80。"),
            new Case(Rule.L06, onsite("counters: 2, sessions: 40, drawSessions: 81"), "onsite: {",
                "sampling.onsite.drawSessions的值「81」不在允許範圍：4–80。"),
            new Case(Rule.L06, onsite("counters: 3, sessions: 40, drawSessions: 8"), "onsite: {",
                "sampling.onsite.counters的值「3」不在允許範圍：2。"),
            new Case(Rule.L06, sample().edit("{id: comment,", "{id: form_key,"), "id: form_key",
                "pages[p_all].questions[form_key].id的值「form_key」不在允許範圍："
                + "form_key、revision、go 以外的代碼（作答頁自己使用這三個名稱）。"),
            new Case(Rule.L06, sample().edit("{id: env_a,", "{id: go,").edit("[env_a,", "[go,"), "id: go",
                "pages[p_env].questions[q_env].items[go].id的值「go」不在允許範圍："
                + "form_key、revision、go 以外的代碼（作答頁自己使用這三個名稱）。"),
            new Case(Rule.L07, sample().edit("{id: env_a,", "{id: Env-A,"), "Env-A",
                "代碼「Env-A」不合規則：以小寫英文字母開頭，只用小寫英文、數字與單一底線，最長 32 字。"),
            new Case(Rule.L07, sample().edit("- id: p_env", "- id: p__env"), "p__env",
                "代碼「p__env」不合規則：以小寫英文字母開頭，只用小寫英文、數字與單一底線，最長 32 字。"),
            new Case(Rule.L07, sample().edit("  sat5:\n", "  Sat5:\n"), "  Sat5:",
                "代碼「Sat5」不合規則：以小寫英文字母開頭，只用小寫英文、數字與單一底線，最長 32 字。"),
            new Case(Rule.L08, sample().edit("languages: [zh-TW]", "languages: [zh-TW, en]"), "title: {zh-TW: 臨櫃調查}",
                "title缺少英文文字。"),
            new Case(Rule.L08, sample().edit("title: {zh-TW: 臨櫃調查}", "title: {zh-TW: ' '}"), "title: {zh-TW: ' '}",
                "title缺少中文文字。"),
            new Case(Rule.L09, sample().edit("環境整潔", "環境<b>整潔</b>"), "<b>",
                "pages[p_env].questions[q_env].items[env_a].text.zh-TW含有 HTML 標記「<b>」，文字只能是純文字。"),
            new Case(Rule.L09, sample().edit("{zh-TW: 臨櫃調查}", "{zh-TW: '<script>alert(1)</script>'}"), "<script>",
                "title.zh-TW含有 HTML 標記「<script>」，文字只能是純文字。"));
    }

    private static List<Case> ids() {
        return List.of(
            new Case(Rule.L10, sample().edit("{id: env_b,", "{id: env_a,"), "櫃台標示",
                "代碼「env_a」與第 " + sample().line("環境整潔") + " 行重複。"),
            new Case(Rule.L30, sample().edit("value: build", "value: road"), "value: road",
                "題目「counter」的選項代碼「road」重複，或混用文字與數字。"),
            new Case(Rule.L30, sample().edit("value: build", "value: 2"), "建管",
                "題目「counter」的選項代碼「2」重複，或混用文字與數字。"));
    }

    private static final String COMMENT = "      - {id: comment, type: text, text: {zh-TW: 建議}}\n";

    private static List<Case> versions() {
        Sample gone = sample().publish("1.0.0").edit("version: 1.0.0", "version: 2.0.0").edit(COMMENT, "").publish("2.0.0");
        Sample back = gone.edit("version: 2.0.0", "version: 2.1.0")
            .edit("          {value: a, label: {zh-TW: 甲}}, {value: b, label: {zh-TW: 乙}}]}\n",
                  "          {value: a, label: {zh-TW: 甲}}, {value: b, label: {zh-TW: 乙}}]}\n" + COMMENT.replace("建議", "別的"));
        Sample numeric = sample().publish("1.0.0").edit("version: 1.0.0", "version: 2.0.0")
            .edit("{id: comment, type: text,", "{id: comment, type: number,");
        Sample changed = sample().publish("1.0.0").edit("臨櫃調查", "臨櫃的調查");
        String old = sample().publish("1.0.0").published().get(0).hash();
        String now = changed.publish("1.0.0").published().get(1).hash();
        return List.of(
            new Case(Rule.L11, back, "別的", "代碼「comment」在版本 1.0.0 曾用於別的題目，不可再用，請改用新代碼。"),
            new Case(Rule.L12, numeric, "id: comment", "題目「comment」已發布為「文字題」，不可改為「數字題」，請新增題目。"),
            new Case(Rule.L13, changed, "version:", "版本 1.0.0 已發布，內容卻不同（雜湊 " + old + " → " + now + "），請提高版本號。"),
            new Case(Rule.L14, sample().publish("1.0.0").edit("version: 1.0.0", "version: 1.0.1").edit(COMMENT, ""), "version:",
                "本次變更屬於「重大」，版本號至少應為 2.0.0。"),
            new Case(Rule.L14, sample().publish("1.0.0").edit("version: 1.0.0", "version: 1.0.1").edit("limit: 120", "limit: 130"),
                "version:", "本次變更屬於「次要」，版本號至少應為 1.1.0。"));
    }

    private static List<Case> scales() {
        return List.of(
            new Case(Rule.L15, sample().edit("scale: sat5", "scale: sat7"), "scale: sat7", "題目「q_env」使用的量尺「sat7」不存在。"),
            new Case(Rule.L16, sample().edit("{value: 4,", "{value: 5,"), "  sat5:",
                "量尺「sat5」的分數必須不重複並依大小排列；neutral 與 satisfiedFrom 必須是其中之一。"),
            new Case(Rule.L16, sample().edit("neutral: 3", "neutral: 6"), "  sat5:",
                "量尺「sat5」的分數必須不重複並依大小排列；neutral 與 satisfiedFrom 必須是其中之一。"),
            new Case(Rule.L17, sample().edit("spss: -8", "spss: -3"), "spss: -3",
                "量尺「sat5」的缺漏代碼「dk」與有效分數重複，或不是 −9 至 −4 之間的數字。"),
            new Case(Rule.L17, sample().edit("code: dk", "code: '5'"), "code: '5'",
                "量尺「sat5」的缺漏代碼「5」與有效分數重複，或不是 −9 至 −4 之間的數字。"),
            new Case(Rule.L43, sample().edit("{value: 5, label: {zh-TW: 五}}", "{value: 5}"), "  sat5:",
                "量尺「sat5」的分數 5 沒有文字，或正負向選項數目不同。"),
            new Case(Rule.L43, sample().edit(",\n      {value: 2, label: {zh-TW: 二}}, {value: 1, label: {zh-TW: 一}}]",
                ",\n      {value: 2, label: {zh-TW: 二}}]"), "  sat5:",
                "量尺「sat5」的分數 5、4、2 沒有文字，或正負向選項數目不同。"),
            new Case(Rule.L46, sample().edit("    missing: [{code: dk, spss: -8, label: {zh-TW: 不知道}}]\n", ""), "  sat5:",
                "量尺「sat5」沒有「不知道／沒有意見」；選項一經點選就無法取消。"));
    }

    private static List<Case> constructs() {
        return List.of(
            new Case(Rule.L18, sample().edit("[env_a, env_b, env_c]", "[env_a, env_b, env_x]"), "env_x",
                "構面「env」所列題目「env_x」不存在。"),
            new Case(Rule.L19, sample().edit("type: scale, scale: sat5", "type: scale, scale: agree5")
                .edit("[env_a, env_b, env_c]", "[env_a, env_b, sat_all]"), "  env:",
                "構面「env」的題目使用不同量尺（sat5、agree5），無法計算信度。"),
            new Case(Rule.L20, sample().edit("[env_a, env_b, env_c]", "[env_a]"), "  env:",
                "構面「env」只有 1 題，至少 2 題才能計算信度。"),
            new Case(Rule.L21, sample().edit("[env_a, env_b, env_c]", "[env_a, env_c]"), "  env:",
                "構面「env」只有 2 題，無法進行因素分析，建議 3 題以上。"),
            new Case(Rule.L22, sample().edit("[st_a, st_b, st_c]", "[st_a, st_b, env_a]"), "  staff:",
                "題目「env_a」同時屬於構面「env」及「staff」。"),
            new Case(Rule.L23, sample().edit("weightInIndex: 0.5", "weightInIndex: 0.25"), "weightInIndex: 0.25",
                "各構面權重合計為 0.75，應為 1。"),
            new Case(Rule.L24, sample().edit("overall: sat_all", "overall: comment"), "overall:",
                "overall 指定的「comment」不存在，或不是量尺題。"));
    }

    private static List<Case> conditions() {
        return List.of(
            new Case(Rule.L25, show("counter == 'road'"), "showIf", "條件式第 10 個字有誤：「=」。"),
            new Case(Rule.L25, show("counter ="), "showIf", "條件式第 10 個字有誤：「（結尾）」。"),
            new Case(Rule.L26, show("district = 'a'"), "showIf", "條件式引用的「district」不存在。"),
            new Case(Rule.L26, sample().edit("secondsPerItem < 1", "seconds < 1"), "seconds <", "條件式引用的「seconds」不存在。"),
            new Case(Rule.L27, show("st_a in [1, 2]"), "showIf", "條件式引用了同一頁或後面的題目「st_a」，只能引用前面頁面的題目。"),
            new Case(Rule.L28, show("env_a = 6"), "showIf", "「env_a」是題組中的量尺題，不能與「6」比較；可用的值：5、4、3、2、1。"),
            new Case(Rule.L28, show("counter = 'x'"), "showIf", "「counter」是單選題，不能與「x」比較；可用的值：road、build、none。"),
            new Case(Rule.L28, show("missing(env_a, 'na')"), "showIf", "「env_a」是題組中的量尺題，不能與「na」比較；可用的值：dk。"),
            new Case(Rule.L29, show("counter = 'road' and counter = 'build'"), "showIf",
                "「p_staff」的條件式永遠不成立，受訪者不會看到。"),
            new Case(Rule.L29, show("counter = 'none'"), "showIf", "「p_staff」的條件式永遠不成立，受訪者不會看到。"),
            new Case(Rule.L39, sample().edit("limit: 120", "limit: 0"), "limit: 0", "配額「qt_road」的上限必須是大於 0 的整數。"),
            new Case(Rule.L39, sample().edit("limit: 120", "limit: many"), "limit: many", "配額「qt_road」的上限必須是大於 0 的整數。"),
            new Case(Rule.L40, sample().edit(", owner: 秘書室", ""), "id: ac_env",
                "改善事項「ac_env」缺少負責單位或期限，或條件式不是統計函式。"),
            new Case(Rule.L40, sample().edit("meanSatisfied(env) < 0.80", "env_a = 1"), "id: ac_env",
                "改善事項「ac_env」缺少負責單位或期限，或條件式不是統計函式。"));
    }

    private static Sample show(String condition) {
        return sample().edit("counter in ['road', 'build']", condition);
    }

    private static List<Case> sampling() {
        return List.of(
            new Case(Rule.L31, sample().edit("  strata: {variable: counter, allocation: proportional, targets: population/counter.csv}\n", ""),
                "  design:", "抽樣設計為「分層抽樣」時必須填寫「strata」。"),
            new Case(Rule.L32, sample().edit("design: stratified", "design: convenience"), "design: conv",
                "便利抽樣或配額抽樣不能計算抽樣誤差，報告將不顯示誤差範圍。"),
            new Case(Rule.L33, sample().withoutFiles(), "targets:", "找不到母體檔「population/counter.csv」，或欄位不是 code,n。"),
            new Case(Rule.L33, sample().withFile("population/counter.csv", "code,count\nroad,1\n"), "targets:",
                "找不到母體檔「population/counter.csv」，或欄位不是 code,n。"),
            new Case(Rule.L34, sample().withFile("population/counter.csv", "code,n\nroad,100\ntrees,200\n"), "targets:",
                "母體檔「population/counter.csv」的代碼與題目「counter」的選項不一致：缺少 build、多出 trees。"),
            new Case(Rule.L35, sample().edit("size: 300", "size: 301"), "targets:",
                "母體檔「population/counter.csv」合計 300，與母體數 301 不符。"),
            new Case(
                    Rule.L06,
                    sample().edit("method: raking", "method: cell")
                            .edit("    - {variable: counter, file", MARGIN + "    - {variable: counter, file"),
                    "method: cell",
                    "weighting.method的值「cell」不在允許範圍：raking、linear、logit（事後分層 cell 只對準一個變項）。"),
            new Case(
                    Rule.L06,
                    sample().edit("method: raking", "method: logit"),
                    "method: logit",
                    "weighting.method的值「logit」不在允許範圍：有 bounds 時才能用 logit，例如 bounds: [0.3, 3.0]。"),
            new Case(
                    Rule.L06,
                    sample().edit("trim: [0.3, 3.0]", "bounds: [0.3, 3.0]"),
                    "bounds:",
                    "weighting.bounds的值「[0.3, 3.0]」不在允許範圍：下限小於 1、上限大於 1 的兩個數，只用於 linear 與 logit。"),
            new Case(Rule.L36, sample().edit("[0.3, 3.0]", "[1.3, 3.0]"), "trim:", "權重修剪範圍必須下限小於 1、上限大於 1。"),
            new Case(Rule.L37, sample().edit("    purpose: {zh-TW: 改善服務}\n", "").edit("    rights: {zh-TW: 可隨時更改}\n", ""),
                "    version: 1", "個資告知事項缺少：蒐集之目的、當事人權利及方式（個人資料保護法第 8 條）。"),
            new Case(Rule.L38, sample().edit("{id: comment, type: text,", "{id: comment, type: text, personalData: true,"),
                "personalData", "問卷設為匿名，題目「comment」卻蒐集可識別個人的資料。"));
    }

    private static Sample onsite(String sessions) {
        return sample().edit(
                "  design: stratified\n", "  design: onsite\n  onsite: {" + sessions + ", interval: 5}\n");
    }

    private static List<Case> rest() {
        String choices = IntStream.range(0, 6).mapToObj(i -> "{value: c" + i + ", label: {zh-TW: 選}}, ").collect(Collectors.joining());
        String items = IntStream.range(0, 24).mapToObj(i -> "      - {id: more_" + i + ", type: number, text: {zh-TW: 數字}}\n")
            .collect(Collectors.joining());
        String texts = items.replace("number", "text");
        return List.of(
            new Case(Rule.L41, sample().edit("環境整潔", "環境整潔與舒適"), "與舒適",
                "題目「env_a」含「與」，可能一題問兩件事，請拆成兩題。"),
            new Case(Rule.L42, sample().edit("{value: a, label", choices + "{value: a, label"), "id: reasons",
                "題目「reasons」有 8 個選項，超過 7 個（基本資料題不在此限）。"),
            new Case(Rule.L44, sample().edit(COMMENT, COMMENT + items), "  - id: p_visit", "問卷共 34 題，超過 30 題。"),
            new Case(Rule.L45, sample().edit(COMMENT, COMMENT + texts), "  - id: p_visit",
                "預估填答 21 分鐘，超過 8 分鐘，完成率可能下降。"),
            new Case(Rule.L47, sample().edit("reverse: true, ", "").edit("[web, paper]", "[web]"), "  - id: p_visit",
                "整份問卷沒有反向題，無法檢查是否認真填答。"));
    }
    // spotless:on

    @ParameterizedTest
    @MethodSource("cases")
    void ruleSaysItsWordsAndItsLine(Case each) {
        String expected = "survey.yaml 第 " + each.sample().line(each.at()) + " 行 [" + each.rule() + "] " + each.words();
        List<String> messages = each.sample().check().stream()
                .map(finding -> finding.message(Language.ZH_TW))
                .toList();
        assertTrue(messages.contains(expected), () -> expected + "\nnot in\n" + String.join("\n", messages));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void englishWordsFillEveryPlace(Case each) {
        each.sample().check().forEach(finding -> {
            String english = finding.message(Language.EN);
            assertFalse(english.contains("{") && !each.words().contains("{"), english);
            assertTrue(english.startsWith("survey.yaml line "), english);
        });
    }

    @Test
    void everyRuleHasACase() {
        Set<Rule> shown = cases().map(Case::rule).collect(Collectors.toCollection(() -> EnumSet.noneOf(Rule.class)));
        assertEquals(EnumSet.allOf(Rule.class), shown);
    }

    @Test
    void sampleHasNothingToSayAbout() {
        assertEquals(List.of(), messages(sample()));
    }

    @Test
    void twentyFaultsGiveTwentyMessages() {
        Sample faulty = sample().edit("kind: general", "kind: generel")
                .edit("version: 1.0.0", "version: one")
                .edit("title: {zh-TW: 臨櫃調查}", "title: {zh-TW: <b>臨櫃</b>}\ntitel: x")
                .edit("retentionMonths: 24", "retentionMonths: 0")
                .edit("    purpose: {zh-TW: 改善服務}\n", "")
                .edit("secondsPerItem < 1", "secondsPerItem <")
                .edit("neutral: 3", "neutral: 9")
                .edit("spss: -8", "spss: 8")
                .edit("[env_a, env_b, env_c]", "[env_a, env_x]")
                .edit("weightInIndex: 0.5", "weightInIndex: 0.4")
                .edit("overall: sat_all", "overall: nothing")
                .edit("{id: env_b,", "{id: env_a,")
                .edit("counter in ['road', 'build']", "counter = 'tree'")
                .edit("type: scale, scale: sat5", "type: scale, scale: sat9")
                .edit("{id: comment, type: text,", "{id: comment, type: text, personalData: true,")
                .edit("[0.3, 3.0]", "[1.3, 3.0]")
                .edit("limit: 120", "limit: -1")
                .edit(", owner: 秘書室", "")
                .withFile("population/counter.csv", "code,n\nroad,300\n");
        List<Finding> findings = faulty.check();
        List<Rule> rules = findings.stream().map(Finding::rule).sorted().toList();
        assertEquals(
                List.of(
                        Rule.L04, Rule.L06, Rule.L06, Rule.L06, Rule.L09, Rule.L10, Rule.L15, Rule.L16, Rule.L17,
                        Rule.L18, Rule.L21, Rule.L23, Rule.L24, Rule.L25, Rule.L28, Rule.L34, Rule.L36, Rule.L37,
                        Rule.L38, Rule.L39, Rule.L40),
                rules);
    }

    @Test
    void repeatedKeysDoNotHideOtherFaults() {
        Sample sample = sample().edit("kind: general\n", "kind: general\nkind: project\n")
                .edit("limit: 120", "limit: 0");
        assertEquals(
                List.of(Rule.L02, Rule.L39),
                sample.check().stream().map(Finding::rule).toList());
    }

    /** S6: files that try to grow in memory or to make objects are refused quickly. */
    @Test
    void bombsAndTagsAreRefusedQuickly() {
        String bomb = "a: &a [x, x]\n" + "b: [*a, *a, *a]\n".repeat(10_000);
        for (String yaml : List.of(bomb, "a: !!java.lang.ProcessBuilder [id]\n", "#".repeat(300_000))) {
            List<Finding> findings = assertTimeoutPreemptively(
                    Duration.ofSeconds(5), () -> check(yaml.getBytes(StandardCharsets.UTF_8)));
            assertEquals(Rule.L03, findings.get(0).rule());
        }
    }

    @Test
    void whatIsNoYamlAtAllIsUnreadable() {
        assertEquals(Rule.L01, check(new byte[] {'a', (byte) 0xC3, 0, 1}).get(0).rule());
        assertEquals(
                Rule.L01,
                check(new byte[] {(byte) 0xAC, (byte) 0xED, 0, 5}).get(0).rule());
        assertEquals(Set.of(Rule.L05), rules(check(new byte[0])));
        assertEquals(Set.of(Rule.L06), rules(check("just words".getBytes(StandardCharsets.UTF_8))));
    }

    /** No shape of input may break a rule: every value of the sample becomes something else in turn. */
    @Test
    void noShapeOfInputBreaksARule() {
        String[] lines = sample().yaml().split("\n");
        for (int i = 0; i < lines.length; i++) {
            for (String value : List.of("", " 7", " [a, [b]]", " {a: {b: c}}", " true", " '='")) {
                String[] changed = lines.clone();
                changed[i] = changed[i].replaceFirst(":.*", ":" + value);
                check(String.join("\n", changed).getBytes(StandardCharsets.UTF_8));
            }
            String[] fewer = Arrays.copyOf(lines, i);
            check(String.join("\n", fewer).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** 2^19 states are more than are tried: the rule is silent rather than wrong or slow. */
    @Test
    void tooManyStatesAreNotTried() {
        String never = IntStream.range(0, 19)
                .mapToObj(i -> "has(reasons, 'c" + i + "')")
                .collect(Collectors.joining(" and "));
        String choices = IntStream.range(0, 19)
                .mapToObj(i -> "{value: c" + i + ", label: {zh-TW: 選}}, ")
                .collect(Collectors.joining());
        Sample sample = sample().edit("{value: a, label", choices + "{value: a, label")
                .edit("    title: {zh-TW: 整體}\n", "    title: {zh-TW: 整體}\n")
                .edit(
                        "sampling:\n",
                        "  - id: p_last\n    title: {zh-TW: 末}\n    showIf: \"" + never
                                + " and lacks(reasons, 'c0')\"\n    questions: [{id: last, type: text, text: {zh-TW: 末}}]\nsampling:\n");
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertFalse(sample.check().stream().anyMatch(finding -> finding.rule() == Rule.L29)));
    }

    private static Set<Rule> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).collect(Collectors.toSet());
    }

    private static List<Finding> check(byte[] yaml) {
        return new Linter("survey.yaml", Neighbours.NONE, Set.of()).check(Yaml.parse(yaml));
    }

    private static List<String> messages(Sample sample) {
        return sample.check().stream()
                .map(finding -> finding.message(Language.ZH_TW))
                .toList();
    }
}
