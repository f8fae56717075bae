package tw.minsheng.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tw.minsheng.format.JsonWriter;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;
import tw.minsheng.survey.Version;
import tw.minsheng.survey.file.Definitions;
import tw.minsheng.survey.file.SurveyFolder;
import tw.minsheng.survey.file.definition.Change;
import tw.minsheng.survey.file.definition.Difference;
import tw.minsheng.survey.file.lint.Finding;

/** {@code survey diff}: what changed between two versions, and what it means for the trend. */
@picocli.CommandLine.Command(name = "diff")
public final class SurveyDiffCommand extends Command {

    @Parameters(index = "0", paramLabel = "OLD", descriptionKey = "old")
    private Path old = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", descriptionKey = "new")
    private Path now = Path.of("");

    @Option(names = "--json", descriptionKey = "shared.json")
    private boolean json;

    public SurveyDiffCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        Language language = language();
        Definitions.Definition before = Definitions.read(SurveyFolder.at(old));
        Definitions.Definition after = Definitions.read(SurveyFolder.at(now));
        List<Finding> findings = new ArrayList<>(before.findings());
        findings.addAll(after.findings());
        if (!findings.isEmpty()) {
            FindingLines.print(findings, language, console().err());
            return Exit.FAULTS;
        }
        Difference difference = Difference.between(before.tree(), after.tree(), Set.of());
        Version required = difference.required(version(before));
        if (json) {
            JsonOut.print(console(), writer -> write(writer, difference, required, language));
        } else {
            print(difference, required, language);
        }
        return Exit.DONE;
    }

    private Version version(Definitions.Definition definition) {
        String version = definition.tree().get("version").text();
        try {
            return Version.parse(version);
        } catch (IllegalArgumentException e) {
            Map<String, String> args = Map.of("file", old.toString(), "version", version);
            throw new Problem(Problem.Kind.INVALID, "diff.no_version", args, e);
        }
    }

    private static void write(JsonWriter writer, Difference difference, Version required, Language language) {
        writer.startObject()
                .field("class", difference.changeClass().word())
                .field("required_version", required.toString());
        writer.name("changes").startArray();
        for (Change change : difference.changes()) {
            writer.startObject()
                    .field("class", change.changeClass().word())
                    .field("id", change.id())
                    .field("message", change.message(language))
                    .end();
        }
        writer.end().end();
    }

    private void print(Difference difference, Version required, Language language) {
        if (difference.changes().isEmpty()) {
            console().out().println(text("diff.none"));
            return;
        }
        Map<String, String> head =
                Map.of("class", text("class." + difference.changeClass().word()), "version", required.toString());
        console().out().println(text("diff.head", head));
        for (Change change : difference.changes()) {
            Map<String, String> line =
                    Map.of("class", text("class." + change.changeClass().word()), "message", change.message(language));
            console().out().println(text("diff.line", line));
        }
    }
}
