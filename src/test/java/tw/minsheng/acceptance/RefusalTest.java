package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.minsheng.acceptance.Citizen.Page;

/** What is refused, and how: the classes S1 to S4 of surveys, section 5, over HTTP. */
class RefusalTest {

    private static final String COUNTER = "kcg-pwb-counter";

    @RegisterExtension
    static final SampleProduct PRODUCT = new SampleProduct();

    private final Citizen citizen = PRODUCT.citizen();

    @Test
    void anUnknownSurveyIs404AndSaysWhomToCall() {
        Page page = citizen.get("/s/kcg-nowhere");
        assertEquals(404, page.status());
        assertTrue(page.html().contains("1999"));
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
        int before = PRODUCT.product().answers(COUNTER).size();
        Page refused = citizen.json(
                "POST",
                "/api/v1/surveys/" + COUNTER + "/responses",
                "{\"answers\":" + answers + "}",
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertEquals(422, refused.status());
        assertEquals("application/problem+json", refused.headers().get("content-type"));
        assertTrue(refused.html().contains("\"errors\""));
        assertEquals(before, PRODUCT.product().answers(COUNTER).size());
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
        int before = PRODUCT.product().answers(COUNTER).size();
        Page finish = new Page(200, next.path(), next.html().replace("/p_env\"", "/check-answers\""), Map.of());
        assertEquals(422, citizen.submit(finish, "finish", Map.of()).status());
        assertEquals(before, PRODUCT.product().answers(COUNTER).size());
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
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(PRODUCT.product().url() + "/s/" + COUNTER))
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
}
