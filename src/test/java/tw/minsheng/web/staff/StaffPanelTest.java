package tw.minsheng.web.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tw.minsheng.security.AuditEntry;

/** Expert panels and decisions on items; over HTTP, with doors in memory. The item of round 1 is {@code overall_sat}. */
class StaffPanelTest {

    private static final String PANEL = "/agency/surveys/counter/panel";
    private static final String ROUND = PANEL + "/1";
    private static final String DECISIONS = "/agency/surveys/counter/decisions";
    private static final Pattern LINK = Pattern.compile("https://survey\\.example\\.org(/panel/[A-Za-z0-9_-]{43})");

    @AutoClose
    private final StaffSite site = new StaffSite(0);

    private Visitor analyst() {
        Visitor analyst = site.signedIn("analyst");
        analyst.get(ROUND).expect(200);
        return analyst;
    }

    private static String added(Visitor analyst, String name) {
        String page = analyst.post(ROUND, "act", "add", "name", name, "affiliation", "大學", "email", "")
                .expect(200)
                .body();
        Matcher link = LINK.matcher(page);
        assertTrue(link.find(), page);
        return link.group(1);
    }

    private Visitor rated(String path, String relevance, String essential) {
        Visitor expert = site.visitor();
        expert.post(
                        path + "/1",
                        "r-overall_sat",
                        relevance,
                        "e-overall_sat",
                        essential,
                        "c-overall_sat",
                        "看過了",
                        "go",
                        "next")
                .expect(303);
        expert.post(path + "/end", "comment", "可行", "go", "finish").expect(303);
        return expert;
    }

    @Test
    void onlyAnAnalystAsksExpertsAndAReviewerReadsWithoutRatings() {
        Visitor teacher = site.signedIn("teacher");
        String page = teacher.get(ROUND).expect(200).body();
        assertFalse(page.contains("name=\"act\" value=\"add\""), page);
        teacher.post(ROUND, "act", "add", "name", "甲", "affiliation", "", "email", "")
                .expect(404);
        teacher.post(PANEL, "last", "2026-12-31").expect(404);
        teacher.get(ROUND + "/ratings").expect(404);
        teacher.get(ROUND + "/ratings.csv").expect(404);
        teacher.get(ROUND + "/items.csv").expect(200);
        site.signedIn("handler").get(ROUND).expect(404);
    }

    @Test
    void whatIsMissingIsSaidAndNothingTypedIsLost() {
        Visitor analyst = analyst();
        String page = analyst.post(ROUND, "act", "add", "name", " ", "affiliation", "某大學", "email", "nobody")
                .expect(422)
                .body();
        assertTrue(page.contains("id=\"e-name\"") && page.contains("id=\"e-email\""), page);
        assertTrue(page.contains("某大學") && page.contains("nobody"), page);
        assertTrue(analyst.post(PANEL, "last", "2026-12-31").expect(409).body().contains("另一輪還沒有截止"));
        String past = analyst.post(ROUND, "act", "until", "last", "2020-01-01")
                .expect(422)
                .body();
        assertTrue(past.contains("截止日不可早於今天"), past);
        String hello =
                analyst.post(ROUND, "act", "until", "last", "hello").expect(422).body();
        assertTrue(hello.contains("請輸入西元日期，例如 2026-12-31") && hello.contains("value=\"hello\""), hello);
        assertTrue(analyst.post(PANEL, "last", "hello").expect(422).body().contains("請輸入西元日期"));
        analyst.post(ROUND, "act", "renew", "expert", "99").expect(404);
        analyst.post(ROUND, "act", "burn").expect(400);
    }

