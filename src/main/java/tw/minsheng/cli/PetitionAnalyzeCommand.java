package tw.minsheng.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import tw.minsheng.report.ResultsJson;

/** {@code petition analyze}: all results of a file of cases as JSON, without a database. */
@CommandLine.Command(name = "analyze")
public final class PetitionAnalyzeCommand extends Command {

    private final String program;

    @Mixin
    private final CaseOptions options = new CaseOptions();

    /** @param program version of the program */
    public PetitionAnalyzeCommand(Console console, String program) {
        super(console);
        this.program = program;
    }

    @Override
    public Integer call() throws IOException {
        CaseOptions.Analysed analysed = options.analyse(console(), program, () -> progress("cases.rows"));
        new CaseLines(console(), language()).tell(analysed);
        OutputStream out = new BufferedOutputStream(console().out());
        ResultsJson.write(analysed.results(), out);
        out.write('\n');
        out.flush();
        return Exit.DONE;
    }
}
