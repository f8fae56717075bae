package tw.minsheng.statistics.sampling;

/**
 * How the contacts of a survey ended, in the classes of AAPOR. Counts, 0 or more; they may be weighted.
 *
 * @param complete I, complete interviews
 * @param partial P
 * @param refusal R, refusals and break-offs
 * @param nonContact NC
 * @param other O
 * @param unknownHousehold UH, unknown whether there is a household
 * @param unknownOther UO, unknown for other reasons
 * @param notEligible NE
 */
public record Dispositions(
        double complete,
        double partial,
        double refusal,
        double nonContact,
        double other,
        double unknownHousehold,
        double unknownOther,
        double notEligible) {

    public Dispositions {
        double[] counts = {complete, partial, refusal, nonContact, other, unknownHousehold, unknownOther, notEligible};
        for (double count : counts) {
            if (!(count >= 0) || Double.isInfinite(count)) {
                throw new IllegalArgumentException("a count is 0 or more: " + count);
            }
        }
    }

    /** el, contacts known to be eligible. */
    public double eligible() {
        return complete + partial + refusal + nonContact + other;
    }

    /** u, contacts of unknown eligibility. */
    public double unknown() {
        return unknownHousehold + unknownOther;
    }
}
