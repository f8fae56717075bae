package tw.minsheng.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tw.minsheng.kernel.Language;
import tw.minsheng.report.CaseOrigins;
import tw.minsheng.report.PrintedReport;
import tw.minsheng.report.ReportPress;
import tw.minsheng.typeface.Typefaces;

/** {@code petition report}: the report on a file of cases and its files, without a database. */
@CommandLine.Command(name = "report")
public final class PetitionReportCommand extends Command {

    private final String program;
    private final Supplier<ZoneId> zone;

    @Mixin
    private final CaseOptions options = new CaseOptions();

    @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "shared.out")
    private Path out;

    /**
     * @param program version of the program
     * @param zone where a day begins; asked for when a report is made
     */
    @SuppressWarnings("NullAway") // picocli sets the options before it calls the command
    public PetitionReportCommand(Console console, String program, Supplier<ZoneId> zone) {
        super(console);
        this.program = program;
        this.zone = zone;
    }

    @Override
    public Integer call() throws IOException {
        OutFolder folder = OutFolder.at(out);
        CaseOptions.Analysed analysed = options.analyse(console(), program, () -> progress("cases.rows"));
        new CaseLines(console(), language()).tell(analysed);
        Language language = reportLanguage();
        String command = options.described("report") + " --lang " + language.tag() + " --out " + Input.name(out);
        CaseOrigins origins =
                new CaseOrigins(false, "", LocalDate.now(console().clock().withZone(zone.get())), command, "tables/");
        PrintedReport report = new ReportPress(new Typefaces())
                .report(analysed.results(), origins, language)
                .files();
        folder.fill(part -> ReportFiles.write(report, part, () -> say(text("report.pdf"))));
        say(text("report.done", Map.of("folder", out.toString())));
        return Exit.DONE;
    }

    /** A report is in Chinese unless English is asked for; the caller's locale decides messages only. */
    private Language reportLanguage() {
        return spec().commandLine().getParseResult().hasMatchedOption("--lang") ? language() : Language.ZH_TW;
    }
}
