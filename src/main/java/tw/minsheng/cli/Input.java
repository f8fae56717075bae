package tw.minsheng.cli;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tw.minsheng.kernel.Problem;

/** Files that a command names. */
final class Input {

    private static final int MOST = 1_000_000;
    private static final String STANDARD_INPUT = "-";

    private Input() {}

    /** @throws Problem when the file is not there, too large or cannot be read */
    static byte[] bytes(Path file) {
        refuseMissing(file);
        try {
            if (Files.size(file) > MOST) {
                throw tooLarge(file);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Problem(Problem.Kind.UNAVAILABLE, "file.unreadable", Map.of("file", file.toString()), e);
        }
    }

    /**
     * A file, or standard input for {@code -}.
     *
     * @throws Problem when the file is not there, too large or cannot be read
     */
    static byte[] bytes(Console console, Path file) throws IOException {
        if (!isStandard(file.toString())) {
            return bytes(file);
        }
        byte[] read = console.in().readNBytes(MOST + 1);
        if (read.length > MOST) {
            throw tooLarge(file);
        }
        return read;
    }

    /** Whether a name means standard input. */
    static boolean isStandard(String file) {
        return STANDARD_INPUT.equals(file);
    }

    private static Problem tooLarge(Path file) {
        return Problem.of(Problem.Kind.INVALID, "file.too_large", Map.of("file", file.toString()));
    }

    private static void refuseMissing(Path file) {
        if (Files.isDirectory(file)) {
            throw Problem.of(Problem.Kind.INVALID, "file.is_folder", Map.of("file", file.toString()));
        }
        if (!Files.isRegularFile(file)) {
            throw Problem.of(Problem.Kind.NOT_FOUND, "file.not_found", Map.of("file", file.toString()));
        }
    }

    /**
     * A large file, to be read from the beginning to the end; {@code -} is standard input, which closing leaves open.
     *
     * @throws Problem NOT_FOUND {@code file.not_found}, INVALID {@code file.is_folder}
     */
    static InputStream open(Console console, String file) throws IOException {
        if (isStandard(file)) {
            return new FilterInputStream(console.in()) {
                @Override
                public void close() {
                    // standard input is not ours to close
                }
            };
        }
        Path path = Path.of(file);
        refuseMissing(path);
        return new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    }

    /** The last part of a path: a report must not tell where on a machine files lay. */
    static String name(Path path) {
        Path last = path.getFileName();
        return last == null ? path.toString() : last.toString();
    }
}
