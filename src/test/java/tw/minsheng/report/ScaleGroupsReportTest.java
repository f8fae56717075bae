package tw.minsheng.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.minsheng.dataset.RetestFigures;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.expert.RetestTables;
import tw.minsheng.statistics.Reason;
import tw.minsheng.statistics.battery.Extent;
import tw.minsheng.statistics.distribution.SplitMix64;
import tw.minsheng.statistics.rating.Retest;
import tw.minsheng.survey.Survey;

/** Reliability and scores beside each other: by mode, with and without careless answers, beside the overall item. */
class ScaleGroupsReportTest {

    private static final Survey SURVEY = SmallSurvey.with(SmallSurvey.SRS);

    private static SurveyReport report(Survey survey, String csv) {
        return SmallSurvey.report(survey, Facts.NONE, csv, Language.ZH_TW);
    }

    /** So many people in a mode; {@code mood} of each goes from 1 to 5, the second item is near. */
    private static String people(String mode, int people, boolean withSeats) {
        StringBuilder csv = new StringBuilder();
        for (int person = 0; person < people; person++) {
            int mood = 1 + person % 5;
            int near = Math.min(5, mood + person / 5 % 2);
            csv.append(mode + "," + mood + "," + near + "," + (withSeats ? near : "") + "," + mood + "," + (6 - near)
                    + "," + mood + "\n");
        }
        return csv.toString();
    }

    private static final String HEAD = "_mode,e1,e2,e3,c1,c2,all\n";

    /** Three on paper answered everything of env: with n of all and of the web they could be worked out. */
    @Test
    void reliabilityByModeIsPrintedAndFewPeopleCannotBeWorkedOut() {
        SurveyReport report = report(
                SURVEY,
                HEAD
                        + people("web", 60, true)
                        + people("phone", 20, true)
                        + people("paper", 3, true)
                        + people("paper", 5, false));
        ResultTable table = report.results().table("T4.2.modes").orElseThrow();
        for (int row = 0; row < table.rows().size(); row++) {
            boolean hidden = table.text(row, "construct").equals("env")
                    && !table.text(row, "mode").equals("web");
            Optional<Reason> reason = table.entry(row, "alpha_raw").reason();
            assertEquals(hidden ? Optional.of(Reason.SMALL_CELL) : Optional.empty(), reason, "row " + row);
        }
        assertTrue(report.page().contains("依調查方式分列的信度"));
        assertTrue(report.page().contains("紙本（樣本數不足 30，僅供參考）"));
    }

    /** Eleven parameters for both constructs together, six of one: too few people for the one are enough for the other. */
    @Test
    void invarianceOfOneConstructIsTestedWhereAllAreTooMany() {
        Survey survey = SmallSurvey.changed("items: [e1, e2, e3]", "items: [e1, e2, e3, all]", SmallSurvey.SRS);
        StringBuilder csv = new StringBuilder("_mode,e1,e2,e3,all,c1,c2\n");
        SplitMix64 random = new SplitMix64(5);
        for (int person = 0; person < 120; person++) {
            int mood = 1 + (int) (random.nextUniform() * 4);
            csv.append(person % 2 == 0 ? "web" : "paper");
            for (int item = 0; item < 6; item++) {
                boolean left = item > 3 && person % 2 == 1 && person > 20;
                csv.append(',').append(left ? "" : Integer.toString(mood + (int) (random.nextUniform() * 2)));
            }
            csv.append('\n');
        }
        Results results = SmallSurvey.analysed(survey, Facts.NONE, csv.toString(), Extent.WHOLE_PAGE);
        ResultTable table = results.table("T4.6.invariance").orElseThrow();
        assertEquals("construct.env", table.text(0, "object"));
        assertTrue(results.get("construct.env.invariance.mode.metric.delta_cfi").isKnown());
        assertTrue(SmallSurvey.report(survey, Facts.NONE, results, Language.ZH_TW)
                .page()
                .contains("檢驗「環境」的測量恆等性"));
    }

