package tw.minsheng.web.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Staff call whom no mail reaches. */
class StaffCallsTest {

    private static final String CASES = "/agency/cases/survey/calls";
    private static final String SURVEY = "/agency/surveys/counter/calls";

    @AutoClose
    private final StaffSite site = new StaffSite(0);

    @ParameterizedTest
    @CsvSource({"handler," + CASES, "analyst," + CASES, "head," + SURVEY, "roadie," + SURVEY})
    void whoMayNotCallFindsNoPage(String who, String path) {
        assertEquals(404, site.signedIn(who).get(path).status());
    }

    /** Petitioners are called from the pages of cases; whoever keeps surveys sees no number of theirs. */
    @Test
    void surveyAfterClosingHasNoCallsAmongTheSurveys() {
        Visitor analyst = site.signedIn("admin");
        String path = "/agency/surveys/road/calls";
        assertFalse(analyst.get(path).expect(200).body().contains("value=\"next\""));
        assertEquals(404, analyst.post(path, "go", "next").status());
    }

    /** A survey among colleagues names the web alone: no caller hears an answer. */
    @Test
    void surveyWithoutTheTelephoneHasNoCalls() {
        Visitor chief = site.signedIn("chief");
        String path = "/agency/surveys/city-wide/calls";
        assertFalse(chief.get(path).expect(200).body().contains("value=\"next\""));
        assertEquals(404, chief.post(path, "go", "next").status());
    }

    @ParameterizedTest
    @CsvSource({"head," + CASES, "analyst," + SURVEY})
    void nextNumberIsCalledAndItsResultWrittenDown(String who, String path) {
        Visitor caller = site.signedIn(who);
        assertFalse(caller.get(path).expect(200).body().contains("07-3368333"));
        caller.post(path, "go", "next").expect(303);
        assertTrue(caller.get(path).expect(200).body().contains("07-3368333"));
        assertEquals(422, caller.post(path, "go", "result", "contact", "7").status());
        assertEquals(
                422,
                caller.post(path, "go", "result", "contact", "7", "result", "call_back", "at", "2020-01-01T10:00")
                        .status());
        String link =
                caller.post(path, "go", "begin", "contact", "7").expect(303).location();
        assertTrue(link.matches("/s/[a-z]+/i/[A-Za-z0-9_-]{43}"), link);
        assertTrue(site.calls.isBegun());
        caller.post(path, "go", "result", "contact", "7", "result", "refused").expect(303);
        assertFalse(caller.get(path).expect(200).body().contains("07-3368333"));
        assertTrue(caller.get(path + "?done=result").body().contains("role=\"status\""));
        assertEquals(
                422,
                caller.post(path, "go", "result", "contact", "7", "result", "refused")
                        .status());
    }

    @Test
    void whoeverWantsNoMoreInvitationsSaysSoToTheCaller() {
        Visitor caller = site.signedIn("head");
        caller.get(CASES).expect(200);
        caller.post(CASES, "go", "result", "contact", "7", "result", "refused", "never", "1")
                .expect(422);
        assertEquals(java.util.Set.of(), site.invited.unwilling(), "of a number that she does not hold");
        caller.post(CASES, "go", "next").expect(303);
        caller.post(CASES, "go", "result", "contact", "7", "result", "refused", "never", "1")
                .expect(303);
        assertEquals(java.util.Set.of("contact 7"), site.invited.unwilling());
    }

    /** What lets go of the number comes last: a wish can be entered again, but not by a caller who no longer holds the number. */
    @Test
    void wishIsKeptAlsoWhenTheResultIsNot() {
        Visitor caller = site.signedIn("head");
        caller.get(CASES).expect(200);
        caller.post(CASES, "go", "next").expect(303);
        caller.post(CASES, "go", "result", "contact", "8", "result", "complete", "never", "1")
                .expect(422);
        assertEquals(java.util.Set.of(), site.invited.unwilling(), "of a number that she does not hold");
        caller.post(CASES, "go", "result", "contact", "7", "result", "complete", "never", "1")
                .expect(422);
        assertEquals(java.util.Set.of("contact 7"), site.invited.unwilling());
        assertTrue(caller.get(CASES).expect(200).body().contains("07-3368333"));
    }

    @Test
    void numberThatSomebodyElseHoldsIsNotThere() {
        Visitor head = site.signedIn("head");
        head.get(CASES).expect(200);
        assertEquals(404, head.post(CASES, "go", "begin", "contact", "7").status());
        assertEquals(400, head.post(CASES, "go", "steal").status());
    }
}
