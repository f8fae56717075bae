package tw.minsheng.statistics.distribution;

/**
 * The one generator for everything random: draws, bootstrap, parallel analysis. Steele, Lea and Flood 2014. Tokens and
 * release orders never come from here. Not safe for use by several threads; give each its own seed.
 */
public final class SplitMix64 {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double TWO_TO_MINUS_53 = 0x1.0p-53;

    private final long seed;
    private long steps;

    public SplitMix64(long seed) {
        this.seed = seed;
    }

    /** The generator of replicate r: its seed is the first output of SplitMix64(seed + r), so threads change nothing. */
    public static SplitMix64 replicate(long seed, long replicate) {
        return new SplitMix64(new SplitMix64(seed + replicate).nextLong());
    }

    /** The next 64 bits; compare draws with {@link Long#compareUnsigned}. */
    public long nextLong() {
        steps++;
        long z = seed + steps * GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A uniform number in [0, 1) with 53 random bits. */
    public double nextUniform() {
        return (nextLong() >>> 11) * TWO_TO_MINUS_53;
    }
}
