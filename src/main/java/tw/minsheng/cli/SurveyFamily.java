package tw.minsheng.cli;

import java.util.function.Supplier;
import picocli.CommandLine;

/** {@code survey}: shows what can be done with definitions. */
@CommandLine.Command(name = "survey")
public final class SurveyFamily extends Command {

    public SurveyFamily(Console console) {
        super(console);
    }

    /** {@code survey} with its commands. */
    public static CommandLine with(Console console, Supplier<Servers> servers) {
        return new CommandLine(new SurveyFamily(console))
                .addSubcommand(new SurveyCheckCommand(console))
                .addSubcommand(new SurveyDiffCommand(console))
                .addSubcommand(new SurveyHashCommand(console))
                .addSubcommand(new SurveyPublishCommand(console))
                .addSubcommand(new SurveyRetentionCommand(console, servers));
    }

    @Override
    public Integer call() {
        spec().commandLine().usage(console().err());
        return Exit.USAGE;
    }
}
