package tw.minsheng.web.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Act;
import tw.minsheng.panel.coding.CodingRound;
import tw.minsheng.petition.CaseNumber;

/** Coding of petitions; over HTTP, with doors in memory. Round 1 holds case 2 and is coded by {@code head} and {@code handler}. */
class StaffCodingTest {

    private static final String PATH = "/agency/cases/coding";
    private static final String CODE = PATH + "/1/code";
    private static final String NUMBER = new CaseNumber(115, 2).text();

    @AutoClose
    private final StaffSite site = new StaffSite(0);

    @Test
    void onlyCodersCodeAndOnlyCasesOfTheSample() {
        Visitor control = site.signedIn("control");
        control.get(PATH).expect(200);
        control.get(CODE).expect(404);
        control.post(CODE, "number", NUMBER, "theme", "0").expect(404);
        Visitor handler = site.signedIn("handler");
        String page = handler.get(CODE).expect(200).body();
        assertTrue(page.contains(NUMBER) && page.contains("太亮"), page);
        handler.post(CODE, "number", new CaseNumber(115, 3).text(), "theme", "0")
                .expect(404);
        handler.post(CODE, "number", "x", "theme", "0").expect(404);
        assertTrue(handler.post(CODE, "number", NUMBER).expect(422).body().contains("請選擇一個主題"));
        handler.post(CODE, "number", NUMBER, "theme", "9").expect(422);
        handler.post(CODE, "number", NUMBER, "theme", "0").expect(303);
        assertTrue(handler.get(CODE).expect(200).body().contains("編碼已完成"));
        handler.get(PATH + "/1").expect(404);
    }

    /** What is read is written down; who has not coded everything sees no choice of another. */
    @Test
    void nobodySeesAnothersChoiceBeforeHerOwnIsMade() {
        Visitor handler = site.signedIn("handler");
        handler.get(CODE).expect(200);
        handler.post(CODE, "number", NUMBER, "theme", "0").expect(303);
        Visitor head = site.signedIn("head");
        String blind = head.get(PATH + "/1").expect(200).body();
        assertTrue(blind.contains("全部編完以後才看得到") && !blind.contains("<caption>"), blind);
        assertFalse(head.get(PATH + "/1/differing.csv").expect(200).body().contains(NUMBER));
        head.get(CODE).expect(200);
        head.post(CODE, "number", NUMBER, "theme", "1").expect(303);
        String page = head.get(PATH + "/1").expect(200).body();
        assertTrue(page.contains("handler") && page.contains("/agency/cases/" + NUMBER), page);
        assertTrue(page.contains("種子 42"), page);
        assertTrue(head.get(PATH + "/1/differing.csv").expect(200).body().contains(NUMBER + ",太亮,不亮"));
        assertTrue(head.get(PATH + "/1/pairs.csv").expect(200).body().contains("head,handler,1,0,"));
        assertTrue(site.security.auditRows().stream()
                .anyMatch(row -> row.entry().what().equals("coding.code")));
        assertTrue(site.security.auditRows().stream()
                .anyMatch(row -> row.entry().what().equals("case.read")
                        && row.entry().act().actor().equals("handler")));
    }

    @Test
    void codesThatWereMadeBlindAreNotChangedAfterwards() {
        Visitor handler = site.signedIn("handler");
        handler.get(CODE).expect(200);
        handler.post(CODE, "number", NUMBER, "theme", "0").expect(303);
        Visitor head = site.signedIn("head");
        head.get(CODE).expect(200);
        head.post(CODE, "number", NUMBER, "theme", "1").expect(303);
        String refused =
                head.post(CODE, "number", NUMBER, "theme", "0").expect(409).body();
        assertTrue(refused.contains("您已完成編碼，不能再更改"), refused);
        assertTrue(head.get(PATH + "/1/differing.csv").expect(200).body().contains(NUMBER + ",太亮,不亮"));
    }

