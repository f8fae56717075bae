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
        Path target = Path.of("target").toAbsolutePath();
        return new SharedPostgres(
                EmbeddedPostgres.start(target.resolve("test-database"), target.resolve("postgresql-programs")));
    }

    public DatabaseAddress program() {
        return server.address();
    }

    public DatabaseAddress administrator() {
        try {
            DatabaseAddress ours = server.address();
            String password = Secrets.read(Path.of("target", "test-database").toAbsolutePath())
                    .administrator();
            return new DatabaseAddress(ours.host(), ours.port(), "postgres", Cluster.ADMINISTRATOR, password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
