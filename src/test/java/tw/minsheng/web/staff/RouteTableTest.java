package tw.minsheng.web.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tw.minsheng.petition.CaseNumber;
import tw.minsheng.security.Permission;

/** S5: made from the table of routes, so that a new route is tested the day it is written. */
class RouteTableTest {

    private static StaffSite site;
    private static final Map<String, Visitor> VISITORS = new HashMap<>();

    @BeforeAll
    static void start() {
        site = new StaffSite(0);
        for (String name : List.of(
                "chief",
                "admin",
                "analyst",
                "roadie",
                "finance",
                "teacher",
                "handler",
                "head",
                "roadhand",
                "control",
                "finhead")) {
            Visitor visitor = site.signedIn(name);
            visitor.get("/agency/me").expect(200);
            VISITORS.put(name, visitor);
        }
        VISITORS.get("analyst")
                .post("/agency/surveys/counter/panel/1", "act", "add", "name", "專家甲", "affiliation", "", "email", "")
                .expect(200);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static Visitor.Seen ask(Visitor visitor, StaffRoute route, String path) {
        return route.changes() ? visitor.post(path, "act", "suspend") : visitor.get(path);
    }

    private static DynamicTest isHidden(String who, StaffRoute route, String path) {
        return DynamicTest.dynamicTest(who + " " + route.method() + " " + path, () -> {
            int before = site.collect.acts().size();
            int audited = site.security.auditRows().size();
            assertEquals(404, ask(VISITORS.get(who), route, path).status());
            assertEquals(before, site.collect.acts().size());
            assertEquals(audited, site.security.auditRows().size());
        });
    }

    /** Who asks, and a survey that is foreign to them: of a sister, of the agency above, two levels above. */
    private static final List<String[]> FOREIGN = List.of(
            new String[] {"admin", "property"},
            new String[] {"analyst", "property"},
            new String[] {"teacher", "property"},
            new String[] {"finance", "counter"},
            new String[] {"finance", "road"},
            new String[] {"admin", "city-wide"},
            new String[] {"roadie", "counter"},
            new String[] {"roadie", "city-wide"},
            new String[] {"chief", "does-not-exist"},
            new String[] {"chief", "%27%3B%20drop%20table%20account%3B--"});

    @TestFactory
    Stream<DynamicTest> everyForeignSurveyIsNotFoundOnEveryRoute() {
        List<DynamicTest> tests = new ArrayList<>();
        for (StaffRoute route : site.pages.routes()) {
            if (route.isAboutSurvey()) {
                FOREIGN.forEach(pair ->
                        tests.add(isHidden(pair[0], route, route.path().replace(":survey", pair[1]))));
            }
        }
        assertTrue(tests.size() > 100, tests.size() + " pairs");
        return tests.stream();
    }

    /** The four cases: of the agency above all, of the bureau, of the office under it, of the sister. */
    private static String number(int serial) {
        return new CaseNumber(115, serial).text();
    }

    /** Who asks, and a case that is foreign to them: of a sister, one and two levels above, of nobody, and no number. */
    private static final List<String[]> FOREIGN_CASES = List.of(
            new String[] {"handler", number(1)},
            new String[] {"handler", number(4)},
            new String[] {"head", number(1)},
            new String[] {"head", number(4)},
            new String[] {"roadhand", number(1)},
            new String[] {"roadhand", number(2)},
            new String[] {"roadhand", number(4)},
            new String[] {"control", number(1)},
            new String[] {"control", number(3)},
            new String[] {"control", number(4)},
            new String[] {"finhead", number(1)},
            new String[] {"finhead", number(2)},
            new String[] {"finhead", number(3)},
            new String[] {"head", number(999)},
            new String[] {"head", "115-000002-0"},
            new String[] {"head", "%27%3B%20drop%20table%20petition_case%3B--"});

    @TestFactory
    Stream<DynamicTest> everyForeignCaseIsNotFoundOnEveryRoute() {
        return site.pages.routes().stream()
                .filter(StaffRoute::isAboutCase)
                .flatMap(route -> FOREIGN_CASES.stream()
                        .map(pair -> isHidden(
                                pair[0],
                                route,
                                route.path().replace(":case", pair[1]).replace(":notice", "2"))));
    }

    /** The notice of another case does not open under a case that one may see. */
    @TestFactory
    Stream<DynamicTest> everyForeignNoticeIsNotFoundOnEveryRoute() {
        return site.pages.routes().stream()
                .filter(route -> route.path().contains(":notice"))
                .flatMap(route -> Stream.of("1", "3", "4", "99", "-1", "x")
                        .map(id -> isHidden(
                                "head",
                                route,
                                route.path().replace(":case", number(2)).replace(":notice", id))));
    }

    /** A round of another survey does not open under a survey that one may see, nor one that nobody has. */
    @TestFactory
    Stream<DynamicTest> everyForeignRoundIsNotFoundOnEveryRoute() {
        return site.pages.routes().stream()
                .filter(route -> route.path().contains(":round"))
                .flatMap(route -> Stream.of("2", "3", "99", "-1", "x")
                        .map(id -> isHidden(
                                "analyst",
                                route,
                                route.path()
                                        .replace(":survey", "counter")
                                        .replace(":round", id)
                                        .replace(":expert", "1"))));
    }

    /** A sample of another agency does not open, nor one that nobody has. */
    @TestFactory
    Stream<DynamicTest> everyForeignCodingIsNotFoundOnEveryRoute() {
        return site.pages.routes().stream()
                .filter(route -> route.path().contains(":coding"))
                .flatMap(route -> Stream.of("2", "99", "-1", "x")
                        .map(id -> isHidden("head", route, route.path().replace(":coding", id))));
    }

    /** A file of another case does not open under a case that one may see. */
    @TestFactory
    Stream<DynamicTest> everyForeignFileIsNotFound() {
        String path = "/agency/cases/:case/attachments/";
        StaffRoute route = StaffRoute.get(path + ":file", Permission.SEE_CASES, none());
        return Stream.of(
                isHidden("head", route, path.replace(":case", number(3)) + StaffSite.FILE),
                isHidden("head", route, path.replace(":case", number(2)) + "00000000-0000-4000-8000-000000000003"),
                isHidden("head", route, path.replace(":case", number(2)) + "..%2F..%2Fetc%2Fpasswd"));
    }

    @TestFactory
    Stream<DynamicTest> everyForeignFileIsNotRemoved() {
        String path = "/agency/cases/:case/attachments/";
        StaffRoute route = StaffRoute.post(path + ":file/remove", Permission.WORK_CASES, none());
        return Stream.of(
                isHidden("head", route, path.replace(":case", number(3)) + StaffSite.FILE + "/remove"),
                isHidden(
                        "head",
                        route,
                        path.replace(":case", number(2)) + "00000000-0000-4000-8000-000000000003/remove"));
    }

    @TestFactory
    Stream<DynamicTest> aFormOfACaseWithoutItsTokenIsRefused() {
        return site.pages.routes().stream()
                .filter(route -> route.isAboutCase() && route.changes())
                .map(route -> DynamicTest.dynamicTest(route.path(), () -> {
                    int audited = site.security.auditRows().size();
                    Map<String, String> forged = Map.of("act", "note", "revision", "1", "reason", "x", "csrf", "x");
                    assertEquals(
                            403,
                            VISITORS.get("head")
                                    .postExactly(own(route), forged, Map.of())
                                    .status());
                    assertEquals(audited, site.security.auditRows().size());
                }));
    }

    /** The citizens' pages on trial are not rows of the table; one guard stands before all of them. */
    @TestFactory
    Stream<DynamicTest> everyForeignSurveyIsNotFoundOnTrialToo() {
        return FOREIGN.stream()
                .flatMap(pair -> Stream.of("", "/notice", "/a/7KQM-9XTR-2PDW", "/a/7KQM-9XTR-2PDW/p", "/x/y")
                        .map(rest -> "/agency/surveys/" + pair[1] + "/try" + rest)
                        .flatMap(path -> Stream.of(
                                isHidden(pair[0], StaffRoute.get(path, Permission.PREVIEW_SURVEY, none()), path),
                                isHidden(pair[0], StaffRoute.post(path, Permission.PREVIEW_SURVEY, none()), path))));
    }

    private static StaffRoute.Step none() {
        return request -> Future.succeededFuture(new StaffReply.SeeOther("/"));
    }

    @TestFactory
    Stream<DynamicTest> everyForeignAccountIsNotFoundOnEveryRoute() {
        return site.pages.routes().stream()
                .filter(route -> route.path().contains(":account"))
                .flatMap(route -> Stream.of(
                        isHidden("admin", route, route.path().replace(":account", "finance")),
                        isHidden("admin", route, route.path().replace(":account", "chief")),
                        isHidden("finance", route, route.path().replace(":account", "roadie")),
                        isHidden("chief", route, route.path().replace(":account", "nobody"))));
    }

    @TestFactory
    Stream<DynamicTest> whatARoleMayNotDoIsNotFound() {
        List<DynamicTest> tests = new ArrayList<>();
        for (StaffRoute route : site.pages.routes()) {
            String path = own(route);
            boolean office =
                    route.permission() == Permission.MANAGE_ACCOUNTS || route.permission() == Permission.SEE_AUDIT;
            if (office) {
                tests.add(isHidden("analyst", route, path));
            }
            refused(route.permission()).forEach(who -> tests.add(isHidden(who, route, path)));
            if (route.permission().compareTo(Permission.OWN_ACCOUNT) > 0
                    && route.permission() != Permission.SEE_REPORT) {
                tests.add(isHidden("teacher", route, path));
            }
        }
        return tests.stream();
    }

    /** Whom a permission is kept from although they work on surveys. */
    private static List<String> refused(Permission permission) {
        return switch (permission) {
            case SEE_RATINGS -> List.of("chief", "admin");
            case SEE_CASES -> List.of("chief", "admin", "analyst");
            case SEE_CASE_FIGURES -> List.of("chief", "admin", "analyst", "handler");
            case WORK_CASES -> List.of("chief", "admin", "analyst", "control");
            case DECIDE_CASES -> List.of("chief", "admin", "analyst", "control", "handler");
            default -> List.of();
        };
    }

    @TestFactory
    Stream<DynamicTest> withoutASessionEveryRouteLeadsToTheSignIn() {
        return site.pages.routes().stream()
                .filter(route -> route.permission() != Permission.SIGNED_OUT)
                .map(route -> DynamicTest.dynamicTest(route.method() + " " + route.path(), () -> {
                    Visitor.Seen seen = ask(site.visitor(), route, own(route));
                    assertEquals(route.changes() ? 401 : 303, seen.status());
                    assertTrue(route.changes() || seen.location().startsWith("/login"), seen.location());
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyRouteAnswersWhoeverMay() {
        return site.pages.routes().stream()
                .filter(route -> !route.changes() && route.permission() != Permission.SIGNED_OUT)
                .flatMap(route -> Stream.of("", "?lang=en")
                        .map(tail -> DynamicTest.dynamicTest(
                                route.path() + tail,
                                () -> assertEquals(
                                        200,
                                        VISITORS.get(whoMay(route.permission()))
                                                .get(own(route) + tail)
                                                .status()))));
    }

    private static String whoMay(Permission permission) {
        return switch (permission) {
            case SEE_RATINGS -> "analyst";
            case SEE_CASES, SEE_CASE_FIGURES, WORK_CASES, DECIDE_CASES -> "head";
            default -> "admin";
        };
    }

    @Test
    void onlySigningInAndOneTimeLinksAreOpenToEverybody() {
        List<String> open = site.pages.routes().stream()
                .filter(route -> route.permission() == Permission.SIGNED_OUT)
                .map(StaffRoute::path)
                .distinct()
                .toList();
        assertEquals(List.of("/login", "/setup/:token"), open);
    }

    @Test
    void noRouteStandsTwice() {
        List<String> rows = site.pages.routes().stream()
                .map(route -> route.method() + " " + route.path())
                .toList();
        assertEquals(rows.size(), rows.stream().distinct().count());
        assertNotEquals(0, rows.size());
    }

    private static String own(StaffRoute route) {
        return route.path()
                .replace(":survey", "counter")
                .replace(":table", "by_type")
                .replace(":set/:wave/:file", "live/115/T4.1.csv")
                .replace(":account", "analyst")
                .replace(":case", number(2))
                .replace(":round", "1")
                .replace(":expert", "1")
                .replace(":coding", "1")
                .replace(":notice", "2")
                .replace(":file", StaffSite.FILE.toString());
    }
}
