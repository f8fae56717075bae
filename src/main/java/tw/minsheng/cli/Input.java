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

    private static final long MOST = 1_000_000;

    private Input() {}

    /** @throws Problem when the file is not there, too large or cannot be read */
    static byte[] bytes(Path file) {
        if (!Files.isRegularFile(file)) {
            throw Problem.of(Problem.Kind.NOT_FOUND, "file.not_found", Map.of("file", file.toString()));
        }
        try {
            if (Files.size(file) > MOST) {
                throw Problem.of(Problem.Kind.INVALID, "file.too_large", Map.of("file", file.toString()));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Problem(Problem.Kind.UNAVAILABLE, "file.unreadable", Map.of("file", file.toString()), e);
        }
    }

    /**
     * A large file, to be read from the beginning to the end; {@code -} is standard input, which closing leaves open.
     *
     * @throws Problem NOT_FOUND {@code file.not_found}
     */
    static InputStream open(Console console, String file) throws IOException {
        if ("-".equals(file)) {
            return new FilterInputStream(console.in()) {
                @Override
                public void close() {
                    // standard input is not ours to close
                }
            };
        }
        Path path = Path.of(file);
        if (!Files.isRegularFile(path)) {
            throw Problem.of(Problem.Kind.NOT_FOUND, "file.not_found", Map.of("file", file));
        }
        return new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    }

    /** The last part of a path: a report must not tell where on a machine files lay. */
    static String name(Path path) {
        Path last = path.getFileName();
        return last == null ? path.toString() : last.toString();
    }
}
