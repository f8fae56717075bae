package tw.minsheng.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Published;
import tw.minsheng.collect.Wave;
import tw.minsheng.kernel.Problem;
import tw.minsheng.survey.Version;

/**
 * What the server knows of surveys, versions and waves at one moment; immutable.
 *
 * @param versions in the order in which they became known
 * @param waves of all surveys, each with the number of its version
 */
record SurveyMemory(
        List<KnownVersion> versions,
        Map<Integer, KnownVersion> byNo,
        List<KnownWave> waves,
        Map<String, Integer> surveys) {

    static final SurveyMemory EMPTY = of(List.of(), List.of());

    /** @param published false for a state of a draft */
    record KnownVersion(int no, int surveyNo, boolean published, Published content) {}

    record KnownWave(Wave wave, int versionNo) {}

    static SurveyMemory of(List<KnownVersion> versions, List<KnownWave> waves) {
        return new SurveyMemory(
                List.copyOf(versions),
                versions.stream().collect(Collectors.toUnmodifiableMap(KnownVersion::no, Function.identity())),
                List.copyOf(waves),
                versions.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                each -> each.content().survey().id(), KnownVersion::surveyNo, (one, same) -> one)));
    }

    Optional<KnownVersion> version(int no) {
        return Optional.ofNullable(byNo.get(no));
    }

    Optional<KnownVersion> version(String survey, Version version, String hash) {
        return versions.stream()
                .filter(each -> is(each, survey, version))
                .filter(each -> each.content().hash().equals(hash))
                .findFirst();
    }

    /** The published content of a version, else the newest state of its draft. */
    Optional<KnownVersion> version(String survey, Version version) {
        Optional<KnownVersion> published = versions.stream()
                .filter(each -> each.published() && is(each, survey, version))
                .findFirst();
        return published.or(() -> versions.stream()
                .filter(each -> is(each, survey, version))
                .max(Comparator.comparingInt(KnownVersion::no)));
    }

    /** Every published version, oldest first. */
    List<KnownVersion> published(String survey) {
        return versions.stream()
                .filter(KnownVersion::published)
                .filter(each -> each.content().survey().id().equals(survey))
                .sorted(Comparator.comparing(each -> each.content().survey().version()))
                .toList();
    }

    Optional<KnownVersion> newestPublished(String survey) {
        return published(survey).stream().reduce((older, newer) -> newer);
    }

    /** The content that became known last, published or draft. */
    Optional<KnownVersion> latest(String survey) {
        return versions.stream()
                .filter(each -> each.content().survey().id().equals(survey))
                .max(Comparator.comparingInt(KnownVersion::no));
    }

    /** The waves of a survey in a set, the one that opened last first. */
    List<KnownWave> waves(String survey, DataSet set) {
        List<KnownWave> found = new ArrayList<>(waves.stream()
                .filter(each ->
                        each.wave().survey().equals(survey) && each.wave().set() == set)
                .toList());
        found.sort(Comparator.comparing((KnownWave each) -> each.wave().opens()).reversed());
        return found;
    }

    Optional<Integer> surveyNo(String survey) {
        return Optional.ofNullable(surveys.get(survey));
    }

    /** @throws Problem NOT_FOUND when there is no such survey */
    int surveyNoOf(String survey) {
        return surveyNo(survey).orElseThrow(() -> Problem.notFound("survey", survey));
    }

    private static boolean is(KnownVersion known, String survey, Version version) {
        return known.content().survey().id().equals(survey)
                && known.content().survey().version().equals(version);
    }
}
