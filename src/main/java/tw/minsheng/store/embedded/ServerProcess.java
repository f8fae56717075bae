package tw.minsheng.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running server under its guard. The guard is a small shell that reads a pipe from us: when we end, in whatever way,
 * the pipe ends, and the guard stops the server.
 */
final class ServerProcess {

    /** Signals sent to the group or by a service manager leave the guard alone: only the end of the pipe counts. */
    private static final String GUARD = """
            exec 3<&0 </dev/null
            trap : TERM INT HUP
            "$@" 3<&- &
            server=$!
            { while read -r ignored <&3; do :; done; kill -INT "$server"; } 2>/dev/null &
            watcher=$!
            exec 3<&-
            while :; do
              wait "$server"; code=$?
              kill -0 "$server" 2>/dev/null || break
            done
            kill "$watcher" 2>/dev/null
            exit "$code"
            """;

    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
    private static final Duration STEP = Duration.ofMillis(15);
    private final DataFolder folder;
    private final Process guard;
    private final int port;

    private ServerProcess(DataFolder folder, Process guard, int port) {
        this.folder = folder;
        this.guard = guard;
        this.port = port;
    }

    static ServerProcess start(DataFolder folder, Path programs, PlainUser user, int port) throws IOException {
        List<String> words = new ArrayList<>();
        if (installed("setsid")) {
            words.add("setsid"); // out of our group: Ctrl-C ends the program, and the program ends the server
        }
        words.addAll(user.prefix());
        words.addAll(List.of("sh", "-c", GUARD, "minsheng-guard"));
        words.add(programs.resolve("bin/postgres").toString());
        words.addAll(List.of("-D", folder.cluster().toString()));
        words.addAll(ServerSettings.arguments(port));
        Process guard = builder(words, folder.home())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                .start();
        return new ServerProcess(folder, guard, port);
    }

    /** A process with an environment in which nothing of the caller leads PostgreSQL elsewhere. */
    static ProcessBuilder builder(List<String> words, Path workFolder) {
        ProcessBuilder builder = new ProcessBuilder(words).directory(workFolder.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("MINSHENG_"));
        environment.put("LC_ALL", "C.UTF-8");
        return builder;
    }

    static int ended(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Waits until the server says that it is ready. False when it ended or the time is over. */
    boolean isReadyWithin(Duration time) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        while (guard.isAlive() && System.nanoTime() < end) {
            if (saysReady()) {
                return true;
            }
            if (exitsWithin(STEP)) {
                return false;
            }
        }
        return false;
    }

    /** Completes when the server or its guard has ended. */
    CompletableFuture<Process> onExit() {
        return guard.onExit();
    }

    /** Ends all sessions, writes everything down and ends; after the given time without that. */
    void stop(Duration patience) throws IOException {
        try {
            guard.getOutputStream().close();
        } catch (IOException alreadyGone) {
            // the guard ended before us; what is left of the server is stopped below
        }
        if (!exitsWithin(patience)) {
            LOG.warn("the database server does not stop by itself");
            guard.destroyForcibly();
        }
        FormerServer.stop(folder.cluster(), patience);
    }

    private boolean saysReady() throws IOException {
        return PidFile.read(folder.cluster())
                .filter(file -> file.status().equals("ready") && file.port().equals(Integer.toString(port)))
                .filter(file -> FormerServer.isServer(file.pid(), folder.cluster()))
                .isPresent();
    }

    private boolean exitsWithin(Duration time) throws IOException {
        try {
            return guard.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static boolean installed(String program) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return Stream.of(path.split(":", -1)).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
