package tw.minsheng.web.staff;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.security.Role;

/** Templates of answers; over HTTP, with doors in memory. */
class StaffTemplatesTest {

    private static final String PATH = "/agency/cases/templates";

    @AutoClose
    private final StaffSite site = new StaffSite(0);

    private static Visitor.Seen put(Visitor visitor, String id, String name, String text) {
        return visitor.post(
                PATH,
                "act",
                "put",
                "id",
                id,
                "name",
                name,
                "type",
                "road",
                "outcome",
                "solved",
                "text",
                text,
                "ground",
                "",
                "nextStep",
                "",
                "contactName",
                "",
                "contactPhone",
                "");
    }

    @Test
    void onlyAHeadWritesAndOnlyThoseBelowUseIt() {
        Visitor handler = site.signedIn("handler");
        handler.get(PATH).expect(200);
        put(handler, "0", "坑洞", "已修復").expect(404);
        Visitor head = site.signedIn("head");
        head.get(PATH).expect(200);
        put(head, "0", "坑洞已修復", "已派工修復。").expect(303);
        assertTrue(handler.get(PATH).expect(200).body().contains("坑洞已修復"));
        assertTrue(site.signedIn("roadhand").get(PATH).expect(200).body().contains("坑洞已修復"));
        Visitor foreign = site.signedIn("finhead");
        assertFalse(foreign.get(PATH).expect(200).body().contains("坑洞已修復"));
        put(foreign, "1", "改掉", "改掉").expect(404);
        foreign.post(PATH, "act", "drop", "id", "1").expect(404);
        site.signedIn("analyst").get(PATH).expect(404);
        assertFalse(foreign.get(PATH + "?edit=1").expect(200).body().contains("已派工修復"));
    }

    @Test
    void whatIsMissingIsSaidAndNothingTypedIsLost() {
        Visitor head = site.signedIn("head");
        head.get(PATH).expect(200);
        String body = put(head, "0", " ", "").expect(422).body();
        assertTrue(body.contains("id=\"e-name\"") && body.contains("id=\"e-text\""), body);
        assertTrue(put(head, "0", "", "已派工修復").expect(422).body().contains("已派工修復"));
        String long8000 = "路".repeat(8_001);
        String refused = put(head, "0", "坑洞", long8000).expect(422).body();
        assertTrue(refused.contains("id=\"e-text\"") && refused.contains("最多 8000 個字"), "which field, and how much");
        assertTrue(refused.contains(long8000), "nothing typed is lost");
        head.post(PATH, "act", "burn").expect(400);
    }

    @Test
    void anAnswerBeginsWithItAndItCanBeChangedAndDeleted() {
        site.account("boss", Role.HEAD, "kcg-pwb");
        Visitor boss = site.signedIn("boss");
        boss.get(PATH).expect(200);
        put(boss, "0", "坑洞已修復", "已派工修復。").expect(303);
        String path = "/agency/cases/" + new CaseNumber(115, 2).text();
        boss.get(path).expect(200);
        boss.post(path, "act", "assign", "revision", "1", "unit", "kcg-pwb", "handler", "boss")
                .expect(303);
        boss.post(path, "act", "start", "revision", "2").expect(303);
        String page = boss.get(path).expect(200).body();
        assertTrue(page.contains("?template=1#do-propose"), page);
        assertFalse(page.contains("已派工修復。"), page);
        assertTrue(boss.get(path + "?template=1").expect(200).body().contains("已派工修復。"));
        assertFalse(boss.get(path + "?template=2").expect(200).body().contains("已派工修復。"));
        put(boss, "1", "坑洞已補", "已補平。").expect(303);
        assertTrue(boss.get(path + "?template=1").expect(200).body().contains("已補平。"));
        boss.post(PATH, "act", "drop", "id", "1").expect(303);
        assertFalse(boss.get(path).expect(200).body().contains("?template="));
        assertTrue(site.security.auditRows().stream()
                .anyMatch(row -> row.entry().what().equals("template.put")));
    }
}
