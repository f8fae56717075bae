package tw.minsheng.web.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.security.Role;

/** The page of the office calendar and of closures; over HTTP, with doors in memory. */
class StaffCalendarTest {

    private static final String PATH = "/agency/cases/calendar";

    @AutoClose
    private final StaffSite site = new StaffSite(0);

    private static Visitor.Seen close(Visitor visitor, String day, String district, String part, String name) {
        return visitor.post(PATH, "act", "close", "day", day, "district", district, "part", part, "name", name);
    }

    /** It moves the due dates of the whole city. */
    @Test
    void onlyAHeadAtTheTopWritesAClosureDown() {
        Visitor head = site.signedIn("head");
        assertFalse(head.get(PATH).expect(200).body().contains("name=\"part\""));
        close(head, "2026-11-24", "", "day", "颱風").expect(404);
        Visitor handler = site.signedIn("handler");
        handler.get(PATH).expect(200);
        close(handler, "2026-11-24", "", "day", "颱風").expect(404);
        site.signedIn("analyst").get(PATH).expect(404);
    }

    @Test
    void whatIsMissingIsSaidAndNothingTypedIsLost() {
        site.account("mayor", Role.HEAD, "kcg");
        Visitor mayor = site.signedIn("mayor");
        mayor.get(PATH).expect(200);
        String body = close(mayor, "soon", "nowhere", "noon", " ").expect(422).body();
        for (String field : new String[] {"day", "district", "part", "name"}) {
            assertTrue(body.contains("id=\"e-" + field + "\""), field + body);
        }
        assertTrue(
                close(mayor, "1999-01-01", "", "day", "賀伯颱風").expect(422).body().contains("賀伯颱風"));
        mayor.post(PATH, "act", "withdraw", "id", "1").expect(404);
        mayor.post(PATH, "act", "burn").expect(400);
    }

    /** Due on the 30th; the page of the case says the new day at once, and why. */
    @Test
    void aClosureMovesDueDatesAtOnceAndIsAudited() {
        String number = new CaseNumber(115, 2).text();
        site.account("mayor", Role.HEAD, "kcg");
        Visitor mayor = site.signedIn("mayor");
        assertTrue(mayor.get("/agency/cases/" + number).expect(200).body().contains("115年11月30日"));
        mayor.get(PATH).expect(200);
        close(mayor, "2026-11-24", "lingya", "day", "楊柳颱風").expect(303);
        String page = mayor.get("/agency/cases/" + number).expect(200).body();
        assertTrue(page.contains("115年12月1日") && page.contains("楊柳颱風"), page);
        assertTrue(site.security.auditRows().stream()
                .anyMatch(row -> row.entry().what().equals("calendar.close")
                        && row.entry().object().equals("2026-11-24 day lingya")));
        String list = mayor.get(PATH).expect(200).body();
        assertTrue(list.contains("苓雅區") && list.contains("楊柳颱風") && list.contains("mayor"), list);
        mayor.post(PATH, "act", "withdraw", "id", "1").expect(303);
        assertTrue(mayor.get("/agency/cases/" + number).expect(200).body().contains("115年11月30日"));
    }

    @Test
    void theListWarnsNinetyDaysBeforeTheCalendarEnds() {
        assertFalse(
                site.signedIn("head").get("/agency/cases").expect(200).body().contains("只涵蓋到"));
        // the calendar of the product covers the days until 31 December 2027
        site.clock.pass(Duration.ofDays(330));
        site.account("fresh", Role.HEAD, "kcg-pwb");
        assertTrue(
                site.signedIn("fresh").get("/agency/cases").expect(200).body().contains("只涵蓋到"));
        assertEquals(200, site.signedIn("fresh").get(PATH).status());
    }
}
