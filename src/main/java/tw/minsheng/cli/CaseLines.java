package tw.minsheng.cli;

import java.util.List;
import java.util.Map;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.Texts;
import tw.minsheng.petition.imports.CaseFile;
import tw.minsheng.petition.imports.ImportSummary;
import tw.minsheng.petition.imports.Refusal;
import tw.minsheng.report.wording.Printed;

/** Tells on standard error what a file of cases turned out to be: rows, notes, unknown words, refused rows. */
record CaseLines(Console console, Language language) {

    private static final int MOST_TOLD = 50;
    private static final Texts NOTES = Texts.of(CaseFile.class);

    void tell(CaseOptions.Analysed analysed) {
        ImportSummary summary = analysed.summary();
        say(
                "cases.read",
                Map.of(
                        "file", analysed.file(),
                        "rows", Printed.count(summary.rows()),
                        "taken", Printed.count(summary.taken()),
                        "refused", Printed.count(summary.refused())));
        summary.notes()
                .forEach((note, noted) -> say(
                        "cases.note",
                        Map.of(
                                "note", NOTES.text(language, "note." + note.key()),
                                "n", Printed.count(noted.count()),
                                "row", Long.toString(noted.firstRow()))));
        summary.ignored().forEach((column, n) -> {
            if (n > 0) {
                say("cases.ignored", Map.of("column", column, "n", Printed.count(n)));
            }
        });
        summary.unknown()
                .forEach((field, words) -> words.forEach((word, n) -> say(
                        word.isEmpty() ? "cases.unknown_rest" : "cases.unknown",
                        Map.of("field", field.id(), "value", word, "n", Printed.count(n)))));
        refused(analysed);
    }

    private void refused(CaseOptions.Analysed analysed) {
        List<Refusal> told = analysed.refusals().stream().limit(MOST_TOLD).toList();
        told.forEach(each -> console.err().println(console.words().of(language, each.in(analysed.file()))));
        long more = analysed.summary().reasons().values().stream()
                        .mapToLong(Long::longValue)
                        .sum()
                - told.size();
        if (more > 0) {
            say("cases.more", Map.of("n", Printed.count(more)));
        }
    }

    private void say(String key, Map<String, String> args) {
        console.err().println(Console.texts().text(language, key, args));
    }
}
