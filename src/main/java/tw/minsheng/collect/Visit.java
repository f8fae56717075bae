package tw.minsheng.collect;

/**
 * One look at an unfinished answer.
 *
 * @param offer the survey and its newest wave
 * @param version the version this answer began with
 * @param revision of the draft, 0 while nothing is saved
 * @param invitation hash of the token by which the respondent was invited, "" for everybody else
 * @param place in the sample of somebody who was handed a slip
 */
public record Visit(
        Surveys.Offer offer,
        Published version,
        ResumeCode code,
        int revision,
        Filled filled,
        String invitation,
        SamplePlace place) {

    /** Of somebody who stands at no place of a sample. */
    public Visit(
            Surveys.Offer offer, Published version, ResumeCode code, int revision, Filled filled, String invitation) {
        this(offer, version, code, revision, filled, invitation, SamplePlace.NONE);
    }

    public Questionnaire form() {
        return version.form();
    }

    Visit with(Filled other) {
        return new Visit(offer, version, code, revision, other, invitation, place);
    }
}
