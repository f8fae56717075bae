package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.minsheng.acceptance.Citizen.Page;
import tw.minsheng.collect.AnswerSheet;
import tw.minsheng.collect.SamplePlace;
import tw.minsheng.collect.Source;
import tw.minsheng.invite.onsite.Slip;

/** Answering by a slip that was handed out in a drawn session, over HTTP. */
class SlipTest {

    private static final String COUNTER = "kcg-pwb-counter";
    private static final String SESSION = session(-1);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @RegisterExtension
    static final SampleProduct PRODUCT = new SampleProduct();

    /** A morning session so many days from today. */
    private static String session(int days) {
        LocalDate day = LocalDate.now(ZoneId.of("Asia/Taipei")).plusDays(days);
        return "road-" + day.format(DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT)) + "a";
    }

    private final Citizen citizen = PRODUCT.citizen();
    private String link = PRODUCT.product().slip(new Slip(COUNTER, "115", "road", SESSION, NUMBER.incrementAndGet()));

    private Page get(String path) {
        return citizen.send(
                HttpRequest.newBuilder(URI.create(PRODUCT.product().url() + path))
                        .GET(),
                path);
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
        return follow(citizen.send(request, page.action()));
    }

    private Page filled() {
        Page page = submit(get(link), "next", Map.of());
        page = submit(page, "next", Map.of("d_counter", List.of("road")));
        page = submit(
                page, "next", Map.of("env_clean", List.of("5"), "env_signs", List.of("dk"), "env_wait", List.of("4")));
        return submit(page, "next", Map.of("comment", List.of("請多開櫃台")));
    }

    @Test
    void theAnswerIsDrawnInItsSessionAndTheSlipTakesOne() {
        Page start = get(link);
        assertTrue(start.html().contains("您手上的小卡可以填答一次"), start.html());
        assertFalse(start.html().contains("id=\"resume\""));
        Page check = filled();
        assertEquals("check-answers", check.part());
        int before = PRODUCT.product().answers(COUNTER).size();
        Page receipt = submit(check, "finish", Map.of());
        assertFalse(receipt.receipt().isEmpty(), receipt.html());
        assertEquals(receipt.receipt(), submit(check, "finish", Map.of()).receipt());
        List<AnswerSheet> all = PRODUCT.product().answers(COUNTER);
        assertEquals(before + 1, all.size());
        assertEquals(
                1,
                all.stream()
                        .filter(sheet -> sheet.source() == Source.DRAWN)
                        .filter(sheet -> sheet.place().equals(new SamplePlace("road", SESSION)))
                        .count());
        Page again = follow(get(link));
        assertTrue(again.html().contains("您已經填答過這份問卷，謝謝您"), again.html());
    }

    /** Its answer is kept, says why before the first question, and is not drawn. */
    @ParameterizedTest
    @CsvSource({"3, 那個時段還沒開始", "-20, 已經超過 14 天"})
    void anAnswerOutsideItsSessionIsKeptAndNotDrawn(int days, String why) {
        link = PRODUCT.product().slip(new Slip(COUNTER, "115", "road", session(days), NUMBER.incrementAndGet()));
        Page start = get(link);
        assertTrue(start.html().contains(why), start.html());
        int before = PRODUCT.product().answers(COUNTER).size();
        Page check = filled();
        assertFalse(check.html().contains("value=\"save\""), check.html());
        assertFalse(submit(check, "finish", Map.of()).receipt().isEmpty());
        List<AnswerSheet> all = PRODUCT.product().answers(COUNTER);
        assertEquals(before + 1, all.size());
        assertTrue(all.stream().noneMatch(sheet -> sheet.place().unit().equals(session(days))));
        assertTrue(follow(get(link)).html().contains("您已經填答過這份問卷，謝謝您"));
    }

    @Test
    void theSlipLeadsBackToWhatWasFilledInAndNoCodeIsShown() {
        Page page = submit(submit(get(link), "next", Map.of()), "next", Map.of("d_counter", List.of("road")));
        assertEquals("p_env", page.part());
        assertFalse(page.html().contains("value=\"save\""), page.html());
        assertEquals("p_env", follow(get(link)).part());
    }

    @Test
    void whatWasNotPrintedOpensNothing() {
        String other = link.replace("." + NUMBER.get() + ".", ".998.");
        for (String path : List.of(other, other + "/a", other + "/a/p_visit", "/s/" + COUNTER + "/t/x")) {
            Page page = get(path);
            assertEquals(403, page.status(), path);
            assertTrue(page.html().contains("這張小卡的網址不完整"), page.html());
        }
        assertEquals(404, get(link.replace(COUNTER, "kcg-nowhere")).status());
        assertEquals(403, get(link.replace(COUNTER, "kcg-pwb-quota")).status());
    }
}
