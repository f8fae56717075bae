package tw.minsheng.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that still works on our files although it lost its guard: after a crash of the program and its guard. */
final class FormerServer {

    private static final Logger LOG = LoggerFactory.getLogger(FormerServer.class);
    private static final Duration STEP = Duration.ofMillis(15);
    private static final Path PROCESSES = Path.of("/proc");

    private FormerServer() {}

    /**
     * Stops it, gently first, and waits for the sessions it leaves behind. A left-over process number that belongs to
     * somebody else by now is taken away, because PostgreSQL would refuse to start beside it.
     */
    static void stop(Path cluster, Duration patience) throws IOException {
        for (String signal : List.of("-INT", "-QUIT", "-KILL")) {
            Optional<Long> server = PidFile.read(cluster)
                    .filter(file -> isServer(file.pid(), cluster))
                    .map(PidFile::pid);
            if (server.isEmpty()) {
                break;
            }
            long pid = server.orElseThrow();
            LOG.warn("stopping a database server without guard, process {}, {}", pid, signal);
            if (ServerProcess.ended(new ProcessBuilder("kill", signal, Long.toString(pid)).start()) == 0) {
                awaitEnd(pid, cluster, patience);
            }
        }
        awaitSessions(cluster, patience);
        Optional<PidFile> left = PidFile.read(cluster);
        boolean blocks = left.flatMap(file -> ProcessHandle.of(file.pid())).isPresent();
        if (blocks && !isServer(left.orElseThrow().pid(), cluster)) {
            PidFile.delete(cluster);
        }
    }

    /** Whether this process is the server of these files; a number may be anybody's, or a dead one's. */
    static boolean isServer(long pid, Path cluster) {
        return ProcessHandle.of(pid)
                .map(ProcessHandle::info)
                .filter(info ->
                        info.command().map(name -> name.endsWith("/postgres")).orElse(false))
                .flatMap(ProcessHandle.Info::arguments)
                .map(words -> List.of(words).contains(cluster.toString()))
                .orElse(false);
    }

    private static void awaitEnd(long pid, Path cluster, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (isServer(pid, cluster) && System.nanoTime() < end) {
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    /** Sessions of a killed server end by themselves at their next look; their work folder is the cluster. */
    private static void awaitSessions(Path cluster, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (ProcessHandle.allProcesses().anyMatch(process -> worksIn(process, cluster)) && System.nanoTime() < end) {
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    private static boolean worksIn(ProcessHandle process, Path cluster) {
        try {
            Path folder = PROCESSES.resolve(Long.toString(process.pid())).resolve("cwd");
            return Files.readSymbolicLink(folder).equals(cluster);
        } catch (IOException e) {
            return false; // ended, a stranger's, or a system without this folder
        }
    }
}
