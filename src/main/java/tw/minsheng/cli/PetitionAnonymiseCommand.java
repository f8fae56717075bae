package tw.minsheng.cli;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import tw.minsheng.petition.Retentions;
import tw.minsheng.report.wording.Printed;

/** {@code petition anonymise}: lists the ended cases whose years of retention have run out, and erases them with {@code --apply}. */
@CommandLine.Command(name = "anonymise")
public final class PetitionAnonymiseCommand extends ServerCommand {

    private final Supplier<Servers> servers;

    @Option(names = "--agency", paramLabel = "A", descriptionKey = "agency")
    private @Nullable String agency;

    @Option(names = "--apply", descriptionKey = "apply")
    private boolean apply;

    public PetitionAnonymiseCommand(Console console, Supplier<Servers> servers) {
        super(console);
        this.servers = servers;
    }

    @Override
    public Integer call() throws IOException {
        Optional<String> of = Optional.ofNullable(agency);
        if (apply) {
            Retentions.Erased erased = servers.get().anonymise(settings(Map.of()), of);
            tell(
                    "anonymise.done",
                    Map.of("n", Printed.count(erased.cases()), "imported", Printed.count(erased.imported())));
            return Exit.DONE;
        }
        Retentions.Counts counts = servers.get()
                .runOut(
                        settings(Map.of()),
                        of,
                        each -> tell(
                                each.reference().isEmpty() ? "anonymise.blocked" : "anonymise.ready",
                                Map.of(
                                        "number", each.number().text(),
                                        "agency", each.agency(),
                                        "type", each.type(),
                                        "ended", each.ended(),
                                        "reference", each.reference())));
        String imported = Printed.count(counts.imported());
        tell(
                "anonymise.dry",
                Map.of(
                        "ready", Printed.count(counts.ready()),
                        "blocked", Printed.count(counts.blocked()),
                        "erased", Printed.count(counts.erased()),
                        "imported", counts.isOpenEnded() ? text("anonymise.many", Map.of("n", imported)) : imported));
        return Exit.DONE;
    }

    private void tell(String key, Map<String, ?> args) {
        console().out().println(text(key, args));
    }
}