    @Test
    void aLinkIsShownOnceAndOpensUntilItIsRenewedOrWithdrawn() {
        Visitor analyst = analyst();
        String path = added(analyst, "專家甲");
        String token = path.substring("/panel/".length());
        assertFalse(analyst.get(ROUND).expect(200).body().contains(token));
        Visitor expert = site.visitor();
        Visitor.Seen seen = expert.get(path).expect(200);
        assertTrue(seen.body().contains("專家甲"), seen.body());
        expert.get("/panel/" + "x".repeat(43)).expect(404);
        expert.get("/panel/short").expect(404);
        String renewed =
                analyst.post(ROUND, "act", "renew", "expert", "1").expect(200).body();
        Matcher link = LINK.matcher(renewed);
        assertTrue(link.find());
        expert.get(path).expect(404);
        expert.get(link.group(1)).expect(200);
        analyst.post(ROUND, "act", "withdraw", "expert", "1").expect(400);
        String sure = analyst.get(ROUND + "/experts/1").expect(200).body();
        assertTrue(sure.contains("網址立即失效") && sure.contains("value=\"withdraw\""), sure);
        expert.get(link.group(1)).expect(200);
        analyst.post(ROUND + "/experts/1", "act", "withdraw").expect(303);
        expert.get(link.group(1)).expect(404);
        expert.post(link.group(1) + "/1", "r-overall_sat", "4", "go", "next").expect(404);
        String lost = expert.post(link.group(1) + "/1", "r-overall_sat", "4", "c-overall_sat", "寫了<很>久", "go", "next")
                .expect(404)
                .body();
        assertTrue(lost.contains("這個網址已經不能用了") && lost.contains("寫了&lt;很&gt;久"), lost);
    }

    @Test
    void anExpertSendsOnlyWhatIsWholeAndMayChangeItUntilTheEnd() {
        String path = added(analyst(), "專家甲");
        Visitor expert = site.visitor();
        expert.post(path + "/1", "r-overall_sat", "", "e-overall_sat", "useful", "c-overall_sat", "太長", "go", "next")
                .expect(303);
        String refused = expert.post(path + "/end", "comment", "先寫意見", "go", "finish")
                .expect(422)
                .body();
        assertTrue(refused.contains("#item-overall_sat") && refused.contains("先寫意見"), refused);
        String kept = expert.get(path + "/1").expect(200).body();
        assertTrue(kept.contains("請就下列各項評分") && kept.contains("受訪者的選項：1 非常不滿意 · 5 非常滿意"), kept);
        assertTrue(kept.contains("屬於這個構面，用語可以小修"), "what each point means");
        assertTrue(kept.contains("value=\"useful\" checked"), kept);
        assertTrue(kept.contains("太長"), kept);
        assertTrue(expert.get(path + "/end").expect(200).body().contains("先寫意見"));
        rated(path, "3", "essential");
        assertTrue(expert.get(path + "/done").expect(200).body().contains("id=\"receipt\">1-1<"));
        expert.post(path + "/1", "r-overall_sat", "4", "c-overall_sat", "", "go", "save")
                .expect(303);
        assertTrue(expert.get(path + "/1").expect(200).body().contains("value=\"4\" checked"));
        String english = expert.post(path + "/1", "r-overall_sat", "4", "form-lang", "en")
                .expect(303)
                .location();
        assertEquals(path + "/1?lang=en", english);
        site.clock.pass(Duration.ofDays(30));
        String late = expert.post(path + "/1", "r-overall_sat", "1", "c-overall_sat", "還想說", "go", "next")
                .expect(410)
                .body();
        assertTrue(late.contains("沒有存檔") && late.contains("1. 整體滿意度\n1 不相關"), late);
        assertTrue(late.contains("還想說") && late.contains("survey@example.org 07-3368333"), late);
        assertFalse(late.contains("<form id=\"ratings\""), "there is nothing to send any longer");
        String end = expert.post(path + "/end", "comment", "還想說", "go", "finish")
                .expect(410)
                .body();
        assertTrue(end.contains("還想說") && end.contains("07-3368333"), end);
        assertTrue(expert.get(path + "/1").expect(200).body().contains("已收到"));
    }

    @Test
    void whoSendsTooLateIsToldWhatOfItWasNotKept() {
        String path = added(analyst(), "專家甲");
        Visitor expert = site.visitor();
        expert.post(path + "/1", "r-overall_sat", "3", "e-overall_sat", "useful", "go", "next")
                .expect(303);
        site.clock.pass(Duration.ofDays(30));
        String same = expert.post(path + "/1", "r-overall_sat", "3", "e-overall_sat", "useful", "go", "next")
                .expect(410)
                .body();
        assertTrue(same.contains("所以評分不列入計算") && !same.contains("id=\"unsent\""), same);
        String other = expert.post(path + "/end?lang=en", "comment", "too long", "go", "finish")
                .expect(410)
                .body();
        assertTrue(other.contains("id=\"unsent\"") && other.contains("they do not count"), other);
    }

