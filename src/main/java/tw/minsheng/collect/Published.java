package tw.minsheng.collect;

import java.util.Map;
import tw.minsheng.survey.Survey;

/**
 * One version of a survey as it is asked.
 *
 * @param agency key of the agency that asks: its folder name under {@code surveys/}
 * @param hash SHA-256 of {@code definition}, lower-case hex
 * @param definition the canonical JSON, exactly the hashed text
 * @param files contents of the population files that the definition names, by name
 * @param form the survey cut into parts, made once per version
 */
public record Published(
        String agency, Survey survey, String hash, String definition, Map<String, String> files, Questionnaire form) {

    public Published {
        files = Map.copyOf(files);
    }

    /** A version that names no population files. */
    public static Published of(String agency, Survey survey, String hash, String definition) {
        return of(agency, survey, hash, definition, Map.of());
    }

    public static Published of(
            String agency, Survey survey, String hash, String definition, Map<String, String> files) {
        return new Published(agency, survey, hash, definition, files, Questionnaire.of(survey));
    }
}
