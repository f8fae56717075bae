package tw.minsheng.petition;

/** The door in memory, which page tests use, keeps the same contract as the database. */
class MemoryCasesTest extends CasesContract {

    private final MemoryCases cases = new MemoryCases();

    @Override
    protected Cases cases() {
        return cases;
    }
}
