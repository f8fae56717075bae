package tw.minsheng.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Problem;
import tw.minsheng.report.wording.Printed;

/** What every command has: a language, help, words. */
@CommandLine.Command(mixinStandardHelpOptions = true)
public abstract class Command implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(names = "--lang", paramLabel = "zh-TW|en", converter = Tag.class, descriptionKey = "shared.lang")
    private Language language;

    @Option(names = "--debug", descriptionKey = "shared.debug")
    private boolean debug;

    @SuppressWarnings("NullAway") // picocli sets the options before it calls the command
    protected Command(Console console) {
        this.console = console;
    }

    /** Does the work; a {@link Problem} becomes words and an exit code in one place. */
    @Override
    public abstract Integer call() throws Exception;

    protected final Console console() {
        return console;
    }

    protected final Language language() {
        return language == null ? console.home() : language;
    }

    final boolean isDebug() {
        return debug;
    }

    protected final CommandSpec spec() {
        return spec;
    }

    /** A sentence of this room in the caller's language. */
    protected final String text(String key, Map<String, ?> args) {
        return Console.texts().text(language(), key, args);
    }

    protected final String text(String key) {
        return text(key, Map.of());
    }

    /**
     * Progress of long work on standard error; close it before anything else is said.
     *
     * @param key of a sentence with the placeholder {@code rows}
     */
    protected final Progress progress(String key) {
        return new Progress(console, rows -> text(key, Map.of("rows", Printed.count(rows))));
    }

    /** Writes a message to standard error. */
    protected final void say(String message) {
        console.err().println(message);
    }

    private static final class Tag implements ITypeConverter<Language> {
        @Override
        public Language convert(String value) {
            return switch (value) {
                case "zh-TW" -> Language.ZH_TW;
                case "en" -> Language.EN;
                default -> throw new CommandLine.TypeConversionException("zh-TW | en");
            };
        }
    }
}
