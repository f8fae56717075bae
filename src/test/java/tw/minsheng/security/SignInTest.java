package tw.minsheng.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tw.minsheng.security.SecurityContract.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Problem;

class SignInTest {

    private static final String GOOD = "blue kettle nineteen rivers";
    private static final String OTHER = "seven lanterns on a green hill";
    private static Vertx vertx;
    private static Passwords passwords;

    private final HandClock clock = new HandClock();
    private final MemorySecurity store = new MemorySecurity();
    private final SecurityDoors doors = store.doors();
    private final SecureRandom random = new SecureRandom();
    private Enrolment enrolment;
    private SignIn signIn;
    private SessionDesk desk;
    private AccountOffice office;

    /** A clock that is moved by hand. */
    private static final class HandClock extends Clock {
        private Instant now = Instant.parse("2026-11-20T02:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }
    }

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        passwords = new Passwords(vertx, new SecureRandom());
    }

    @AfterAll
    static void stop() {
        await(vertx.close());
    }

    @BeforeEach
    void openAnAccount() {
        enrolment = new Enrolment(doors, new PasswordRules(), passwords, random, clock);
        signIn = new SignIn(doors, passwords, new AddressPace(), random, clock);
        desk = new SessionDesk(doors, clock);
        office = new AccountOffice(doors, enrolment, clock);
        open("lin", Role.ANALYST, "pwb");
    }

    private Account open(String name, Role role, String agency) {
        Account account = Account.open(name, Set.of(role), agency, clock.instant());
        await(enrolment.open(account, GOOD, new Act("cli", agency, clock.instant())));
        return account;
    }

    private Visit enter(String name, String password) {
        return await(signIn.enter(name, password, "192.0.2.7", "Firefox"));
    }

    private String refusal(Future<?> future) {
        return assertThrows(Problem.class, () -> await(future)).code();
    }

    private String refusedEntry(String name, String password) {
        return refusal(signIn.enter(name, password, "192.0.2.7", "Firefox"));
    }

    @Test
    void unknownNameAndWrongPasswordGetTheSameAnswer() {
        assertEquals("sign_in.wrong", refusedEntry("nobody", GOOD));
        assertEquals("sign_in.wrong", refusedEntry("lin", OTHER));
        assertEquals("sign_in.wrong", refusedEntry("lin", ""));
    }

    /** The work is the same: one Argon2 comparison either way, so half of the time is a wide margin. */
    @Test
    void unknownNameAndWrongPasswordTakeSimilarTime() {
        refusedEntry("warm-up", OTHER);
        long unknown = time("nobody");
        long wrong = time("lin");
        assertTrue(unknown > wrong / 2 && wrong > unknown / 2, unknown + " ns and " + wrong + " ns");
    }

