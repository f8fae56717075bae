package tw.minsheng.cli;

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
     */
    public static CommandLine with(Console console, String program) {
        return new CommandLine(new PetitionFamily(console)).addSubcommand(new PetitionAnalyzeCommand(console, program));
    }

    @Override
    public Integer call() {
        spec().commandLine().usage(console().err());
        return Exit.USAGE;
    }
}
