package tw.minsheng.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.minsheng.kernel.Problem;

class ServerCheckTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @ParameterizedTest
    @ValueSource(strings = {"", "mysql://a@b/c", "postgresql://b/c", "postgresql://a@b", "postgresql://a@b/", "x y"})
    void otherAddressesAreRefused(String url) {
        Problem refused = assertThrows(Problem.class, () -> DatabaseAddress.parse(url, ""));
        assertEquals("database.bad_url", refused.code());
        assertTrue(StoreWords.tells(refused));
    }

    @Test
    void passwordInTheAddressIsRefusedAndNotRepeated() {
        Problem refused = assertThrows(Problem.class, () -> DatabaseAddress.parse("postgresql://a:secret@b/c", ""));
        assertEquals("database.password_in_url", refused.code());
        Problem bad = assertThrows(Problem.class, () -> DatabaseAddress.parse("postgresql://a:secret@b", ""));
        assertFalse(bad.toString().contains("secret"));
    }

    @Test
    void addressIsReadAndShownWithoutPassword() {
        DatabaseAddress full = DatabaseAddress.parse("postgresql://me@db.example:6543/survey", "secret");
        assertEquals(new DatabaseAddress("db.example", 6543, "survey", "me", "secret"), full);
        assertEquals("postgresql://me@db.example:6543/survey", full.toString());
        DatabaseAddress six = DatabaseAddress.parse("postgresql://me@[::1]/survey", "");
        assertEquals(new DatabaseAddress("::1", 5432, "survey", "me", ""), six);
        assertEquals("postgresql://me@[::1]:5432/survey", six.toString());
    }

    @Test
    void absentServerIsUnreachable() {
        assertRefused("database.unreachable", new DatabaseAddress("127.0.0.1", 1, "d", "u", "p"));
    }

    @Test
    void wrongPasswordAndUnknownDatabaseAreRefusedSignIns() {
        DatabaseAddress a = DATABASE.address();
        assertRefused(
                "database.login_refused", new DatabaseAddress(a.host(), a.port(), a.database(), a.user(), "guess"));
        assertRefused("database.login_refused", a.withDatabase("nowhere"));
    }

    @Test
    void otherEncodingIsRefused() {
        withDatabase("encoding 'SQL_ASCII' locale_provider libc locale 'C'", "database.wrong_encoding");
    }

    /** Measured before: under this locale a search for Chinese words finds nothing. */
    @Test
    void localeWithoutChineseLettersIsRefused() {
        withDatabase("encoding 'UTF8' locale_provider libc locale 'C'", "database.wrong_locale");
    }

    @Test
    void ourOwnDatabasePasses() {
        ServerCheck.check(DATABASE.address());
    }

    private static void withDatabase(String options, String code) {
        String name = "test_check";
        DATABASE.runAsAdministrator("create database " + name + " template template0 owner minsheng " + options);
        try {
            assertRefused(code, DATABASE.address().withDatabase(name));
        } finally {
            DATABASE.runAsAdministrator("drop database " + name);
        }
    }

    private static void assertRefused(String code, DatabaseAddress address) {
        Problem refused = assertThrows(Problem.class, () -> ServerCheck.check(address));
        assertEquals(code, refused.code(), refused::getMessage);
        assertTrue(StoreWords.tells(refused));
    }
}
