package tw.minsheng.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tw.minsheng.format.JsonWriter;
import tw.minsheng.kernel.Language;
import tw.minsheng.survey.file.CheckedSurvey;
import tw.minsheng.survey.file.SurveyFolder;
import tw.minsheng.survey.file.lint.Finding;
import tw.minsheng.survey.file.lint.Rule;

/** {@code survey check}: everything that the linter says about definitions. */
@picocli.CommandLine.Command(name = "check")
public final class SurveyCheckCommand extends Command {

    @Parameters(paramLabel = "PATH", arity = "1..*", descriptionKey = "paths")
    private List<Path> paths = List.of();

    @Option(names = "--json", descriptionKey = "shared.json")
    private boolean json;

    public SurveyCheckCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        Language language = language();
        List<Finding> findings = new ArrayList<>();
        List<SurveyFolder> folders =
                paths.stream().flatMap(path -> SurveyFolder.all(path).stream()).toList();
        folders.forEach(folder -> findings.addAll(CheckedSurvey.of(folder).findings()));
        if (json) {
            JsonOut.print(console(), writer -> write(writer, findings, language));
        } else {
            FindingLines.print(findings, language, console().out());
            summary(folders.size(), findings);
        }
        return errors(findings) > 0 ? Exit.FAULTS : Exit.DONE;
    }

    private static void write(JsonWriter writer, List<Finding> findings, Language language) {
        writer.startArray();
        for (Finding finding : findings) {
            writer.startObject()
                    .field("file", finding.file())
                    .field("line", finding.mark().line())
                    .field("column", finding.mark().column())
                    .field("rule", finding.rule().name())
                    .field("level", finding.level().word())
                    .field("message", finding.message(language))
                    .end();
        }
        writer.end();
    }

    private void summary(int files, List<Finding> findings) {
        long errors = errors(findings);
        Map<String, String> args = Map.of(
                "files", Integer.toString(files),
                "errors", Long.toString(errors),
                "warnings", Long.toString(findings.size() - errors));
        console().err().println(text("check.summary", args));
    }

    private static long errors(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.level() == Rule.Level.ERROR)
                .count();
    }
}