    /** The three on paper are hidden, and so are the forty by telephone: n of a test of web and telephone would tell both. */
    @Test
    void invarianceDoesNotTellHowManyAreHidden() {
        String csv = HEAD
                + people("web", 60, true)
                + people("phone", 40, true)
                + people("paper", 3, true)
                + people("paper", 5, false);
        Results results = SmallSurvey.analysed(SURVEY, Facts.NONE, csv, Extent.WHOLE_PAGE);
        ResultTable reliability = results.table("T4.2.modes").orElseThrow();
        assertTrue(reliability.isWithheld("n"));
        assertEquals(
                Optional.of(Reason.SMALL_CELL),
                results.get("total.invariance.mode").reason());
        ResultTable table = results.table("T4.6.invariance").orElseThrow();
        for (int row = 0; row < table.rows().size(); row++) {
            assertEquals("", table.text(row, "left_out"));
            assertTrue(table.count(row, "n") <= 60, "only the web may be seen");
        }
        results.all().stream()
                .filter(result -> result.key().contains(".invariance."))
                .forEach(result -> assertTrue(result.n() <= 60, result.key()));
    }

    /** The n of the second group is not that of the test. */
    @Test
    void oneGroupThatIsBigEnoughIsNamedBesideThoseThatAreNot() {
        String csv = HEAD + people("web", 60, true) + people("paper", 18, true);
        Results results = SmallSurvey.analysed(SURVEY, Facts.NONE, csv, Extent.WHOLE_PAGE);
        assertTrue(SmallSurvey.report(SURVEY, Facts.NONE, results, Language.ZH_TW)
                .page()
                .contains("全部構面未檢驗測量恆等性（只有網路（n＝60）人數足以檢驗，無從比較），構面分數不宜在各組間比較。" + "人數不足而未列入：紙本（n＝18）。"));
        assertTrue(SmallSurvey.report(SURVEY, Facts.NONE, results, Language.EN)
                .page()
                .contains("not tested (only one group is large enough, web (n = 60), and"));
    }

    /** Three on paper answered everything of crt, eight everything of env: env is tested, and crt is not passed over. */
    @Test
    void aConstructWhoseGroupsAreHiddenIsNamedAmongThoseNotToBeCompared() {
        Survey survey = SmallSurvey.changed("items: [e1, e2, e3]", "items: [e1, e2, e3, all]", SmallSurvey.SRS);
        StringBuilder csv = new StringBuilder("_mode,e1,e2,e3,all,c1,c2\n");
        SplitMix64 random = new SplitMix64(7);
        for (int person = 0; person < 208; person++) {
            int mood = 1 + (int) (random.nextUniform() * 4);
            csv.append(person < 120 ? "web" : person < 200 ? "phone" : "paper");
            for (int item = 0; item < 6; item++) {
                boolean left = item > 3 && person > 202;
                csv.append(',').append(left ? "" : Integer.toString(mood + (int) (random.nextUniform() * 2)));
            }
            csv.append('\n');
        }
        Results results = SmallSurvey.analysed(survey, Facts.NONE, csv.toString(), Extent.WHOLE_PAGE);
        String page =
                SmallSurvey.report(survey, Facts.NONE, results, Language.ZH_TW).page();
        assertTrue(page.contains("「禮儀」未檢驗測量恆等性（因小組別保護，各組人數不公布），"));
        assertTrue(page.contains("未檢驗者「禮儀」（依調查方式）"), "among the findings");
        assertTrue(page.contains("未檢驗（因小組別保護，各組人數不公布）"), "in the table of models");
    }

    @Test
    void groupsThatAreTooFewForInvarianceAreNamed() {
        String csv = HEAD + people("web", 60, true) + people("phone", 40, true) + people("paper", 12, true);
        Results results = SmallSurvey.analysed(SURVEY, Facts.NONE, csv, Extent.WHOLE_PAGE);
        Result paper = results.get("total.invariance.mode.left_out.paper");
        assertEquals(Optional.of(Reason.N_TOO_SMALL), paper.reason());
        assertEquals("12", paper.value().reasonArgs().get("n"));
        assertEquals("paper:12", results.table("T4.6.invariance").orElseThrow().text(0, "left_out"));
        assertTrue(SmallSurvey.report(SURVEY, Facts.NONE, results, Language.ZH_TW)
                .page()
                .contains("人數不足而未列入：紙本（n＝12）。"));
    }

