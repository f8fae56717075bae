package tw.minsheng.acceptance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The receipts that were shown, by the key of the answer, to be compared with what is stored. Safe to share. */
final class Ledger {

    private final Map<String, List<String>> receipts = new ConcurrentHashMap<>();

    void shown(String key, String receipt) {
        receipts.compute(key, (same, before) -> {
            List<String> all = new ArrayList<>(before == null ? List.of() : before);
            all.add(receipt);
            return all;
        });
    }

    /**
     * @param answers whose receipt was shown
     * @param lost of those, how many are not stored
     * @param doubled keys that are stored more than once
     * @param unshown keys that are stored and whose receipt nobody has seen
     * @param contradicting keys that were told more than one receipt
     */
    record Balance(int answers, int lost, int doubled, int unshown, int contradicting) {
        boolean isSound() {
            return lost == 0 && doubled == 0 && contradicting == 0;
        }
    }

    /** @param stored the key of each stored answer, as often as it is stored */
    Balance compare(Collection<String> stored) {
        Map<String, Integer> times = new HashMap<>();
        stored.forEach(key -> times.merge(key, 1, Integer::sum));
        return new Balance(
                receipts.size(),
                count(receipts.keySet().stream()
                        .filter(key -> !times.containsKey(key))
                        .count()),
                count(times.values().stream().filter(n -> n > 1).count()),
                count(times.keySet().stream()
                        .filter(key -> !receipts.containsKey(key))
                        .count()),
                count(receipts.values().stream()
                        .filter(told -> told.stream().distinct().count() > 1)
                        .count()));
    }

    private static int count(long n) {
        return Math.toIntExact(n);
    }
}