    @Test
    void aCommentThatIsTooLongIsRefusedAndStaysInTheForm() {
        String path = added(analyst(), "專家甲");
        String words = "長".repeat(2_001);
        String page = site.visitor()
                .post(path + "/1", "r-overall_sat", "4", "c-overall_sat", words, "go", "next")
                .expect(422)
                .body();
        assertTrue(page.contains("最多 2000 字，目前 2001 字") && page.contains(words), "all of it is there");
        assertTrue(page.contains("value=\"4\" checked"));
        site.visitor().post(path + "/end", "comment", words, "go", "finish").expect(422);
    }

    @Test
    void threeExpertsGiveFiguresAndADecisionNeedsAReason() {
        Visitor analyst = analyst();
        List<String> paths = new ArrayList<>();
        for (String name : List.of("專家甲", "專家乙", "專家丙")) {
            paths.add(added(analyst, name));
        }
        rated(paths.get(0), "4", "essential");
        rated(paths.get(1), "2", "useful");
        String few = analyst.get(ROUND + "/items.csv").expect(200).body();
        assertTrue(few.contains("整體滿意度,2,small_cell,n_too_small,small_cell,small_cell,"), few);
        assertTrue(analyst.get(ROUND).expect(200).body().contains("不足 3 人"));
        rated(paths.get(2), "3", "essential");
        String page = analyst.get(ROUND).expect(200).body();
        assertTrue(page.contains("I-CVI＝.667，未達 1.00，尚未決定如何處理。"), page);
        assertFalse(page.substring(page.indexOf("id=\"item-overall_sat\"")).contains("專家乙"), "no name by a comment");
        assertTrue(page.contains("3 則意見"), "a folded item tells that somebody wrote");
        assertTrue(page.contains(ROUND + "/ratings\""), page);
        assertTrue(analyst.get(ROUND + "/ratings").expect(200).body().contains("專家乙"));
        Visitor admin = site.signedIn("admin");
        assertFalse(admin.get(ROUND).expect(200).body().contains("/ratings"), "promised to be seen by analysts alone");
        admin.get(ROUND + "/ratings").expect(404);
        admin.get(ROUND + "/ratings.csv").expect(404);
        String csv = analyst.get(ROUND + "/ratings.csv").expect(200).body();
        assertTrue(csv.contains("專家乙,大學,overall_sat,2,useful,看過了"), csv);
        String items = analyst.get(ROUND + "/items.csv").expect(200).body();
        assertTrue(items.contains("overall_sat,,整體滿意度,3,2,0.6666666666666666"), items);
        String refused = analyst.post(ROUND, "act", "decide", "item", "overall_sat", "choice", "revise", "reason", " ")
                .expect(422)
                .body();
        assertTrue(refused.contains("請寫下理由") && refused.contains("value=\"revise\" checked"), refused);
        analyst.post(ROUND, "act", "decide", "item", "overall_sat", "reason", "x")
                .expect(422);
        analyst.post(ROUND, "act", "decide", "item", "nothing", "choice", "keep", "reason", "x")
                .expect(404);
        analyst.post(ROUND, "act", "decide", "item", "overall_sat", "choice", "revise", "reason", "改為「整體來說」。")
                .expect(303);
        assertTrue(analyst.get(ROUND).expect(200).body().contains("決定修正，理由：改為「整體來說」。"));
        analyst.post(ROUND, "act", "decide", "item", "overall_sat", "choice", "revise", "reason", "改為「整體來說」。")
                .expect(303);
        Visitor teacher = site.signedIn("teacher");
        assertTrue(teacher.get(DECISIONS).expect(200).body().contains("專家效度第 1 輪"));
        rated(paths.get(1), "4", "useful");
        String decided = teacher.get(DECISIONS + ".csv").expect(200).body();
        assertTrue(decided.contains("overall_sat,revise,I-CVI＝.667（3 位專家中 2 位評 3–4 分），未達 1.00,revise,改為"), decided);
        assertEquals(2, decided.lines().count(), "the figures of then, and once although it was sent twice");
        List<String> audited = site.security.auditRows().stream()
                .map(row -> row.entry())
                .filter(entry ->
                        entry.what().startsWith("panel.") || entry.what().startsWith("item."))
                .map(AuditEntry::what)
                .distinct()
                .toList();
        assertEquals(List.of("panel.open", "panel.add", "panel.read", "panel.export", "item.decide"), audited);
    }

