package tw.minsheng.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tw.minsheng.kernel.Problem;

/** Small files that a command names. */
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
}
