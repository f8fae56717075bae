package tw.minsheng.acceptance;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a running product has used so far, of which the difference of two looks is what a run cost. Read from /proc, so on
 * Linux only.
 *
 * @param program CPU seconds of the Java machine
 * @param database CPU seconds of PostgreSQL with the sessions that have ended
 * @param client CPU seconds of ourselves
 * @param machine CPU seconds of everybody
 * @param nanoTime when it was read
 */
record Cost(double program, double database, double client, double machine, long nanoTime) {

    /** Of the clock in which the kernel counts; the same on every Linux that Java runs on. */
    private static final double TICKS = 100;

    private static final Path PROCESSES = Path.of("/proc");

    /** Fields of {@code /proc/PID/stat} after the name: own time, and time of children that have ended. */
    private static final int OWN = 11;

    private static final int CHILDREN = 13;

    static Cost of(Site site) throws IOException {
        double database = 0;
        List<ProcessHandle> servers = site.database();
        for (ProcessHandle each : servers) {
            boolean isFirst = each.parent()
                    .map(parent -> servers.stream().noneMatch(parent::equals))
                    .orElse(true);
            database += seconds(each, OWN) + (isFirst ? seconds(each, CHILDREN) : 0);
        }
        OperatingSystemMXBean own = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Cost(
                seconds(site.program(), OWN),
                database,
                own.getProcessCpuTime() / 1e9,
                machineSeconds(),
                System.nanoTime());
    }

    Cost since(Cost before) {
        return new Cost(
                program - before.program,
                database - before.database,
                client - before.client,
                machine - before.machine,
                nanoTime - before.nanoTime);
    }

    double seconds() {
        return nanoTime / 1e9;
    }

    /** Share of the machine that went to strangers, 0 to 1: above a tenth, rates say little. */
    double strangers() {
        double all = seconds() * Runtime.getRuntime().availableProcessors();
        return Math.max(0, (machine - program - database - client) / all);
    }

    private static double seconds(ProcessHandle process, int field) throws IOException {
        try {
            String stat = Files.readString(PROCESSES.resolve(process.pid() + "/stat"));
            String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return (Long.parseLong(words[field]) + Long.parseLong(words[field + 1])) / TICKS;
        } catch (java.nio.file.NoSuchFileException ended) {
            return 0;
        }
    }

    private static double machineSeconds() throws IOException {
        String[] words = Files.readAllLines(PROCESSES.resolve("stat")).get(0).split(" +", -1);
        double idle = Long.parseLong(words[4]) + Long.parseLong(words[5]);
        return Stream.of(words).skip(1).limit(8).mapToLong(Long::parseLong).sum() / TICKS - idle / TICKS;
    }

    /** MiB in memory: the whole of the program alone, and of both together with shared pages counted once. */
    record Memory(long program, long both) {
        static Memory of(Site site) throws IOException {
            List<ProcessHandle> all = new ArrayList<>(site.database());
            all.add(site.program());
            long both = 0;
            for (ProcessHandle each : all) {
                both += kilobytes(each, "smaps_rollup", line -> line.startsWith("Pss:"));
            }
            return new Memory(
                    kilobytes(site.program(), "status", line -> line.startsWith("VmRSS:")) / 1024, both / 1024);
        }
    }

    /** The first number of a line of a file about a process; 0 when the process has ended. */
    static long kilobytes(ProcessHandle process, String file, Predicate<String> line) {
        try (Stream<String> lines = Files.lines(PROCESSES.resolve(process.pid() + "/" + file))) {
            return lines.filter(line)
                    .mapToLong(found -> Long.parseLong(found.replaceAll("\\D+", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException ended) {
            return 0;
        }
    }
}
