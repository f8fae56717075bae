package tw.minsheng.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Option;
import tw.minsheng.dataset.AnswerFile;
import tw.minsheng.dataset.AnswerMapping;
import tw.minsheng.dataset.AnswerMappingFile;
import tw.minsheng.dataset.Layout;
import tw.minsheng.dataset.Parts;
import tw.minsheng.format.Json;
import tw.minsheng.format.Node;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.Sha256;
import tw.minsheng.report.Facts;
import tw.minsheng.report.FactsFile;
import tw.minsheng.report.Results;
import tw.minsheng.report.StandardsFile;
import tw.minsheng.report.VersionStep;
import tw.minsheng.report.analysis.SurveyAnalysis;
import tw.minsheng.survey.Survey;
import tw.minsheng.survey.Version;
import tw.minsheng.survey.file.CheckedSurvey;
import tw.minsheng.survey.file.SurveyFolder;
import tw.minsheng.survey.file.SurveyVersion;

/** The options of commands that work on a file of answers, and what they read. */
final class AnswerOptions {

    @Option(names = "--survey", required = true, paramLabel = "DIR", descriptionKey = "shared.survey")
    private Path survey;

    @Option(names = "--answers", required = true, paramLabel = "FILE.csv", descriptionKey = "shared.answers")
    private String answers;

    @Option(names = "--mapping", paramLabel = "FILE", descriptionKey = "shared.mapping")
    private Path mapping;

    @Option(names = "--facts", paramLabel = "FILE", descriptionKey = "shared.facts")
    private Path facts;

    @Option(names = "--standards", paramLabel = "FILE", descriptionKey = "shared.standards")
    private Path standards;

    @Option(names = "--wave", paramLabel = "CODE", defaultValue = "", descriptionKey = "shared.wave")
    private String wave;

    @SuppressWarnings("NullAway") // picocli sets the options before the command is called
    AnswerOptions() {}

    /** What the files hold. */
    record Analysed(
            SurveyVersion version, List<Survey> earlier, List<VersionStep> steps, Facts facts, Results results) {}

    /**
     * Reads and analyses.
     *
     * @param program version of the program
     * @param progress begun when the answers are read, ended when they are
     */
    Analysed analyse(Console console, String program, Supplier<Progress> progress) {
        SurveyFolder folder = SurveyFolder.at(survey);
        SurveyVersion version = CheckedSurvey.of(folder).version();
        List<SurveyVersion> published = folder.versions();
        List<Survey> earlier = published.stream().map(SurveyVersion::survey).toList();
        Facts known = standards(facts(folder));
        Read read = read(console, Layout.of(version.survey(), earlier), InForce.of(folder, published), progress);
        Results.Survey asked = new Results.Survey(
                version.survey().id(), version.survey().version().toString(), version.hash());
        Results results = SurveyAnalysis.of(read.parts(), known, program, asked, read.wave(), read.sha256());
        return new Analysed(version, earlier, steps(folder, published, version), known, results);
    }

    /** The answers as numbers, the wave they belong to, and the hash of the file. */
    private record Read(Parts parts, String wave, String sha256) {}

    private Read read(Console console, Layout layout, InForce versions, Supplier<Progress> progress) {
        AnswerFile file = new AnswerFile(answers, layout, theirs(), wave);
        Parts parts = Parts.of(layout);
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(Input.open(console, answers), digest);
                Progress rows = progress.get()) {
            String found = file.read(
                    in,
                    FileLimit.of(System.getenv()),
                    row -> {
                        parts.add(versions.of(row));
                        rows.one();
                    },
                    row -> parts.addOther(versions.of(row)));
            return new Read(parts, found, Sha256.hex(digest));
        } catch (IOException e) {
            throw new Problem(Problem.Kind.UNAVAILABLE, "answers.unreadable", Map.of("file", answers), e);
        }
    }

    private AnswerMapping theirs() {
        return mapping == null ? AnswerMapping.NONE : AnswerMappingFile.read(mapping.toString(), Input.bytes(mapping));
    }

    /** What changed from version to version, with the reasons that were given when they were published. */
    private static List<VersionStep> steps(SurveyFolder folder, List<SurveyVersion> published, SurveyVersion now) {
        List<String> definitions =
                new ArrayList<>(published.stream().map(SurveyVersion::json).toList());
        Map<Version, Map<String, String>> reasons = new HashMap<>();
        for (SurveyVersion each : published) {
            Version version = each.survey().version();
            String meta = "published/" + version + ".meta.json";
            folder.file(meta).ifPresent(bytes -> reasons.put(version, declared(Json.read(meta, bytes))));
        }
        if (published.stream().noneMatch(each -> each.hash().equals(now.hash()))) {
            definitions.add(now.json());
        }
        return VersionStep.between(definitions, reasons);
    }

    private static Map<String, String> declared(Node meta) {
        Map<String, String> reasons = new HashMap<>();
        String by = meta.get("by").text();
        meta.get("sameMeaning")
                .elements()
                .forEach(each -> reasons.put(
                        each.get("id").text(), each.get("reason").text() + (by.isEmpty() ? "" : "（" + by + "）")));
        return reasons;
    }

    /** The command that makes the same again, with the names of the files as they were given. */
    String described(String command) {
        StringBuilder words = new StringBuilder("bin/minsheng " + command);
        words.append(" --survey ")
                .append(Input.name(survey))
                .append(" --answers ")
                .append(Input.name(Path.of(answers)));
        if (mapping != null) {
            words.append(" --mapping ").append(Input.name(mapping));
        }
        if (facts != null) {
            words.append(" --facts ").append(Input.name(facts));
        }
        if (standards != null) {
            words.append(" --standards ").append(Input.name(standards));
        }
        return words + (wave.isEmpty() ? "" : " --wave " + wave);
    }

    private Facts facts(SurveyFolder folder) {
        Path beside = folder.folder().resolve("facts.yaml");
        if (facts != null) {
            return FactsFile.read(facts.toString(), Input.bytes(facts));
        }
        return Files.isRegularFile(beside) ? FactsFile.read(beside.toString(), Input.bytes(beside)) : Facts.NONE;
    }

    /** Limits of our own: those that are named, or those in the folder of all surveys. */
    private Facts standards(Facts facts) {
        if (standards != null) {
            return facts.with(StandardsFile.read(standards.toString(), Input.bytes(standards)));
        }
        Path all =
                survey.toAbsolutePath().normalize().resolve("../..").normalize().resolve(StandardsFile.NAME);
        return Files.isRegularFile(all) ? facts.with(StandardsFile.read(all.toString(), Input.bytes(all))) : facts;
    }
}
