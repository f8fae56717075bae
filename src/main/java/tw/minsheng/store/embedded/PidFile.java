package tw.minsheng.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a server writes about itself beside its files ({@code postmaster.pid}).
 *
 * @param status {@code ready}, {@code starting} and so on; "" before the first word
 */
record PidFile(long pid, String port, String status) {

    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /** Empty when there is none or when it is just being written. */
    static Optional<PidFile> read(Path cluster) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file(cluster));
            if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")) {
                return Optional.empty();
            }
            long pid = Long.parseLong(lines.get(0).strip());
            return Optional.of(new PidFile(pid, line(lines, PORT_LINE), line(lines, STATUS_LINE)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    static void delete(Path cluster) throws IOException {
        Files.deleteIfExists(file(cluster));
    }

    private static String line(List<String> lines, int number) {
        return number < lines.size() ? lines.get(number).strip() : "";
    }

    private static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }
}
