package tw.minsheng.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tw.minsheng.petition.CalendarDesk;
import tw.minsheng.petition.Cases;
import tw.minsheng.petition.OfficeCalendars;
import tw.minsheng.petition.OfficeCalendarsContract;

/** The door of calendars, on a real PostgreSQL. */
class PgOfficeCalendarsTest extends OfficeCalendarsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @AfterEach
    void clean() {
        DATABASE.run("truncate office_calendar, office_closure");
    }

    @Override
    protected Cases cases() {
        return new PgCases(DATABASE.database(), new GroupCommit(DATABASE.vertx(), DATABASE.database()));
    }

    @Override
    protected OfficeCalendars calendars() {
        return new PgOfficeCalendars(DATABASE.database());
    }

    /** By its version an old due date can be explained, also by the calendar that came with the product. */
    @Test
    void everyCalendarThatWasUsedIsKeptOnce() {
        CalendarDesk first = new CalendarDesk(calendars());
        assertTrue(TestDatabase.await(first.refresh()));
        TestDatabase.await(new CalendarDesk(calendars()).refresh());
        assertEquals(
                1, DATABASE.number("select count(*) from office_calendar where version = '" + first.version() + "'"));
    }
}
