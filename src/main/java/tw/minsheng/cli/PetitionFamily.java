package tw.minsheng.cli;

import java.time.ZoneId;
import java.util.function.Supplier;
import picocli.CommandLine;

/** {@code petition}: shows what can be done with cases. */
@CommandLine.Command(name = "petition")
public final class PetitionFamily extends Command {

    public PetitionFamily(Console console) {
        super(console);
    }

    /**
     * {@code petition} with its commands.
     *
     * @param program version of the program
     * @param zone where a day begins
     */
    public static CommandLine with(Console console, String program, Supplier<ZoneId> zone, Supplier<Servers> servers) {
        return new CommandLine(new PetitionFamily(console))
                .addSubcommand(new PetitionAnalyzeCommand(console, program))
                .addSubcommand(new PetitionReportCommand(console, program, zone))
                .addSubcommand(new PetitionImportCommand(console, servers))
                .addSubcommand(new PetitionAnonymiseCommand(console, servers));
    }

    @Override
    public Integer call() {
        spec().commandLine().usage(console().err());
        return Exit.USAGE;
    }
}