    @Test
    void comparisonsSayWhetherInvarianceWasTested() {
        String answers = SmallSurvey.answers(900, 1, "drawn");
        assertTrue(report(SURVEY, answers).page().contains("尚未檢驗測量恆等性"));
        Results results = SmallSurvey.analysed(SURVEY, Facts.NONE, answers, Extent.WHOLE_PAGE);
        ResultTable table = results.table("T4.6.invariance").orElseThrow();
        assertEquals(3, table.rows().size());
        assertEquals(results.get("total.invariance.mode.scalar.delta_cfi").number(), table.number(2, "delta_cfi"), 0);
        assertEquals("scalar", table.text(0, "verdict"), table.rows().toString());
        assertEquals(table.number(1, "df") - table.number(0, "df"), table.number(1, "delta_df"), 0);
        assertTrue(table.entry(0, "delta_df").asNumber().isEmpty());
        assertEquals(results.get("total.invariance.mode.metric.p").number(), table.number(1, "p"), 0);
        String page =
                SmallSurvey.report(SURVEY, Facts.NONE, results, Language.ZH_TW).page();
        assertTrue(page.contains("檢驗全部構面的測量恆等性：負荷量相等時 ΔCFI＝"));
        assertTrue(page.contains("CFI 下降 ≤ .01（Cheung"));
        Results few = SmallSurvey.analysed(SURVEY, Facts.NONE, SmallSurvey.answers(40, 1, "drawn"), Extent.WHOLE_PAGE);
        assertTrue(SmallSurvey.report(SURVEY, Facts.NONE, few, Language.ZH_TW)
                .page()
                .contains("依調查方式：全部構面未檢驗測量恆等性（沒有一組人數足以檢驗），"));
    }

    /** Answers by chance follow no declared construct: equality of nothing is no equality. */
    @Test
    void constructsThatDoNotFitAreNotJudgedAlike() {
        SplitMix64 random = new SplitMix64(21);
        StringBuilder csv = new StringBuilder(HEAD);
        for (int person = 0; person < 400; person++) {
            int one = 1 + (int) (random.nextUniform() * 5);
            int other = 1 + (int) (random.nextUniform() * 5);
            csv.append(person % 2 == 0 ? "web" : "paper");
            for (int answer : new int[] {one, other, one, other, 6 - one, 3}) {
                csv.append(',').append(random.nextUniform() < .3 ? 1 + (int) (random.nextUniform() * 5) : answer);
            }
            csv.append('\n');
        }
        Results results = SmallSurvey.analysed(SURVEY, Facts.NONE, csv.toString(), Extent.WHOLE_PAGE);
        ResultTable table = results.table("T4.6.invariance").orElseThrow();
        assertEquals("misfit", table.text(0, "verdict"));
        assertTrue(table.number(0, "rmsea") > .06);
        String page =
                SmallSurvey.report(SURVEY, Facts.NONE, results, Language.ZH_TW).page();
        assertTrue(page.contains("全部構面的結構模型不符（CFI＝") && page.contains("未能檢驗測量恆等性"));
        assertFalse(page.contains("構面分數可在各組間比較"));
        assertTrue(page.contains("結構模型不符而未能檢驗者全部構面（依調查方式）"), "among the findings");
        assertTrue(page.contains(">Δχ²</th>") && page.contains(">ΔRMSEA</th>"));
    }

