package tw.minsheng.collect;

import tw.minsheng.survey.Survey;

/**
 * One version of a survey as it is asked.
 *
 * @param agency key of the agency that asks: its folder name under {@code surveys/}
 * @param hash SHA-256 of {@code definition}, lower-case hex
 * @param definition the canonical JSON, exactly the hashed text
 * @param form the survey cut into parts, made once per version
 */
public record Published(String agency, Survey survey, String hash, String definition, Questionnaire form) {

    public static Published of(String agency, Survey survey, String hash, String definition) {
        return new Published(agency, survey, hash, definition, Questionnaire.of(survey));
    }
}
