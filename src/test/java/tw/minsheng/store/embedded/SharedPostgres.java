package tw.minsheng.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import tw.minsheng.store.DatabaseAddress;

/** One embedded server for all tests of a Java process, with the administrator's way in, to make databases. */
public final class SharedPostgres implements AutoCloseable {

    private final EmbeddedPostgres server;

    private SharedPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    public static SharedPostgres start() {
        Path programs = Path.of("target", "postgresql-programs").toAbsolutePath();
        return new SharedPostgres(EmbeddedPostgres.start(folder(), programs));
    }

    public DatabaseAddress program() {
        return server.address();
    }

    public DatabaseAddress administrator() {
        try {
            DatabaseAddress ours = server.address();
            String password = Secrets.read(folder()).administrator();
            return new DatabaseAddress(ours.host(), ours.port(), "postgres", Cluster.ADMINISTRATOR, password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each process of a test run has a folder to itself: a data folder has one owner. */
    private static Path folder() {
        String fork = System.getProperty("test.fork", "0");
        return Path.of("target", "test-database-" + fork).toAbsolutePath();
    }

    @Override
    public void close() {
        server.close();
    }
}
