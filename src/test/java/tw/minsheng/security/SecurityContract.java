package tw.minsheng.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.kernel.Problem;

/** What every store of accounts, sessions, links and audit lines must keep; each test starts with an empty store. */
public abstract class SecurityContract {

    protected static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

    /** The doors of a store that holds nothing. */
    protected abstract SecurityDoors doors();

    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Problem problem) {
                throw problem;
            }
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static AuditEntry entry(String what, String object) {
        return AuditEntry.done(new Act("clerk", "pwb", "192.0.2.7", NOW), what, object);
    }

    private static Account account(String name) {
        return Account.open(name, Set.of(Role.ANALYST, Role.REVIEWER), "pwb", NOW);
    }

    private static Session session(String hash, String account, Instant at) {
        return new Session(hash, account, at, at, "Firefox");
    }

    private static AuditQuery everything() {
        return new AuditQuery(Set.of("", "pwb"), "", "", "", Instant.EPOCH, Long.MAX_VALUE, 100);
    }

    private void open(String name) {
        await(doors().accounts()
                .open(account(name), new Credential("h1", List.of(), false), entry("account.open", name)));
    }

    @Test
    void aTakenNameIsRefusedAndLeavesNoLine() {
        open("lin");
        Problem refused = assertThrows(Problem.class, () -> open("lin"));
        assertEquals("account.taken", refused.code());
        assertEquals(1, await(doors().audit().find(everything())).size());
    }

    @Test
    void anUnknownAccountCannotBeChangedAndLeavesNoLine() {
        Problem refused = assertThrows(
                Problem.class, () -> await(doors().accounts().change(account("nobody"), entry("account.rights", ""))));
        assertEquals(Problem.Kind.NOT_FOUND, refused.kind());
        assertTrue(await(doors().audit().find(everything())).isEmpty());
    }

    @Test
    void anAccountComesBackAsItWasStored() {
        Account limited = account("lin").limitedTo("kcg-pwb-counter", NOW.plus(Duration.ofDays(30)));
        await(doors().accounts().open(limited, Credential.NONE, entry("account.open", "lin")));
        assertEquals(limited, await(doors().accounts().find("lin")).orElseThrow());
        assertEquals(
                Credential.NONE, await(doors().accounts().credential("lin")).orElseThrow());
        assertTrue(await(doors().accounts().find("Lin")).isEmpty());
        assertTrue(await(doors().accounts().any()));
    }

    @Test
    void accountsOfOtherAgenciesAreNotListed() {
        open("lin");
        open("chen");
        await(doors().accounts()
                .open(
                        Account.open("wu", Set.of(Role.ADMIN), "fin", NOW),
                        Credential.NONE,
                        entry("account.open", "wu")));
        List<String> names = await(doors().accounts().within(Set.of("pwb", "x"))).stream()
                .map(Account::name)
                .toList();
        assertEquals(List.of("chen", "lin"), names);
    }

    @Test
    void aChangeOfRightsEndsTheSessionsAndKeepsTheDates() {
        open("lin");
        await(doors().sessions().start(session("a", "lin", NOW.plusSeconds(5)), entry("sign_in", "lin")));
        Account changed = account("lin").withRights(Set.of(Role.REVIEWER), "fin");
        await(doors().accounts().change(changed, entry("account.rights", "lin")));
        assertTrue(await(doors().sessions().find("a")).isEmpty());
        assertEquals(
                changed.usedAt(NOW.plusSeconds(5)),
                await(doors().accounts().find("lin")).orElseThrow());
    }

    @Test
    void aReopenedAccountStartsItsIdleTimeAgain() {
        await(doors().accounts()
                .open(
                        Account.open("old", Set.of(Role.ANALYST), "pwb", NOW.minus(Duration.ofDays(200))),
                        Credential.NONE,
                        entry("account.open", "old")));
        Account account = await(doors().accounts().find("old")).orElseThrow();
        assertTrue(AccountPolicy.isIdle(account, NOW));
        await(doors().accounts().reopen(account, entry("account.reopen", "old")));
        assertFalse(AccountPolicy.isIdle(await(doors().accounts().find("old")).orElseThrow(), NOW));
    }

    @Test
    void aPasswordChangedMeanwhileIsNotOverwritten() {
        open("lin");
        Credential read = await(doors().accounts().credential("lin")).orElseThrow();
        await(doors().accounts()
                .changeCredential("lin", read, read.changedTo("h2"), "", entry("password.change", "lin")));
        Problem refused = assertThrows(
                Problem.class,
                () -> await(doors().accounts()
                        .changeCredential("lin", read, read.changedTo("h3"), "", entry("password.change", "lin"))));
        assertEquals("account.changed", refused.code());
        assertEquals(
                new Credential("h2", List.of("h1"), false),
                await(doors().accounts().credential("lin")).orElseThrow());
    }

    @Test
    void aChangedPasswordEndsTheOtherSessionsOnly() {
        open("lin");
        await(doors().sessions().start(session("here", "lin", NOW), entry("sign_in", "lin")));
        await(doors().sessions().start(session("there", "lin", NOW), entry("sign_in", "lin")));
        Credential read = await(doors().accounts().credential("lin")).orElseThrow();
        await(doors().accounts()
                .changeCredential("lin", read, read.changedTo("h2"), "here", entry("password.change", "lin")));
        assertTrue(await(doors().sessions().find("here")).isPresent());
        assertTrue(await(doors().sessions().find("there")).isEmpty());
    }

    @Test
    void aForeignSessionCannotBeEnded() {
        open("lin");
        open("chen");
        await(doors().sessions().start(session("a", "lin", NOW), entry("sign_in", "lin")));
        assertFalse(await(doors().sessions().end("chen", "a", entry("session.end", "chen"))));
        assertTrue(await(doors().sessions().find("a")).isPresent());
    }

    @Test
    void anEndedSessionIsGone() {
        open("lin");
        await(doors().sessions().start(session("a", "lin", NOW), entry("sign_in", "lin")));
        assertTrue(await(doors().sessions().end("lin", "a", entry("sign_out", "lin"))));
        assertTrue(await(doors().sessions().find("a")).isEmpty());
        await(doors().sessions().touch("a", NOW.plusSeconds(60)));
        assertTrue(await(doors().sessions().find("a")).isEmpty());
        assertFalse(await(doors().sessions().end("lin", "a", entry("sign_out", "lin"))));
    }

    @Test
    void sessionsAreListedNewestFirstAndEndTogether() {
        open("lin");
        await(doors().sessions().start(session("a", "lin", NOW), entry("sign_in", "lin")));
        await(doors().sessions().start(session("b", "lin", NOW.plusSeconds(9)), entry("sign_in", "lin")));
        assertEquals(
                List.of("b", "a"),
                await(doors().sessions().of("lin")).stream()
                        .map(Session::idHash)
                        .toList());
        assertEquals(1, await(doors().sessions().endOthers("lin", "b", entry("session.end_others", "lin"))));
        assertEquals(1, await(doors().sessions().of("lin")).size());
    }

    @Test
    void aTouchMovesOnlyTheLastUse() {
        open("lin");
        await(doors().sessions().start(session("a", "lin", NOW), entry("sign_in", "lin")));
        await(doors().sessions().touch("a", NOW.plusSeconds(90)));
        assertEquals(
                new Session("a", "lin", NOW, NOW.plusSeconds(90), "Firefox"),
                await(doors().sessions().find("a")).orElseThrow());
    }

    @Test
    void oldSessionsArePurged() {
        open("lin");
        await(doors().sessions().start(session("old", "lin", NOW), entry("sign_in", "lin")));
        await(doors().sessions().start(session("new", "lin", NOW.plusSeconds(100)), entry("sign_in", "lin")));
        assertEquals(1, await(doors().sessions().purge(NOW.plusSeconds(50), NOW.plusSeconds(50))));
        assertTrue(await(doors().sessions().find("new")).isPresent());
    }

    @Test
    void ofManyAttemptsAtOnceNoMoreThanFiveAreCompared() {
        List<Future<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(doors().attempts().begin("n", NOW));
        }
        long allowed = all.stream().filter(SecurityContract::await).count();
        assertEquals(SignInPolicy.FAILURES, allowed);
        assertFalse(
                await(doors().attempts().begin("n", NOW.plus(SignInPolicy.LOCK).minusSeconds(1))));
        assertTrue(await(doors().attempts().begin("other", NOW)));
        assertTrue(await(doors().attempts().begin("n", NOW.plus(SignInPolicy.LOCK))));
    }

    @Test
    void aSuccessForgetsTheFailures() {
        for (int i = 0; i < 4; i++) {
            await(doors().attempts().begin("n", NOW));
        }
        await(doors().attempts().forget("n"));
        for (int i = 0; i < 5; i++) {
            assertTrue(await(doors().attempts().begin("n", NOW)));
        }
        assertEquals(1, await(doors().attempts().purge(NOW.plusSeconds(1))));
    }

    private SetupLink link(String hash, SetupLink.Purpose purpose, String account) {
        SetupLink link = new SetupLink(hash, purpose, account, NOW.plus(Duration.ofHours(1)));
        await(doors().links().issue(link, entry("account.link", account)));
        return link;
    }

    @Test
    void aLinkWorksOnce() {
        open("lin");
        await(doors().sessions().start(session("a", "lin", NOW), entry("sign_in", "lin")));
        SetupLink link = link("t", SetupLink.Purpose.PASSWORD, "lin");
        assertEquals(link, await(doors().links().find("t")).orElseThrow());
        Credential chosen = new Credential("h9", List.of("h1"), false);
        assertTrue(await(doors().links().redeemPassword("t", NOW, chosen, entry("password.set", "lin"))));
        assertEquals(chosen, await(doors().accounts().credential("lin")).orElseThrow());
        assertTrue(await(doors().sessions().find("a")).isEmpty());
        assertFalse(await(doors().links().redeemPassword("t", NOW, Credential.NONE, entry("password.set", "lin"))));
        assertEquals(chosen, await(doors().accounts().credential("lin")).orElseThrow());
        assertTrue(await(doors().links().find("t")).isEmpty());
    }

    @Test
    void anExpiredLinkChangesNothing() {
        open("lin");
        link("t", SetupLink.Purpose.PASSWORD, "lin");
        Instant late = NOW.plus(Duration.ofHours(1));
        assertFalse(await(doors().links().redeemPassword("t", late, Credential.NONE, entry("password.set", "lin"))));
        assertEquals(
                "h1", await(doors().accounts().credential("lin")).orElseThrow().hash());
    }

    @Test
    void aLinkForOnePurposeIsRefusedForTheOther() {
        link("t", SetupLink.Purpose.PASSWORD, "lin");
        assertFalse(await(doors().links()
                .redeemFirstAdmin("t", NOW, account("lin"), Credential.NONE, entry("account.open", "lin"))));
        link("u", SetupLink.Purpose.FIRST_ADMIN, "");
        assertFalse(await(doors().links().redeemPassword("u", NOW, Credential.NONE, entry("password.set", "lin"))));
        assertFalse(await(doors().accounts().any()));
    }

    @Test
    void aFirstAdministratorIsOpenedOnlyWhileThereIsNobody() {
        link("t", SetupLink.Purpose.FIRST_ADMIN, "");
        open("lin");
        assertFalse(await(doors().links()
                .redeemFirstAdmin("t", NOW, account("chief"), Credential.NONE, entry("account.open", "chief"))));
        assertTrue(await(doors().accounts().find("chief")).isEmpty());
    }

    @Test
    void aFirstAdministratorIsOpenedOnce() {
        link("t", SetupLink.Purpose.FIRST_ADMIN, "");
        assertTrue(await(doors().links()
                .redeemFirstAdmin("t", NOW, account("chief"), Credential.NONE, entry("account.open", "chief"))));
        assertTrue(await(doors().accounts().find("chief")).isPresent());
        assertFalse(await(doors().links()
                .redeemFirstAdmin("t", NOW, account("second"), Credential.NONE, entry("account.open", "second"))));
    }

    @Test
    void aNewLinkMakesTheEarlierOneVoid() {
        open("lin");
        link("t", SetupLink.Purpose.PASSWORD, "lin");
        link("u", SetupLink.Purpose.PASSWORD, "lin");
        assertTrue(await(doors().links().find("t")).isEmpty());
        assertTrue(await(doors().links().find("u")).isPresent());
    }

    @Test
    void auditLinesAreFoundByWhoWhatWhichAndWhen() {
        open("lin");
        await(doors().audit().write(entry("answers.export", "s1")));
        await(doors().audit().write(entry("answers.export", "s2")));
        await(doors().audit()
                .write(AuditEntry.done(new Act("wu", "fin", "", NOW.plusSeconds(9)), "report.read", "s1")));
        assertEquals(3, await(doors().audit().find(everything())).size());
        AuditQuery exports = new AuditQuery(Set.of("pwb"), "clerk", "answers.", "s1", NOW, Long.MAX_VALUE, 10);
        List<AuditRow> found = await(doors().audit().find(exports));
        assertEquals(1, found.size());
        assertEquals(entry("answers.export", "s1"), found.get(0).entry());
        AuditQuery later = new AuditQuery(Set.of("fin", "pwb"), "", "", "", NOW.plusSeconds(1), Long.MAX_VALUE, 10);
        assertEquals(1, await(doors().audit().find(later)).size());
        List<AuditRow> newest = await(
                doors().audit().find(new AuditQuery(Set.of("pwb"), "", "", "", Instant.EPOCH, Long.MAX_VALUE, 1)));
        List<AuditRow> next = await(doors().audit()
                .find(new AuditQuery(
                        Set.of("pwb"), "", "", "", Instant.EPOCH, newest.get(0).id(), 1)));
        assertEquals("s2", newest.get(0).entry().object());
        assertEquals("s1", next.get(0).entry().object());
    }

    @Test
    void sealedLinesVerify() {
        open("lin");
        await(doors().audit().write(entry("answers.export", "調查'; --")));
        assertEquals(2, await(doors().audit().seal()));
        assertEquals(0, await(doors().audit().seal()));
        await(doors().audit().write(entry("report.read", "s1")));
        assertEquals(OptionalLong.empty(), await(doors().audit().verify()));
        assertEquals(1, await(doors().audit().seal()));
        assertEquals(OptionalLong.empty(), await(doors().audit().verify()));
    }

    @Test
    void agenciesFormATree() {
        Act act = new Act("serve", "", NOW);
        await(doors().agencies().put(agency("kcg", "", "高雄市政府"), act));
        await(doors().agencies().ensure(agency("kcg-pwb", "kcg", "工務局"), act));
        await(doors().agencies().ensure(agency("kcg-pwb", "", "別名"), act));
        AgencyTree tree = await(doors().agencies().tree());
        assertEquals(agency("kcg-pwb", "kcg", "工務局"), tree.find("kcg-pwb").orElseThrow());
        assertTrue(tree.isWithin("kcg-pwb", "kcg"));
        await(doors().agencies().put(agency("kcg-pwb", "", "工務局"), act));
        assertFalse(await(doors().agencies().tree()).isWithin("kcg-pwb", "kcg"));
    }

    private static Agency agency(String key, String parent, String name) {
        return new Agency(key, parent, new LocalizedText(Map.of(Language.ZH_TW, name)));
    }
}
