package tw.minsheng.store.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.Problem.Kind;

/** The programs of PostgreSQL, unpacked once for each content of the archive that comes with the libraries. */
final class Binaries {

    private static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> PLAIN = PosixFilePermissions.fromString("rw-r--r--");

    private Binaries() {}

    /**
     * The folder with {@code bin}, {@code lib} and {@code share}; a folder that is there is complete, because it is
     * filled beside and renamed at the end.
     *
     * @param cache where unpacked programs are kept
     * @throws Problem {@code database.no_embedded} when there are no programs for this machine
     */
    static Path unpacked(Path cache) throws IOException {
        URL archive = archive();
        Path wanted = cache.resolve("postgresql-" + contentKey(archive));
        if (Files.isDirectory(wanted)) {
            return wanted;
        }
        Files.createDirectories(cache);
        Path beside = Files.createTempDirectory(cache, "unpacking-");
        try {
            unpack(archive, beside);
            Files.setPosixFilePermissions(beside, PROGRAM);
            Files.move(beside, wanted, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            deleteAll(beside);
            if (!Files.isDirectory(wanted)) {
                throw e;
            }
            // another process was faster: its folder is as good as ours
        }
        return wanted;
    }

    static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static URL archive() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String system = os.contains("linux") ? "linux" : os.contains("mac") ? "darwin" : "other";
        String machine = System.getProperty("os.arch", "");
        String processor = Set.of("amd64", "x86_64").contains(machine) ? "x86_64" : "arm_64";
        URL found = Binaries.class.getResource("/postgres-" + system + "-" + processor + ".txz");
        if (found == null) {
            throw Problem.of(Kind.UNAVAILABLE, "database.no_embedded", Map.of("platform", os + " " + machine));
        }
        return found;
    }

    /** Length and checksum of the content; a jar keeps them in its directory, so that a warm start reads no archive. */
    private static String contentKey(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        if (connection instanceof JarURLConnection jar) {
            JarEntry entry = jar.getJarEntry();
            if (entry != null && entry.getCrc() >= 0 && entry.getSize() >= 0) {
                return key(entry.getSize(), entry.getCrc());
            }
        }
        try (CheckedInputStream in = new CheckedInputStream(archive.openStream(), new CRC32())) {
            long length = in.skip(Long.MAX_VALUE);
            return key(length, in.getChecksum().getValue());
        }
    }

    private static String key(long length, long checksum) {
        return String.format(Locale.ROOT, "%08x-%d", checksum, length);
    }

    private static void unpack(URL archive, Path folder) throws IOException {
        try (InputStream in = new BufferedInputStream(archive.openStream(), 1 << 16);
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("the archive leads out of its folder: " + entry.getName());
                }
                write(tar, entry, target);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        if (entry.getName().endsWith(".a")) {
            return; // for linking programs, not for running them
        }
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        if (entry.isSymbolicLink()) {
            link(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        Files.setPosixFilePermissions(target, (entry.getMode() & 0100) == 0 ? PLAIN : PROGRAM);
    }

    private static void link(Path target, Path to) throws IOException {
        try {
            Files.createSymbolicLink(target, to);
        } catch (FileAlreadyExistsException e) {
            Files.delete(target);
            Files.createSymbolicLink(target, to);
        }
    }
}
