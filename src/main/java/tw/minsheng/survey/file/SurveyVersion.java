package tw.minsheng.survey.file;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tw.minsheng.format.Json;
import tw.minsheng.format.Node;
import tw.minsheng.kernel.Sha256;
import tw.minsheng.survey.Population;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.file.definition.Canonical;
import tw.minsheng.survey.file.definition.PopulationFile;
import tw.minsheng.survey.file.definition.SurveyMapper;

/**
 * One version of a survey with everything that it is made of; {@link #read} makes the same again.
 *
 * @param hash SHA-256 of {@code json}, lower-case hex
 * @param json the canonical definition
 * @param files the contents of the population files that it names
 */
public record SurveyVersion(Survey survey, String hash, String json, Map<String, String> files) {

    public SurveyVersion {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    /**
     * Reads a version from its canonical definition.
     *
     * @param json as published; a {@code status} is not part of it, so the survey counts as published
     * @param files contents by name; what is absent or has another hash than the definition says gives no counts
     * @throws tw.minsheng.kernel.Problem INVALID when this is no JSON
     */
    public static SurveyVersion read(String json, Map<String, String> files) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        Node root = Json.read("survey", bytes);
        Map<String, String> used = new LinkedHashMap<>();
        for (String name : Canonical.files(root)) {
            String text = files.getOrDefault(name, "");
            String wanted = root.get("files").get(name).text();
            if (Sha256.hex(text).equals(wanted)) {
                used.put(name, text);
            }
        }
        return of(root, bytes, used);
    }

    /** A version out of a definition without errors, YAML or canonical. */
    static SurveyVersion of(Node root, byte[] canonical, Map<String, String> files) {
        Survey survey = SurveyMapper.survey(root, name -> population(name, files));
        String json = new String(canonical, StandardCharsets.UTF_8);
        return new SurveyVersion(survey, Sha256.hexOf(canonical), json, files);
    }

    private static Population population(String name, Map<String, String> files) {
        String text = files.get(name);
        return text == null
                ? new Population(name, Map.of())
                : PopulationFile.read(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
