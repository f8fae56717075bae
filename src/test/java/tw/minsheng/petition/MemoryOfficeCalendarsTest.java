package tw.minsheng.petition;

import tw.minsheng.security.MemorySecurity;

/** The door of calendars in memory keeps the contract, too. */
class MemoryOfficeCalendarsTest extends OfficeCalendarsContract {

    private final MemoryCases cases = new MemoryCases();
    private final OfficeCalendars calendars =
            new MemoryOfficeCalendars(cases, new MemorySecurity().doors().audit());

    @Override
    protected Cases cases() {
        return cases;
    }

    @Override
    protected OfficeCalendars calendars() {
        return calendars;
    }
}
