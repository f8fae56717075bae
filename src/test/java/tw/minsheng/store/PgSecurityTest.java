package tw.minsheng.store;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.security.SecurityContract;
import tw.minsheng.security.SecurityDoors;

/** The doors of security, on a real PostgreSQL. */
class PgSecurityTest extends SecurityContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @BeforeEach
    void empty() {
        DATABASE.run("truncate session, setup_link, sign_in_attempt, account, agency, audit cascade");
    }

    @Override
    protected SecurityDoors doors() {
        Database database = DATABASE.database();
        return new SecurityDoors(
                new PgAgencies(database),
                new PgAccounts(database),
                new PgSetupLinks(database),
                new PgSessions(database),
                new PgSignInAttempts(database),
                new PgAudit(database));
    }
}
