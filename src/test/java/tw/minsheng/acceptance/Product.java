package tw.minsheng.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The built product as a process of its own, started by its launcher as a person would. */
final class Product implements AutoCloseable {

    /** Unpacking PostgreSQL and making its cluster costs seconds; a busy machine takes longer. */
    private static final long PATIENCE_SECONDS = 120;

    private static final String READY = "ready ";

    private final Process process;
    private final List<String> lines;
    private final URI address;
    private final Path errors;

    private Product(Process process, List<String> lines, URI address, Path errors) {
        this.process = process;
        this.lines = lines;
        this.address = address;
        this.errors = errors;
    }

    /** {@code serve} with these options, at a free port, with its data in a folder; completes when it is ready. */
    static Product serve(Path data, String... options) {
        return serve(data, Map.of(), options);
    }

    /** The same with this in its environment. */
    static Product serve(Path data, Map<String, String> environment, String... options) {
        List<String> command = new ArrayList<>(List.of("serve", "--port", "0", "--data", data.toString()));
        command.addAll(List.of(options));
        return start(data.resolveSibling(data.getFileName() + ".log"), command, environment);
    }

    /** Runs a command to its end. */
    static Run run(String... arguments) {
        return run(Path.of("").toAbsolutePath(), arguments);
    }

    /** Runs a command to its end, in this folder. */
    static Run run(Path folder, String... arguments) {
        try {
            Path out = Files.createTempFile("minsheng", ".out");
            Path err = Files.createTempFile("minsheng", ".err");
            Process process = builder(List.of(arguments))
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("does not end: " + List.of(arguments));
            }
            Run run = new Run(process.exitValue(), Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    record Run(int exit, String out, String err) {}

    URI address() {
        return address;
    }

    /** What it had written to standard output before it was ready. */
    List<String> lines() {
        return lines;
    }

    Process process() {
        return process;
    }

    /** What it has written to standard error: its log. */
    String log() {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As Ctrl-C does; waits until it and its database have ended. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("does not stop; log: " + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Product start(Path errors, List<String> command, Map<String, String> environment) {
        try {
            ProcessBuilder builder = builder(command);
            builder.environment().putAll(environment);
            Process process =
                    builder.redirectError(Redirect.appendTo(errors.toFile())).start();
            CompletableFuture<List<String>> ready = CompletableFuture.supplyAsync(() -> readUntilReady(process));
            try {
                List<String> lines = ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                String last = lines.get(lines.size() - 1);
                return new Product(process, lines, URI.create(last.substring(READY.length())), errors);
            } catch (ExecutionException | TimeoutException e) {
                process.destroyForcibly();
                throw new IllegalStateException("not ready\n" + Files.readString(errors), e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> readUntilReady(Process process) {
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        try {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
                if (line.startsWith(READY)) {
                    return List.copyOf(lines);
                }
            }
            throw new IllegalStateException("ended before it was ready: " + lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessBuilder builder(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of("bin", "minsheng").toAbsolutePath().toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("MINSHENG_NO_BUILD", "1");
        // what lives for a minute gains nothing from the full compiler, which takes time from the others
        builder.environment().putIfAbsent("MINSHENG_JAVA_OPTS", "-XX:TieredStopAtLevel=1");
        return builder;
    }
}
