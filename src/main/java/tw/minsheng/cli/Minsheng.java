package tw.minsheng.cli;

import picocli.CommandLine;

/** The program without a command: shows what there is. */
@CommandLine.Command(name = "minsheng")
final class Minsheng extends Command {

    Minsheng(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        spec().commandLine().usage(console().err());
        return Exit.USAGE;
    }
}
