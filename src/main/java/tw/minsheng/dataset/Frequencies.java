package tw.minsheng.dataset;

/** How often each code of one column occurs, unweighted: valid codes (0, 1, …) and missing ones (−1 to −9). */
public final class Frequencies {

    /** Kinds of missing: −1 to −9. */
    public static final int MISSING_KINDS = 9;

    private final int validCodes;
    private final long[] counts;

    Frequencies(int validCodes) {
        this.validCodes = validCodes;
        this.counts = new long[validCodes + MISSING_KINDS];
    }

    void add(int code) {
        counts[place(code)]++;
    }

    /** Number of valid codes. */
    public int validCodes() {
        return validCodes;
    }

    public long of(int code) {
        return counts[place(code)];
    }

    /** Answers with a valid code. */
    public long valid() {
        long sum = 0;
        for (int code = 0; code < validCodes; code++) {
            sum += counts[code];
        }
        return sum;
    }

    /** Answers with any code. */
    public long all() {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    private int place(int code) {
        int place = code >= 0 ? code : validCodes - code - 1;
        if (code >= validCodes || place >= counts.length) {
            throw new IllegalArgumentException("no code " + code + " of " + validCodes);
        }
        return place;
    }
}
