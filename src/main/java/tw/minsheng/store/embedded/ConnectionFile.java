package tw.minsheng.store.embedded;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import tw.minsheng.store.DatabaseAddress;

/** The file {@code connection} in the data folder: port and secret of the running server, for other commands. */
final class ConnectionFile {

    private static final String NAME = "connection";

    private ConnectionFile() {}

    static void write(DataFolder folder, DatabaseAddress address) throws IOException {
        folder.write(
                NAME,
                "host=" + address.host() + "\nport=" + address.port() + "\ndatabase=" + address.database() + "\nuser="
                        + address.user() + "\nsecret=" + address.password() + "\n");
    }

    static void delete(DataFolder folder) throws IOException {
        Files.deleteIfExists(folder.home().resolve(NAME));
    }

    static Optional<DatabaseAddress> read(Path home) throws IOException {
        Properties lines = new Properties();
        try {
            lines.load(new StringReader(Files.readString(home.resolve(NAME))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        return Optional.of(new DatabaseAddress(
                lines.getProperty("host", "127.0.0.1"),
                Integer.parseInt(lines.getProperty("port", "0")),
                lines.getProperty("database", ""),
                lines.getProperty("user", ""),
                lines.getProperty("secret", "")));
    }
}
