package tw.minsheng.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tw.minsheng.collect.DataSet;
import tw.minsheng.collect.Responses;

/** {@code export answers}: the answers of a survey as a valid answers file, its codebook beside it. */
@CommandLine.Command(name = "answers")
public final class ExportAnswersCommand extends ServerCommand {

    private final Supplier<Servers> servers;

    @Parameters(index = "0", paramLabel = "SURVEY", descriptionKey = "survey")
    private String survey;

    @Option(names = "--set", paramLabel = "live|test|demo", required = true, descriptionKey = "set")
    private DataSet set;

    @Option(names = "--wave", paramLabel = "W", descriptionKey = "wave")
    private @Nullable String wave;

    @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "out")
    private Path out;

    @SuppressWarnings("NullAway") // picocli sets the options before it calls the command
    public ExportAnswersCommand(Console console, Supplier<Servers> servers) {
        super(console);
        this.servers = servers;
    }

    /** Both files are written beside and renamed at the end, so that a file that is there is whole. */
    @Override
    public Integer call() throws IOException {
        Settings settings = settings(Map.of());
        Responses.Selection selection = new Responses.Selection(survey, wave == null ? "" : wave, set);
        Path codebook = out.resolveSibling(codebookName());
        Path answersPart = part(out);
        Path codebookPart = part(codebook);
        long answers;
        try {
            answers = written(settings, selection, answersPart, codebookPart);
            Files.move(codebookPart, codebook, StandardCopyOption.REPLACE_EXISTING);
            Files.move(answersPart, out, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(answersPart);
            Files.deleteIfExists(codebookPart);
        }
        say(text("export.done", Map.of("n", answers, "file", out, "codebook", codebook)));
        return Exit.DONE;
    }

    private long written(Settings settings, Responses.Selection selection, Path answers, Path codebook)
            throws IOException {
        try (OutputStream rows = new BufferedOutputStream(Files.newOutputStream(answers));
                OutputStream book = new BufferedOutputStream(Files.newOutputStream(codebook));
                Progress progress = progress("export.rows")) {
            return servers.get().export(settings, selection, rows, book, progress::at);
        }
    }

    private static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    private String codebookName() {
        String name = String.valueOf(out.getFileName());
        int dot = name.lastIndexOf('.');
        return (dot < 0 ? name : name.substring(0, dot)) + "-codebook.csv";
    }
}
