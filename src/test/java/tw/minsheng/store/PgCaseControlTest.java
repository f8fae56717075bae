package tw.minsheng.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.petition.CaseControl;
import tw.minsheng.petition.CaseControlContract;
import tw.minsheng.petition.Cases;

/** The door of the control office, on a real PostgreSQL. */
class PgCaseControlTest extends CaseControlContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    protected Cases cases() {
        return new PgCases(DATABASE.database(), new GroupCommit(DATABASE.vertx(), DATABASE.database()));
    }

    @Override
    protected CaseControl control() {
        return new PgCaseControl(DATABASE.database());
    }
}
