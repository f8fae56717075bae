package tw.minsheng;

import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.minsheng.cli.Settings;
import tw.minsheng.store.DatabaseAddress;
import tw.minsheng.store.Migrations;
import tw.minsheng.store.ServerCheck;
import tw.minsheng.store.embedded.BorrowedPostgres;
import tw.minsheng.store.embedded.EmbeddedPostgres;

/** The database of a server, ready to be used: our own or an external one. Blocks while it starts. */
record ServerDatabase(Supplier<DatabaseAddress> address, Runnable end) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServerDatabase.class);

    static ServerDatabase open(Settings settings) {
        return settings.database().isEmpty() ? embedded(settings) : external(settings);
    }

    private static ServerDatabase embedded(Settings settings) {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(settings.data());
        try {
            migrate(postgres.address());
            return new ServerDatabase(postgres::address, postgres::close);
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    private static ServerDatabase external(Settings settings) {
        DatabaseAddress address = DatabaseAddress.parse(settings.database(), settings.databasePassword());
        ServerCheck.check(address);
        migrate(address);
        return new ServerDatabase(() -> address, () -> {});
    }

    /** For the time of one command: the database of a running server, else our own for so long. */
    static ServerDatabase borrow(Settings settings) {
        if (!settings.database().isEmpty()) {
            return external(settings);
        }
        BorrowedPostgres postgres = BorrowedPostgres.of(settings.data());
        try {
            migrate(postgres.address());
            return new ServerDatabase(postgres::address, postgres::close);
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    private static void migrate(DatabaseAddress address) {
        List<String> ran = Migrations.shipped().run(address);
        LOG.debug("{} migrations ran", ran.size());
    }

    @Override
    public void close() {
        end.run();
    }
}
