package tw.minsheng.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
    private final String version;
    private final Map<String, Supplier<?>> commands;

    /**
     * @param version of the program
     * @param commands by their names, made when they are needed; a command with sub-commands comes as a {@link CommandLine} that has
     *     them
     */
    public Program(Console console, String version, Map<String, Supplier<?>> commands) {
        this.console = console;
        this.version = version;
        this.commands = Collections.unmodifiableMap(new LinkedHashMap<>(commands));
    }

    /** Who calls a command by its name waits for no other; who asks for help, or mistypes, sees all. */
    private CommandLine line(Language language, String... arguments) {
        CommandLine line = new CommandLine(new Minsheng(console));
        boolean named = arguments.length > 0 && commands.containsKey(arguments[0]);
        commands.forEach((name, command) -> {
            if (!named || name.equals(arguments[0])) {
                line.addSubcommand(name, command.get());
            }
        });
        everything(line).forEach(each -> each.getCommandSpec().version(version));
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        line.setExecutionExceptionHandler(this::failed);
        line.setResourceBundle(new HelpWords(Console.texts(), language));
        line.setParameterExceptionHandler((misuse, given) -> misused(misuse, language));
        return line;
    }

    /** A command and all below it. */
    static Stream<CommandLine> everything(CommandLine line) {
        return Stream.concat(
                Stream.of(line), line.getSubcommands().values().stream().flatMap(Program::everything));
    }

    /** Runs a command and gives its exit code. A stream that prints keeps its failures to itself, so it is asked at the end. */
    public int run(String... arguments) {
        int code = line(language(arguments), arguments).execute(arguments);
        boolean lost = console.out().checkError();
        if (lost) {
            say(language(arguments), "output_lost", Map.of());
        }
        console.err().flush();
        return lost && code == Exit.DONE ? Exit.ENVIRONMENT : code;
    }

    /** The line of commands with the help of one language, for those who look into it. */
    CommandLine commandLine(Language language) {
        return line(language);
    }

    /** Help and messages about wrong usage also speak the language of {@code --lang}. */
    private Language language(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            boolean apart = arguments[i].equals("--lang") && i + 1 < arguments.length;
            String tag = apart ? arguments[i + 1] : arguments[i].replaceFirst("^--lang=", "");
            if ((apart || arguments[i].startsWith("--lang=")) && (tag.equals("en") || tag.equals("zh-TW"))) {
                return new Language(tag);
            }
        }
        return console.home();
    }

    private int misused(ParameterException misuse, Language language) {
        String command = misuse.getCommandLine().getCommandSpec().qualifiedName();
        say(language, "usage", Map.of("reason", new Misuse(language).words(misuse)));
        say(language, "see_help", Map.of("command", command));
        return Exit.USAGE;
    }

    private void say(Language language, String key, Map<String, String> args) {
        console.err().println(Console.texts().text(language, key, args));
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
        Throwable cause = failure instanceof UncheckedIOException wrapped ? wrapped.getCause() : failure;
        if (cause instanceof NoSuchFileException missing) {
            say(language, "no_file", Map.of("file", missing.getFile()));
            return Exit.FAULTS;
        }
        if (cause instanceof IOException) {
            say(language, "io", Map.of("reason", cause.toString()));
        } else {
            say(language, "unexpected", Map.of("failure", failure.toString()));
        }
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
