package tw.minsheng.cli;

import picocli.CommandLine;

/** {@code stats}: shows what can be computed over a file without a survey. */
@CommandLine.Command(name = "stats")
public final class StatsFamily extends Command {

    public StatsFamily(Console console) {
        super(console);
    }

    /** {@code stats} with its commands. */
    public static CommandLine with(Console console) {
        return new CommandLine(new StatsFamily(console))
                .addSubcommand(new StatsScaleCommand(console))
                .addSubcommand(new StatsTablesCommand(console));
    }

    @Override
    public Integer call() {
        spec().commandLine().usage(console().err());
        return Exit.USAGE;
    }
}
