package tw.minsheng.cli;

import picocli.CommandLine;

/** The program without a command: shows what there is. */
@CommandLine.Command(
        name = "minsheng",
        description = {"民聲 Minsheng — 滿意度調查與民眾意見 surveys and citizen feedback for public agencies", ""},
        footer = {"", "例 example: minsheng serve --demo", "每個指令都有 every command has --help"})
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
