package tw.minsheng.petition.theme;

import java.util.Arrays;

/**
 * Counts by rows of two to four characters, packed into a number each: 12 bytes a row, twice as much room. Open addressing. When
 * there are too many rows those that were counted once are dropped, and begin anew when they come again (lossy counting, Manku and
 * Motwani 2002): a row loses one text at most each time.
 */
final class GramCounts {

    /** Different rows that are kept, 25 MB with their room. */
    static final int MOST = 1_000_000;

    private static final int FIRST = 1 << 12;
    private static final int BITS = 16;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[FIRST];
    private int[] counts = new int[FIRST];
    private final int most;
    private int size;
    private boolean full;

    GramCounts(int most) {
        this.most = most;
    }

    /** What is done with each row. */
    @FunctionalInterface
    interface Each {
        void take(String gram, int count);
    }

    /** @param letters none of them 0 */
    static long key(CharSequence letters, int from, int length) {
        long key = 0;
        for (int at = from; at < from + length; at++) {
            key = (key << BITS) | letters.charAt(at);
        }
        return key;
    }

    private static String gram(long key) {
        StringBuilder gram = new StringBuilder();
        for (long left = key; left != 0; left >>>= BITS) {
            gram.append((char) left);
        }
        return gram.reverse().toString();
    }

    private int place(long key) {
        int mask = keys.length - 1;
        int at = (int) ((key * MIX) >>> 32) & mask;
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    void add(long key) {
        int at = place(key);
        if (keys[at] == 0) {
            keys[at] = key;
            size++;
        }
        counts[at]++;
        if (size * 2 > keys.length) {
            rebuild(keys.length * 2, 0);
        }
    }

    /** Whether a further text may be counted; when there are too many rows, after those that were counted once are dropped. */
    boolean hasRoom() {
        if (!full && size >= most) {
            rebuild(keys.length, 2);
            full = size > most - most / 4; // else nearly every text would drop rows
        }
        return !full;
    }

    /** From now on {@link #addEach} counts it; it has no count yet. */
    void expect(long key) {
        add(key);
        counts[place(key)] = 0;
    }

    /** How often it was counted. */
    int at(long key) {
        return counts[place(key)];
    }

    /** @param least rows of a smaller count are dropped */
    private void rebuild(int room, int least) {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new long[room];
        counts = new int[room];
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0 && oldCounts[i] >= least) {
                int at = place(oldKeys[i]);
                keys[at] = oldKeys[i];
                counts[at] = oldCounts[i];
                size++;
            }
        }
    }

    /** The smallest count from {@code least} on that no more than so many rows reach. */
    int least(int least, int rows) {
        int[] having = new int[Arrays.stream(counts).max().orElse(0) + 1];
        for (int count : counts) {
            having[count]++;
        }
        int reached = 0;
        int count = having.length;
        while (count > least && reached + having[count - 1] <= rows) {
            count--;
            reached += having[count];
        }
        return Math.max(least, count);
    }

    void each(int least, Each each) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0 && counts[i] >= least) {
                each.take(gram(keys[i]), counts[i]);
            }
        }
    }

    /**
     * Adds one to each different key among the first ones.
     *
     * @param expected whether only those count that were expected
     */
    void addEach(long[] some, int many, boolean expected) {
        Arrays.sort(some, 0, many);
        for (int i = 0; i < many; i++) {
            if (i == 0 || some[i] != some[i - 1]) {
                int at = place(some[i]);
                if (keys[at] != 0) {
                    counts[at]++;
                } else if (!expected) {
                    add(some[i]);
                }
            }
        }
    }
}
