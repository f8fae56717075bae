package tw.minsheng.store.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.Problem.Kind;

/** The files of one database server. */
final class Cluster {

    static final String ADMINISTRATOR = "postgres";
    private static final String MAJOR = "17";

    private Cluster() {}

    /**
     * Creates the files when there are none; they get their name when they are complete, so a creation that was cut
     * short is begun anew.
     *
     * @throws Problem {@code database.wrong_files} when the files belong to another version of PostgreSQL
     */
    static Secrets furnished(DataFolder folder, Path programs, PlainUser user) throws IOException {
        Path version = folder.cluster().resolve("PG_VERSION");
        if (!Files.exists(version)) {
            return create(folder, programs, user);
        }
        String found = Files.readString(version).strip();
        if (!found.equals(MAJOR)) {
            Map<String, String> args = Map.of("folder", folder.cluster().toString(), "found", found, "wanted", MAJOR);
            throw Problem.of(Kind.UNAVAILABLE, "database.wrong_files", args);
        }
        user.give(folder.cluster());
        return Secrets.read(folder.home());
    }

    private static Secrets create(DataFolder folder, Path programs, PlainUser user) throws IOException {
        Secrets secrets = Secrets.create(folder);
        Path nest = folder.home().resolve("creating");
        Binaries.deleteAll(nest);
        Files.createDirectory(nest);
        user.give(nest);
        folder.write("creating/password", secrets.administrator() + "\n");
        user.give(nest.resolve("password"));
        initdb(folder, programs, user, nest);
        Files.move(nest.resolve("cluster"), folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
        Binaries.deleteAll(nest);
        return secrets;
    }

    /** Sorting and letters by Unicode code points, from PostgreSQL itself: the same on every system. */
    private static void initdb(DataFolder folder, Path programs, PlainUser user, Path nest) throws IOException {
        List<String> words = List.of(
                programs.resolve("bin/initdb").toString(),
                "--pgdata=" + nest.resolve("cluster"),
                "--username=" + ADMINISTRATOR,
                "--pwfile=" + nest.resolve("password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions");
        Process initdb = ServerProcess.builder(user.command(words), folder.home())
                .redirectErrorStream(true)
                .start();
        initdb.getOutputStream().close();
        String said = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (ServerProcess.ended(initdb) != 0) {
            throw Trouble.with(folder.home(), folder.log(), said);
        }
    }
}
