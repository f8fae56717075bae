package tw.minsheng.store.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.Problem.Kind;

/** Names what stopped the work on the data folder, so that people know what to do. */
final class Trouble {

    private Trouble() {}

    /** {@code disk.full}, {@code data.denied}, or {@code data.failed} with what the system said. */
    static Problem with(Path folder, IOException cause) {
        String said = String.valueOf(cause.getMessage());
        if (cause instanceof AccessDeniedException denied) {
            return problem("data.denied", Map.of("folder", folder.toString(), "file", denied.getFile()), cause);
        }
        if (isDiskFull(said)) {
            return problem("disk.full", Map.of("folder", folder.toString()), cause);
        }
        String detail =
                cause instanceof FileSystemException ? said : cause.getClass().getSimpleName() + ": " + said;
        return problem("data.failed", Map.of("folder", folder.toString(), "detail", detail), cause);
    }

    /** A program of PostgreSQL ended with these words. */
    static Problem with(Path folder, Path log, String said) {
        if (isDiskFull(said)) {
            return Problem.of(Kind.UNAVAILABLE, "disk.full", Map.of("folder", folder.toString()));
        }
        Map<String, String> args = Map.of("log", log.toString(), "detail", lastWords(said));
        return Problem.of(Kind.UNAVAILABLE, "database.start_failed", args);
    }

    private static Problem problem(String code, Map<String, String> args, Throwable cause) {
        return new Problem(Kind.UNAVAILABLE, code, args, cause);
    }

    private static boolean isDiskFull(String said) {
        String small = said.toLowerCase(Locale.ROOT);
        return small.contains("no space left on device") || small.contains("disk quota exceeded");
    }

    private static String lastWords(String said) {
        String[] lines = said.strip().split("\n", -1);
        return lines[lines.length - 1].strip();
    }
}