    private long time(String name) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            refusedEntry(name, OTHER);
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }

    @Test
    void fiveFailuresLockANameForFifteenMinutesAlsoForTheRightPassword() {
        for (int i = 0; i < 5; i++) {
            assertEquals("sign_in.wrong", refusedEntry("lin", OTHER));
        }
        assertEquals("sign_in.locked", refusedEntry("lin", GOOD));
        clock.pass(Duration.ofMinutes(15));
        assertEquals("lin", enter("lin", GOOD).account().name());
    }

    @Test
    void anUnknownNameIsLockedLikeAKnownOne() {
        for (int i = 0; i < 5; i++) {
            assertEquals("sign_in.wrong", refusedEntry("nobody", OTHER));
        }
        assertEquals("sign_in.locked", refusedEntry("nobody", OTHER));
    }

    @Test
    void onePasswordOnManyNamesIsSlowedByAddress() {
        for (int i = 0; i < 30; i++) {
            assertEquals("sign_in.wrong", refusedEntry("name" + i, GOOD));
        }
        assertEquals("sign_in.slow", refusedEntry("lin", GOOD));
        assertEquals(
                "lin",
                await(signIn.enter("lin", GOOD, "192.0.2.99", "")).account().name());
    }

    @Test
    void suspendedAccountsGetTheAnswerOfUnknownOnes() {
        Account chief = open("chief", Role.ADMIN, "");
        await(office.suspend(chief, "lin", ""));
        assertEquals("sign_in.wrong", refusedEntry("lin", GOOD));
        await(office.reopen(chief, "lin", ""));
        assertEquals("lin", enter("lin", GOOD).account().name());
    }

    @Test
    void aReviewerPastTheEndDateIsNotLetInAndNotRecognised() {
        Account chief = open("chief", Role.ADMIN, "");
        Visit visit = enter("lin", GOOD);
        Account limited = visit.account().limitedTo("", clock.instant().plusSeconds(60));
        await(doors.accounts()
                .change(limited, AuditEntry.done(new Act(chief.name(), "", clock.instant()), "account.rights", "lin")));
        visit = enter("lin", GOOD);
        clock.pass(Duration.ofSeconds(60));
        assertTrue(await(desk.recognise(visit.token())).isEmpty());
        assertEquals("sign_in.wrong", refusedEntry("lin", GOOD));
    }

    @Test
    void withoutAuditNobodyGetsIn() {
        store.breakAudit();
        assertEquals("database.away", refusedEntry("lin", GOOD));
        assertTrue(await(doors.sessions().of("lin")).isEmpty());
    }

    @Test
    void aSessionIsNewAtEverySignInAndStoredOnlyAsAHash() {
        Visit first = enter("Lin", GOOD);
        Visit second = enter("lin", GOOD);
        assertNotEquals(first.token().reveal(), second.token().reveal());
        assertNotEquals(first.token().reveal(), first.session().idHash());
        assertEquals(2, await(desk.mine(second)).size());
    }

    @Test
    void anInventedSessionIsNotRecognised() {
        assertTrue(await(desk.recognise(SecretToken.random(random))).isEmpty());
    }

    @Test
    void anIdleSessionIsNotRecognisedAndAUsedOneLivesOn() {
        Visit visit = enter("lin", GOOD);
        for (int i = 0; i < 3; i++) {
            clock.pass(Duration.ofMinutes(14));
            assertTrue(await(desk.recognise(visit.token())).isPresent());
        }
        clock.pass(Duration.ofMinutes(15));
        assertTrue(await(desk.recognise(visit.token())).isEmpty());
    }

    @Test
    void aSessionThatIsLeftIsNotRecognised() {
        Visit visit = enter("lin", GOOD);
        await(desk.leave(visit, "192.0.2.7"));
        assertTrue(await(desk.recognise(visit.token())).isEmpty());
    }

    @Test
    void theSessionOfAnotherPersonCannotBeEnded() {
        open("wu", Role.ANALYST, "pwb");
        Visit mine = enter("lin", GOOD);
        Visit foreign = enter("wu", GOOD);
        assertEquals("not_found", refusal(desk.end(mine, foreign.session().idHash(), "")));
        assertTrue(await(desk.recognise(foreign.token())).isPresent());
    }

    @Test
    void aPasswordUsedBeforeOrWrongIsRefused() {
        Visit visit = enter("lin", GOOD);
        assertEquals("password.refused", refusal(enrolment.changePassword(visit, OTHER, OTHER, "")));
        assertEquals("password.refused", refusal(enrolment.changePassword(visit, GOOD, GOOD, "")));
        assertEquals("password.refused", refusal(enrolment.changePassword(visit, GOOD, "short", "")));
        assertTrue(await(desk.recognise(visit.token())).isPresent());
    }

    @Test
    void aChangedPasswordEndsTheOtherSessions() {
        Visit here = enter("lin", GOOD);
        Visit there = enter("lin", GOOD);
        await(enrolment.changePassword(here, GOOD, OTHER, ""));
        assertTrue(await(desk.recognise(here.token())).isPresent());
        assertTrue(await(desk.recognise(there.token())).isEmpty());
        assertEquals("sign_in.wrong", refusedEntry("lin", GOOD));
        assertEquals("lin", enter("lin", OTHER).account().name());
    }

    @Test
    void aFirstLinkIsGivenOnlyWhenThereIsNobody() {
        assertTrue(await(enrolment.firstLink()).isEmpty());
    }

    @Test
    void forgedExpiredAndReplayedLinksAreNotFound() {
        Account chief = open("chief", Role.ADMIN, "");
        SecretToken link = await(office.reset(chief, "lin", ""));
        assertEquals("not_found", refusal(enrolment.redeem(SecretToken.random(random), "", OTHER, "")));
        assertEquals("password.refused", refusal(enrolment.redeem(link, "", "short", "")));
        assertEquals("lin", await(enrolment.redeem(link, "chief", OTHER, "")));
        assertEquals("not_found", refusal(enrolment.redeem(link, "", "yet another long one", "")));
        SecretToken late = await(office.reset(chief, "lin", ""));
        clock.pass(Duration.ofDays(3));
        assertEquals("not_found", refusal(enrolment.redeem(late, "", "yet another long one", "")));
    }

    @Test
    void aResetTakesThePasswordAway() {
        Account chief = open("chief", Role.ADMIN, "");
        Visit visit = enter("lin", GOOD);
        await(office.reset(chief, "lin", ""));
        assertTrue(await(desk.recognise(visit.token())).isEmpty());
        assertEquals("sign_in.wrong", refusedEntry("lin", GOOD));
    }

    @Test
    void anAdministratorReachesNoAccountOutsideTheSubtreeNorTheOwn() {
        Account chief = open("pwb-chief", Role.ADMIN, "pwb");
        open("wu", Role.ANALYST, "fin");
        open("root", Role.ADMIN, "");
        assertEquals("not_found", refusal(office.suspend(chief, "wu", "")));
        assertEquals("not_found", refusal(office.reset(chief, "root", "")));
        assertEquals("account.own", refusal(office.suspend(chief, "pwb-chief", "")));
        assertEquals(2, await(office.list(chief)).size());
    }

    @Test
    void nobodyGrantsMoreThanTheOwnSubtree() {
        Account chief = open("pwb-chief", Role.ADMIN, "pwb");
        AccountOffice.Grant whole = new AccountOffice.Grant(Set.of(Role.ADMIN), AgencyTree.ROOT, "", Account.FOREVER);
        assertEquals("account.refused", refusal(office.open(chief, "mole", whole, "")));
        assertEquals("account.refused", refusal(office.changeRights(chief, "lin", whole, "")));
        assertFalse(await(doors.accounts().find("mole")).isPresent());
    }

    @Test
    void anOpenedAccountGetsItsPasswordThroughALink() {
        Account chief = open("chief", Role.ADMIN, "");
        AccountOffice.Grant grant = new AccountOffice.Grant(Set.of(Role.REVIEWER), "", "s1", Account.FOREVER);
        SecretToken link = await(office.open(chief, " Teacher ", grant, "192.0.2.7"));
        assertEquals("sign_in.wrong", refusedEntry("teacher", ""));
        assertEquals("teacher", await(enrolment.redeem(link, "", OTHER, "")));
        assertEquals(Set.of(Role.REVIEWER), enter("teacher", OTHER).account().roles());
    }

    @Test
    void whoDidWhatFromWhereIsWritten() {
        Visit visit = enter("lin", GOOD);
        refusedEntry("lin", OTHER);
        refusedEntry("my secret typed as a name", OTHER);
        await(desk.leave(visit, "192.0.2.7"));
        assertEquals(
                "[account.open lin done, sign_in lin done, sign_in lin sign_in.wrong, sign_in  sign_in.wrong, "
                        + "sign_out lin done]",
                store.auditRows().stream()
                        .map(AuditRow::entry)
                        .map(entry -> entry.what() + " " + entry.object() + " " + entry.result())
                        .toList()
                        .toString());
    }
}
