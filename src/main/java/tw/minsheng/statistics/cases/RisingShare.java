package tw.minsheng.statistics.cases;

import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.Normal;

/**
 * Whether a word stands in more texts than before: log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn
 * 2008, Political Analysis 16:372, eq. 15 to 22), of texts that have the word against those that have not. With y of n texts
 * now and x of m before, and a prior of {@link #PRIOR} texts that has the word in the share (y + x)/(n + m), the difference is
 * δ = ln((y + a)/(n + b − a − y)) − ln((x + a)/(m + b − a − x)), a = b·share, its variance the sum of the four reciprocals, and
 * z = δ/√variance. The prior draws words of few texts towards no difference.
 *
 * @param z standardised difference, above 0 when the word stands in more texts now
 * @param p chance of such a rise or a larger one, one-sided
 */
public record RisingShare(Value z, Value p) {

    /** Texts that the prior is worth. */
    public static final double PRIOR = 10;

    /**
     * @param now texts with the word, {@code of} all of them
     * @param before texts with the word, {@code ofBefore} all of them
     * @throws IllegalArgumentException when a count is negative or larger than its texts, or no or every text has the word
     */
    public static RisingShare of(long now, long of, long before, long ofBefore) {
        if (now < 0 || before < 0 || now > of || before > ofBefore) {
            throw new IllegalArgumentException(now + " of " + of + ", " + before + " of " + ofBefore);
        }
        double share = (double) (now + before) / (double) (of + ofBefore);
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("no text, or every one, has the word");
        }
        double with = PRIOR * share;
        double without = PRIOR - with;
        double[] cells = {
            (double) now + with,
            (double) (of - now) + without,
            (double) before + with,
            (double) (ofBefore - before) + without
        };
        double difference = StrictMath.log(cells[0] / cells[1]) - StrictMath.log(cells[2] / cells[3]);
        double variance = 1 / cells[0] + 1 / cells[1] + 1 / cells[2] + 1 / cells[3];
        double z = difference / StrictMath.sqrt(variance);
        return new RisingShare(Value.of(z), Value.of(Normal.upperTail(z)));
    }
}
