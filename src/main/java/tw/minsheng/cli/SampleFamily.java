package tw.minsheng.cli;

import picocli.CommandLine;

/** {@code sample}: shows what can be done with samples. */
@CommandLine.Command(name = "sample")
public final class SampleFamily extends Command {

    public SampleFamily(Console console) {
        super(console);
    }

    /** {@code sample} with its commands. */
    public static CommandLine with(Console console) {
        return new CommandLine(new SampleFamily(console))
                .addSubcommand(new SampleSizeCommand(console))
                .addSubcommand(new SampleDrawCommand(console));
    }

    @Override
    public Integer call() {
        spec().commandLine().usage(console().err());
        return Exit.USAGE;
    }
}
