package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.acceptance.Citizen.Page;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Samples;
import tw.minsheng.survey.Version;

/** An answer is taken once, and only while it can be: D2, D4, D6 and D7 of surveys, section 5, over HTTP. */
class FinishingTest {

    private static final String COUNTER = "kcg-pwb-counter";

    @RegisterExtension
    static final SampleProduct PRODUCT = new SampleProduct();

    private final Citizen citizen = PRODUCT.citizen();

    /** D2: LimeSurvey PR#2353, a double click on send. */
    @Test
    void aDoubleSendGivesOneAnswerAndOneConfirmation() {
        Page check = filled();
        int before = PRODUCT.product().answers(COUNTER).size();
        Page first = citizen.follow(citizen.submit(check, "finish", Map.of()));
        Page second = citizen.follow(citizen.submit(check, "finish", Map.of()));
        assertEquals(first.receipt(), second.receipt());
        assertEquals(before + 1, PRODUCT.product().answers(COUNTER).size());
    }

    @Test
    void theAddressOfAFinishedAnswerSaysAlreadyAnswered() {
        Page check = filled();
        citizen.submit(check, "finish", Map.of());
        Page page = citizen.get(check.path().replace("check-answers", "p_visit"));
        assertEquals(200, page.status());
        assertTrue(page.html().contains("您已經填答過這份問卷，謝謝您"));
        Page late = citizen.submit(
                new Page(200, check.path(), check.html().replace("check-answers", "p_visit"), Map.of()),
                "next",
                Map.of("d_counter", List.of("road")));
        assertEquals(200, late.status());
        assertTrue(late.html().contains("您已經填答過這份問卷，謝謝您"));
    }

    /** D6: formbricks PR#795, getodk/central#961. */
    @Test
    void twentyFinishesAtOnceGiveOneAnswer() {
        Page check = filled();
        int before = PRODUCT.product().answers(COUNTER).size();
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            List<CompletableFuture<String>> all = IntStream.range(0, 20)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> citizen.follow(citizen.submit(check, "finish", Map.of()))
                                    .receipt(),
                            threads))
                    .toList();
            Set<String> receipts = new HashSet<>();
            all.forEach(each -> receipts.add(each.join()));
            assertEquals(1, receipts.size());
        } finally {
            threads.shutdown();
        }
        assertEquals(before + 1, PRODUCT.product().answers(COUNTER).size());
    }

    /** D6 over the API. */
    @Test
    void oneKeyGivesOneAnswer() {
        String key = UUID.randomUUID().toString();
        String body = "{\"answers\":{\"d_counter\":\"road\",\"env_clean\":4,\"env_signs\":{\"missing\":\"dk\"},"
                + "\"env_wait\":5},\"language\":\"zh-TW\"}";
        String path = "/api/v1/surveys/" + COUNTER + "/responses";
        Page first = citizen.json("POST", path, body, "Idempotency-Key", key);
        Page again = citizen.json("POST", path, body, "Idempotency-Key", key);
        assertEquals(201, first.status());
        assertEquals(200, again.status());
        assertEquals(first.html(), again.html());
        assertEquals(
                409,
                citizen.json("POST", path, body.replace("4", "5"), "Idempotency-Key", key)
                        .status());
        assertEquals(400, citizen.json("POST", path, body).status());
    }

    @Test
    void aFullQuotaIsSaidAtOnceAndKeepsNoAnswers() {
        Page page = citizen.begin("kcg-pwb-quota");
        String answers = "{\"answers\":{\"d_counter\":\"road\",\"env_clean\":4,\"env_signs\":4,\"env_wait\":4}}";
        citizen.json(
                "POST",
                "/api/v1/surveys/kcg-pwb-quota/responses",
                answers,
                "Idempotency-Key",
                UUID.randomUUID().toString());
        Page full = citizen.follow(citizen.submit(page, "next", Map.of("d_counter", List.of("road"))));
        assertEquals(200, full.status());
        assertTrue(full.html().contains("您這一類的填答名額已滿，謝謝您"));
        assertEquals(1, PRODUCT.product().answers("kcg-pwb-quota").size());
    }

    @Test
    void aClosedSurveyIs410ForPagesAndAConflictForPrograms() {
        try (InMemoryProduct own = new InMemoryProduct(0, false, Clock.systemUTC())) {
            own.open(Samples.published(Samples.counter("kcg-t-closing", new Version(1, 0, 0))));
            Citizen visitor = new Citizen(own.url());
            Page page = visitor.begin("kcg-t-closing");
            own.store().close(InMemoryProduct.act(), "kcg-t-closing", DataSet.LIVE, "115");
            assertEquals(410, visitor.get("/s/kcg-t-closing").status());
            Page late = visitor.submit(page, "next", Map.of("d_counter", List.of("road")));
            assertEquals(410, late.status());
            assertTrue(late.html().matches("(?s).*本調查已於 1\\d\\d 年 .* 結束.*"));
            Page api = visitor.json(
                    "POST",
                    "/api/v1/surveys/kcg-t-closing/responses",
                    "{\"answers\":{}}",
                    "Idempotency-Key",
                    UUID.randomUUID().toString());
            assertEquals(409, api.status());
        }
    }

    /** D4, D7: a new version and a closed wave leave what was answered as it was. */
    @Test
    void whatWasAnsweredStaysWhenAVersionFollows() {
        try (InMemoryProduct own = new InMemoryProduct(0, false, Clock.systemUTC())) {
            own.open(Samples.published(Samples.counter("kcg-t-versions", new Version(1, 0, 0))));
            Citizen visitor = new Citizen(own.url());
            Page begun = visitor.begin("kcg-t-versions");
            own.store().publish(Samples.published(Samples.counter("kcg-t-versions", new Version(2, 0, 0))));
            Page second = visitor.follow(visitor.submit(begun, "next", Map.of("d_counter", List.of("road"))));
            assertEquals("1.0.0", second.hidden().get("form-version"));
            assertEquals("2.0.0", visitor.begin("kcg-t-versions").hidden().get("form-version"));
        }
    }

    /** A page with the answers of the counter survey, ready to be sent. */
    private Page filled() {
        Page page = citizen.begin(COUNTER);
        page = citizen.follow(citizen.submit(page, "next", Map.of("d_counter", List.of("road"))));
        page = citizen.follow(citizen.submit(
                page, "next", Map.of("env_clean", List.of("5"), "env_signs", List.of("dk"), "env_wait", List.of("4"))));
        page = citizen.follow(citizen.submit(page, "next", Map.of("comment", List.of("請多開櫃台"))));
        assertEquals("check-answers", page.part());
        return page;
    }
}
