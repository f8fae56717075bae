package tw.minsheng.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.panel.Evidence;
import tw.minsheng.panel.Expert;
import tw.minsheng.panel.ItemDecision;
import tw.minsheng.panel.PanelItem;
import tw.minsheng.panel.PanelRound;
import tw.minsheng.panel.Rating;
import tw.minsheng.panel.Seat;
import tw.minsheng.panel.Sheet;
import tw.minsheng.survey.Survey;

/** What experts said, as the report gives it out: what they were told it would, and no more. */
class ExpertReportTest {

    private static final Survey SURVEY = SmallSurvey.with(SmallSurvey.SRS);
    private static final String ANSWERS = SmallSurvey.answers(60, 1, "drawn");

    /** Each rates the items 3; the one who is last is withdrawn. */
    private static Evidence evidence(int experts) {
        PanelRound round = new PanelRound(
                1,
                "small",
                "1.0.0",
                1,
                new PanelRound.Asker(LocalizedText.NONE, LocalizedText.NONE, "", ""),
                false,
                "lin",
                Instant.EPOCH,
                Expert.NEVER,
                PanelItem.of(SURVEY));
        List<Seat> seats = IntStream.range(0, experts)
                .mapToObj(i -> new Seat(
                        round,
                        new Expert(
                                i,
                                "專家" + "甲乙丙丁戊".charAt(i),
                                i == 0 ? "" : "某大學",
                                "",
                                "",
                                i == experts - 1,
                                Instant.EPOCH),
                        sheet(round, i)))
                .toList();
        return new Evidence("small", List.of(new Evidence.Round(round, seats)), List.of());
    }

    private static Sheet sheet(PanelRound round, int i) {
        Map<String, Rating> ratings = new java.util.LinkedHashMap<>();
        round.items().forEach(item -> ratings.put(item.id(), new Rating(3, Rating.Essential.NONE, "")));
        ratings.put("e2", new Rating(3, Rating.Essential.NONE, (9 - i) + "號\r\n\r\n看不懂"));
        return new Sheet(ratings, i == 1 ? "構面完整" : "");
    }

    private static SurveyReport report(int experts) {
        return report(evidence(experts));
    }

    private static SurveyReport report(Evidence evidence) {
        Facts facts = Facts.NONE.with(new Facts.Judged(evidence, ZoneOffset.UTC));
        return SmallSurvey.report(SURVEY, facts, ANSWERS, Language.ZH_TW);
    }

    /** The same experts, who wrote and judged this about the first item. */
    private static Evidence saying(Rating.Essential essential, String comment) {
        Evidence.Round round = evidence(4).rounds().get(0);
        List<Seat> seats = round.seats().stream()
                .map(seat -> {
                    Map<String, Rating> ratings = new java.util.LinkedHashMap<>();
                    round.round().items().forEach(item -> ratings.put(item.id(), new Rating(3, essential, comment)));
                    return new Seat(seat.round(), seat.expert(), new Sheet(ratings, ""));
                })
                .toList();
        return new Evidence("small", List.of(new Evidence.Round(round.round(), seats)), List.of());
    }

    private static ItemDecision decided(String item, String stand, ItemDecision.Choice choice, String reason) {
        return new ItemDecision(
                "small",
                "1.0.0",
                ItemDecision.Basis.ANALYSIS,
                stand,
                item,
                "keep",
                List.of(),
                choice,
                reason,
                "analyst",
                Instant.EPOCH);
    }

    /** The newest decision counts, and only one about these answers. */
    @Test
    void adviceForTheNextSurveyFollowsWhatWasDecided() {
        String wave = report(0).results().head().wave();
        List<ItemDecision> decisions = List.of(
                decided("e1", wave, ItemDecision.Choice.DELETE, "與整潔重複"),
                decided("e1", wave, ItemDecision.Choice.KEEP, "先留著"),
                decided("e2", wave, ItemDecision.Choice.KEEP, "已改善說明"),
                decided("e3", ItemDecision.stand("demo", wave), ItemDecision.Choice.DELETE, "試用"));
        Evidence evidence = new Evidence("small", List.of(), decisions).ofSet("live");
        String page = report(evidence).page();
        String advice = page.substring(page.lastIndexOf("下次調查建議"));
        assertTrue(advice.contains("已決定刪除（與整潔重複）"), advice);
        assertTrue(advice.contains("已決定保留、不再列入檢討的題目") && advice.contains("（已改善說明）"), advice);
        assertFalse(advice.contains("先留著") || advice.contains("試用"), advice);
        Evidence demo = new Evidence("small", List.of(), decisions).ofSet("demo");
        assertEquals(
                List.of(wave),
                demo.decisions().stream().map(ItemDecision::stand).toList());
    }

