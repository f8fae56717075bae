package tw.minsheng.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.kernel.Problem;

class RightsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

    private final AgencyTree tree = AgencyTree.of(List.of(
            agency("kcg", ""),
            agency("pwb", "kcg"),
            agency("pwb-road", "pwb"),
            agency("fin", "kcg"),
            agency("ring-a", "ring-b"),
            agency("ring-b", "ring-a"),
            agency("orphan", "gone")));

    private static Agency agency(String key, String parent) {
        return new Agency(key, parent, LocalizedText.NONE);
    }

    private static Account account(Role role, String agency) {
        return Account.open("lin", Set.of(role), agency, NOW);
    }

    private boolean may(Role role, String agency, Permission permission, String of) {
        return Rights.may(account(role, agency), permission, of, "s1", tree);
    }

    @Test
    void aSisterAgencyIsOutOfReach() {
        assertFalse(may(Role.ADMIN, "pwb", Permission.SEE_SURVEY, "fin"));
    }

    @Test
    void theAgencyAboveIsOutOfReach() {
        assertFalse(may(Role.ADMIN, "pwb-road", Permission.SEE_SURVEY, "pwb"));
        assertFalse(may(Role.ADMIN, "pwb", Permission.SEE_SURVEY, "kcg"));
        assertFalse(may(Role.ADMIN, "kcg", Permission.SEE_AUDIT, ""));
    }

    @Test
    void rightsReachDownThreeLevels() {
        assertTrue(may(Role.ANALYST, "kcg", Permission.SEE_SURVEY, "pwb-road"));
        assertTrue(may(Role.ANALYST, "pwb", Permission.SEE_SURVEY, "pwb-road"));
        assertTrue(may(Role.ANALYST, "pwb-road", Permission.SEE_SURVEY, "pwb-road"));
        assertTrue(may(Role.ANALYST, "", Permission.SEE_SURVEY, "pwb-road"));
    }

    @Test
    void anAgencyInARingOrWithoutItsParentIsReachedFromTheInstallationOnly() {
        for (String lost : List.of("ring-a", "orphan", "never-heard-of")) {
            assertFalse(may(Role.ADMIN, "kcg", Permission.SEE_SURVEY, lost));
            assertTrue(may(Role.ADMIN, "", Permission.SEE_SURVEY, lost));
        }
    }

    @Test
    void aReviewerSeesTheReportAndNothingElse() {
        EnumSet<Permission> allowed = EnumSet.noneOf(Permission.class);
        for (Permission permission : Permission.values()) {
            if (may(Role.REVIEWER, "pwb", permission, "pwb")) {
                allowed.add(permission);
            }
        }
        assertEquals(EnumSet.of(Permission.SIGNED_OUT, Permission.OWN_ACCOUNT, Permission.SEE_REPORT), allowed);
    }

    @Test
    void aReviewerOfOneSurveySeesNoOther() {
        Account reviewer = account(Role.REVIEWER, "pwb").limitedTo("s2", Account.FOREVER);
        assertFalse(Rights.may(reviewer, Permission.SEE_REPORT, "pwb", "s1", tree));
        assertTrue(Rights.may(reviewer, Permission.SEE_REPORT, "pwb", "s2", tree));
    }

    /** Else it could open an account that sees more than itself. */
    @Test
    void anAdministratorOfOneSurveyHasNoOffice() {
        Account limited = account(Role.ADMIN, "pwb").limitedTo("s2", Account.FOREVER);
        for (Permission permission : List.of(Permission.MANAGE_ACCOUNTS, Permission.SEE_AUDIT)) {
            assertFalse(Rights.has(limited, permission));
            assertFalse(Rights.may(limited, permission, "pwb", "s2", tree));
        }
        assertTrue(Rights.may(limited, Permission.CHANGE_WAVES, "pwb", "s2", tree));
    }

    @Test
    void anAnalystManagesNoAccountsAndReadsNoAudit() {
        assertFalse(may(Role.ANALYST, "pwb", Permission.MANAGE_ACCOUNTS, "pwb"));
        assertFalse(may(Role.ANALYST, "pwb", Permission.SEE_AUDIT, "pwb"));
    }

    @Test
    void anOperatorSeesNoContent() {
        for (Permission permission : EnumSet.complementOf(EnumSet.of(Permission.SIGNED_OUT, Permission.OWN_ACCOUNT))) {
            assertFalse(may(Role.OPERATOR, "", permission, "pwb"), permission.name());
        }
    }

    /** Who runs the accounts reads no petitions. */
    @Test
    void nobodyButHandlersHeadsAndTheControlOfficeSeesCases() {
        for (Role role : List.of(Role.ADMIN, Role.ANALYST, Role.REVIEWER, Role.OPERATOR)) {
            for (Permission permission :
                    List.of(Permission.SEE_CASES, Permission.WORK_CASES, Permission.DECIDE_CASES)) {
                assertFalse(Rights.mayCase(account(role, ""), permission, "pwb", "", tree), role + " " + permission);
            }
        }
    }

    @Test
    void theControlOfficeReadsTextsOfItsOwnAgencyOnly() {
        Account control = account(Role.CONTROL, "pwb");
        assertTrue(Rights.mayCase(control, Permission.SEE_CASES, "pwb", "", tree));
        assertFalse(Rights.mayCase(control, Permission.SEE_CASES, "pwb-road", "", tree));
        assertFalse(Rights.mayCase(control, Permission.WORK_CASES, "pwb", "", tree));
    }

    @Test
    void aCaseIsSeenWhereItBelongsAndWhereItIsHeld() {
        Account unit = account(Role.HANDLER, "pwb-road");
        assertFalse(Rights.mayCase(unit, Permission.SEE_CASES, "pwb", "", tree));
        assertTrue(Rights.mayCase(unit, Permission.SEE_CASES, "pwb", "pwb-road", tree));
        assertFalse(Rights.mayCase(unit, Permission.DECIDE_CASES, "pwb", "pwb-road", tree));
        assertTrue(Rights.mayCase(account(Role.HEAD, "pwb"), Permission.DECIDE_CASES, "pwb-road", "", tree));
    }

    @Test
    void whatMayNotBeSeenIsNotFound() {
        Problem refused = assertThrows(
                Problem.class,
                () -> Rights.require(account(Role.ADMIN, "pwb"), Permission.SEE_SURVEY, "fin", "s1", tree));
        assertEquals(Problem.notFound("survey", "s1").toString(), refused.toString());
    }

    @Test
    void aSubtreeHoldsItsHeadAndWhatStandsUnderIt() {
        assertEquals(Set.of("pwb", "pwb-road"), tree.subtree("pwb"));
        assertEquals(8, tree.subtree("").size());
    }
}
