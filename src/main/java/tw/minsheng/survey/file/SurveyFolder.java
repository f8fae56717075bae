package tw.minsheng.survey.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tw.minsheng.format.Yaml;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.Sha256;
import tw.minsheng.survey.Version;
import tw.minsheng.survey.file.definition.Canonical;
import tw.minsheng.survey.file.definition.Neighbours;
import tw.minsheng.survey.file.definition.Published;

/**
 * The folder of one survey: {@code survey.yaml}, {@code population/*.csv}, {@code published/<version>.json}. The only
 * class of the room that opens files. Nothing is cached: every call reads again.
 */
public final class SurveyFolder implements Neighbours {

    public static final String DEFINITION = "survey.yaml";

    private static final Pattern VERSION = Pattern.compile("([0-9]+\\.[0-9]+\\.[0-9]+)\\.json");
    private static final long MAX_FILE = 10_000_000;
    private static final int MAX_LEVELS = 6;

    private final Path file;

    private SurveyFolder(Path file) {
        this.file = file;
    }

    /**
     * A survey by its folder or its definition file.
     *
     * @throws Problem NOT_FOUND {@code file.not_found}
     */
    public static SurveyFolder at(Path path) {
        Path definition = Files.isDirectory(path) ? path.resolve(DEFINITION) : path;
        if (!Files.isRegularFile(definition)) {
            throw Problem.of(Problem.Kind.NOT_FOUND, "file.not_found", Map.of("file", definition.toString()));
        }
        return new SurveyFolder(definition);
    }

    /**
     * Every survey in a folder and below it, sorted by path; the survey itself when the path is one.
     *
     * @throws Problem NOT_FOUND {@code file.not_found} when there is none
     */
    public static List<SurveyFolder> all(Path path) {
        if (!Files.isDirectory(path) || Files.isRegularFile(path.resolve(DEFINITION))) {
            return List.of(at(path));
        }
        try (Stream<Path> found =
                Files.find(path, MAX_LEVELS, (each, kind) -> kind.isRegularFile() && each.endsWith(DEFINITION))) {
            List<SurveyFolder> all = found.sorted().map(SurveyFolder::new).toList();
            if (all.isEmpty()) {
                throw Problem.of(
                        Problem.Kind.NOT_FOUND,
                        "file.not_found",
                        Map.of("file", path.resolve(DEFINITION).toString()));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The path of the definition, as messages call it. */
    public String name() {
        return file.toString();
    }

    public Path folder() {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    /** The definition as it stands in the file; of a file too large to be one, only so much that this is seen. */
    public byte[] definition() {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(Yaml.MAX_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<byte[]> file(String relative) {
        try {
            Path home = folder().toRealPath();
            Path wanted = home.resolve(relative).normalize();
            boolean plain = relative.indexOf('\\') < 0 && !Path.of(relative).isAbsolute();
            if (!plain || !wanted.startsWith(home) || !Files.isRegularFile(wanted)) {
                return Optional.empty();
            }
            boolean inside = wanted.toRealPath().startsWith(home);
            return inside && Files.size(wanted) <= MAX_FILE
                    ? Optional.of(Files.readAllBytes(wanted))
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Published> published() {
        Path home = folder().resolve("published");
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(home)) {
            return files.flatMap(each -> published(each).stream())
                    .sorted(Comparator.comparing(Published::version))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Every published version, oldest first.
     *
     * @throws Problem INVALID when a file was damaged
     */
    public List<SurveyVersion> versions() {
        return published().stream().map(this::version).toList();
    }

    private SurveyVersion version(Published published) {
        Map<String, String> contents = new LinkedHashMap<>();
        for (String name : Canonical.files(published.root())) {
            String hash = published.root().get("files").get(name).text();
            kept(hash).or(() -> file(name)).ifPresent(bytes -> contents.put(name, utf8(bytes)));
        }
        return SurveyVersion.read(utf8(read(json(published.version()))), contents);
    }

    /** The copy of a population file that was made when the version was published. */
    private Optional<byte[]> kept(String hash) {
        return hash.matches("[0-9a-f]{64}") ? file("published/files/" + hash + ".csv") : Optional.empty();
    }

    /** Writes what belongs to a version; the definition last, for its presence says that it is published. */
    void write(Version version, byte[] definition, byte[] meta, Map<String, byte[]> files) {
        try {
            Path copies = folder().resolve("published/files");
            if (!files.isEmpty()) {
                Files.createDirectories(copies);
            }
            for (byte[] content : files.values()) {
                Path copy = copies.resolve(Sha256.hexOf(content) + ".csv");
                if (!Files.exists(copy)) {
                    Files.write(copy, content);
                }
            }
            Files.createDirectories(folder().resolve("published"));
            Files.write(folder().resolve("published/" + version + ".meta.json"), meta);
            Path beside = folder().resolve("published/" + version + ".json.part");
            Files.write(beside, definition, StandardOpenOption.CREATE, StandardOpenOption.SYNC);
            Files.move(beside, json(version));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path json(Version version) {
        return folder().resolve("published/" + version + ".json");
    }

    private static Optional<Published> published(Path file) {
        Path name = file.getFileName();
        Matcher matcher = VERSION.matcher(name == null ? "" : name.toString());
        return matcher.matches()
                ? Optional.of(Published.read(Version.parse(matcher.group(1)), read(file)))
                : Optional.empty();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
