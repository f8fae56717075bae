package tw.minsheng.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.petition.Cases;
import tw.minsheng.petition.ReplyChecks;
import tw.minsheng.petition.ReplyChecksContract;

/** The door of checks, on a real PostgreSQL. */
class PgReplyChecksTest extends ReplyChecksContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected Cases cases() {
        return new PgCases(DATABASE.database(), new GroupCommit(DATABASE.vertx(), DATABASE.database()));
    }

    @Override
    protected ReplyChecks checks() {
        return new PgReplyChecks(DATABASE.database());
    }
}
