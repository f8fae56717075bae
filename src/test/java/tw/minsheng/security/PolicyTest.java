package tw.minsheng.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.minsheng.kernel.Act;

class PolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

    private final PasswordRules rules = new PasswordRules();

    private String fault(String password) {
        return rules.fault(password, "lin.secretary").map(fault -> fault.code()).orElse("");
    }

    @Test
    void elevenCharactersAreTooShort() {
        assertEquals("password.short", fault("k7#mVq2!zRw"));
        assertEquals("password.short", fault("早安您好早安您好早安您"));
    }

    @Test
    void moreThan128CharactersAreTooLong() {
        assertEquals("password.long", fault("k7#mVq2!zRw".repeat(12)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "P@ssw0rd2026!",
                "Passw0rd!!!!!!",
                "PasswordPassword",
                "administrator1",
                "aaaaaaaaaaaa",
                "abcabcabcabc",
                "abcdefghijkl",
                "qwertyuiop[]",
                "123456789012",
                "111122223333",
                "1qaz2wsx3edc",
                "Kaohsiung2026",
                "高雄市政府工務局20261120",
                "lin.secretary1",
                "LIN.SECRETARY!!",
                "welcome 2026 !!",
                "iloveyou12345"
            })
    void whatIsGuessedFirstIsRefused(String password) {
        assertEquals("password.common", fault(password));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "blue kettle nineteen rivers",
                "k7#mVq2!zRwP",
                "早安您好今天天氣真是好極了",
                "correct horse battery stapler of Taipei",
                "tramvai-orkidea-7"
            })
    void aLongUnusualOneWillDo(String password) {
        assertEquals("", fault(password));
    }

    @Test
    void theLastThreePasswordsAreRemembered() {
        Credential fourth =
                Credential.NONE.changedTo("h1").changedTo("h2").changedTo("h3").changedTo("h4");
        assertEquals(List.of("h4", "h3", "h2"), fourth.remembered());
        assertEquals(List.of("h4", "h3", "h2"), fourth.withdrawn().remembered());
        assertEquals("", fourth.withdrawn().hash());
    }

    @Test
    void nothingMatchesADamagedHash() {
        assertFalse(Argon2.matches("", ""));
        assertFalse(
                Argon2.matches("x", "$argon2id$v=19$m=9999999,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA"));
        assertFalse(Argon2.matches("x", "$2a$10$abcdefghijklmnopqrstuv"));
    }

    @Test
    void onlyTheSamePasswordMatches() {
        String hash = Argon2.hash("blue kettle nineteen", new SecureRandom());
        assertFalse(Argon2.matches("blue kettle ninetee", hash));
        assertTrue(Argon2.matches("blue kettle nineteen", hash));
        assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
        assertNotEquals(hash, Argon2.hash("blue kettle nineteen", new SecureRandom()));
    }

    /**
     * Made by the reference implementation: {@code echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1 -l 32}, which
     * is also in its test file test.c (version 0x13, Argon2id, t = 2, m = 2^16).
     */
    @Test
    void aHashOfTheReferenceImplementationMatches() {
        assertTrue(Argon2.matches(
                "password", "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"));
    }

    @Test
    void theSixthAttemptIsRefusedForFifteenMinutes() {
        SignInPolicy.Attempts attempts = SignInPolicy.Attempts.NONE;
        for (int i = 0; i < 5; i++) {
            attempts = SignInPolicy.begin(attempts, NOW).orElseThrow();
        }
        assertEquals(Optional.empty(), SignInPolicy.begin(attempts, NOW.plusSeconds(899)));
        assertEquals(
                new SignInPolicy.Attempts(1, NOW.plusSeconds(900)),
                SignInPolicy.begin(attempts, NOW.plusSeconds(900)).orElseThrow());
    }

    @Test
    void anAddressThatKeepsFailingIsSlowed() {
        AddressPace pace = new AddressPace();
        for (int i = 0; i < 30; i++) {
            assertTrue(pace.admits("192.0.2.7", NOW), "failure " + i);
            pace.failed("192.0.2.7", NOW);
        }
        assertFalse(pace.admits("192.0.2.7", NOW));
        assertTrue(pace.admits("192.0.2.8", NOW));
        assertTrue(pace.admits("192.0.2.7", NOW.plusSeconds(31)));
    }

    @Test
    void allAddressesOfOneSubscriberCountTogether() {
        AddressPace pace = new AddressPace();
        for (int i = 0; i < 30; i++) {
            pace.failed("2001:db8:1:2::" + i, NOW);
        }
        assertFalse(pace.admits("2001:db8:1:2:ffff::1", NOW));
        assertTrue(pace.admits("2001:db8:1:3::1", NOW));
        assertTrue(pace.admits("no address", NOW));
    }

    @Test
    void aSessionEndsAfterFifteenIdleMinutesAndTwelveHours() {
        Session fresh = new Session("a", "lin", NOW, NOW, "");
        assertTrue(SessionPolicy.isAlive(fresh, NOW.plusSeconds(899)));
        assertFalse(SessionPolicy.isAlive(fresh, NOW.plusSeconds(900)));
        Instant evening = NOW.plus(Duration.ofHours(12));
        Session busy = new Session("a", "lin", NOW, evening.minusSeconds(5), "");
        assertTrue(SessionPolicy.isAlive(busy, evening.minusSeconds(1)));
        assertFalse(SessionPolicy.isAlive(busy, evening));
    }

    @Test
    void anAccountPastItsEndOrIdleForNinetyDaysMayNotBeUsed() {
        Account account = Account.open("lin", Set.of(Role.REVIEWER), "pwb", NOW);
        assertFalse(AccountPolicy.isUsable(account.withState(Account.State.SUSPENDED), NOW));
        assertFalse(AccountPolicy.isUsable(account.withState(Account.State.DISABLED), NOW));
        assertFalse(AccountPolicy.isUsable(account.limitedTo("", NOW), NOW));
        assertTrue(AccountPolicy.isUsable(account.limitedTo("", NOW.plusSeconds(1)), NOW));
        Instant later = NOW.plus(Duration.ofDays(90));
        assertFalse(AccountPolicy.isUsable(account, later));
        assertTrue(AccountPolicy.isUsable(account.usedAt(NOW.plusSeconds(1)), later));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "-ab",
                "a b c",
                "林小姐",
                "citizen",
                "Clock",
                "lin\nadmin",
                "<script>",
                "a'; drop table account"
            })
    void whatIsNoNameIsRefused(String typed) {
        assertFalse(AccountPolicy.isName(AccountPolicy.name(typed)));
    }

    @Test
    void aNameIsTheSameInFullWidthAndCapitals() {
        assertEquals("lin.secretary", AccountPolicy.name("  Ｌｉｎ.Secretary "));
    }

    @Test
    void aTokenThatCannotBeOneIsNotRead() {
        assertTrue(SecretToken.read("").isEmpty());
        assertTrue(SecretToken.read("../../etc").isEmpty());
        assertTrue(SecretToken.read("x".repeat(44)).isEmpty());
    }

    @Test
    void aTokenRevealsItselfOnlyWhenAsked() {
        SecretToken token = SecretToken.random(new SecureRandom());
        assertEquals("secret", token.toString());
        assertEquals(
                token.hash(), SecretToken.read(token.reveal()).orElseThrow().hash());
        assertNotEquals(token.reveal(), token.csrf());
        assertTrue(token.acceptsCsrf(token.csrf()));
        assertFalse(token.acceptsCsrf(""));
        assertFalse(token.acceptsCsrf(SecretToken.random(new SecureRandom()).csrf()));
    }

    private static AuditRow row(long id, String object, String before) {
        AuditEntry entry = AuditEntry.done(new Act("lin", "pwb", "192.0.2.7", NOW), "answers.export", object);
        AuditRow open = new AuditRow(id, entry, "");
        return new AuditRow(id, entry, AuditChain.seal(before, open));
    }

    @Test
    void aChangedAMissingAndAnInsertedLineBreakTheChain() {
        AuditRow one = row(1, "s1", AuditChain.START);
        AuditRow two = row(2, "s2", one.seal());
        AuditRow three = row(3, "s3", two.seal());
        assertEquals(
                OptionalLong.empty(),
                AuditChain.Checked.NOTHING.then(List.of(one, two, three)).firstBreak());
        AuditRow changed = new AuditRow(2, row(2, "other", one.seal()).entry(), two.seal());
        assertEquals(
                OptionalLong.of(2),
                AuditChain.Checked.NOTHING.then(List.of(one, changed, three)).firstBreak());
        assertEquals(
                OptionalLong.of(3),
                AuditChain.Checked.NOTHING.then(List.of(one, three)).firstBreak());
        AuditRow unsealed = new AuditRow(2, two.entry(), "");
        assertEquals(
                OptionalLong.of(3),
                AuditChain.Checked.NOTHING.then(List.of(one, unsealed, three)).firstBreak());
    }

    @Test
    void aLineBreakInANameForgesNoSecondLine() {
        AuditEntry entry = AuditEntry.done(new Act("lin", "pwb", NOW), "account.open", "x\n2026 admin done");
        assertFalse(entry.object().contains("\n"));
    }
}
