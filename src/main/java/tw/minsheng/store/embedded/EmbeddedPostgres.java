package tw.minsheng.store.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.minsheng.kernel.Problem;
import tw.minsheng.store.DatabaseAddress;

/**
 * A PostgreSQL server of our own: files under the data folder, reached over loopback only, with passwords, every commit
 * on the disk. It has one owner, ends with it however that ends, recovers after every crash, and is started again when
 * it dies. All methods block and belong on a thread that may wait.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration OWNER_PATIENCE = Duration.ofSeconds(3);
    /** Recovery after a crash reads at most 1 GB of log; slow disks need a minute for it. */
    private static final Duration START_PATIENCE = Duration.ofSeconds(90);

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final int PORT_TRIES = 3;
    /** Soon at first; later seldom enough for a log that somebody reads when the disk was full overnight. */
    private static final long FIRST_RETRY_MILLIS = 250;

    private static final long LAST_RETRY_MILLIS = 8_000;
    private static final long LOG_LIMIT_BYTES = 10_000_000;

    private final DataFolder folder;
    private final Path programs;
    private final PlainUser user;
    private final Secrets secrets;
    private final AtomicReference<Running> running;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "postgresql-keeper");
        thread.setDaemon(true);
        return thread;
    });

    private record Running(ServerProcess server, DatabaseAddress address) {}

    private EmbeddedPostgres(DataFolder folder, Path programs, PlainUser user, Secrets secrets) throws IOException {
        this.folder = folder;
        this.programs = programs;
        this.user = user;
        this.secrets = secrets;
        this.running = new AtomicReference<>(launch(freePort()));
    }

    /**
     * Takes the data folder, creates the server's files when there are none, and starts it; the programs are kept in
     * the user's cache folder.
     *
     * @param data made when it does not exist
     * @throws Problem {@code database.in_use}, {@code database.no_embedded}, {@code database.no_rootless},
     *     {@code database.wrong_files}, {@code database.secret_missing}, {@code database.start_failed},
     *     {@code disk.full}, {@code data.denied} or {@code data.failed}, with the folder
     */
    public static EmbeddedPostgres start(Path data) {
        return start(data, userCache());
    }

    /** As {@link #start(Path)}, with a place for the unpacked programs. */
    public static EmbeddedPostgres start(Path data, Path cache) {
        try {
            return claimAndStart(data, cache);
        } catch (IOException e) {
            throw Trouble.with(data, e);
        }
    }

    /** Where the server listens now; another port only when a restart found the old one taken. */
    public DatabaseAddress address() {
        return current().address();
    }

    /** Ends the server after it has written everything down, then gives the folder back. */
    @Override
    public void close() {
        if (closing.getAndSet(true)) {
            return;
        }
        keeper.shutdown();
        synchronized (keeper) { // a restart under way ends first
            stop();
        }
    }

    private void stop() {
        try {
            ConnectionFile.delete(folder);
            current().server().stop(STOP_PATIENCE);
            folder.close();
        } catch (IOException e) {
            throw Trouble.with(folder.home(), e);
        }
    }

    private static EmbeddedPostgres claimAndStart(Path data, Path cache) throws IOException {
        DataFolder folder = DataFolder.claim(data, OWNER_PATIENCE);
        try {
            PlainUser user = PlainUser.forFolder(folder.home());
            Path programs = programs(folder, user, cache);
            FormerServer.stop(folder.cluster(), STOP_PATIENCE);
            Secrets secrets = Cluster.furnished(folder, programs, user);
            EmbeddedPostgres started = new EmbeddedPostgres(folder, programs, user, secrets);
            started.watch();
            return started;
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private Running launch(int firstPort) throws IOException {
        long from = prepareLog();
        int port = firstPort;
        for (int i = 0; i < PORT_TRIES; i++) {
            ServerProcess server = ServerProcess.start(folder, programs, user, port);
            if (server.isReadyWithin(START_PATIENCE)) {
                DatabaseAddress address = Furniture.ready(port, secrets);
                ConnectionFile.write(folder, address);
                return new Running(server, address);
            }
            server.stop(STOP_PATIENCE);
            if (!logSince(from).contains("could not bind")) {
                break;
            }
            port = freePort(); // somebody took it between our look and the server's start
        }
        throw Trouble.with(folder.home(), folder.log(), logSince(from));
    }

    private Running current() {
        return Objects.requireNonNull(running.get());
    }

    private void watch() {
        var unused = current().server().onExit().thenAcceptAsync(ended -> restart(FIRST_RETRY_MILLIS), keeper);
    }

    private void restart(long pauseMillis) {
        synchronized (keeper) {
            if (!closing.get()) {
                startAgain(pauseMillis);
            }
        }
    }

    private void startAgain(long pauseMillis) {
        LOG.error("the database server has ended; starting it again");
        try {
            FormerServer.stop(folder.cluster(), STOP_PATIENCE);
            running.set(launch(address().port()));
            LOG.info("the database server is back");
            watch();
        } catch (IOException | RuntimeException e) {
            LOG.error("the database server does not start: {}; trying again in {} ms", e, pauseMillis);
            long longer = Math.min(2 * pauseMillis, LAST_RETRY_MILLIS);
            var unused = keeper.schedule(() -> restart(longer), pauseMillis, TimeUnit.MILLISECONDS);
        }
    }

    /** Returns where this start begins in the log. */
    private long prepareLog() throws IOException {
        Path log = folder.log();
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
            Files.move(log, folder.home().resolve("postgresql.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(log)) {
            folder.write(log.getFileName().toString(), "");
        }
        return Files.size(log);
    }

    private String logSince(long from) throws IOException {
        byte[] all = Files.exists(folder.log()) ? Files.readAllBytes(folder.log()) : new byte[0];
        int start = (int) Math.min(from, all.length);
        return new String(all, start, all.length - start, StandardCharsets.UTF_8);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** In the cache, unless the server's user cannot go there or nothing can be written there. */
    private static Path programs(DataFolder folder, PlainUser user, Path cache) throws IOException {
        if (user.isOurselves()) {
            try {
                return Binaries.unpacked(cache);
            } catch (IOException e) {
                LOG.warn("cannot keep programs in {}: {}", cache, e.toString());
            }
        }
        return Binaries.unpacked(folder.home());
    }

    static Path userCache() {
        String named = System.getenv("XDG_CACHE_HOME");
        Path base = named == null || named.isBlank()
                ? Path.of(System.getProperty("user.home", "."), ".cache")
                : Path.of(named);
        return base.resolve("minsheng");
    }
}
