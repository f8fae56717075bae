package tw.minsheng.cli;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import tw.minsheng.report.wording.Printed;

/** {@code survey retention}: lists answers whose months of retention have run out, and erases them with {@code --apply}. */
@CommandLine.Command(name = "retention")
public final class SurveyRetentionCommand extends ServerCommand {

    private final Supplier<Servers> servers;

    @Option(names = "--agency", paramLabel = "A", descriptionKey = "agency")
    private @Nullable String agency;

    @Option(names = "--apply", descriptionKey = "apply")
    private boolean apply;

    public SurveyRetentionCommand(Console console, Supplier<Servers> servers) {
        super(console);
        this.servers = servers;
    }

    @Override
    public Integer call() throws IOException {
        Optional<String> of = Optional.ofNullable(agency);
        if (apply) {
            tell("retention.done", Map.of("n", Printed.count(servers.get().eraseAnswers(settings(Map.of()), of))));
            return Exit.DONE;
        }
        long all = servers.get()
                .agedAnswers(
                        settings(Map.of()),
                        of,
                        each -> tell(
                                "retention.wave",
                                Map.of(
                                        "survey", each.survey(),
                                        "set", each.set().code(),
                                        "wave", each.wave(),
                                        "months", each.months(),
                                        "n", Printed.count(each.answers()))));
        tell("retention.dry", Map.of("n", Printed.count(all)));
        return Exit.DONE;
    }

    private void tell(String key, Map<String, ?> args) {
        console().out().println(text(key, args));
    }
}