    @Test
    void rulesFixedBeforehandAreAppliedAndBothResultsShown() {
        Survey survey = SmallSurvey.changed(
                "  service: {zh-TW: 服務, en: Service}",
                "  service: {zh-TW: 服務, en: Service}\n  exclusions: ["
                        + "{id: same, rule: \"straightlining >= 100\", action: exclude}, "
                        + "{id: run, rule: \"longestRun >= 4\", action: flag}, "
                        + "{id: fast, rule: \"secondsPerItem < 1\", action: flag}]",
                SmallSurvey.SRS);
        String csv = HEAD + people("web", 60, true) + "web,5,5,5,5,5,1\n".repeat(10) + "web,4,4,4,4,1,1\n".repeat(5);
        SurveyReport report = report(survey, csv);
        // beside the ten that are appended six of the sixty answer 3 to everything
        assertEquals(59, report.results().get("data.used").number());
        assertEquals(16, report.results().get("quality.flagged.same").number());
        assertEquals(
                Optional.of(Reason.NO_DATA),
                report.results().get("quality.flagged.fast").reason());
        ResultTable flow = report.results().table("T1.4").orElseThrow();
        assertEquals("excluded", flow.text(2, "step"));
        assertEquals(16, flow.count(2, "n"));
        ResultTable both = report.results().table("T4.11.flagged").orElseThrow();
        assertEquals(75, both.count(0, "n_with"));
        long flagged = Math.round(report.results().get("quality.flagged.run").number());
        assertTrue(flagged >= 21, "who answers everything the same has the longest run");
        assertEquals(75 - flagged, both.count(0, "n_without"));
        assertTrue(report.page().contains("「straightlining &gt;= 100」：排除 16 份。"));
        assertTrue(report.page().contains("「secondsPerItem &lt; 1」：未量測作答秒數，無法套用"));
        assertTrue(report.page().contains("計入與不計入被品質規則標記的答案"));
    }

    @Test
    void anOverallItemOfTheConstructItselfIsRefused() {
        Survey survey = SmallSurvey.changed("overall: all", "overall: e1", SmallSurvey.SRS);
        SurveyReport report = report(survey, HEAD + people("web", 60, true));
        assertEquals(
                Optional.of(Reason.PART_OF_SCALE),
                report.results().get("construct.env.overall_pearson").reason());
        assertTrue(report.page().contains("「環境」與整體滿意度之相關未能計算：此題屬於該構面"));
        assertTrue(report.results().get("construct.crt.overall_pearson").isKnown());
    }

    @Test
    void answersThatAreLostToTheWholeAreSaidToo() {
        SurveyReport report = report(SURVEY, HEAD + people("web", 40, true) + people("web", 20, false));
        String lost = "「全部題目」有 20 份（33%）至少一題沒有分數，未列入信度，全部 60 份；沒有分數的題次：未作答 ";
        assertTrue(report.scales().contains(lost));
        assertTrue(report.page().contains(lost), "chapter 4.2 says it, too");
        String factors = "因素分析與驗證性模型只用答完全部題目的 40 份：全部 60 份中有 20 份（33%）";
        int limits = report.page().indexOf(factors);
        assertTrue(limits > 0 && report.page().indexOf(factors, limits + 1) > 0, "2.7 and 4.3");
    }

    /** As chapter 4 of the report does; and a raw distribution beside reversed ones must say that it is raw. */
    @Test
    void thePageOfScalesGoesInTheOrderOfItsNumbersAndNamesRawAnswers() {
        String page = report(SURVEY, HEAD + people("web", 60, true)).scales();
        int items = page.indexOf("id=\"s4.1\"");
        int reliability = page.indexOf("id=\"s4.2\"");
        assertTrue(items >= 0 && items < reliability && reliability < page.indexOf("id=\"s4.3\""), "4.1, 4.2, 4.3");
        assertTrue(page.contains("催促（反向題，原始分數）"));
        assertTrue(page.contains("ω（標準化）") && page.contains("以標準化題分計（α 以原始題分計）"));
    }

    /** An interval of a correlation claims something of all users, which volunteers cannot. */
    @Test
    void correlationsOfVolunteersDescribeOnlyThem() {
        String csv = HEAD + people("web", 60, true);
        String phrase = "僅描述填答者，不推論全體使用者。";
        String page = report(SmallSurvey.with(SmallSurvey.CONVENIENCE), csv).page();
        int sentence = page.indexOf(phrase, page.indexOf("不是效標"));
        assertTrue(sentence > 0 && page.indexOf(phrase, sentence + 1) > 0, "in the sentence and in the note");
        assertFalse(report(SURVEY, csv).page().contains(phrase));
    }

