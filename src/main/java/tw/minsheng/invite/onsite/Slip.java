package tw.minsheng.invite.onsite;

import tw.minsheng.collect.SamplePlace;

/**
 * A slip that was handed to a visitor: it names the session and a number that is used once, and nobody.
 *
 * @param counter code of the counter
 * @param session code of the session ({@link OnsiteSession#code})
 * @param number of the slip in its session, from 1
 */
public record Slip(String survey, String wave, String counter, String session, int number) {

    /** Most slips that one session can have. */
    public static final int MOST = 999;

    /** Where an answer through this slip stands in the sample. */
    public SamplePlace place() {
        return new SamplePlace(counter, session);
    }
}
