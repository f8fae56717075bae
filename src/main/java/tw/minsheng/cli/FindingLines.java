package tw.minsheng.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import tw.minsheng.kernel.Language;
import tw.minsheng.survey.file.lint.Finding;
import tw.minsheng.survey.file.lint.Rule;

/** Prints what the linter found, one line each; a warning says so. */
final class FindingLines {

    private FindingLines() {}

    static void print(List<Finding> findings, Language language, PrintStream out) {
        for (Finding finding : findings) {
            String message = finding.message(language);
            boolean warning = finding.level() == Rule.Level.WARNING;
            out.println(
                    warning ? Console.texts().text(language, "check.warning", Map.of("message", message)) : message);
        }
    }
}
