package tw.minsheng.cli;

import java.util.function.Supplier;
import picocli.CommandLine;

/** {@code calendar}: shows what can be done with the office calendar. */
@CommandLine.Command(name = "calendar")
public final class CalendarFamily extends Command {

    public CalendarFamily(Console console) {
        super(console);
    }

    /** {@code calendar} with its commands. */
    public static CommandLine with(Console console, Supplier<Servers> servers) {
        return new CommandLine(new CalendarFamily(console)).addSubcommand(new CalendarImportCommand(console, servers));
    }

    @Override
    public Integer call() {
        spec().commandLine().usage(console().err());
        return Exit.USAGE;
    }
}
