package tw.minsheng.statistics.cases;

import tw.minsheng.statistics.Value;
import tw.minsheng.statistics.distribution.Hypergeometric;

/**
 * Whether a word stands in a larger share of texts than before. The chance is exact: of the y + x texts with the word among
 * n + m texts, as many as y or more are among the n of now when which ones they are is up to chance (Fisher 1935); it falls as y
 * grows and as x falls. How far it rose is the log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008, Political
 * Analysis 16:372, eq. 15) of {@link #PRIOR} texts that have the word in the share (y + x)/(n + m):
 * δ = ln((y + a)/(n + b − a − y)) − ln((x + a)/(m + b − a − x)), a = b·share. Their z, δ over its standard error, is not used:
 * the variance 1/(x + a) grows faster than δ where x is 0, and a rise from nothing would count less than one from something.
 *
 * @param logOdds δ, above 0 when the word stands in a larger share now
 * @param p chance of so many texts now or more, one-sided
 */
public record RisingShare(Value logOdds, Value p) {

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
        double odds = ((double) now + with) / ((double) (of - now) + without);
        double oddsBefore = ((double) before + with) / ((double) (ofBefore - before) + without);
        return new RisingShare(
                Value.of(StrictMath.log(odds) - StrictMath.log(oddsBefore)),
                Value.of(Hypergeometric.upperTail(now, of, ofBefore, now + before)));
    }
}
