package tw.minsheng.dataset;

import tw.minsheng.statistics.distribution.SplitMix64;

/**
 * Places for rows that come one by one, of which only so many can be kept: of more a simple random sample (Vitter 1985, algorithm R).
 * Not safe for several threads.
 */
final class Reservoir {

    private final int most;
    private final SplitMix64 chance;
    private long seen;
    private int rows;

    /** @param seed fixed, so that the same rows are kept again */
    Reservoir(int most, long seed) {
        this.most = most;
        this.chance = new SplitMix64(seed);
    }

    /** Where the next row belongs, perhaps in place of another; below 0 when it is not kept. */
    int next() {
        seen++;
        if (rows < most) {
            return rows++;
        }
        long drawn = Long.remainderUnsigned(chance.nextLong(), seen);
        return drawn < most ? (int) drawn : -1;
    }

    /** Rows that are kept. */
    int rows() {
        return rows;
    }

    int most() {
        return most;
    }

    /** Whether more rows came than are kept. */
    boolean isSample() {
        return seen > rows;
    }
}
