package tw.minsheng.security;

/** The doors used by other tests keep the contract too. */
class MemorySecurityTest extends SecurityContract {

    private final SecurityDoors doors = new MemorySecurity().doors();

    @Override
    protected SecurityDoors doors() {
        return doors;
    }
}
