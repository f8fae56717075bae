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

    public boolean isGiven() {
        return !unit.isEmpty();
    }
}