    /** Figures of reliability stand on complete answers; a margin of error is not theirs. */
    @Test
    void figuresOfScalesHaveTheirOwnNote() {
        String page = report(SURVEY, HEAD + people("web", 40, true) + people("web", 20, false))
                .scales();
        assertTrue(page.contains("n＝40–60（答完所計題目者），未加權。"));
        assertTrue(page.contains("n＝40–60（各題作答者），未加權。"), "the spread of each item alone");
        assertFalse(page.contains("抽樣誤差"));
    }

    /** Sixty answers were used, but not everybody answered the last item of the construct. */
    @Test
    void figuresOfItemsNameTheirOwnCounts() {
        String page = report(SURVEY, HEAD + people("web", 40, true) + people("web", 20, false))
                .page();
        int figure = page.indexOf("「環境」各題答案分布</figcaption>");
        int note = page.indexOf("資料來源：", page.indexOf("class=\"note\"", figure));
        assertTrue(page.substring(note, note + 80).contains("；n＝40–60，未加權。"), page.substring(note, note + 80));
    }

    @Test
    void adequacyHasATableWithItsLimits() {
        SurveyReport report = report(SURVEY, SmallSurvey.answers(300, 1, "drawn"));
        ResultTable table = report.results().table("T4.4").orElseThrow();
        assertEquals(report.results().get("total.kmo").number(), table.number(0, "kmo"), 0);
        assertEquals(5, table.count(0, "k"));
        assertTrue(report.results().table("T4.5.eigenvalues").isPresent());
        ResultTable loadings = report.results().table("T4.5").orElseThrow();
        ResultTable variance = report.results().table("T4.5.variance").orElseThrow();
        int last = variance.rows().size() - 1;
        double communality = 0;
        for (int row = 0; row < 5; row++) {
            communality += loadings.number(row, "communality");
        }
        assertEquals(communality / 5 * 100, variance.number(last, "cumulative_pct"), 1e-9);
        assertTrue(report.page().contains("累積解釋變異 %"));
        String n = Long.toString(table.count(0, "n"));
        assertTrue(report.page().contains("n＝" + n + "。CR 為組成信度"));
        assertTrue(report.page().contains("n＝" + n + "。異質—單質比"));
        assertEquals(
                report.results().get("construct.env.score_100").n(),
                report.results().table("T4.11").orElseThrow().count(0, "n"));
        assertTrue(report.page().contains("KMO 與 Bartlett 球形檢定"));
        assertTrue(report.page().contains("判斷標準：KMO ≥ .60（Kaiser"));
        assertTrue(report.page().contains("判斷標準：HTMT &lt; .85（Henseler"));
    }

    @Test
    void howTwoWavesAgreeStandsInTheReport() {
        Results results = SmallSurvey.analysed(SURVEY, Facts.NONE, HEAD + people("web", 60, true));
        String without =
                SmallSurvey.report(SURVEY, Facts.NONE, results, Language.ZH_TW).page();
        assertTrue(without.contains("再測信度：未辦理"));
        double[] first = new double[40];
        double[] second = new double[40];
        for (int person = 0; person < first.length; person++) {
            first[person] = 1 + person % 5;
            second[person] = Math.min(5, first[person] + person % 2);
        }
        RetestFigures figures = new RetestFigures(
                new RetestFigures.Wave("113", 50, 2, 0),
                new RetestFigures.Wave("114", 60, 4, 2),
                40,
                List.of(
                        new RetestFigures.Measure("env", 40, false, Retest.of(first, second)),
                        new RetestFigures.Measure("crt", 3, true, Retest.of(new double[0], new double[0]))));
        RetestTables tables = RetestTables.of(figures);
        SurveyReport report = SmallSurvey.report(
                SURVEY, Facts.NONE, results.and(List.of(tables.waves(), tables.measures())), Language.ZH_TW);
        assertTrue(report.page().contains("第 113 波與第 114 波以填答者自訂代碼配對，共 40 人。"));
        assertTrue(report.page().contains("「環境」配對 40 人，再測相關"));
        assertTrue(report.page().contains("「禮儀」配對人數過少，不顯示。"));
        assertTrue(report.page().contains("判斷標準：ICC ≥ .75（Koo"));
        assertTrue(report.tables().containsKey("T4.12"));
    }
}