    @Test
    void whatWasMistypedAboutAnExpertIsMendedWhileTheRoundIsOpen() {
        Visitor analyst = analyst();
        added(analyst, "專家 甲");
        String page = analyst.post(
                        ROUND + "/experts/1", "act", "edit", "name", "專家\r\n乙", "affiliation", "某大學\n教授", "email", "x")
                .expect(422)
                .body();
        assertTrue(page.contains("id=\"e-email\"") && page.contains("某大學"), page);
        analyst.post(ROUND + "/experts/1", "act", "edit", "name", "專家\r\n乙", "affiliation", "某大學\n教授", "email", "")
                .expect(303);
        String list = analyst.get(ROUND).expect(200).body();
        assertTrue(list.contains("專家 乙") && list.contains("某大學 教授"), "one line each");
        analyst.get(ROUND + "/experts/99").expect(404);
        site.signedIn("teacher").get(ROUND + "/experts/1").expect(404);
        analyst.post(ROUND, "act", "close").expect(303);
        String late = analyst.post(ROUND + "/experts/1", "act", "edit", "name", "丙", "affiliation", "", "email", "")
                .expect(409)
                .body();
        assertTrue(late.contains("已經截止") && late.contains("value=\"丙\""), late);
        assertTrue(analyst.post(ROUND, "act", "renew", "expert", "1")
                .expect(409)
                .body()
                .contains("已經截止"));
        assertTrue(analyst.post(ROUND, "act", "add", "name", "丁", "affiliation", "", "email", "")
                .expect(409)
                .body()
                .contains("value=\"丁\""));
        assertFalse(analyst.get(ROUND).expect(200).body().contains("value=\"renew\""));
    }

    @Test
    void anOldRoundIsNotOpenedBesideANewOne() {
        Visitor analyst = analyst();
        analyst.post(ROUND, "act", "close").expect(303);
        analyst.post(PANEL, "last", "2026-12-31").expect(303);
        String page = analyst.post(ROUND, "act", "until", "last", "2026-12-31")
                .expect(409)
                .body();
        assertTrue(page.contains("另一輪還沒有截止"), page);
    }

    @Test
    void whatIsFarTooLongIsSaidAndStaysInTheForm() {
        Visitor analyst = analyst();
        String words = "長".repeat(5_000);
        String named = analyst.post(ROUND, "act", "add", "name", words, "affiliation", words, "email", "")
                .expect(422)
                .body();
        assertTrue(named.contains("id=\"e-name\"") && named.contains("id=\"e-affiliation\""));
        assertTrue(named.contains(words));
        analyst.get(DECISIONS).expect(200);
        String decided = analyst.post(
                        DECISIONS, "wave", "115", "item", "overall_sat", "choice", "keep", "reason", words)
                .expect(422)
                .body();
        assertTrue(decided.contains("理由最多 1000 字，目前 5000 字") && decided.contains(words));
    }

    @Test
    void aSecondRoundStandsBesideTheFirst() {
        Visitor analyst = analyst();
        analyst.post(ROUND, "act", "close").expect(303);
        String there = analyst.post(PANEL, "last", "2026-12-31", "essential", "1")
                .expect(303)
                .location();
        assertTrue(analyst.get(there).expect(200).body().contains("第 2 輪"));
        String page = analyst.get(PANEL).expect(200).body();
        assertTrue(page.contains("各輪 I-CVI 比較") && page.contains("第 1 輪"), page);
    }

