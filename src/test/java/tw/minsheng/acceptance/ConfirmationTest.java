package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.acceptance.Citizen.Page;
import tw.minsheng.notify.Notice;
import tw.minsheng.notify.NoticeKind;
import tw.minsheng.petition.CaseFile;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.petition.Contact;
import tw.minsheng.petition.State;

/** A petition is confirmed by link or by code, over HTTP; nobody's expires while it waits for a call. */
class ConfirmationTest {

    private static final Map<String, String> GOOD =
            Map.of("kind", "repair", "type", "road", "text", "路口有坑洞", "district", "lingya");
    private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofDays(4));

    @RegisterExtension
    static final SampleProduct PRODUCT = new SampleProduct();

    private final Citizen citizen = PRODUCT.citizen();

    private Page sent(Map<String, String> contact) {
        Map<String, String> fields = new LinkedHashMap<>(GOOD);
        fields.putAll(contact);
        Map<String, List<String>> all = new LinkedHashMap<>();
        fields.forEach((name, value) -> all.put(name, List.of(value)));
        return citizen.follow(citizen.submit(citizen.get("/petition"), "finish", all));
    }

    private static CaseFile file(String number) {
        return InMemoryProduct.await(
                PRODUCT.product().cases().find(CaseNumber.typed(number).orElseThrow()));
    }

    private static Notice notice(String number) {
        return InMemoryProduct.await(PRODUCT.product().cases().notices().of(number))
                .get(0)
                .notice();
    }

    private static long confirmed(String number) {
        return InMemoryProduct.await(PRODUCT.product()
                        .cases()
                        .history(CaseNumber.typed(number).orElseThrow()))
                .stream()
                .filter(event -> event.what().equals("confirm"))
                .count();
    }

    private Page press(String path) {
        return citizen.post(path, Map.of("go", List.of("finish")));
    }

    @Test
    void theFormSaysWithinHowManyDays() {
        assertTrue(citizen.get("/petition").html().contains("3 天內確認"));
    }

    /** Programs that look for bad mail open every link. */
    @Test
    void openingTheLinkConfirmsNothing() {
        Page receipt = sent(Map.of("email", "p@example.org"));
        assertTrue(receipt.html().contains("確認信"));
        String link = PRODUCT.product().secret(notice(receipt.receipt()));
        Page button = citizen.get(link);
        assertEquals(200, button.status());
        assertFalse(button.html().contains(receipt.receipt()));
        assertEquals(State.UNCONFIRMED, file(receipt.receipt()).state());
        assertEquals("no-store", button.headers().get("cache-control"));
    }

    @Test
    void theButtonConfirmsOnce() {
        String number = sent(Map.of("email", "p@example.org")).receipt();
        String link = PRODUCT.product().secret(notice(number));
        assertTrue(press(link).html().contains(number));
        assertEquals(State.RECEIVED, file(number).state());
        assertEquals(200, press(link).status());
        assertEquals(1, confirmed(number));
        List<NoticeKind> told = InMemoryProduct.await(
                        PRODUCT.product().cases().notices().of(number))
                .stream()
                .map(each -> each.notice().kind())
                .toList();
        assertEquals(List.of(NoticeKind.CONFIRM, NoticeKind.RECEIVED), told);
    }

    @Test
    void unknownAndExpiredLinksAreAnsweredAlike() {
        String number = sent(Map.of("email", "p@example.org")).receipt();
        String link = PRODUCT.product().secret(notice(number));
        Page unknown = press("/petition/confirm/" + "A".repeat(43));
        assertEquals(1, InMemoryProduct.await(PRODUCT.product().confirm(LATER).expire()) > 0 ? 1 : 0);
        Page expired = press(link);
        assertEquals(422, unknown.status());
        assertEquals(422, expired.status());
        String token = link.substring(link.lastIndexOf('/') + 1);
        assertEquals(unknown.html(), expired.html().replace(token, "A".repeat(43)));
        assertEquals(404, citizen.get("/petition/confirm/short").status());
    }

    @Test
    void expiredCasesKeepNothingOfTheirPetitionerAndStayCounted() {
        String number = sent(Map.of("email", "p@example.org", "name", "路人")).receipt();
        int before = PRODUCT.product().cases().count();
        InMemoryProduct.await(PRODUCT.product().confirm(LATER).expire());
        CaseFile expired = file(number);
        assertEquals(State.EXPIRED, expired.state());
        assertEquals(Contact.NONE, expired.petition().contact());
        assertEquals("", expired.petition().text());
        assertEquals("road", expired.petition().type());
        assertEquals(before, PRODUCT.product().cases().count());
    }

    @Test
    void aCodeConfirmsAndIsTakenAsPeopleTypeIt() {
        Page receipt = sent(Map.of("phone", "0912-345678"));
        assertTrue(receipt.html().contains("/petition/confirm"));
        String number = receipt.receipt();
        String code = PRODUCT.product().secret(notice(number));
        assertEquals(6, code.length());
        Page done = citizen.post(
                "/petition/confirm",
                Map.of(
                        "number", List.of(number.replace("-", "")),
                        "code", List.of(code.substring(0, 3) + " " + code.substring(3))));
        assertEquals(200, done.status());
        assertEquals(State.RECEIVED, file(number).state());
    }

    @Test
    void aCodeIsDeadAfterFiveWrongTries() {
        String number = sent(Map.of("phone", "0912-345678")).receipt();
        String code = PRODUCT.product().secret(notice(number));
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 5; i++) {
            assertEquals(422, typed(number, wrong).status());
        }
        Page right = typed(number, code);
        assertEquals(422, right.status());
        assertEquals(State.UNCONFIRMED, file(number).state());
        String other = new CaseNumber(114, 7).text();
        assertEquals(right.html(), typed(other, code).html().replace(other, number));
        InMemoryProduct.await(PRODUCT.product().confirm(LATER).expire());
        assertEquals(State.UNCONFIRMED, file(number).state(), "anybody may have tried: it waits for our call");
    }

    private Page typed(String number, String code) {
        return citizen.post("/petition/confirm", Map.of("number", List.of(number), "code", List.of(code)));
    }

    @Test
    void tryingLinksAndCodesIsStopped() {
        try (InMemoryProduct limited = new InMemoryProduct(0, true, Clock.systemUTC())) {
            Citizen crowd = new Citizen(limited.url());
            Page last = crowd.get("/petition/confirm");
            for (int i = 0; i <= 60; i++) {
                last = crowd.post("/petition/confirm/" + "A".repeat(43), Map.of("go", List.of("finish")));
            }
            assertEquals(429, last.status());
        }
    }
}
