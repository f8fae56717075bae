package tw.minsheng.web.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tw.minsheng.acceptance.FormWithFiles;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.attach.Attachment;
import tw.minsheng.petition.attach.Photos;
import tw.minsheng.security.AuditRow;

/** Files of a case on the staff pages. */
class StaffFilesTest {

    private static final CaseNumber CASE = new CaseNumber(115, 2);
    private static final String PAGE = "/agency/cases/" + CASE.text();
    private static final String FILES = PAGE + "/attachments";

    @AutoClose
    private final StaffSite site = new StaffSite(0);

    private List<Attachment> files() {
        return StaffSite.await(site.cases.attachments().of(CASE));
    }

    private List<String> audited() {
        return site.security.auditRows().stream()
                .map(AuditRow::entry)
                .map(each -> each.act().actor() + " " + each.what())
                .toList();
    }

    /** A document may be a page with a script as well; a browser saves it and runs nothing. */
    @Test
    void fileIsADownloadThatNoBrowserShowsOrRunsAndIsWrittenDown() {
        Visitor.Seen seen =
                site.signedIn("handler").get(FILES + "/" + StaffSite.FILE).expect(200);
        HttpHeaders headers = seen.response().headers();
        assertEquals(new String(StaffSite.PDF, StandardCharsets.US_ASCII), seen.body());
        assertEquals("application/pdf", headers.firstValue("content-type").orElse(""));
        assertEquals(
                "attachment; filename=\"__.pdf\"; filename*=UTF-8''%E8%B7%AF%E7%87%88.pdf",
                headers.firstValue("content-disposition").orElse(""));
        assertEquals("nosniff", headers.firstValue("x-content-type-options").orElse(""));
        assertEquals("no-store", headers.firstValue("cache-control").orElse(""));
        assertTrue(headers.firstValue("content-security-policy").orElse("").contains("sandbox"));
        assertTrue(audited().contains("handler case.attachment"));
    }

    @Test
    void fileIsAddedWithAnEventAndWithoutItsPlace() throws IOException {
        Visitor handler = site.signedIn("handler");
        handler.get(PAGE).expect(200);
        Visitor.Seen done = handler.postFiles(FILES, new FormWithFiles().file("現場.jpg", Photos.jpeg(1)))
                .expect(303);
        assertTrue(handler.get(done.location()).expect(200).body().contains("現場.jpg"));
        Attachment added = files().get(1);
        assertEquals("handler", added.by());
        assertEquals(2, added.event());
        assertEquals(Attachment.Location.REMOVED, added.location());
        assertTrue(audited().contains("handler case.attach"));
    }

    @Test
    void sameFileTwiceIsThereOnce() throws IOException {
        Visitor handler = site.signedIn("handler");
        for (int i = 0; i < 2; i++) {
            handler.get(PAGE).expect(200);
            handler.postFiles(FILES, new FormWithFiles().file("現場.jpg", Photos.jpeg(1)))
                    .expect(303);
        }
        assertEquals(2, files().size());
    }

    @Test
    void fileIsRemovedForGoodWithTheReasonInTheHistory() {
        String remove = FILES + "/" + StaffSite.FILE + "/remove";
        Visitor handler = site.signedIn("handler");
        assertFalse(handler.get(PAGE).expect(200).body().contains(remove), "it is the petitioner's");
        handler.post(remove, "reason", "放錯案件").expect(422);
        Visitor head = site.signedIn("head");
        assertTrue(head.get(PAGE).expect(200).body().contains(remove));
        head.post(remove, "reason", " ").expect(422);
        assertEquals(1, files().size());
        head.get(PAGE).expect(200);
        String done = head.post(remove, "reason", "放錯案件").expect(303).location();
        String page = head.get(done).expect(200).body();
        assertTrue(page.contains("附件已移除") && page.contains("放錯案件") && page.contains("路燈.pdf"), page);
        assertEquals(List.of(), files());
        assertTrue(audited().contains("head case.detach"));
        assertTrue(StaffSite.await(site.cases.history(CASE)).get(1).visible(), "she is shown that it is gone");
        assertEquals(404, head.get(FILES + "/" + StaffSite.FILE).status());
        assertEquals(404, head.post(remove, "reason", "再一次").status());
    }

