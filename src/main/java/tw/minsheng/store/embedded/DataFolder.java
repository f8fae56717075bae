package tw.minsheng.store.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.Problem.Kind;

/** The data folder in the hands of one process; the system takes the lock back however that process ends. */
final class DataFolder implements AutoCloseable {

    private static final FileAttribute<Set<PosixFilePermission>> MINE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final Duration STEP = Duration.ofMillis(25);

    private final Path home;
    private final FileChannel channel;

    private DataFolder(Path home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    /**
     * Makes the folder when needed and takes its lock.
     *
     * @param patience how long to wait for a former owner that is just ending
     * @throws Problem {@code database.in_use} when another process keeps it
     */
    static DataFolder claim(Path home, Duration patience) throws IOException {
        Files.createDirectories(home);
        Path real = home.toRealPath();
        if (owner(real).equals(Optional.of(self()))) {
            // asking the system again from the same process would drop the lock that is already held
            throw inUse(real);
        }
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rwx------"));
        long end = System.nanoTime() + patience.toNanos();
        FileChannel channel = open(real.resolve("lock"));
        try {
            while (lock(channel) == null) {
                if (System.nanoTime() > end) {
                    throw inUse(real);
                }
                LockSupport.parkNanos(STEP.toNanos());
            }
            DataFolder claimed = new DataFolder(real, channel);
            claimed.write("owner", self());
            return claimed;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    Path home() {
        return home;
    }

    Path cluster() {
        return home.resolve("postgresql-17");
    }

    Path log() {
        return home.resolve("postgresql.log");
    }

    /** Writes a file that only its owner may read; readers see the old content or the new one. */
    void write(String name, String content) throws IOException {
        Path beside = home.resolve(name + ".new");
        Files.deleteIfExists(beside);
        Files.createFile(beside, MINE);
        try (FileChannel file = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            file.write(StandardCharsets.UTF_8.encode(content));
            file.force(true);
        }
        Files.move(beside, home.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(home.resolve("owner"));
        channel.close();
    }

    private static FileChannel open(Path lock) throws IOException {
        return FileChannel.open(lock, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), MINE);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Process number and time of birth: in containers every process of a restart has the same number. */
    private static String self() {
        ProcessHandle me = ProcessHandle.current();
        return me.pid() + " " + me.info().startInstant().map(Object::toString).orElse("");
    }

    private static Optional<String> owner(Path home) throws IOException {
        Path file = home.resolve("owner");
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    private static Problem inUse(Path home) throws IOException {
        String pid = owner(home).map(found -> found.split(" ", 2)[0]).orElse("?");
        return Problem.of(Kind.UNAVAILABLE, "database.in_use", Map.of("folder", home.toString(), "pid", pid));
    }
}
