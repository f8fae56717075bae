package tw.minsheng.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tw.minsheng.format.CsvWriter;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.Codebook;
import tw.minsheng.report.Origins;
import tw.minsheng.report.Profile;
import tw.minsheng.report.ReportPress;
import tw.minsheng.report.SurveyReport;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.survey.Survey;
import tw.minsheng.typeface.Typefaces;

/** {@code report}: the survey report and its files, without a database. */
@CommandLine.Command(name = "report")
public final class ReportCommand extends Command {

    private final String program;
    private final Supplier<ZoneId> zone;

    @Mixin
    private final AnswerOptions options = new AnswerOptions();

    @Option(names = "--profile", defaultValue = "full", paramLabel = "full|light", descriptionKey = "profile")
    private Profile profile;

    @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "shared.out")
    private Path out;

    /**
     * @param program version of the program
     * @param zone where a day begins; asked for when a report is made
     */
    @SuppressWarnings("NullAway") // picocli sets the options before it calls the command
    public ReportCommand(Console console, String program, Supplier<ZoneId> zone) {
        super(console);
        this.program = program;
        this.zone = zone;
    }

    @Override
    public Integer call() throws IOException {
        OutFolder folder = OutFolder.at(out);
        AnswerOptions.Analysed analysed = options.analyse(console(), program, () -> progress("analyze.rows"));
        say(text(
                "report.analysed",
                Map.of("rows", Printed.count(analysed.results().head().data().rows()))));
        Origins origins = new Origins(
                analysed.version().hash(),
                analysed.earlier(),
                analysed.steps(),
                LocalDate.now(console().clock().withZone(zone.get())),
                options.described("report") + settings(),
                "tables/");
        SurveyReport report = new ReportPress(new Typefaces())
                .report(
                        analysed.version().survey(),
                        analysed.results(),
                        analysed.facts(),
                        origins,
                        profile,
                        reportLanguage());
        folder.fill(part -> write(report, analysed, part));
        List<String> missing = report.missing();
        if (!missing.isEmpty()) {
            say(text("report.draft"));
            missing.forEach(each -> say("  " + each));
        }
        say(text("report.done", Map.of("folder", out.toString())));
        return Exit.DONE;
    }

    /** A report is in Chinese unless English is asked for; the caller's locale decides messages only. */
    private Language reportLanguage() {
        return spec().commandLine().getParseResult().hasMatchedOption("--lang") ? language() : Language.ZH_TW;
    }

    private void write(SurveyReport report, AnswerOptions.Analysed analysed, Path folder) throws IOException {
        List<Survey> versions = new ArrayList<>(analysed.earlier());
        versions.removeIf(
                each -> each.version().equals(analysed.version().survey().version()));
        versions.add(analysed.version().survey());
        try (CsvWriter codebook = new CsvWriter(Files.newOutputStream(folder.resolve("codebook.csv")))) {
            Codebook.write(codebook, versions);
        }
        ReportFiles.write(report, folder, () -> say(text("report.pdf")));
    }

    /** The rest of the command that made this report; it runs when it is pasted beside the named files. */
    private String settings() {
        Path last = out.getFileName();
        return " --profile " + profile.name().toLowerCase(Locale.ROOT) + " --lang "
                + language().tag() + " --out " + (last == null ? "." : last);
    }
}
