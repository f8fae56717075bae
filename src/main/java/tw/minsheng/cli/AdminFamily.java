package tw.minsheng.cli;

import java.util.function.Supplier;
import picocli.CommandLine;

/** {@code admin}: shows what can be done with accounts. */
@CommandLine.Command(name = "admin")
public final class AdminFamily extends Command {

    public AdminFamily(Console console) {
        super(console);
    }

    /** {@code admin} with its commands. */
    public static CommandLine with(Console console, Supplier<Servers> servers) {
        return new CommandLine(new AdminFamily(console)).addSubcommand(new AdminCreateCommand(console, servers));
    }

    @Override
    public Integer call() {
        spec().commandLine().usage(console().err());
        return Exit.USAGE;
    }
}
