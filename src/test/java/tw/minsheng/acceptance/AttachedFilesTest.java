package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.acceptance.Citizen.Page;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Sha256;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.CaseStep;
import tw.minsheng.petition.attach.Attachment;
import tw.minsheng.petition.attach.AttachmentDesk;
import tw.minsheng.petition.attach.FileKind;
import tw.minsheng.petition.attach.MemoryAttachments;
import tw.minsheng.petition.attach.Photos;
import tw.minsheng.petition.deadline.CitizenNotice;
import tw.minsheng.petition.deadline.DeadlineRules;

/** Files that come with a petition, as a browser without scripts sends them. */
class AttachedFilesTest {

    private static final Map<String, String> GOOD =
            Map.of("kind", "repair", "type", "road", "text", "路口有坑洞，下雨時看不見", "phone", "07-3368333");
    private static final byte[] PDF = "%PDF-1.4 一".getBytes(StandardCharsets.UTF_8);
    private static final Pattern WAITING = Pattern.compile("name=\"drop_file\" value=\"([0-9a-f-]{36})\"");

    @RegisterExtension
    static final SampleProduct PRODUCT = new SampleProduct();

    private final Citizen citizen = PRODUCT.citizen();

    private static FormWithFiles form(Page page, Map<String, String> changed) {
        Map<String, String> fields = new LinkedHashMap<>(page.hidden());
        fields.putAll(GOOD);
        fields.putAll(changed);
        return new FormWithFiles().fields(fields);
    }

    private Page send(Page page, FormWithFiles form) {
        String base = PRODUCT.product().url();
        return citizen.send(form.request(base + page.action(), base), page.action());
    }