    @Test
    void whatIsWrongWithAFileIsSaidAndNothingIsAdded() throws IOException {
        Visitor handler = site.signedIn("handler");
        handler.get(PAGE).expect(200);
        Visitor.Seen wrong = handler.postFiles(
                FILES,
                new FormWithFiles()
                        .file("a.jpg", Photos.jpeg(1))
                        .file("b.html", "<html>".getBytes(StandardCharsets.US_ASCII)));
        assertEquals(422, wrong.status());
        assertTrue(wrong.body().contains("b.html"));
        handler.get(PAGE).expect(200);
        assertEquals(
                413,
                handler.postFiles(FILES, new FormWithFiles().file("c.jpg", new byte[21_000_000]))
                        .status());
        handler.get(PAGE).expect(200);
        assertEquals(422, handler.postFiles(FILES, new FormWithFiles()).status());
        assertEquals(1, files().size());
    }

    @Test
    void whoMayOnlyReadAddsNothing() throws IOException {
        Visitor control = site.signedIn("control");
        assertFalse(control.get(PAGE).expect(200).body().contains(FILES + "\""));
        assertEquals(
                404,
                control.postFiles(FILES, new FormWithFiles().file("a.jpg", Photos.jpeg(1)))
                        .status());
        assertEquals(
                403,
                site.signedIn("handler")
                        .postFiles(FILES, new FormWithFiles().field("csrf", "x").file("a.jpg", Photos.jpeg(1)))
                        .status());
        assertEquals(1, files().size());
    }

    /** What was typed waits for the sign-in; a file of nobody is not kept. */
    @Test
    void formOfAnEndedSessionKeepsItsWordsAndNotItsFiles() throws IOException {
        Visitor.Seen seen = site.visitor()
                .postFiles(
                        "/agency/cases/new",
                        new FormWithFiles().field("text", "路燈").file("a.jpg", Photos.jpeg(1)));
        assertEquals(401, seen.status());
        assertTrue(seen.body().contains("%E8%B7%AF%E7%87%88"));
        assertEquals(0, StaffSite.await(site.cases.attachments().waitingBytes()));
    }

    /** Back, one more file, sent again: it goes to the case; other words under the same key are told, not lost. */
    @Test
    void secondSendingOfAKeyedInFormLosesNothing() throws IOException {
        Visitor handler = site.signedIn("handler");
        String key = handler.get("/agency/cases/new").expect(200).hidden("key");
        String location = handler.postFiles(
                        "/agency/cases/new", keyed(key, "坑洞").file("a.jpg", Photos.jpeg(1)))
                .expect(303)
                .location();
        handler.get("/agency/cases/new").expect(200);
        handler.postFiles("/agency/cases/new", keyed(key, "坑洞").file("b.jpg", Photos.jpeg(2)))
                .expect(303);
        CaseNumber number = CaseNumber.typed(location.replaceAll(".*/cases/([0-9-]+)/receipt.*", "$1"))
                .orElseThrow();
        assertEquals(
                List.of("a.jpg", "b.jpg"),
                StaffSite.await(site.cases.attachments().of(number)).stream()
                        .map(Attachment::name)
                        .toList());
        handler.get("/agency/cases/new").expect(200);
        Visitor.Seen other =
                handler.postFiles("/agency/cases/new", keyed(key, "兩個坑洞")).expect(409);
        assertTrue(other.body().contains("這份表單先前已經送出") && other.body().contains("兩個坑洞"), other.body());
        assertFalse(other.hidden("key").equals(key));
    }

    private static FormWithFiles keyed(String key, String text) {
        return new FormWithFiles()
                .field("key", key)
                .field("channel", "counter")
                .field("kind", "repair")
                .field("type", "road")
                .field("text", text)
                .field("phone", "07-3368333")
                .field("language", "zh-TW")
                .field("seen", "1");
    }

    @Test
    void keyedInCaseComesWithItsFilesAlsoAfterAFault() throws IOException {
        Visitor handler = site.signedIn("handler");
        Visitor.Seen form = handler.get("/agency/cases/new").expect(200);
        FormWithFiles first =
                new FormWithFiles().field("key", form.hidden("key")).file("a.jpg", Photos.jpeg(1));
        Visitor.Seen faults = handler.postFiles("/agency/cases/new", first).expect(422);
        assertTrue(faults.body().contains("a.jpg"));
        FormWithFiles second = new FormWithFiles().field("key", faults.hidden("key"));
        second.field("channel", "counter")
                .field("kind", "repair")
                .field("type", "road")
                .field("text", "坑洞");
        second.field("phone", "07-3368333").field("language", "zh-TW").field("seen", "1");
        String location =
                handler.postFiles("/agency/cases/new", second).expect(303).location();
        CaseNumber number = CaseNumber.typed(location.replaceAll(".*/cases/([0-9-]+)/receipt.*", "$1"))
                .orElseThrow();
        assertEquals(1, StaffSite.await(site.cases.attachments().of(number)).size());
    }
}
