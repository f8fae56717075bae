package tw.minsheng.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.ProblemWords;
import tw.minsheng.kernel.Texts;

/**
 * Where a command reads and writes: results to {@code out}, progress and messages to {@code err}, both UTF-8.
 *
 * @param home the language of the caller's locale, used unless {@code --lang} is given
 * @param terminal whether a person watches {@code err}, so that a bar may be drawn
 */
public record Console(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Language home,
        boolean terminal,
        Clock clock,
        ProblemWords words) {

    private static final Texts TEXTS = Texts.of(Console.class);

    /** The words of the command line. */
    public static Texts texts() {
        return TEXTS;
    }

    /** The language of a locale such as {@code en_US.UTF-8}: English for English ones, zh-TW for all others. */
    public static Language languageOf(String locale) {
        return locale.startsWith("en") ? Language.EN : Language.ZH_TW;
    }
}
