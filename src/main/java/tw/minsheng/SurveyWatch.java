package tw.minsheng;

import io.vertx.core.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.minsheng.cli.Settings;
import tw.minsheng.collect.Publications;
import tw.minsheng.collect.Published;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.LocalizedText;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.RepublicYear;
import tw.minsheng.report.Facts;
import tw.minsheng.report.FactsFile;
import tw.minsheng.report.StandardsFile;
import tw.minsheng.security.Agencies;
import tw.minsheng.security.Agency;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.file.CheckedSurvey;
import tw.minsheng.survey.file.SurveyFolder;
import tw.minsheng.survey.file.SurveyVersion;

/**
 * Looks into the folder of surveys and makes known what is new there: published versions to everybody, drafts for trying
 * out. A folder with faults is told in the log once, and does not keep the others from being seen.
 */
final class SurveyWatch {

    private static final Logger LOG = LoggerFactory.getLogger(SurveyWatch.class);
    private static final String ACTOR = "surveys";

    private final Path surveys;
    private final Publications publications;
    private final Agencies agencies;
    private final Clock clock;
    private final SurveyFinder finder = new SurveyFinder();
    private final ZoneId zone;
    private final Map<Path, String> seen = new ConcurrentHashMap<>();
    private final Map<String, Path> folders = new ConcurrentHashMap<>();

    SurveyWatch(Path surveys, Publications publications, Agencies agencies, Clock clock, ZoneId zone) {
        this.surveys = surveys;
        this.publications = publications;
        this.agencies = agencies;
        this.clock = clock;
        this.zone = zone;
    }

    static SurveyWatch of(Settings settings, Doors doors, Clock clock) {
        return new SurveyWatch(
                settings.surveys(), doors.publications(), doors.security().agencies(), clock, settings.timeZone());
    }

    /**
     * What is known of the fieldwork of a survey: its {@code facts.yaml}, beside the {@code standards.yaml} of all surveys; read
     * anew. Blocks.
     */
    Facts facts(String survey) {
        Path folder = folders.get(survey);
        Path limits = surveys.resolve(StandardsFile.NAME);
        try {
            Facts facts = Facts.NONE;
            if (folder != null && Files.isRegularFile(folder.resolve("facts.yaml"))) {
                Path file = folder.resolve("facts.yaml");
                facts = FactsFile.read(file.toString(), Files.readAllBytes(file));
            }
            return Files.isRegularFile(limits)
                    ? facts.with(StandardsFile.read(limits.toString(), Files.readAllBytes(limits)))
                    : facts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What one look found; reading files blocks, so it is done before anything is written. */
    record Found(Path folder, String mark, String agency, List<SurveyVersion> versions, List<SurveyVersion> drafts) {}

    /** Reads the folders that have changed since they were last taken in. Blocks. */
    List<Found> look() {
        if (!Files.isDirectory(surveys)) {
            return List.of();
        }
        return finder.below(surveys).stream()
                .flatMap(folder -> changed(folder).stream())
                .toList();
    }

    /** The agencies that have a survey in the folder, by key. Blocks. */
    Map<String, Agency> agencies() {
        Map<String, Agency> known = new HashMap<>();
        for (Found found : look()) {
            named(found).ifPresent(survey -> known.putIfAbsent(found.agency(), agency(found.agency(), survey)));
        }
        return known;
    }

    private List<Found> changed(SurveyFolder folder) {
        String mark = mark(folder.folder());
        if (mark.equals(seen.get(folder.folder()))) {
            return List.of();
        }
        try {
            List<SurveyVersion> versions = folder.versions();
            return List.of(new Found(folder.folder(), mark, agency(folder), versions, drafts(folder, versions)));
        } catch (RuntimeException e) {
            seen.put(folder.folder(), mark);
            LOG.warn("survey folder {} cannot be read: {}", folder.folder(), e.getMessage());
            return List.of();
        }
    }

    /** The definition in the file, when it is free of errors and not published as it is. */
    private static List<SurveyVersion> drafts(SurveyFolder folder, List<SurveyVersion> versions) {
        CheckedSurvey checked = CheckedSurvey.of(folder);
        if (checked.hasErrors()) {
            LOG.warn("survey {} has errors; run: survey check", folder.name());
            return List.of();
        }
        SurveyVersion draft = checked.version();
        boolean known = versions.stream()
                .anyMatch(version ->
                        version.survey().version().equals(draft.survey().version()));
        return known ? List.of() : List.of(draft);
    }

    /** Makes known what was found, one after the other. */
    Future<Void> take(List<Found> found) {
        Future<Void> all = Future.succeededFuture();
        for (Found each : found) {
            all = all.compose(before -> take(each));
        }
        return all;
    }

    private Future<Void> take(Found found) {
        Act act = new Act(ACTOR, found.agency(), clock.instant());
        named(found).ifPresent(survey -> folders.put(survey.id(), found.folder()));
        Future<Void> all = named(found)
                .map(survey -> agencies.ensure(agency(found.agency(), survey), act))
                .orElseGet(Future::succeededFuture);
        for (SurveyVersion version : found.versions()) {
            all = all.compose(before -> publications.publish(act, published(found, version), year(act.at())));
        }
        for (SurveyVersion draft : found.drafts()) {
            all = all.compose(before -> publications.draft(act, published(found, draft)));
        }
        return all.onSuccess(done -> seen.put(found.folder(), found.mark()))
                .recover(failure -> refused(found, failure));
    }

    /** A refusal is told once and not tried again until the folder changes; a database that is away is tried again. */
    private Future<Void> refused(Found found, Throwable failure) {
        if (failure instanceof Problem problem && problem.kind() == Problem.Kind.UNAVAILABLE) {
            return Future.failedFuture(failure);
        }
        seen.put(found.folder(), found.mark());
        LOG.warn("survey folder {} is refused: {}", found.folder(), failure.getMessage());
        return Future.succeededFuture();
    }

    private static Optional<Survey> named(Found found) {
        return Stream.concat(found.drafts().stream(), found.versions().stream())
                .map(SurveyVersion::survey)
                .findFirst();
    }

    private static Agency agency(String key, Survey survey) {
        return new Agency(
                key, "", LocalizedText.of(Language.ZH_TW, survey.owner().agency()));
    }

    private static Published published(Found found, SurveyVersion version) {
        return Published.of(found.agency(), version.survey(), version.hash(), version.json(), version.files());
    }

    /** The key of an agency is the name of its folder. */
    private String agency(SurveyFolder folder) {
        Path below =
                surveys.toAbsolutePath().normalize().relativize(folder.folder().normalize());
        return below.getName(0).toString();
    }

    /** The 民國 year, which names the wave that a first version opens. */
    private String year(Instant at) {
        return Integer.toString(RepublicYear.of(at.atZone(zone).toLocalDate()));
    }

    /** Changes whenever a file of the folder does; of a folder that cannot be read, when the reason does. */
    private static String mark(Path folder) {
        try (Stream<Path> files = Files.walk(folder, 4)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(SurveyWatch::stamp)
                    .collect(Collectors.joining(";"));
        } catch (IOException | UncheckedIOException e) {
            return "unreadable: " + e.getMessage();
        }
    }

    private static String stamp(Path file) {
        try {
            return file + " " + Files.getLastModifiedTime(file).toMillis() + " " + Files.size(file);
        } catch (IOException goneMeanwhile) {
            return file + " gone";
        }
    }
}
