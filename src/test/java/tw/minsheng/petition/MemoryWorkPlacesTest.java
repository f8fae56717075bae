package tw.minsheng.petition;

import tw.minsheng.security.MemorySecurity;

/** The door of work places in memory keeps the contract, too. */
class MemoryWorkPlacesTest extends WorkPlacesContract {

    private final WorkPlaces places =
            new MemoryWorkPlaces(new MemorySecurity().doors().audit());

    @Override
    protected WorkPlaces places() {
        return places;
    }
}
