package tw.minsheng.web.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.minsheng.kernel.Act;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.MemoryPublicBoard;
import tw.minsheng.petition.PublicBoard;

/** A head shows cases to the public, after a second look. */
class StaffBoardTest {

    private static final CaseNumber CASE = new CaseNumber(115, 2);
    private static final String PAGE = "/agency/cases/" + CASE.text() + "/board";
    private static final String GOOD = "道路破損已修補完成。";

    @AutoClose
    private final StaffSite site = new StaffSite(0);

    private List<PublicBoard.Shown> shown() {
        return StaffSite.await(new MemoryPublicBoard(site.cases)
                .list(new PublicBoard.Filter("", "", ZoneId.of("Asia/Taipei")), 0, 10));
    }

    private static Visitor.Seen send(Visitor visitor, Visitor.Seen page, String go, String... more) {
        List<String> fields = new ArrayList<>(List.of("revision", page.hidden("revision"), "go", go));
        fields.addAll(List.of(more));
        return visitor.post(PAGE, fields.toArray(String[]::new));
    }

    private Visitor.Seen looked(Visitor head, String summary) {
        return send(head, head.get(PAGE).expect(200), "look", "summary", summary);
    }

    private void release(Visitor head, String summary) {
        Visitor.Seen look = looked(head, summary).expect(200);
        send(head, look, "release", "summary", summary, "looked", look.hidden("looked"))
                .expect(303);
    }

    private List<String> audited() {
        return site.security.auditRows().stream().map(row -> row.entry().what()).toList();
    }

    @Test
    void nothingIsShownWithoutASecondLook() {
        Visitor head = site.signedIn("head");
        Visitor.Seen page = head.get(PAGE).expect(200);
        send(head, page, "release", "summary", GOOD).expect(200);
        send(head, page, "release", "summary", GOOD, "looked", "x").expect(200);
        Visitor.Seen look = looked(head, GOOD);
        send(head, look, "release", "summary", GOOD + "改", "looked", look.hidden("looked"))
                .expect(200);
        assertEquals(List.of(), shown());
    }

    @Test
    void whatMayTellOfSomebodyIsMarked() {
        String html = looked(site.signedIn("head"), "王大明先生（0912-345-678）住四維三路2號，車牌 ABC-1234，mail me@example.org")
                .expect(200)
                .body();
        for (String found : List.of("0912-345-678", "ABC-1234", "me@example.org", "四維三路2號")) {
            assertTrue(html.contains("<mark>" + found) || html.contains(found + " <small>"), found + "\n" + html);
        }
        assertEquals(List.of(), shown());
    }

    @Test
    void releasedCaseIsShownWithItsEventAndWithdrawn() {
        Visitor head = site.signedIn("head");
        release(head, GOOD);
        assertEquals(GOOD, shown().get(0).summary());
        assertTrue(audited().contains("case.publish"));
        Visitor.Seen page = head.get(PAGE + "?done=release").expect(200);
        send(head, page, "withdraw").expect(303);
        assertEquals(List.of(), shown());
        assertTrue(audited().contains("case.unpublish"));
        assertEquals(
                List.of("open", "publish", "unpublish"),
                StaffSite.await(site.cases.history(CASE)).stream()
                        .map(event -> event.what())
                        .toList());
    }

    @Test
    void lockedCaseLeavesTheBoardAtOnceAndCannotBeReleased() {
        Visitor head = site.signedIn("head");
        release(head, GOOD);
        Visitor.Seen before = head.get(PAGE).expect(200);
        lock();
        assertEquals(List.of(), shown());
        assertEquals(409, send(head, before, "look", "summary", GOOD).status());
        assertFalse(head.get(PAGE).expect(200).body().contains("value=\"look\""));
    }

    @Test
    void takingBackWhatIsNotShownLeavesNoLine() {
        Visitor head = site.signedIn("head");
        send(head, head.get(PAGE).expect(200), "withdraw").expect(303);
        assertEquals(1, StaffSite.await(site.cases.history(CASE)).size());
    }

    @Test
    void lockedCaseThatWasNeverShownOffersNoLook() {
        Visitor head = site.signedIn("head");
        Visitor.Seen before = head.get(PAGE).expect(200);
        lock();
        send(head, before, "look", "summary", GOOD).expect(409);
        assertFalse(head.get(PAGE).expect(200).body().contains("value=\"look\""));
    }

    private void lock() {
        CaseFile file = StaffSite.await(site.cases.find(CASE));
        StaffSite.await(site.caseDesk().lock(file, true, "家暴", new Act("head", "kcg-pwb", site.clock.instant())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "   ", "鄰居家暴已轉介",
            })
    void wordsThatMayNotBeShownAreRefusedAtTheLook(String summary) {
        Visitor.Seen seen = looked(site.signedIn("head"), summary);
        assertEquals(422, seen.status());
        assertTrue(seen.body().contains("id=\"e-summary\""), seen.body());
    }

    @Test
    void whoSawAnOlderCaseIsTold() {
        Visitor head = site.signedIn("head");
        Visitor.Seen look = looked(head, GOOD);
        release(head, "已完工");
        assertEquals(
                409,
                send(head, look, "release", "summary", GOOD, "looked", look.hidden("looked"))
                        .status());
        assertEquals("已完工", shown().get(0).summary());
    }

    @Test
    void handlersShowNothing() {
        assertEquals(404, site.signedIn("handler").get(PAGE).status());
        assertFalse(site.signedIn("handler")
                .get("/agency/cases/" + CASE.text())
                .body()
                .contains(PAGE));
    }
}
