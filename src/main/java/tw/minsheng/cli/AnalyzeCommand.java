package tw.minsheng.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import tw.minsheng.report.Results;
import tw.minsheng.report.ResultsJson;

/** {@code analyze}: all results of a file of answers as JSON, without a database. */
@CommandLine.Command(name = "analyze")
public final class AnalyzeCommand extends Command {

    private final String program;

    @Mixin
    private final AnswerOptions options = new AnswerOptions();

    /** @param program version of the program */
    public AnalyzeCommand(Console console, String program) {
        super(console);
        this.program = program;
    }

    @Override
    public Integer call() throws IOException {
        AnswerOptions.Analysed analysed = options.analyse(console(), program, () -> progress("analyze.rows"));
        OutputStream out = new BufferedOutputStream(console().out());
        ResultsJson.write(analysed.results(), out);
        out.write('\n');
        out.flush();
        sayRefusal(analysed.results());
        return Exit.DONE;
    }

    /** That the declared weights could not be made must not be found only by who reads every line of the results. */
    private void sayRefusal(Results results) {
        if (results.find("sample.max_margin_error")
                .filter(error -> !error.isKnown())
                .isPresent()) {
            say(results.head().sample().weighting().in(language()));
        }
    }
}