    /** Case 4 is of the sister, so that nobody of the bureau can ever code it. */
    @Test
    void aCaseThatCannotBeReadKeepsNobodyBlindForEver() {
        CodingRound first = StaffSite.await(site.codings.find(1)).orElseThrow();
        long id = StaffSite.await(site.codings.keep(
                new CodingRound(
                        0,
                        first.agency(),
                        first.name(),
                        first.themes(),
                        first.coders(),
                        7,
                        first.from(),
                        first.until(),
                        2,
                        "head",
                        site.clock.instant(),
                        List.of(new CaseNumber(115, 2), new CaseNumber(115, 4))),
                new Act("head", "kcg-pwb", site.clock.instant())));
        String code = PATH + "/" + id + "/code";
        Visitor head = site.signedIn("head");
        head.get(code).expect(200);
        head.post(code, "act", "finish").expect(303);
        assertTrue(head.get(code).expect(200).body().contains("太亮"), "one is left that she may read");
        head.post(code, "number", NUMBER, "theme", "1").expect(303);
        String rest = head.get(code).expect(200).body();
        assertTrue(rest.contains("另有 1 件") && rest.contains("value=\"finish\""), rest);
        assertTrue(head.get(PATH + "/" + id).expect(200).body().contains("全部編完以後才看得到"));
        head.post(code, "act", "finish").expect(303);
        assertTrue(head.get(PATH + "/" + id).expect(200).body().contains("<caption>"));
        head.post(code, "number", NUMBER, "theme", "0").expect(409);
        Visitor control = site.signedIn("control");
        control.get(PATH).expect(200);
        control.post(code, "act", "finish").expect(404);
    }

    /** The head reads cases 2 and 3, her colleague of the road office case 3 alone. */
    @Test
    void onlyWhatEveryCoderMayReadIsDrawn() {
        Visitor head = site.signedIn("head");
        head.get(PATH).expect(200);
        String form = "name=x&themes=a%0Ab%0A&from=2026-10-01&until=2026-11-30&n=5&coder=head&csrf=" + head.csrf();
        head.postBody(PATH, form + "&coder=roadhand", Map.of()).expect(303);
        head.postBody(PATH, form + "&coder=handler", Map.of()).expect(303);
        assertEquals(
                List.of(List.of(new CaseNumber(115, 2), new CaseNumber(115, 3)), List.of(new CaseNumber(115, 3))),
                StaffSite.await(site.codings.of(Set.of("kcg-pwb"), "")).stream()
                        .limit(2)
                        .map(CodingRound::cases)
                        .toList());
    }

    @Test
    void whatIsNoDayIsSaidWhereItStands() {
        Visitor head = site.signedIn("head");
        head.get(PATH).expect(200);
        String page = head.post(PATH, "name", "x", "themes", "a\nb", "from", "hello", "until", "2026-11-30", "n", "5")
                .expect(422)
                .body();
        assertTrue(page.contains("id=\"e-from\">請輸入西元日期，例如 2026-12-31"), page);
        assertFalse(page.contains("id=\"e-until\"") || page.contains("不可早於開始日"), page);
        assertTrue(page.contains("value=\"hello\""), "nothing typed is lost");
    }

    @Test
    void aHeadDrawsAndWhatIsMissingIsSaid() {
        Visitor head = site.signedIn("head");
        head.get(PATH).expect(200);
        String page = head.post(PATH, "name", "", "themes", "只有一個", "from", "x", "until", "", "n", "0")
                .expect(422)
                .body();
        for (String field : new String[] {"name", "themes", "coders", "n"}) {
            assertTrue(page.contains("id=\"e-" + field + "\""), field + page);
        }
        assertTrue(page.contains("只有一個"), "nothing typed is lost");
        site.signedIn("handler").post(PATH, "name", "x").expect(404);
        String form = "name=%E5%8D%81%E6%9C%88&themes=a%0Ab%0A&from=2026-10-01&until=2026-11-30&n=5";
        Visitor.Seen drawn = head.postBody(PATH, form + "&coder=head&coder=handler&csrf=" + head.csrf(), Map.of());
        drawn.expect(303);
        assertEquals(PATH + "?done=draw", drawn.location());
        assertTrue(head.get(PATH).expect(200).body().contains("十月"));
        assertTrue(site.signedIn("handler").get(PATH).expect(200).body().contains("十月"));
        assertFalse(site.signedIn("finhead").get(PATH).expect(200).body().contains("十月"));
        assertFalse(site.signedIn("roadhand").get(PATH).expect(200).body().contains("十月"));
    }
}
