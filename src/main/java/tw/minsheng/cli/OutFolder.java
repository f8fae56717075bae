package tw.minsheng.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tw.minsheng.kernel.Problem;

/**
 * The folder of {@code --out}: written beside and renamed at the end, so that it is never half there. A folder that holds
 * something which no earlier run has made is refused.
 */
final class OutFolder {

    /** Says that a run of this program made the folder. */
    private static final String MARK = ".minsheng";

    private final Path folder;

    private OutFolder(Path folder) {
        this.folder = folder;
    }

    /** @throws Problem CONFLICT {@code out.not_ours}; INVALID {@code out.not_folder} */
    static OutFolder at(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw Problem.of(Problem.Kind.INVALID, "out.not_folder", Map.of("folder", path.toString()));
        }
        try {
            if (Files.isDirectory(folder) && !isEmpty(folder) && !Files.exists(folder.resolve(MARK))) {
                throw Problem.of(Problem.Kind.CONFLICT, "out.not_ours", Map.of("folder", path.toString()));
            }
        } catch (IOException e) {
            throw failed(path, e);
        }
        return new OutFolder(folder);
    }

    /** What fills a folder. */
    interface Filling {
        void of(Path folder) throws IOException;
    }

    /** Fills a folder beside and puts it in place; nothing is left behind when filling fails. */
    void fill(Filling filling) {
        Path part = beside(".part");
        try {
            delete(part);
            Files.createDirectories(part);
            filling.of(part);
            Files.writeString(part.resolve(MARK), "");
            Path old = beside(".old");
            delete(old);
            if (Files.isDirectory(folder)) {
                Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
            delete(old);
        } catch (IOException e) {
            throw failed(folder, e);
        } finally {
            deleteQuietly(part);
        }
    }

    private Path beside(String suffix) {
        Path name = folder.getFileName();
        if (name == null) {
            throw Problem.of(Problem.Kind.CONFLICT, "out.not_ours", Map.of("folder", folder.toString()));
        }
        return folder.resolveSibling("." + name + suffix);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }

    private static void deleteQuietly(Path folder) {
        try {
            delete(folder);
        } catch (IOException ignored) {
            // what failed before is the news; a rest beside the folder does no harm and goes with the next run
        }
    }

    private static Problem failed(Path folder, IOException cause) {
        // without a reason of its own the message is the path of a file that nobody but this class knows
        String reason = cause instanceof FileSystemException system ? system.getReason() : cause.getMessage();
        return new Problem(
                Problem.Kind.UNAVAILABLE,
                reason == null ? "out.failed" : "out.failed_because",
                Map.of("folder", folder.toString(), "reason", String.valueOf(reason)),
                cause);
    }
}
