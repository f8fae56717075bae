package tw.minsheng.petition;

import tw.minsheng.security.MemorySecurity;

/** The door of checks in memory keeps the contract, too. */
class MemoryReplyChecksTest extends ReplyChecksContract {

    private final MemoryCases cases = new MemoryCases();
    private final ReplyChecks checks =
            new MemoryReplyChecks(cases, new MemorySecurity().doors().audit());

    @Override
    protected Cases cases() {
        return cases;
    }

    @Override
    protected ReplyChecks checks() {
        return checks;
    }
}
