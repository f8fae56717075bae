package tw.minsheng.cli;

import java.util.function.Supplier;
import picocli.CommandLine;

/** {@code export}: shows what can be taken out. */
@CommandLine.Command(name = "export")
public final class ExportFamily extends Command {

    public ExportFamily(Console console) {
        super(console);
    }

    /** {@code export} with its commands. */
    public static CommandLine with(Console console, Supplier<Servers> servers) {
        return new CommandLine(new ExportFamily(console)).addSubcommand(new ExportAnswersCommand(console, servers));
    }

    @Override
    public Integer call() {
        spec().commandLine().usage(console().err());
        return Exit.USAGE;
    }
}
