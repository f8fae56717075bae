package tw.minsheng.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/** Blocking connections for worker threads: checks at start, migrations, bulk copies. */
public final class Jdbc {

    private Jdbc() {}

    /** @param patience for connecting and for each answer of the server; rounded up to seconds */
    public static Connection connect(DatabaseAddress address, Duration patience) throws SQLException {
        int seconds = Math.toIntExact(Math.max(1, patience.plusMillis(999).toSeconds()));
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {address.host()});
        source.setPortNumbers(new int[] {address.port()});
        source.setDatabaseName(address.database());
        source.setUser(address.user());
        source.setPassword(address.password());
        source.setApplicationName("minsheng");
        source.setConnectTimeout(seconds);
        source.setLoginTimeout(seconds);
        source.setSocketTimeout(seconds);
        return source.getConnection();
    }
}
