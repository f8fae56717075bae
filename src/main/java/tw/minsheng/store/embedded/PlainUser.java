package tw.minsheng.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.Problem.Kind;

/**
 * As whom the server runs: PostgreSQL refuses to run with the rights of root.
 *
 * @param prefix words put before each command, empty when we are no root
 * @param uid owner of the server's files
 * @param gid group of the server's files
 */
record PlainUser(List<String> prefix, int uid, int gid) {

    PlainUser {
        prefix = List.copyOf(prefix);
    }

    /**
     * The first way that works here: ourselves; as root a user namespace, in which root has no rights; else the owner
     * of the folder above, the system's {@code postgres}, or {@code nobody}.
     *
     * @throws Problem {@code database.no_rootless} when none of them can enter the folder
     */
    static PlainUser forFolder(Path home) throws IOException {
        // the folder was made or opened to its owner by us a moment ago: only root can do that for a foreign one
        int uid = "root".equals(System.getProperty("user.name")) ? 0 : uid(home);
        if (uid != 0) {
            return new PlainUser(List.of(), uid, gid(home));
        }
        for (PlainUser candidate : candidates(home)) {
            if (candidate.canEnter(home)) {
                return candidate;
            }
        }
        throw Problem.of(Kind.UNAVAILABLE, "database.no_rootless", Map.of("folder", home.toString()));
    }

    private static List<PlainUser> candidates(Path home) throws IOException {
        List<PlainUser> found = new ArrayList<>();
        found.add(namespace());
        Path above = home.getParent();
        if (above != null && uid(above) != 0) {
            found.add(other(uid(above), gid(above)));
        }
        found.addAll(accounts("postgres", "nobody"));
        return found;
    }

    static PlainUser namespace() {
        return new PlainUser(List.of("unshare", "-U"), 0, 0);
    }

    static PlainUser other(int uid, int gid) {
        List<String> prefix = List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--");
        return new PlainUser(prefix, uid, gid);
    }

    static List<PlainUser> accounts(String... names) throws IOException {
        Path known = Path.of("/etc/passwd");
        if (!Files.isReadable(known)) {
            return List.of();
        }
        List<String> lines = Files.readAllLines(known);
        return Stream.of(names)
                .flatMap(name -> lines.stream().filter(line -> line.startsWith(name + ":")))
                .map(line -> line.split(":", -1))
                .map(words -> other(Integer.parseInt(words[2]), Integer.parseInt(words[3])))
                .toList();
    }

    /** Whether the server's files are ours, with or without the rights of root. */
    boolean isOurselves() {
        return prefix.isEmpty() || prefix.equals(namespace().prefix());
    }

    List<String> command(List<String> words) {
        return Stream.concat(prefix.stream(), words.stream()).toList();
    }

    /** Another user than ourselves needs to pass through our folder, and nothing more. */
    boolean canEnter(Path home) throws IOException {
        if (uid != 0) {
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
        }
        try {
            Process probe = new ProcessBuilder(command(List.of("test", "-x", home + "/.")))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return probe.waitFor() == 0;
        } catch (IOException e) {
            return false; // the program of this way is not installed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Gives the file or folder, with all in it, to this user. */
    void give(Path path) throws IOException {
        if (uid(path) == uid) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path one : all.toList()) {
                Files.setAttribute(one, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(one, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static int uid(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }

    private static int gid(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:gid");
    }
}
