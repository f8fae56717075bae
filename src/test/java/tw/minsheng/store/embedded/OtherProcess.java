package tw.minsheng.store.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import tw.minsheng.kernel.Problem;

/** Another Java process that owns an embedded server until it is killed. */
final class OtherProcess {

    private final Process process;

    private OtherProcess(Process process) {
        this.process = process;
    }

    static OtherProcess start(Path data, Path cache) {
        return start(data, cache, System.getenv("PATH"));
    }

    /** @param path where it finds the programs of the system */
    static OtherProcess start(Path data, Path cache, String path) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> words = List.of(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                OtherProcess.class.getName(),
                data.toString(),
                cache.toString());
        try {
            ProcessBuilder builder = new ProcessBuilder(words);
            builder.environment().put("PATH", path);
            return new OtherProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code ready}, or the code of the problem. */
    String firstLine() {
        try {
            BufferedReader out = process.inputReader();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("said ")) {
                    return line.substring(5);
                }
            }
            return "ended without a word";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public static void main(String[] args) throws InterruptedException {
        try {
            EmbeddedPostgres.start(Path.of(args[0]), Path.of(args[1]));
            System.out.println("said ready");
            Thread.sleep(Long.MAX_VALUE);
        } catch (Problem e) {
            System.out.println("said " + e.code());
        }
    }
}
