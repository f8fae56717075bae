package tw.minsheng.collect;

/**
 * Where an answer stands in the sample from which its respondent was drawn; says nothing of who it was.
 *
 * @param stratum for example a counter, "" when not known
 * @param unit first-stage unit, for example a session of on-site sampling, "" when there is none
 */
public record SamplePlace(String stratum, String unit) {

    /** Not drawn, or drawn one by one. */
    public static final SamplePlace NONE = new SamplePlace("", "");

    /** Between the names of strata whose answers were released together. */
    public static final String JOINED = "+";

    /** The stratum where it is one, "" where several were joined. */
    public String oneStratum() {
        return stratum.contains(JOINED) ? "" : stratum;
    }

    /** Whether a first-stage unit is known. */
    public boolean isGiven() {
        return !unit.isEmpty();
    }
}
