package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tw.minsheng.acceptance.Citizen.Page;
import tw.minsheng.petition.CaseNumber;

/** A petition over HTTP, as a browser without scripts sends it. */
class PetitionFormTest {

    private static final Map<String, String> GOOD = Map.of(
            "kind", "repair",
            "type", "road",
            "text", "路口有坑洞，下雨時看不見",
            "district", "lingya",
            "address", "四維三路口",
            "phone", "07-3368333",
            "name", "路人",
            "email", "someone@example.org");

    @RegisterExtension
    static final SampleProduct PRODUCT = new SampleProduct();

    private final Citizen citizen = PRODUCT.citizen();

    private static Map<String, List<String>> with(Map<String, String> changed) {
        Map<String, String> fields = new LinkedHashMap<>(GOOD);
        fields.putAll(changed);
        Map<String, List<String>> all = new LinkedHashMap<>();
        fields.forEach((name, value) -> all.put(name, List.of(value)));
        return all;
    }

    private Page sent(Map<String, String> changed) {
        return citizen.submit(citizen.get("/petition"), "finish", with(changed));
    }

    private static String code(Page receipt) {
        Matcher found = Pattern.compile("id=\"code\">([^<]+)<").matcher(receipt.html());
        assertTrue(found.find(), receipt.html());
        return found.group(1);
    }

    private Page ask(String number, String code) {
        return citizen.post("/case", Map.of("number", List.of(number), "code", List.of(code)));
    }

    @ParameterizedTest
    @CsvSource({"/petition,zh-TW,陳情,113", "/petition?lang=en,en,Petitions,113"})
    void formIsThereInBothLanguagesWithWhomToCallInDanger(String path, String language, String word, String number) {
        Page page = citizen.get(path);
        assertEquals(200, page.status());
        assertTrue(page.html().contains("lang=\"" + language + "\""));
        assertTrue(page.html().contains(word));
        assertTrue(page.html().contains(number) && page.html().contains("110"));
        assertFalse(page.html().contains("aria-describedby=\"\""));
        assertFalse(page.html().contains(" checked"));
    }

    @Test
    void everyFaultIsSaidAndLinkedAndWhatWasTypedIsKept() {
        Page refused = sent(Map.of("kind", "", "type", "", "email", "me@", "phone", "", "text", ""));
        assertEquals(422, refused.status());
        for (String field : List.of("kind", "type", "text", "email")) {
            assertTrue(refused.html().contains("href=\"#" + field + "\""), field);
            assertTrue(refused.html().contains("id=\"" + field + "-error\""), field);
        }
        for (String typed : List.of("四維三路口", "路人", "me@")) {
            assertTrue(refused.html().contains("value=\"" + typed + "\""), typed);
        }
        assertTrue(refused.html().contains("value=\"lingya\" selected"));
        Page contact = sent(Map.of("email", "", "phone", ""));
        assertTrue(contact.html().contains("href=\"#phone\""));
        assertTrue(contact.html().contains(GOOD.get("text")));
        assertTrue(contact.html().contains("value=\"repair\" checked"));
    }

    /** The key of the form stays the same over faults, so that the mended form is one case. */
    @Test
    void mendedFormIsTaken() {
        Page form = citizen.get("/petition");
        Page refused = citizen.submit(form, "finish", with(Map.of("phone", "call me")));
        assertEquals(form.hidden().get("form_key"), refused.hidden().get("form_key"));
        assertEquals(303, citizen.submit(refused, "finish", with(Map.of())).status());
    }

    @Test
    void sentTwiceIsOneCaseWithOneReceipt() {
        Page form = citizen.get("/petition");
        Page first = citizen.follow(citizen.submit(form, "finish", with(Map.of())));
        int after = PRODUCT.product().cases().count();
        Page second = citizen.follow(citizen.submit(form, "finish", with(Map.of())));
        assertEquals(200, first.status());
        assertEquals(first.receipt(), second.receipt());
        assertEquals(code(first), code(second));
        assertEquals(after, PRODUCT.product().cases().count());
        Page other = citizen.follow(sent(Map.of()));
        assertNotEquals(first.receipt(), other.receipt());
        assertNotEquals(code(first), code(other));
    }

    @Test
    void sameFormWithAnotherTextIsRefused() {
        Page form = citizen.get("/petition");
        assertEquals(303, citizen.submit(form, "finish", with(Map.of())).status());
        assertEquals(
                409, citizen.submit(form, "finish", with(Map.of("text", "積水"))).status());
    }