    private static List<String> waiting(Page page) {
        return WAITING.matcher(page.html())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<Attachment> kept(Page receipt) {
        return InMemoryProduct.await(PRODUCT.product()
                .cases()
                .attachments()
                .of(CaseNumber.typed(receipt.receipt()).orElseThrow()));
    }

    private static byte[] bytes(Attachment file) {
        return PRODUCT.product().cases().attachments().bytes(file.id());
    }

    @Test
    void filesAreKeptOverAFaultAndComeWithTheCaseWithoutTheirPlace() throws IOException {
        Page page = citizen.get("/petition");
        Page faults = send(
                page,
                form(page, Map.of("phone", "call me"))
                        .file("IMG_1.jpg", Photos.jpeg(1))
                        .file("IMG_2.HEIC", Photos.heic()));
        assertEquals(422, faults.status());
        assertEquals(2, waiting(faults).size());
        assertTrue(faults.html().contains("IMG_1.jpg") && faults.html().contains("IMG_2.heic"));
        Page receipt = citizen.follow(send(faults, form(faults, Map.of()).file("", new byte[0])));
        List<Attachment> files = kept(receipt);
        assertEquals(
                List.of("IMG_1.jpg", "IMG_2.heic"),
                files.stream().map(Attachment::name).toList());
        for (Attachment file : files) {
            assertFalse(new String(bytes(file), StandardCharsets.ISO_8859_1).contains("PLACE"));
            assertEquals(Sha256.hexOf(bytes(file)), file.sha256());
            assertTrue(receipt.html().contains(file.sha256()));
        }
    }

    @Test
    void whoWishesKeepsThePlace() throws IOException {
        Page page = citizen.get("/petition");
        Page receipt = citizen.follow(
                send(page, form(page, Map.of("keep_place", "true")).file("a.jpg", Photos.jpeg(2))));
        assertArrayEquals(Photos.jpeg(2), bytes(kept(receipt).get(0)));
    }

    @Test
    void formThatIsSentTwiceHasItsFilesOnce() throws IOException {
        Page page = citizen.get("/petition");
        FormWithFiles form = form(page, Map.of()).file("a.jpg", Photos.jpeg(3)).file("b.pdf", PDF);
        Page first = citizen.follow(send(page, form));
        Page second = citizen.follow(send(page, form));
        assertEquals(first.receipt(), second.receipt());
        assertEquals(2, kept(second).size());
    }

    /** Back, one more file, and sent again: nothing of it is lost, and a case has no more files than it may have. */
    @Test
    void fileThatComesWithASecondSendingGoesToTheCaseAsWell() throws IOException {
        Page page = citizen.get("/petition");
        send(page, form(page, Map.of()).file("a.jpg", Photos.jpeg(20)));
        Page again = citizen.follow(
                send(page, form(page, Map.of()).file("a.jpg", Photos.jpeg(20)).file("b.jpg", Photos.jpeg(21))));
        assertEquals(
                List.of("a.jpg 1", "b.jpg 2"),
                kept(again).stream()
                        .map(file -> file.name() + " " + file.event())
                        .toList());
        FormWithFiles many = form(page, Map.of());
        for (int i = 0; i < 4; i++) {
            many.file(i + ".jpg", Photos.jpeg(30 + i));
        }
        assertEquals(422, send(page, many).status());
        assertEquals(2, kept(again).size());
    }

    /** Back, a word corrected, sent again: what was typed is there, and she is told of the petition that was taken. */
    @Test
    void otherWordsUnderTheSameKeyAreTold() throws IOException {
        Page page = citizen.get("/petition");
        send(page, form(page, Map.of()));
        Page told = send(page, form(page, Map.of("text", "路口有兩個坑洞")));
        assertEquals(409, told.status());
        assertTrue(told.html().contains("這份表單先前已經送出") && told.html().contains("路口有兩個坑洞"), told.html());
        assertFalse(told.hidden().equals(page.hidden()), "a new key");
    }

    @Test
    void fileThatIsNoLongerThereIsTold() throws IOException {
        Page page = citizen.get("/petition");
        Page faults = send(page, form(page, Map.of("text", "")).file("gone.jpg", Photos.jpeg(22)));
        InMemoryProduct.await(PRODUCT.product()
                .cases()
                .attachments()
                .purge(Instant.now().plus(AttachmentDesk.WAIT).plusSeconds(60)));
        Page told = send(faults, form(faults, Map.of()));
        assertEquals(422, told.status());
        assertTrue(told.html().contains("「gone.jpg」已經不在這裡了"), told.html());
        assertEquals(0, kept(citizen.follow(send(told, form(told, Map.of())))).size());
    }

    @Test
    void fileThatIsNoLongerWantedIsDropped() throws IOException {
        Page page = citizen.get("/petition");
        Page faults = send(
                page,
                form(page, Map.of("text", "")).file("a.jpg", Photos.jpeg(4)).file("b.pdf", PDF));
        String photo = waiting(faults).get(0);
        Page receipt = citizen.follow(send(faults, form(faults, Map.of()).field("drop_file", photo)));
        assertEquals(
                List.of("b.pdf"), kept(receipt).stream().map(Attachment::name).toList());
    }

    /** A file belongs to the form with which it came; another form neither shows nor drops it. */
    @Test
    void anotherFormDoesNotSeeIt() throws IOException {
        Page page = citizen.get("/petition");
        Page faults = send(page, form(page, Map.of("text", "")).file("mine.jpg", Photos.jpeg(5)));
        Page other = citizen.get("/petition");
        Page others = send(
                other,
                form(other, Map.of("text", ""))
                        .field("drop_file", waiting(faults).get(0)));
        assertEquals(List.of(), waiting(others));
        assertEquals(
                1, kept(citizen.follow(send(faults, form(faults, Map.of())))).size());
    }

    @Test
    void fileThatIsTooLargeIs413WithTheFormAndTheOtherFilesKept() throws IOException {
        Page page = citizen.get("/petition");
        byte[] large = new byte[21_000_000];
        System.arraycopy(Photos.plainJpeg(6), 0, large, 0, 300);
        Page answer = send(page, form(page, Map.of()).file("small.pdf", PDF).file("large.jpg", large));
        assertEquals(413, answer.status());
        assertTrue(answer.html().contains("large.jpg") && answer.html().contains("20 MB"), answer.html());
        assertTrue(answer.html().contains(GOOD.get("text")));
        assertEquals(1, waiting(answer).size());
        assertEquals(303, send(answer, form(answer, Map.of())).status());
    }

    @Test
    void sixthFileIsRefusedByName() {
        Page page = citizen.get("/petition");
        FormWithFiles form = form(page, Map.of());
        for (int i = 0; i < 6; i++) {
            form.file("f" + i + ".pdf", ("%PDF-1.4 " + i).getBytes(StandardCharsets.US_ASCII));
        }
        Page answer = send(page, form);
        assertEquals(422, answer.status());
        assertEquals(5, waiting(answer).size());
        assertTrue(answer.html().contains("f5.pdf"));
    }

    @Test
    void whatIsNoPhotoAndNoDocumentIsRefusedWithTheReason() {
        Page page = citizen.get("/petition");
        Page answer = send(
                page,
                form(page, Map.of())
                        .file("page.jpg", "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII))
                        .file("empty.jpg", new byte[0])
                        .file("..\\..\\<img src=x>.jpg", "x".getBytes(StandardCharsets.US_ASCII)));
        assertEquals(422, answer.status());
        assertTrue(answer.html().contains("page.jpg") && answer.html().contains("empty.jpg"));
        assertFalse(answer.html().contains("<img src=x>"));
        assertEquals(List.of(), waiting(answer));
    }

    @Test
    void brokenFormOfAnotherSiteAndOneWithoutEndAreRefused() {
        String base = PRODUCT.product().url();
        FormWithFiles form = new FormWithFiles().fields(GOOD).file("b.pdf", PDF);
        assertEquals(
                403,
                citizen.send(form.request(base + "/petition", "https://evil.example"), "")
                        .status());
        assertEquals(
                400,
                citizen.send(
                                HttpRequest.newBuilder(URI.create(base + "/petition"))
                                        .header("Content-Type", form.type())
                                        .header("Origin", base)
                                        .POST(HttpRequest.BodyPublishers.ofByteArray(
                                                Arrays.copyOf(form.bytes(), form.bytes().length - 30))),
                                "")
                        .status());
    }

    /** What staff put into the file is their work; its name may tell of others. */
    @Test
    void petitionerSeesWhatSheSentAndNotWhatStaffAdded() {
        Page page = citizen.get("/petition");
        FormWithFiles form = form(page, Map.of()).file("mine.pdf", PDF);
        CaseNumber number =
                CaseNumber.typed(citizen.follow(send(page, form)).receipt()).orElseThrow();
        added(number, "handler", "office.pdf");
        Page receipt = citizen.follow(send(page, form));
        Matcher code = Pattern.compile("id=\"code\">([^<]+)<").matcher(receipt.html());
        assertTrue(code.find());
        Page standing = citizen.post("/case", Map.of("number", List.of(number.text()), "code", List.of(code.group(1))));
        for (Page seen : List.of(receipt, standing)) {
            assertTrue(seen.html().contains("mine.pdf"), seen.html());
            assertFalse(seen.html().contains("office.pdf"), seen.html());
        }
    }

    private static void added(CaseNumber number, String by, String name) {
        MemoryAttachments attachments = PRODUCT.product().cases().attachments();
        UUID id = UUID.randomUUID();
        Instant at = Instant.parse("2026-11-22T01:00:00Z");
        Attachment file =
                new Attachment(id, name, FileKind.PDF, PDF.length, id.toString(), Attachment.Location.NONE, 0, by, at);
        InMemoryProduct.await(attachments.begin(id.toString(), file, at));
        InMemoryProduct.await(attachments.write(id, 0, PDF));
        InMemoryProduct.await(attachments.whole(id.toString(), id, file.sha256()));
        attachments.take(id.toString(), number, 2);
    }

    /** What is on its way has no name on the disk, so nothing of it can be left there. */
    @Test
    void nothingIsLeftOnTheWay() throws IOException {
        filesAreKeptOverAFaultAndComeWithTheCaseWithoutTheirPlace();
        try (Stream<Path> left = Files.list(Path.of("target", "uploads"))) {
            assertEquals(0, left.count());
        }
    }

    /** 補正: the petitioner answers from the page of her case, with files; the clock goes on. */
    @Test
    void whatIsAskedForIsAnsweredWithFiles() throws IOException {
        Page page = citizen.get("/petition");
        Page receipt = citizen.follow(send(page, form(page, Map.of())));
        Matcher code = Pattern.compile("id=\"code\">([^<]+)<").matcher(receipt.html());
        assertTrue(code.find());
        CaseNumber number = CaseNumber.typed(receipt.receipt()).orElseThrow();
        List<CaseStep> steps = new ArrayList<>(List.of(
                new CaseStep.Confirm("phone"),
                new CaseStep.Assign("kcg-pwb", ""),
                new CaseStep.Start("handler"),
                new CaseStep.Ask(
                        "哪一盞？", PRODUCT.product().desk(Clock.systemUTC()).now(), notice(), DeadlineRules.DEFAULT)));
        steps.forEach(step -> step(number, step));
        Page standing = citizen.post("/case", Map.of("number", List.of(number.text()), "code", List.of(code.group(1))));
        assertTrue(standing.html().contains("action=\"/case/answer\""), standing.html());
        Page empty =
                send(standing, new FormWithFiles().fields(standing.hidden()).file("a.jpg", Photos.jpeg(9)));
        assertEquals(422, empty.status());
        assertEquals(1, waiting(empty).size());
        Page done = send(empty, new FormWithFiles().fields(empty.hidden()).field("answer", "東側第二盞"));
        assertEquals(200, done.status());
        assertFalse(done.html().contains("action=\"/case/answer\""));
        Attachment file = kept(receipt).get(0);
        assertTrue(done.html().contains(file.sha256()));
        assertEquals(6, file.event());
        assertEquals(
                409,
                send(empty, new FormWithFiles().fields(empty.hidden()).field("answer", "再一次"))
                        .status());
    }

    private static CitizenNotice notice() {
        return new CitizenNotice(
                CitizenNotice.Channel.PHONE,
                PRODUCT.product().desk(Clock.systemUTC()).now(),
                "1");
    }

    private static void step(CaseNumber number, CaseStep step) {
        CaseFile file = InMemoryProduct.await(PRODUCT.product().cases().find(number));
        InMemoryProduct.await(PRODUCT.product()
                .desk(Clock.systemUTC())
                .step(
                        file,
                        file.revision(),
                        step,
                        new Act("head", "kcg-pwb", Clock.systemUTC().instant())));
    }
}
