package tw.minsheng.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * One command of the product, run to its end.
 *
 * @param seconds from its start to its end
 * @param cpu seconds of all its threads
 * @param mebibytes at most in memory
 */
record Timed(double seconds, double cpu, long mebibytes) {

    private static final long LOOK_MS = 20;

    static Timed of(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of("bin", "minsheng").toAbsolutePath().toString());
        command.addAll(List.of(arguments));
        Path log = Files.createTempFile("minsheng", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("MINSHENG_NO_BUILD", "1");
        long begin = System.nanoTime();
        Process process = builder.start();
        long most = 0;
        double cpu = 0;
        while (!process.waitFor(LOOK_MS, TimeUnit.MILLISECONDS)) {
            most = Math.max(most, Cost.kilobytes(process.toHandle(), "status", line -> line.startsWith("VmHWM:")));
            cpu = Math.max(
                    cpu,
                    process.info()
                            .totalCpuDuration()
                            .map(used -> used.toMillis() / 1e3)
                            .orElse(0.0));
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (process.exitValue() != 0) {
            throw new IOException(List.of(arguments) + " failed: " + Files.readString(log));
        }
        Files.delete(log);
        return new Timed(seconds, cpu, most / 1024);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f s  CPU %.1f s  at most %d MiB", seconds, cpu, mebibytes);
    }
}