    @Test
    void formOfAnotherSiteIsRefused() {
        int before = PRODUCT.product().cases().count();
        for (String path : List.of("/petition", "/case")) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create(PRODUCT.product().url() + path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Origin", "https://evil.example")
                    .POST(HttpRequest.BodyPublishers.ofString("kind=repair&type=road&text=x&phone=07-3368333"));
            assertEquals(403, citizen.send(request, path).status());
        }
        assertEquals(before, PRODUCT.product().cases().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAAAAAAAAAAAAAAAAAAAA", "short", "%27%3B%20drop%20table%20x", "%00"})
    void receiptOfAnUnknownKeyIs404(String key) {
        assertEquals(404, citizen.get("/petition/" + key).status());
    }

    /** Nobody scans her own screen: the picture is for paper. */
    @Test
    void theReceiptCarriesAPictureForPaper() {
        String receipt = citizen.follow(sent(Map.of())).html();
        assertTrue(receipt.contains("class=\"onpaper\"><svg class=\"qr\""), receipt);
    }

    @Test
    void wrongCodeAndUnknownNumberAreAnsweredAlike() {
        Page receipt = citizen.follow(sent(Map.of()));
        String wrong = "0000-0000-0000";
        Page wrongCode = ask(receipt.receipt(), wrong);
        String unknown = new CaseNumber(114, 7).text();
        Page unknownNumber = ask(unknown, wrong);
        assertEquals(422, wrongCode.status());
        assertEquals(422, unknownNumber.status());
        assertEquals(wrongCode.html().replace(receipt.receipt(), unknown), unknownNumber.html());
        assertEquals(200, ask(receipt.receipt(), code(receipt)).status());
    }

    /** A code is read from paper and typed on a telephone. */
    @Test
    void codeIsTakenAsPeopleTypeIt() {
        Page receipt = citizen.follow(sent(Map.of()));
        String code = code(receipt).replace("-", " ").toLowerCase(java.util.Locale.ROOT);
        assertEquals(200, ask(receipt.receipt().replace("-", ""), code).status());
    }

    @Test
    void progressShowsNothingOfWhoWroteIt() {
        Page receipt = citizen.follow(sent(Map.of()));
        Page standing = ask(receipt.receipt(), code(receipt));
        assertTrue(standing.html().contains(receipt.receipt()));
        for (String personal : List.of("07-3368333", "路人", "someone@example.org", "四維三路口", GOOD.get("text"))) {
            assertFalse(standing.html().contains(personal), personal);
        }
        assertFalse(standing.html().contains(code(receipt)));
    }

    /** Neither a cache nor the next page's server learns the address that holds the key. */
    @Test
    void receiptIsKeptByNobody() {
        Page receipt = citizen.follow(sent(Map.of()));
        assertEquals("no-store", receipt.headers().get("cache-control"));
        assertTrue(
                List.of("no-referrer", "same-origin").contains(receipt.headers().get("referrer-policy")));
    }

    @Test
    void scriptIsShownAsText() {
        String script = "</textarea><script>alert(1)</script>";
        String evil = script + "\" onload=\"x";
        Page refused = sent(Map.of("text", script, "name", evil, "phone", "none"));
        assertEquals(422, refused.status());
        assertFalse(refused.html().contains("<script>alert"));
        assertFalse(refused.html().contains("\" onload=\""));
        assertTrue(refused.html().contains("&lt;/textarea&gt;"));
        Page asked = ask(evil, evil);
        assertFalse(asked.html().contains("<script>alert"));
        assertFalse(asked.html().contains("\" onload=\""));
    }

    /** Before the case is kept and after, in both languages: who needs help does not wait for a form to be right. */
    @ParameterizedTest
    @CsvSource({"/petition,鄰居家暴", "/petition?lang=en,My husband beats me"})
    void reportOfViolenceShowsWhomToCallAtOnce(String form, String text) {
        Page refused = citizen.submit(citizen.get(form), "finish", with(Map.of("text", text, "phone", "none")));
        assertEquals(422, refused.status());
        assertTrue(refused.html().contains("tel:113") && refused.html().contains("tel:110"));
        Page receipt = citizen.follow(citizen.submit(refused, "finish", with(Map.of("text", text))));
        assertTrue(receipt.html().contains("tel:113") && receipt.html().contains("tel:110"));
        assertFalse(citizen.follow(sent(Map.of())).html().contains("tel:113"));
        Page again = citizen.get("/petition?lang=zh-TW");
        assertFalse(again.html().contains("tel:113"));
    }

    /** 再陳情: the tie is what she says, so that a number of nobody's case tells nothing. */
    @Test
    void newCaseAboutTheSameMatterIsTiedToTheFormerOne() {
        Page receipt = citizen.follow(sent(Map.of()));
        Page form = citizen.get("/petition?former=" + receipt.receipt());
        assertEquals(receipt.receipt(), form.hidden().get("former"));
        Page second = citizen.follow(citizen.submit(form, "finish", with(Map.of("text", "坑洞又出現了"))));
        CaseNumber number = CaseNumber.typed(second.receipt()).orElseThrow();
        assertEquals(
                receipt.receipt(),
                PRODUCT.product()
                        .cases()
                        .find(number)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join()
                        .origin()
                        .former());
        String unknown = new CaseNumber(114, 7).text();
        assertEquals(
                unknown, citizen.get("/petition?former=" + unknown).hidden().get("former"));
        assertFalse(citizen.get("/petition?former=x%22y").hidden().containsKey("former"));
        assertFalse(citizen.get("/petition").hidden().containsKey("former"));
    }

    /** What only staff may write is not taken from a citizen. */
    @Test
    void citizenCannotWriteWhatStaffDo() {
        Page receipt = citizen.follow(citizen.submit(
                citizen.get("/petition"),
                "finish",
                with(Map.of("meeting", "座談會", "day", "2026-01-01", "received", "2026-01-01T08:00"))));
        CaseNumber number = CaseNumber.typed(receipt.receipt()).orElseThrow();
        assertEquals(
                tw.minsheng.petition.Origin.NONE,
                PRODUCT.product()
                        .cases()
                        .find(number)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join()
                        .origin());
    }

    @Test
    void tooManyFromOneAddressAreStopped() {
        try (InMemoryProduct limited = new InMemoryProduct(0, true, Clock.systemUTC())) {
            Citizen crowd = new Citizen(limited.url());
            Page form = crowd.get("/petition");
            Page last = crowd.submit(form, "finish", with(Map.of("phone", "none")));
            Page asked = crowd.post("/case", Map.of());
            for (int i = 0; i < 60; i++) {
                last = crowd.submit(form, "finish", with(Map.of("phone", "none")));
                asked = crowd.post("/case", Map.of());
            }
            assertEquals(429, last.status());
            assertEquals(429, asked.status());
        }
    }
}
