package tw.minsheng.store.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import tw.minsheng.kernel.Problem;
import tw.minsheng.store.DatabaseAddress;
import tw.minsheng.store.Jdbc;

/**
 * The database of a data folder for the time of one command: that of the running program, else an own server that is
 * stopped again at the end.
 */
public final class BorrowedPostgres implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DatabaseAddress address;
    private final Runnable end;

    private BorrowedPostgres(DatabaseAddress address, Runnable end) {
        this.address = address;
        this.end = end;
    }

    /** @throws Problem as {@link EmbeddedPostgres#start(Path)} */
    public static BorrowedPostgres of(Path data) {
        return of(data, EmbeddedPostgres.userCache());
    }

    static BorrowedPostgres of(Path data, Path cache) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<DatabaseAddress> served = served(data);
            if (served.isPresent()) {
                return new BorrowedPostgres(served.orElseThrow(), () -> {});
            }
            try {
                EmbeddedPostgres own = EmbeddedPostgres.start(data, cache);
                return new BorrowedPostgres(own.address(), own::close);
            } catch (Problem e) {
                // in use, but not yet ready to be used: somebody is just starting or stopping
                if (!e.code().equals("database.in_use") || System.nanoTime() > end) {
                    throw e;
                }
            }
        }
    }

    public DatabaseAddress address() {
        return address;
    }

    @Override
    public void close() {
        end.run();
    }

    private static Optional<DatabaseAddress> served(Path data) {
        try {
            Optional<DatabaseAddress> written = ConnectionFile.read(data);
            if (written.isPresent()) {
                Jdbc.connect(written.orElseThrow(), PATIENCE).close();
            }
            return written;
        } catch (IOException | SQLException e) {
            return Optional.empty(); // left over by a program that was killed
        }
    }
}
