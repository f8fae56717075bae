package tw.minsheng.petition.imports;

import java.util.Arrays;

/**
 * Remembers which outside numbers were seen by 64 bits of each, in 16 to 32 bytes: 34 MB for a file of 2,000,000 rows. Two
 * different numbers are taken for one with a chance of n²/2⁶⁵: 1 in 9,000,000 for 2,000,000 rows.
 */
final class NumberSet {

    private static final int FIRST = 1 << 10;
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private long[] slots = new long[FIRST];
    private int size;

    /** Whether it is seen for the first time. */
    boolean add(String number) {
        if (size * 2 >= slots.length) {
            grow();
        }
        boolean fresh = put(slots, hash(number));
        size += fresh ? 1 : 0;
        return fresh;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        Arrays.stream(slots).filter(hash -> hash != 0).forEach(hash -> {
            boolean fresh = put(larger, hash);
            assert fresh;
        });
        slots = larger;
    }

    private static boolean put(long[] slots, long hash) {
        int mask = slots.length - 1;
        int place = (int) (hash & mask);
        while (slots[place] != 0) {
            if (slots[place] == hash) {
                return false;
            }
            place = (place + 1) & mask;
        }
        slots[place] = hash;
        return true;
    }

    /** FNV-1a with the finish of SplitMix64, never 0. */
    private static long hash(String number) {
        long h = OFFSET;
        for (int i = 0; i < number.length(); i++) {
            h = (h ^ number.charAt(i)) * PRIME;
        }
        h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
        h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
        h ^= h >>> 31;
        return h == 0 ? 1 : h;
    }
}
