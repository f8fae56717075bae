package tw.minsheng.cli;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;
import tw.minsheng.kernel.Language;
import tw.minsheng.survey.file.Definitions;
import tw.minsheng.survey.file.SurveyFolder;

/** {@code survey hash}: the SHA-256 of the canonical definition. */
@picocli.CommandLine.Command(name = "hash")
public final class SurveyHashCommand extends Command {

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    private Path file = Path.of("");

    public SurveyHashCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        Language language = language();
        Definitions.Definition definition = Definitions.read(SurveyFolder.at(file));
        if (!definition.findings().isEmpty()) {
            FindingLines.print(definition.findings(), language, console().err());
            return Exit.FAULTS;
        }
        console().out().println(definition.hash());
        return Exit.DONE;
    }
}
