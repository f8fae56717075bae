package tw.minsheng.petition;

/** Cases in memory are counted as the contract says, too. */
class MemoryCaseControlTest extends CaseControlContract {

    private final MemoryCases cases = new MemoryCases();

    @Override
    protected Cases cases() {
        return cases;
    }

    @Override
    protected CaseControl control() {
        return cases;
    }
}
