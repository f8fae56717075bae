package tw.minsheng.security;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tw.minsheng.kernel.NetAddress;

/**
 * Slows sign-ins that fail from one address, so that one password cannot be tried on many names. Thirty failures are
 * free (an office shares one address); then one more is admitted every 30 seconds. Kept in memory only: no address is
 * stored with a time. Safe to share between threads.
 */
public final class AddressPace {

    private static final int FREE = 30;
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int ADDRESSES = 10_000;

    /** For each address the time at which all its failures will be forgiven. */
    private final Map<String, Instant> debts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > ADDRESSES;
        }
    };

    public synchronized boolean admits(String address, Instant now) {
        Instant forgiven = debts.getOrDefault(NetAddress.of(address).network(), Instant.EPOCH);
        return forgiven.isBefore(now.plus(STEP.multipliedBy(FREE)));
    }

    public synchronized void failed(String address, Instant now) {
        String key = NetAddress.of(address).network();
        Instant forgiven = debts.getOrDefault(key, Instant.EPOCH);
        debts.put(key, (forgiven.isAfter(now) ? forgiven : now).plus(STEP));
    }
}
