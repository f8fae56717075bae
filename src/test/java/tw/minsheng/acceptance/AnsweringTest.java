package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.minsheng.acceptance.Citizen.Page;
import tw.minsheng.collect.AnswerSheet;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Responses;
import tw.minsheng.collect.Samples;
import tw.minsheng.survey.Answer;
import tw.minsheng.survey.Version;

/** The failure classes of surveys, section 5, over HTTP; the class stands at each test. */
class AnsweringTest {

    private static final String COUNTER = "kcg-pwb-counter";
    private static final String TYPES = "kcg-test-types";

    private static InMemoryProduct product;
    private static Citizen citizen;

    @BeforeAll
    static void start() {
        product = new InMemoryProduct(0, false, Clock.systemUTC()).withSamples();
        citizen = new Citizen(product.url());
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void anUnknownSurveyIs404AndSaysWhomToCall() {
        Page page = citizen.get("/s/kcg-nowhere");
        assertEquals(404, page.status());
        assertTrue(page.html().contains("1999"));
    }

    /** D1: OpenSourcePolitics/decidim#315 changed what was typed when a check failed. */
    @Test
    void aFaultyPageComesBackExactlyAsSent() {
        Page page = citizen.begin(TYPES);
        Map<String, List<String>> sent = new LinkedHashMap<>();
        sent.put("overall", List.of("2"));
        sent.put("d_sex", List.of("na"));
        sent.put("q_why", List.of("a", "other", "none"));
        sent.put("q_why__other_text", List.of("\"引號\" <b>&amp; 😀"));
        sent.put("q_rank__x", List.of("3"));
        sent.put("q_rank__y", List.of("1"));
        sent.put("q_rank__z", List.of("2"));
        Page back = citizen.submit(page, "next", sent);
        assertEquals(422, back.status());
        assertTrue(back.html().contains("<title>錯誤："));
        assertTrue(back.html().contains("選了「以上皆非」就不能再選其他選項"));
        assertEquals(sent.get("overall"), chosen(back, "overall"));
        assertEquals(sent.get("d_sex"), chosen(back, "d_sex"));
        assertEquals(sent.get("q_why"), chosen(back, "q_why"));
        assertTrue(back.html().contains("value=\"&#34;引號&#34; &lt;b>&amp;amp; 😀\"")
                || back.html().contains("value=\"&#34;引號&#34; <b>&amp;amp; 😀\""));
        assertEquals(List.of("3", "1", "2"), selected(back));
        Page again = citizen.get(back.path());
        assertEquals(sent.get("q_why"), chosen(again, "q_why"), "the draft holds what was sent");
        assertEquals(List.of("3", "1", "2"), selected(again));
    }

    /** D2, D5: ONSdigital/eq-survey-runner#991, kobotoolbox/kpi#5121: lost with the session or the browser's storage. */
    @Test
    void theAddressAloneResumes() {
        Page second = citizen.follow(
                citizen.submit(citizen.begin(COUNTER), "next", Map.of("d_counter", List.of("building"))));
        Citizen otherDevice = new Citizen(product.url());
        Page resumed = otherDevice.get(second.path().replaceAll("/p_env$", "/p_visit"));
        assertEquals(List.of("building"), chosen(resumed, "d_counter"));
        assertEquals(
                "p_env",
                otherDevice
                        .follow(otherDevice.get(second.path().replaceAll("/[^/]*$", "")))
                        .part());
    }

    @Test
    void aResumeCodeTypedByHandLeadsToTheDraft() {
        Page second = citizen.follow(
                citizen.submit(citizen.begin(COUNTER), "next", Map.of("d_counter", List.of("building"))));
        String code = second.path().split("/", -1)[4].replace("-", " ").replace('0', 'o');
        Page found = citizen.follow(citizen.post("/s/" + COUNTER + "/resume", Map.of("code", List.of(code))));
        assertEquals("p_env", found.part());
        Page unknown = citizen.post("/s/" + COUNTER + "/resume", Map.of("code", List.of("0000 0000 0000 0000 0000")));
        assertEquals(422, unknown.status());
        assertTrue(unknown.html().contains("找不到這個接續碼"));
    }

    /** D2: LimeSurvey PR#2353, a double click on send. */
    @Test
    void aDoubleSendGivesOneAnswerAndOneConfirmation() {
        Page check = filled();
        int before = answers(COUNTER).size();
        Page first = citizen.follow(citizen.submit(check, "finish", Map.of()));
        Page second = citizen.follow(citizen.submit(check, "finish", Map.of()));
        assertEquals(first.receipt(), second.receipt());
        assertEquals(before + 1, answers(COUNTER).size());
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

    /** D3: LimeSurvey lost answers of the first page, and rankings. */
    @Test
    void everyTypeAtEveryPlaceIsKept() {
        Page page = citizen.begin(TYPES);
        Map<String, List<String>> one = new LinkedHashMap<>();
        one.put("overall", List.of("dk"));
        one.put("d_sex", List.of("f"));
        one.put("q_why", List.of("b", "other"));
        one.put("q_why__other_text", List.of("=1+1"));
        one.put("q_rank__x", List.of("2"));
        one.put("q_rank__y", List.of("3"));
        one.put("q_rank__z", List.of("1"));
        page = citizen.follow(citizen.submit(page, "next", one));
        Map<String, List<String>> two = new LinkedHashMap<>();
        two.put("q_minutes", List.of("12.5"));
        two.put("q_day__y", List.of("2026"));
        two.put("q_day__m", List.of("2"));
        two.put("q_day__d", List.of("28"));
        two.put("q_text", List.of("第一行\r\n第二行"));
        page = citizen.follow(citizen.submit(page, "next", two));
        assertEquals("check-answers", page.part());
        citizen.submit(page, "finish", Map.of());
        Map<String, Answer> kept = answers(TYPES).get(0).answers();
        assertEquals(new Answer.Missing("dk"), kept.get("overall"));
        assertEquals(new Answer.Choice("f"), kept.get("d_sex"));
        assertEquals(new Answer.Choices(List.of("b", "other")), kept.get("q_why"));
        assertEquals(new Answer.Text("=1+1"), kept.get("q_why__other_text"));
        assertEquals(new Answer.Choices(List.of("z", "x", "y")), kept.get("q_rank"));
        assertEquals("12.5", String.valueOf(kept.get("q_minutes").plain()));
        assertEquals("2026-02-28", kept.get("q_day").plain());
        assertEquals(new Answer.Text("第一行\n第二行"), kept.get("q_text"));
    }

    /** D6: formbricks PR#795, getodk/central#961. */
    @Test
    void twentyFinishesAtOnceGiveOneAnswer() {
        Page check = filled();
        int before = answers(COUNTER).size();
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
        assertEquals(before + 1, answers(COUNTER).size());
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

    /** S1: formbricks#8431 took {@code {finished:true,data:{}}}. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"d_counter\":\"road\",\"env_clean\":4,\"env_signs\":4}",
                "{\"d_counter\":\"road\",\"env_clean\":4,\"env_signs\":4,\"env_wait\":4,\"no_such\":1}",
                "{\"d_counter\":\"road\",\"env_clean\":4,\"env_signs\":4,\"env_wait\":5,\"q_wait_why\":[\"other\"]}",
                "{\"d_counter\":\"road\",\"env_clean\":99,\"env_signs\":4,\"env_wait\":4}",
                "{\"d_counter\":\"none\",\"env_clean\":4}",
                "{\"d_counter\":\"' or 1=1; --\",\"env_clean\":4,\"env_signs\":4,\"env_wait\":4}"
            })
    void theApiRefusesWhatTheRulesRefuse(String answers) {
        int before = answers(COUNTER).size();
        Page refused = citizen.json(
                "POST",
                "/api/v1/surveys/" + COUNTER + "/responses",
                "{\"answers\":" + answers + "}",
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertEquals(422, refused.status());
        assertEquals("application/problem+json", refused.headers().get("content-type"));
        assertTrue(refused.html().contains("\"errors\""));
        assertEquals(before, answers(COUNTER).size());
    }

    /** S1: the same over the form: empty, too long, unknown, hidden. */
    @Test
    void aFormRefusesWhatTheRulesRefuse() {
        Page page = citizen.begin(COUNTER);
        assertEquals(422, citizen.submit(page, "next", Map.of()).status());
        assertEquals(
                422,
                citizen.submit(page, "next", Map.of("d_counter", List.of("moon")))
                        .status());
        assertEquals(
                422,
                citizen.submit(page, "next", Map.of("d_counter", List.of("road"), "env_clean", List.of("5")))
                        .status());
        Page next = citizen.follow(citizen.submit(page, "next", Map.of("d_counter", List.of("road"))));
        Page hidden = new Page(
                200,
                next.path(),
                next.html()
                        .replace(
                                "/a/" + next.path().split("/", -1)[4] + "/p_env",
                                "/a/" + next.path().split("/", -1)[4] + "/p_env_why"),
                Map.of());
        assertEquals(
                422,
                citizen.submit(hidden, "next", Map.of("q_wait_why", List.of("other")))
                        .status());
        int before = answers(COUNTER).size();
        Page finish = new Page(200, next.path(), next.html().replace("/p_env\"", "/check-answers\""), Map.of());
        assertEquals(422, citizen.submit(finish, "finish", Map.of()).status());
        assertEquals(before, answers(COUNTER).size());
    }

    /** S2: a form key that is forged, or belongs to another form. */
    @Test
    void aForeignFormKeyIsRefused() {
        Page page = citizen.begin(COUNTER);
        Page other = citizen.begin(COUNTER);
        Page forged = new Page(
                200,
                page.path(),
                page.html()
                        .replace(page.hidden().get("form_key"), other.hidden().get("form_key")),
                Map.of());
        assertEquals(
                400,
                citizen.submit(forged, "next", Map.of("d_counter", List.of("road")))
                        .status());
        assertEquals(404, citizen.get("/s/" + COUNTER + "/a/not-a-code/p_visit").status());
    }

    /** A foreign site's form is refused; a program that says nothing acts for itself. */
    @Test
    void aFormOfAnotherSiteIsRefused() {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(product.url() + "/s/" + COUNTER))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "https://evil.example")
                .POST(HttpRequest.BodyPublishers.ofString("go=next"));
        assertEquals(403, citizen.send(request, "/s/" + COUNTER).status());
    }

    /** S3: LimeSurvey PR#5330 and many more: script in answers. */
    @Test
    void anAnswerNeverBecomesMarkup() {
        Page page = citizen.begin(COUNTER);
        String evil = "<script>alert(1)</script>\" onload=\"x";
        page = citizen.submit(page, "next", Map.of("d_counter", List.of(evil), "d_counter__other_text", List.of(evil)));
        assertEquals(422, page.status());
        assertFalse(page.html().contains("<script>alert"));
        assertFalse(page.html().contains("\" onload=\""));
        assertTrue(page.headers().get("content-security-policy").contains("default-src 'none'"));
    }

    /** S4: LimeSurvey #118: quotes and semicolons in every parameter. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/s/%27%3B%20drop%20table%20x",
                "/s/kcg-pwb-counter/a/%27%3B--/p_visit",
                "/s/kcg-pwb-counter?lang=%27%3B--",
                "/api/v1/surveys/%27%3B--",
                "/static/..%2f..%2fetc%2fpasswd",
                "/s/%00"
            })
    void quotesAreLikeAnyUnknownValue(String path) {
        assertTrue(citizen.get(path).status() < 500);
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
        assertEquals(1, answers("kcg-pwb-quota").size());
    }

    @Test
    void aPageChangedElsewhereIsSaid() {
        Page first = citizen.begin(COUNTER);
        citizen.submit(first, "next", Map.of("d_counter", List.of("building")));
        Page late = citizen.submit(first, "next", Map.of("d_counter", List.of("road")));
        assertEquals(422, late.status());
        assertTrue(late.html().contains("這一頁曾在別的裝置上更改，請確認畫面上的答案"));
        assertEquals(
                303,
                citizen.submit(late, "next", Map.of("d_counter", List.of("road")))
                        .status());
    }

    @Test
    void theLanguageSwitchKeepsWhatWasTyped() {
        Page page = citizen.begin(COUNTER);
        Page english = citizen.follow(
                citizen.submit(page, "", Map.of("d_counter", List.of("road"), "form-lang", List.of("en"))));
        assertTrue(english.html().contains("<html lang=\"en\">"));
        assertEquals(List.of("road"), chosen(english, "d_counter"));
        Page next = citizen.follow(citizen.submit(english, "next", Map.of("d_counter", List.of("road"))));
        assertTrue(next.html().contains("Environment"), "the choice holds without a cookie");
    }

    @Test
    void aClosedSurveyIs410ForPagesAndAConflictForPrograms() {
        InMemoryProduct own = new InMemoryProduct(0, false, Clock.systemUTC());
        try {
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
        } finally {
            own.close();
        }
    }

    /** D4, D7: a new version and a closed wave leave what was answered as it was. */
    @Test
    void whatWasAnsweredStaysWhenAVersionFollows() {
        InMemoryProduct own = new InMemoryProduct(0, false, Clock.systemUTC());
        try {
            own.open(Samples.published(Samples.counter("kcg-t-versions", new Version(1, 0, 0))));
            Citizen visitor = new Citizen(own.url());
            Page begun = visitor.begin("kcg-t-versions");
            own.store().publish(Samples.published(Samples.counter("kcg-t-versions", new Version(2, 0, 0))));
            Page second = visitor.follow(visitor.submit(begun, "next", Map.of("d_counter", List.of("road"))));
            assertEquals("1.0.0", second.hidden().get("form-version"));
            assertEquals("2.0.0", visitor.begin("kcg-t-versions").hidden().get("form-version"));
        } finally {
            own.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {70_000, 600_000})
    void tooMuchTextIs413(int characters) {
        Page page = citizen.begin(COUNTER);
        Page refused = citizen.submit(page, "next", Map.of("d_counter", List.of("x".repeat(characters))));
        assertEquals(413, refused.status());
    }

    @Test
    void twoThousandChineseCharactersAreNoProblem() {
        Page page = citizen.begin(COUNTER);
        Page back = citizen.submit(
                page,
                "next",
                Map.of("d_counter", List.of("other"), "d_counter__other_text", List.of("字".repeat(2000))));
        assertEquals(422, back.status());
        assertTrue(back.html().contains("最多 200 字，目前 2000 字"));
        assertTrue(back.html().contains("字".repeat(2000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "{\"answers\":[1]}", "{\"answers\":{},\"language\":7}", "<x/>"})
    void aBodyThatIsNoAnswerIs400(String body) {
        Page refused = citizen.json(
                "POST",
                "/api/v1/surveys/" + COUNTER + "/responses",
                body,
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertEquals(400, refused.status());
    }

    @Test
    void pagesAreLightAndKeepNothingInTheBrowser() {
        Page page = citizen.begin(COUNTER);
        assertEquals("no-store", page.headers().get("cache-control"));
        assertEquals("nosniff", page.headers().get("x-content-type-options"));
        assertFalse(page.headers().containsKey("set-cookie"));
        assertFalse(page.html().contains(" required"));
        assertTrue(page.html().contains("novalidate"));
        assertTrue(page.html().contains("07-3368333"));
        assertFalse(page.html().contains(" checked"));
        Page css = citizen.get(page.html().replaceAll("(?s).*href=\"(/static/site\\.[^\"]+)\".*", "$1"));
        assertTrue(css.headers().get("cache-control").contains("immutable"));
    }

    /** A page with the answers of the counter survey, ready to be sent. */
    private static Page filled() {
        Page page = citizen.begin(COUNTER);
        page = citizen.follow(citizen.submit(page, "next", Map.of("d_counter", List.of("road"))));
        page = citizen.follow(citizen.submit(
                page, "next", Map.of("env_clean", List.of("5"), "env_signs", List.of("dk"), "env_wait", List.of("4"))));
        page = citizen.follow(citizen.submit(page, "next", Map.of("comment", List.of("請多開櫃台"))));
        assertEquals("check-answers", page.part());
        return page;
    }

    private static List<AnswerSheet> answers(String survey) {
        List<AnswerSheet> all = new ArrayList<>();
        InMemoryProduct.await(product.store().stream(new Responses.Selection(survey, "", DataSet.LIVE), batch -> {
            batch.forEach(stored -> all.add(stored.sheet()));
            return Future.succeededFuture();
        }));
        return all;
    }

    private static List<String> chosen(Page page, String name) {
        List<String> values = new ArrayList<>();
        Matcher found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\" id=\"[^\"]*\" checked")
                .matcher(page.html());
        while (found.find()) {
            values.add(found.group(1));
        }
        return values;
    }

    private static List<String> selected(Page page) {
        List<String> values = new ArrayList<>();
        Matcher found = Pattern.compile("<option value=\"([^\"]+)\" selected").matcher(page.html());
        while (found.find()) {
            values.add(found.group(1));
        }
        return values;
    }
}