    @Test
    void theProposalOfTheRulesIsConfirmedByAPerson() {
        Visitor analyst = site.signedIn("analyst");
        String page = analyst.get(DECISIONS).expect(200).body();
        assertTrue(page.contains("建議刪除") && page.contains("決斷值 1.20＜3.5"), page);
        String refused = analyst.post(DECISIONS, "wave", "115", "item", "overall_sat", "choice", "keep", "reason", "")
                .expect(422)
                .body();
        assertTrue(refused.contains("請寫下理由"), refused);
        analyst.post(DECISIONS, "wave", "nothing", "item", "overall_sat", "choice", "keep", "reason", "x")
                .expect(404);
        analyst.post(DECISIONS, "wave", "115", "item", "overall_sat", "choice", "keep", "reason", "政策需要")
                .expect(303);
        Visitor teacher = site.signedIn("teacher");
        String read = teacher.get(DECISIONS).expect(200).body();
        assertTrue(read.contains("已決定：保留") && read.contains("政策需要"), read);
        assertFalse(read.contains("name=\"choice\""), read);
        teacher.post(DECISIONS, "wave", "115", "item", "overall_sat", "choice", "keep", "reason", "x")
                .expect(404);
        String csv = teacher.get(DECISIONS + ".csv").expect(200).body();
        assertTrue(csv.contains("analyst,1.0.0,analysis,115,overall_sat,delete,決斷值 1.20＜3.5；n＝40,keep,政策需要"), csv);
    }

    @Test
    void aDecisionIsKeptWithTheAnswersThatWereShown() {
        try (StaffSite demonstration = new StaffSite(0, true)) {
            Visitor analyst = demonstration.signedIn("analyst");
            String live = analyst.get(DECISIONS).expect(200).body();
            assertTrue(live.contains("name=\"set\" value=\"live\"") && !live.contains("決定只記在這一組答案"), live);
            String page = analyst.get(DECISIONS + "?set=demo").expect(200).body();
            assertTrue(page.contains("name=\"set\" value=\"demo\"") && page.contains("這裡看的是示範的答案"), page);
            String there = analyst.post(
                            DECISIONS,
                            "set",
                            "demo",
                            "wave",
                            "",
                            "item",
                            "overall_sat",
                            "choice",
                            "keep",
                            "reason",
                            "政策需要")
                    .expect(303)
                    .location();
            assertTrue(there.contains("set=demo"), there);
            assertTrue(analyst.get(there).expect(200).body().contains("已決定：保留"));
            assertFalse(
                    analyst.get(DECISIONS).expect(200).body().contains("已決定：保留"),
                    "what was shown of demonstration is no ground");
        }
    }

    @Test
    void theLastPageOfAnExpertPromisesNoChangeOnceTheRoundIsOver() {
        String path = added(analyst(), "專家甲");
        Visitor expert = rated(path, "4", "essential");
        String open = expert.get(path + "/done").expect(200).body();
        assertTrue(open.contains("用同一個網址可以再修改") && open.contains("再看或修改我的評分"), open);
        site.clock.pass(Duration.ofDays(30));
        String over = expert.get(path + "/done").expect(200).body();
        assertTrue(over.contains("這一輪已經截止，您的意見已列入，不能再修改。"), over);
        assertFalse(over.contains("再看或修改我的評分"), over);
    }

    @Test
    void aRoundEndsWithinAYear() {
        Visitor analyst = analyst();
        analyst.post(ROUND, "act", "close").expect(303);
        String refused = analyst.post(PANEL, "last", "2099-12-31").expect(422).body();
        assertTrue(refused.contains("截止日最遠是一年後") && refused.contains("2099-12-31"), refused);
    }

    @Test
    void whereNoMailIsSentThePageSaysWhoMustSendTheLink() {
        String page = analyst()
                .post(ROUND, "act", "add", "name", "專家甲", "affiliation", "大學", "email", "a@example.org")
                .expect(200)
                .body();
        assertTrue(page.contains("這台伺服器沒有設定寄信：請您自己把網址寄到 a@example.org"), page);
    }
}
