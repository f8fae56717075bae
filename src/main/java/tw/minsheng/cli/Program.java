package tw.minsheng.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import tw.minsheng.kernel.Fault;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;

/** All commands together; the one place that turns problems into words and exit codes. */
public final class Program {

    private final Console console;
    private final CommandLine line;

    /**
     * @param version of the program
     * @param commands by their names; a command with sub-commands comes as a {@link CommandLine} that has them
     */
    public Program(Console console, String version, Map<String, ?> commands) {
        this.console = console;
        this.line = new CommandLine(new Minsheng(console));
        commands.forEach(line::addSubcommand);
        line.getCommandSpec().version(version);
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        line.setExecutionExceptionHandler(this::failed);
        line.setParameterExceptionHandler(this::misused);
    }

    /** Runs a command and gives its exit code. */
    public int run(String... arguments) {
        return line.execute(arguments);
    }

    private int misused(ParameterException misuse, String[] arguments) {
        CommandLine at = misuse.getCommandLine();
        console.err().println(misuse.getMessage());
        console.err()
                .println(Console.texts()
                        .text(
                                console.home(),
                                "see_help",
                                Map.of("command", at.getCommandSpec().qualifiedName())));
        return Exit.USAGE;
    }

    private int failed(Exception failure, CommandLine at, ParseResult result) {
        boolean debug = at.getCommand() instanceof Command command && command.isDebug();
        Language language = at.getCommand() instanceof Command command ? command.language() : console.home();
        if (debug) {
            failure.printStackTrace(console.err());
        }
        if (failure instanceof Problem problem) {
            return told(problem, language);
        }
        console.err().println(Console.texts().text(language, "unexpected", Map.of("failure", failure.toString())));
        return Exit.ENVIRONMENT;
    }

    private int told(Problem problem, Language language) {
        console.err().println(console.words().of(language, problem));
        List<Fault> faults = problem.faults();
        faults.forEach(fault -> console.err().println(console.words().of(language, fault)));
        return exit(problem.kind());
    }

    private static int exit(Problem.Kind kind) {
        return switch (kind) {
            case UNAVAILABLE, INTERNAL -> Exit.ENVIRONMENT;
            case BAD_REQUEST -> Exit.USAGE;
            default -> Exit.FAULTS;
        };
    }
}
