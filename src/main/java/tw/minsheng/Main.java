package tw.minsheng;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tw.minsheng.calendar.OfficeCalendar;
import tw.minsheng.cli.AdminFamily;
import tw.minsheng.cli.AnalyzeCommand;
import tw.minsheng.cli.CalendarFamily;
import tw.minsheng.cli.Console;
import tw.minsheng.cli.DeadlineCommand;
import tw.minsheng.cli.ExportFamily;
import tw.minsheng.cli.PetitionFamily;
import tw.minsheng.cli.Program;
import tw.minsheng.cli.ReportCommand;
import tw.minsheng.cli.SampleFamily;
import tw.minsheng.cli.ServeCommand;
import tw.minsheng.cli.Servers;
import tw.minsheng.cli.Settings;
import tw.minsheng.cli.StatsFamily;
import tw.minsheng.cli.SurveyFamily;
import tw.minsheng.cli.WeightCommand;
import tw.minsheng.collect.AnswerWords;
import tw.minsheng.dataset.AnswerFile;
import tw.minsheng.format.Yaml;
import tw.minsheng.invite.AfterClosingFile;
import tw.minsheng.kernel.ProblemWords;
import tw.minsheng.kernel.Texts;
import tw.minsheng.notify.NoticeFile;
import tw.minsheng.panel.PanelDesk;
import tw.minsheng.petition.CatalogueFile;
import tw.minsheng.petition.deadline.Deadline;
import tw.minsheng.petition.imports.CaseFile;
import tw.minsheng.report.Results;
import tw.minsheng.store.DatabaseAddress;
import tw.minsheng.survey.file.SurveyFolder;
import tw.minsheng.survey.file.definition.Change;
import tw.minsheng.web.WebServer;
import tw.minsheng.web.staff.StaffPages;

/** Wires the rooms together and runs a command. */
public final class Main {

    private Main() {}

    /** Runs {@code bin/minsheng} and ends with its exit code. */
    public static void main(String[] arguments) {
        ProblemWords words = new ProblemWords(words());
        Console console = new Console(
                System.in,
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                Console.languageOf(System.getProperty("minsheng.locale", "")),
                Boolean.getBoolean("minsheng.terminal"),
                Clock.systemUTC(),
                words);
        System.exit(new Program(console, version(), commands(console)).run(arguments));
    }

    /** The commands by name; what is costly is made when a command asks for it. */
    private static Map<String, Supplier<?>> commands(Console console) {
        Map<String, Supplier<?>> commands = new LinkedHashMap<>();
        Supplier<Servers> servers = () -> new LocalServers(console.clock(), console.words(), number());
        Supplier<ZoneId> zone = () -> Settings.timeZone(System.getenv());
        commands.put("survey", () -> SurveyFamily.with(console, servers));
        commands.put("sample", () -> SampleFamily.with(console));
        commands.put("weight", () -> new WeightCommand(console, number()));
        commands.put("stats", () -> StatsFamily.with(console));
        commands.put("analyze", () -> new AnalyzeCommand(console, number()));
        commands.put("deadline", () -> new DeadlineCommand(console));
        commands.put("report", () -> new ReportCommand(console, number(), zone));
        commands.put("petition", () -> PetitionFamily.with(console, number(), zone, servers));
        commands.put("calendar", () -> CalendarFamily.with(console, servers));
        commands.put("serve", () -> new ServeCommand(console, servers));
        commands.put("export", () -> ExportFamily.with(console, servers));
        commands.put("admin", () -> AdminFamily.with(console, servers));
        return commands;
    }

    private static List<Texts> words() {
        return List.of(
                Texts.of(Yaml.class),
                Texts.of(SurveyFolder.class),
                Texts.of(Change.class),
                Texts.of(AnswerFile.class),
                Texts.of(OfficeCalendar.class),
                Texts.of(Deadline.class),
                Texts.of(CaseFile.class),
                Texts.of(Results.class),
                Texts.of(Console.class),
                Texts.of(AnswerWords.class),
                Texts.of(CatalogueFile.class),
                Texts.of(NoticeFile.class),
                Texts.of(AfterClosingFile.class),
                Texts.of(PanelDesk.class),
                Texts.of(WebServer.class),
                Texts.of(StaffPages.class),
                Texts.of(DatabaseAddress.class));
    }

    private static String version() {
        return "minsheng " + number();
    }

    private static String number() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "0" : version;
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
