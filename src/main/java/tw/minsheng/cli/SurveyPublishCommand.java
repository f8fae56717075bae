package tw.minsheng.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
    private Map<String, String> accepted = new LinkedHashMap<>();

    @Option(names = "--same-meaning", paramLabel = "ITEM=REASON", descriptionKey = "same-meaning")
    private Map<String, String> sameMeaning = new LinkedHashMap<>();

    public SurveyPublishCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        Language language = language();
        Publishing.Order order = new Publishing.Order(by, console().clock().instant(), reasons(), sameMeaning);
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

    /** Only a 提醒 can be accepted; an error has to be mended. */
    private Map<Rule, String> reasons() {
        List<Rule> acceptable = Arrays.stream(Rule.values())
                .filter(rule -> rule.level() == Rule.Level.WARNING)
                .toList();
        Map<Rule, String> reasons = new EnumMap<>(Rule.class);
        accepted.forEach((name, reason) -> reasons.put(
                acceptable.stream()
                        .filter(rule -> rule.name().equalsIgnoreCase(name))
                        .findFirst()
                        .orElseThrow(() -> notAcceptable(name, acceptable)),
                reason));
        return reasons;
    }

    private ParameterException notAcceptable(String name, List<Rule> acceptable) {
        String list = acceptable.stream().map(Rule::name).collect(Collectors.joining(" "));
        return new ParameterException(
                spec().commandLine(), text("publish.not_acceptable", Map.of("rule", name, "list", list)));
    }
}
