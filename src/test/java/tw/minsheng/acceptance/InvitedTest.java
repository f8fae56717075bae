package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.acceptance.Citizen.Page;
import tw.minsheng.collect.AnswerSheet;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Source;

/** Answering by the link of an invitation, over HTTP: S2, D2 and D6 of surveys, section 5. */
class InvitedTest {

    private static final String COUNTER = "kcg-pwb-counter";
    private static final Instant LATER = Instant.parse("2099-01-01T00:00:00Z");

    @RegisterExtension
    static final SampleProduct PRODUCT = new SampleProduct();

    private final Citizen citizen = PRODUCT.citizen();
    private final String link = PRODUCT.product().invite(COUNTER, LATER);

    /** What a browser would send back to these pages. */
    private String cookie = "";

    private boolean takesCookies = true;

    private Page get(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(PRODUCT.product().url() + path))
                .GET();
        return sent(cookie.isEmpty() ? request : request.header("Cookie", cookie), path);
    }

    private Page sent(HttpRequest.Builder request, String path) {
        Page page = citizen.send(request, path);
        String set = page.headers().getOrDefault("set-cookie", "");
        if (takesCookies && !set.isEmpty()) {
            cookie = set.replaceAll(";.*", "");
        }
        return page;
    }

    private Page follow(Page page) {
        Page now = page;
        for (int i = 0; i < 5 && now.status() == 303; i++) {
            now = get(now.location());
        }
        return now;
    }

    private Page submit(Page page, String go, Map<String, List<String>> answers) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        page.hidden().forEach((name, value) -> fields.put(name, List.of(value)));
        fields.putAll(answers);
        fields.put("go", List.of(go));
        String body = fields.entrySet().stream()
                .flatMap(field -> field.getValue().stream()
                        .map(value -> Citizen.encode(field.getKey()) + "=" + Citizen.encode(value)))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(PRODUCT.product().url() + page.action()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", PRODUCT.product().url())
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return sent(cookie.isEmpty() ? request : request.header("Cookie", cookie), page.action());
    }

    private Page filled() {
        Page page = follow(submit(follow(get(link)), "next", Map.of()));
        page = follow(submit(page, "next", Map.of("d_counter", List.of("road"))));
        page = follow(submit(
                page, "next", Map.of("env_clean", List.of("5"), "env_signs", List.of("dk"), "env_wait", List.of("4"))));
        return follow(submit(page, "next", Map.of("comment", List.of("請多開櫃台"))));
    }

    @Test
    void aForgedTokenAndOneOfAnotherSurveyAreNotFoundAlike() {
        String token = link.substring(link.lastIndexOf('/') + 1);
        Page forged = get("/s/" + COUNTER + "/i/" + "A".repeat(43));
        Page foreign = get("/s/kcg-pwb-quota/i/" + token);
        assertEquals(404, forged.status());
        assertEquals(404, foreign.status());
        assertEquals(404, get("/s/kcg-nowhere/i/" + token).status());
        assertEquals(403, get("/s/" + COUNTER + "/i/abcdefgh").status());
        assertEquals("", cookie);
    }

    @Test
    void anInvitationThatHasEndedSaysSo() {
        Page page = get(PRODUCT.product().invite(COUNTER, Instant.now().minusSeconds(1)));
        assertEquals(410, page.status());
        assertTrue(page.html().contains("這份邀請的填答期限已過"), page.html());
    }

    /** Nor in a referrer: the address that stays opens nothing without the cookie. */
    @Test
    void theTokenStaysInNoAddress() {
        String token = link.substring(link.lastIndexOf('/') + 1);
        Page arrived = get(link);
        assertEquals(303, arrived.status());
        assertFalse(arrived.location().contains(token), arrived.location());
        assertTrue(arrived.headers().get("set-cookie").matches("(?i).*; *httponly.*"));
        assertEquals("no-store", arrived.headers().get("cache-control"));
        Page clean = get(arrived.location());
        assertEquals(303, clean.status());
        Page start = get(clean.location());
        assertEquals(200, start.status());
        assertTrue(start.html().contains("這是您專屬的邀請，只能填答一次"), start.html());
        assertFalse(start.html().contains("id=\"resume\""));
        cookie = "";
        assertEquals(403, get(clean.location()).status());
        assertEquals(403, get(clean.location() + "?pass=" + "A".repeat(100)).status());
    }

    /** Every page, the way back, a change on the check page and the receipt, with all cookies thrown away. */
    @Test
    void aBrowserWithoutCookiesAnswersAllPages() {
        takesCookies = false;
        String token = link.substring(link.lastIndexOf('/') + 1);
        Page start = follow(get(link));
        assertEquals(200, start.status());
        Page page = follow(submit(start, "next", Map.of()));
        page = follow(submit(page, "next", Map.of("d_counter", List.of("road"))));
        assertEquals("p_env", page.part());
        page = follow(submit(page, "back", Map.of("env_clean", List.of("2"))));
        assertEquals("p_visit", page.part());
        page = follow(submit(page, "next", Map.of("d_counter", List.of("road"))));
        page = follow(submit(
                page, "next", Map.of("env_clean", List.of("5"), "env_signs", List.of("dk"), "env_wait", List.of("4"))));
        page = follow(submit(page, "next", Map.of("comment", List.of("沒有餅乾也能填"))));
        assertEquals("check-answers", page.part());
        java.util.regex.Matcher change = java.util.regex.Pattern.compile("href=\"([^\"]*change=1[^\"#]*)")
                .matcher(page.html());
        assertTrue(change.find(), page.html());
        Page changed = get(change.group(1).replace("&amp;", "&"));
        assertEquals("p_visit", changed.part());
        assertFalse(change.group(1).contains(token));
        int before = PRODUCT.product().answers(COUNTER).size();
        Page receipt = follow(submit(page, "finish", Map.of()));
        assertFalse(receipt.receipt().isEmpty());
        assertEquals(before + 1, PRODUCT.product().answers(COUNTER).size());
        Page again = follow(get(link));
        assertTrue(again.html().contains("您已經填答過這份問卷，謝謝您"), again.html());
        assertEquals("", cookie);
    }

    @Test
    void whoeverWantsNoInvitationsSaysSoOnTheFirstPage() {
        Page start = follow(get(link));
        java.util.regex.Matcher form =
                java.util.regex.Pattern.compile("action=\"([^\"]*/no)\"").matcher(start.html());
        assertTrue(form.find(), start.html());
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(PRODUCT.product().url() + form.group(1)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", PRODUCT.product().url())
                .header("Cookie", cookie)
                .POST(HttpRequest.BodyPublishers.ofString(""));
        Page page = sent(request, form.group(1));
        assertEquals(200, page.status());
        assertTrue(page.html().contains("不會再寄邀請給您"), page.html());
        cookie = "";
        assertEquals(
                403,
                citizen.send(request.setHeader("Cookie", "x=y"), form.group(1)).status());
    }

    @Test
    void theAnswerIsDrawnAndTakenOnce() {
        Page check = filled();
        assertEquals("check-answers", check.part());
        int before = PRODUCT.product().answers(COUNTER).size();
        Page receipt = follow(submit(check, "finish", Map.of()));
        String number = receipt.receipt();
        assertEquals(number, follow(submit(check, "finish", Map.of())).receipt());
        List<AnswerSheet> all = PRODUCT.product().answers(COUNTER);
        assertEquals(before + 1, all.size());
        assertTrue(all.stream().anyMatch(sheet -> sheet.source() == Source.DRAWN && sheet.set() == DataSet.LIVE));
        cookie = "";
        Page again = follow(get(link));
        assertEquals(200, again.status());
        assertTrue(again.html().contains("您已經填答過這份問卷，謝謝您"), again.html());
    }

    /** D2: with the cookie gone the link leads back to what was filled in, and no page that lies open is lost. */
    @Test
    void withoutItsCookieAPageIsStillTakenAndTheLinkLeadsBack() {
        Page page = follow(submit(follow(get(link)), "next", Map.of()));
        cookie = "";
        page = follow(submit(page, "next", Map.of("d_counter", List.of("road"))));
        assertEquals("p_env", page.part());
        assertFalse(page.html().contains("value=\"save\""));
        cookie = "";
        assertEquals("p_env", follow(get(link)).part());
    }
}
