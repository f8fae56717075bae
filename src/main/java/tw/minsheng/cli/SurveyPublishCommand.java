package tw.minsheng.cli;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tw.minsheng.kernel.Language;
import tw.minsheng.survey.file.Publishing;
import tw.minsheng.survey.file.SurveyFolder;
import tw.minsheng.survey.file.lint.Rule;

/** {@code survey publish}: writes a version that never changes again. */
@picocli.CommandLine.Command(name = "publish")
public final class SurveyPublishCommand extends Command {

    @Parameters(paramLabel = "PATH", descriptionKey = "path")
    private Path path = Path.of("");

    @Option(names = "--by", required = true, paramLabel = "NAME", descriptionKey = "by")
    private String by = "";

    @Option(names = "--accept", paramLabel = "RULE=REASON", descriptionKey = "accept")
    private Map<Rule, String> accepted = new EnumMap<>(Rule.class);

    @Option(names = "--same-meaning", paramLabel = "ITEM=REASON", descriptionKey = "same-meaning")
    private Map<String, String> sameMeaning = new LinkedHashMap<>();

    public SurveyPublishCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        Language language = language();
        Publishing.Order order = new Publishing.Order(by, console().clock().instant(), accepted, sameMeaning);
        Publishing.Outcome outcome = Publishing.publish(SurveyFolder.at(path), order);
        if (!outcome.refused().isEmpty()) {
            FindingLines.print(outcome.refused(), language, console().err());
            console().err().println(text("publish.refused"));
            return Exit.FAULTS;
        }
        Map<String, String> args = Map.of("version", outcome.version(), "hash", outcome.hash());
        String key = outcome.isNew() ? "publish.done" : "publish.there";
        console().out().println(text(key, args));
        return Exit.DONE;
    }
}