    @Test
    void commentsTellOfNobody() {
        String page = report(saying(Rating.Essential.NONE, "專家甲建議問陳大文先生，電話 0912-345-678，住中正路12號"))
                .page();
        assertTrue(page.contains("［人名］建議問［人名］，電話 ［電話］"), "masked");
        assertFalse(page.contains("0912") || page.contains("陳大文") || page.contains("路12號"));
    }

    /** Until the last day experts may change what they said: nothing of it is given out. */
    @Test
    void aRoundThatIsOpenDoesNotCountYet() {
        SurveyReport report = report(evidence(4).at(Instant.parse("2026-03-01T00:00:00Z")));
        assertTrue(report.page().contains("第 1 次專家審查尚未截止（至"), "said so");
        assertTrue(report.page().contains("專家審查：進行中，尚未截止"));
        assertFalse(report.page().contains("列入計算的專家") || report.page().contains("專家甲"));
        assertFalse(report.tables().containsKey("T4.3"));
        SurveyReport over = report(evidence(4).at(Expert.NEVER));
        assertTrue(over.page().contains("專家效度（第 1 次，問卷版本 1.0.0，民國59年1月1日至"), "version and days");
    }

    /** Three experts are too few for a CVR: the reason stands beside the numbers, not among them. */
    @Test
    void columnsOfNumbersHoldNumbers() {
        ResultTable table = report(saying(Rating.Essential.ESSENTIAL, ""))
                .results()
                .table("T4.3")
                .orElseThrow();
        assertTrue(table.entry(0, "lawshe_cvr").reason().isEmpty()
                && table.entry(0, "lawshe_cvr").asNumber().isEmpty());
        assertEquals("n_too_small", table.text(0, "lawshe_reason"));
    }

    @Test
    void thoseWhoCountAreNamedAndTheirCommentsAreNot() {
        String page = report(4).page();
        assertTrue(page.contains("列入計算的專家（3 人）"), "how many");
        assertTrue(page.contains("專家甲") && page.contains("專家乙（某大學）"), "who");
        assertFalse(page.contains("專家丁"), "her link was withdrawn");
        assertTrue(page.contains("專家審查：3 位專家，見"), "chapter 1 says the same");
        assertTrue(page.contains("專家的書面意見") && page.contains("構面完整"), "comments");
        int first = page.indexOf("7號 看不懂");
        assertTrue(first > 0 && page.indexOf("9號 看不懂") > first, "in one line, in no order of theirs");
        assertFalse(page.contains("6號"));
    }

    @Test
    void theTableOfExpertsIsAFileAndSaysHowItWasMade() {
        SurveyReport report = report(4);
        assertTrue(report.page().contains("href=\"tables/T4.3.csv\""), "the way to its data");
        assertTrue(report.page().contains("κ*＝(I-CVI−pc)"), "the way it was computed");
        String csv = new String(report.tables().getOrDefault("T4.3", new byte[0]), StandardCharsets.UTF_8);
        assertTrue(csv.contains("e1,env,整潔,3,3,1"), csv);
        assertTrue(report.table("T4.3").isPresent());
        assertTrue(new String(report.json(), StandardCharsets.UTF_8).contains("\"T4.3.rounds\""));
    }

    @Test
    void ofTwoExpertsNothingIsGivenOut() {
        SurveyReport report = report(3);
        assertTrue(report.page().contains("已回覆的專家 2 人，不足 3 人，不計算。"));
        assertTrue(report.page().contains("專家審查：尚未有 3 位專家回覆。"));
        assertFalse(report.page().contains("看不懂") || report.page().contains("專家甲"));
        assertFalse(report.tables().containsKey("T4.3"));
        String rounds = new String(report.tables().getOrDefault("T4.3.rounds", new byte[0]), StandardCharsets.UTF_8);
        assertTrue(rounds.contains("1,1.0.0,2,2,6,small_cell,n_too_small"), rounds);
    }

    /** An item is judged by the words that stand around it, too. */
    @Test
    void anItemIsShownAsARespondentSeesIt() {
        PanelItem first = PanelItem.of(SURVEY).get(0);
        assertEquals("滿意嗎", first.asked().stem().in(Language.ZH_TW));
        assertEquals(5, first.asked().points().size());
        assertEquals("非常滿意", first.asked().points().get(0).label().in(Language.ZH_TW));
        PanelItem last = PanelItem.of(SURVEY).get(5);
        assertEquals("all", last.id());
        assertEquals(LocalizedText.NONE, last.asked().stem(), "a question of its own");
    }
}
