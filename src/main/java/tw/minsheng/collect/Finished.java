package tw.minsheng.collect;

/**
 * What a respondent is told after finishing; the same each time.
 *
 * @param bodyMac of the body that was taken
 * @param again true when this key had been finished before
 */
public record Finished(
        String receipt, Outcome outcome, String bodyMac, String survey, String wave, DataSet set, boolean again) {}
