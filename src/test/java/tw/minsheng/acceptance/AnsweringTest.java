package tw.minsheng.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.acceptance.Citizen.Page;
import tw.minsheng.survey.Answer;

/** What a person types is kept and comes back: the failure classes D1 to D3 and D5 of surveys, section 5, over HTTP. */
class AnsweringTest {

    private static final String COUNTER = "kcg-pwb-counter";
    private static final String TYPES = "kcg-test-types";

    @RegisterExtension
    static final SampleProduct PRODUCT = new SampleProduct();

    private final Citizen citizen = PRODUCT.citizen();

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
        Citizen otherDevice = PRODUCT.citizen();
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
        Map<String, Answer> kept = PRODUCT.product().answers(TYPES).get(0).answers();
        assertEquals(new Answer.Missing("dk"), kept.get("overall"));
        assertEquals(new Answer.Choice("f"), kept.get("d_sex"));
        assertEquals(new Answer.Choices(List.of("b", "other")), kept.get("q_why"));
        assertEquals(new Answer.Text("=1+1"), kept.get("q_why__other_text"));
        assertEquals(new Answer.Choices(List.of("z", "x", "y")), kept.get("q_rank"));
        assertEquals("12.5", String.valueOf(kept.get("q_minutes").plain()));
        assertEquals("2026-02-28", kept.get("q_day").plain());
        assertEquals(new Answer.Text("第一行\n第二行"), kept.get("q_text"));
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

    /** Every way out of a page saves it, so every way out has to say it. */
    @Test
    void aPageChangedElsewhereIsSaidOnEveryWayOut() {
        for (String way : List.of("back", "save")) {
            Page first = citizen.begin(COUNTER);
            citizen.submit(first, "next", Map.of("d_counter", List.of("building")));
            Page late = citizen.submit(first, way, Map.of("d_counter", List.of("road")));
            assertEquals(422, late.status(), way);
            assertTrue(late.html().contains("這一頁曾在別的裝置上更改"), way);
        }
        Page first = citizen.begin(COUNTER);
        citizen.submit(first, "next", Map.of("d_counter", List.of("building")));
        Page late = citizen.submit(first, "", Map.of("d_counter", List.of("road"), "form-lang", List.of("en")));
        assertEquals(422, late.status());
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
