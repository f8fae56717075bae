package tw.minsheng.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who is on a list of contacts, by the keys of {@link tw.minsheng.invite.InviteKeys#people}. To find somebody costs the same however
 * long the list is. Whoever has an address is known by it, colleagues may share a telephone; who has none is known by her telephone.
 */
final class KnownPeople {

    private final Set<String> addresses = new HashSet<>();
    private final Set<String> telephones = new HashSet<>();
    /** Telephones of those who have no address. */
    private final Set<String> alone = new HashSet<>();

    /**
     * Puts somebody on the list who is not on it.
     *
     * @param keys of the address, where there is one, and of the telephone
     * @return whether she was not
     */
    boolean add(boolean hasAddress, List<String> keys) {
        boolean isNew = !isKnown(hasAddress, keys);
        if (isNew) {
            put(hasAddress, keys);
        }
        return isNew;
    }

    /** Somebody who stands on the list. */
    void put(boolean hasAddress, List<String> keys) {
        if (isAddressed(hasAddress, keys)) {
            addresses.add(keys.get(0));
        } else {
            alone.addAll(keys);
        }
        telephones.addAll(numbers(hasAddress, keys));
    }

    private boolean isKnown(boolean hasAddress, List<String> keys) {
        List<String> numbers = numbers(hasAddress, keys);
        return isAddressed(hasAddress, keys)
                ? addresses.contains(keys.get(0)) || numbers.stream().anyMatch(alone::contains)
                : numbers.stream().anyMatch(telephones::contains);
    }

    private static boolean isAddressed(boolean hasAddress, List<String> keys) {
        return hasAddress && !keys.isEmpty();
    }

    private static List<String> numbers(boolean hasAddress, List<String> keys) {
        return keys.subList(isAddressed(hasAddress, keys) ? 1 : 0, keys.size());
    }
}
