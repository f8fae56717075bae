package tw.minsheng.web.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tw.minsheng.invite.CaseSurveys;

/** The pages about invitations and about what petitioners said; over HTTP, with doors in memory. */
class InvitationPagesTest {

    private static final String PATH = "/agency/surveys/counter/invitations";
    private static final String LIST = "email,stratum\na@example.org,road\nwrong,road\n<script>@example.org,road\n";

    @AutoClose
    private final StaffSite site = new StaffSite(0);

    @Test
    void aListThatNamesNoAddressIsRefusedAndKept() {
        Visitor admin = site.signedIn("admin");
        admin.get(PATH).expect(200);
        String page = admin.post(PATH, "act", "add", "csv", "name\nsomebody\n")
                .expect(422)
                .body();
        assertTrue(page.contains("第一列要是欄名"), page);
        assertTrue(page.contains("name\nsomebody"), page);
        assertEquals(List.of(), site.invited.acts());
    }

    @Test
    void aDryRunAddsNobodyAndListsWhatIsRefused() {
        Visitor admin = site.signedIn("admin");
        assertTrue(admin.get(PATH).expect(200).body().contains("還沒有邀請任何人"));
        String page = admin.post(PATH, "act", "check", "csv", LIST).expect(200).body();
        assertTrue(page.contains("可以加入 1 人（1 個分層），有 2 列不收"), page);
        assertTrue(page.contains("第 3 列：「wrong」不是電子郵件"), page);
        assertFalse(page.contains("<script>@"), page);
        assertTrue(admin.get(PATH).expect(200).body().contains("還沒有邀請任何人"));
    }

    @Test
    void aListIsAddedMailedAndErased() {
        Visitor admin = site.signedIn("admin");
        admin.get(PATH).expect(200);
        String added = admin.post(PATH, "act", "add", "csv", LIST).expect(200).body();
        assertTrue(added.contains("已加入 1 人；原來就在名單上的 0 人不變"), added);
        assertTrue(admin.post(PATH, "act", "send", "last", "2020-01-01")
                .expect(422)
                .body()
                .contains("請選擇今天以後的日期"));
        Visitor.Seen sent =
                admin.post(PATH, "act", "send", "last", "2099-01-01").expect(303);
        assertTrue(admin.get(sent.location()).expect(200).body().contains("已排定寄出 1 封邀請"));
        String sure = admin.get(PATH + "?erase=1").expect(200).body();
        assertTrue(sure.contains("要刪除這個波次的名單與邀請嗎"), sure);
        assertTrue(sure.contains("1 人的姓名、聯絡方式與邀請會刪除"), sure);
        assertTrue(sure.contains("填到一半、還沒送出的人不能再填完"), sure);
        assertTrue(sure.contains("還在等同層人數到齊的答案會繼續等"), sure);
        Visitor.Seen erased = admin.post(PATH, "act", "erase").expect(303);
        assertTrue(admin.get(erased.location()).expect(200).body().contains("已刪除 1 人"));
    }

    /** She telephoned, or wrote. */
    @Test
    void whoeverWantsNoInvitationsIsKeptByHerAddress() {
        Visitor admin = site.signedIn("admin");
        admin.get(PATH).expect(200);
        assertTrue(admin.post(PATH, "act", "refuse", "address", "nobody")
                .expect(422)
                .body()
                .contains("請輸入一個電子郵件或電話"));
        Visitor.Seen kept =
                admin.post(PATH, "act", "refuse", "address", "lin@example.org").expect(303);
        assertTrue(admin.get(kept.location()).expect(200).body().contains("已記下"));
        admin.post(PATH, "act", "refuse", "address", "07-3368333").expect(303);
        assertEquals(java.util.Set.of("lin@example.org", "07-3368333"), site.invited.unwilling());
    }

    /** Half of the answers of few cases would tell who said what. */
    @Test
    void shareStandsBesideItsBoundsAndFewAreHidden() {
        site.invited.found(
                List.of(
                        new CaseSurveys.Count("kcg-pwb/road/declined", 3, 0, 0, 3, 3, 3, 2),
                        new CaseSurveys.Count("kcg-pwb/road/solved", 97, 1, 0, 97, 90, 80, 23)),
                List.of(new CaseSurveys.Item("kcg-pwb/road/solved", "web", "result", 20, 15, 5)));
        String page =
                site.signedIn("head").get("/agency/cases/survey").expect(200).body();
        assertTrue(page.contains("自願回覆"), page);
        assertTrue(page.contains("<td>75.0%</td>\n<td>75.0%</td>\n<td>15.0% – 95.0%</td>"), page);
        assertTrue(page.contains("<td>3</td>\n<td>—</td>\n<td>—</td>\n<td>—</td>"), page);
        assertFalse(page.contains("<td>25</td>"), page);
        site.signedIn("handler").get("/agency/cases/survey").expect(404);
    }

    /** Its contacts are petitioners of all agencies, and its answers must come from them alone. */
    @Test
    void whoeverKeepsSurveysInvitesNobodyToTheSurveyAfterClosing() {
        Visitor roadie = site.signedIn("roadie");
        String path = "/agency/surveys/road/invitations";
        assertEquals("/agency/cases/survey", roadie.get(path).expect(303).location());
        roadie.get("/agency/me").expect(200);
        roadie.post(path, "act", "add", "csv", "email\nme@example.org\n").expect(400);
        roadie.get("/agency/me").expect(200);
        roadie.post(path, "act", "erase").expect(400);
    }
}
