package tw.minsheng.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import tw.minsheng.petition.CalendarDesk;
import tw.minsheng.report.wording.Printed;

/** {@code calendar import}: a newer office calendar, or local closures, for the due dates of all open cases. */
@CommandLine.Command(name = "import")
public final class CalendarImportCommand extends ServerCommand {

    private final Supplier<Servers> servers;

    @Parameters(paramLabel = "F.csv", descriptionKey = "file")
    private Path file;

    @SuppressWarnings("NullAway") // picocli sets the options before it calls the command
    public CalendarImportCommand(Console console, Supplier<Servers> servers) {
        super(console);
        this.servers = servers;
    }

    @Override
    public Integer call() throws IOException {
        CalendarDesk.Taken taken =
                servers.get().importCalendar(settings(Map.of()), Input.name(file), Input.bytes(file));
        boolean same = taken.days() == 0 && taken.closures() == 0;
        console()
                .out()
                .println(text(
                        same ? "calendar.same" : "calendar.done",
                        Map.of(
                                "version", taken.version(),
                                "from", taken.from(),
                                "until", taken.until(),
                                "days", Printed.count(taken.days()),
                                "closures", Printed.count(taken.closures()))));
        return Exit.DONE;
    }
}
