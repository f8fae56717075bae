package tw.minsheng.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tw.minsheng.calendar.OfficeCalendar;
import tw.minsheng.dataset.AnswerFile;
import tw.minsheng.format.Yaml;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.ProblemWords;
import tw.minsheng.kernel.Texts;
import tw.minsheng.petition.imports.CaseFile;
import tw.minsheng.report.Facts;
import tw.minsheng.survey.file.SurveyFolder;
import tw.minsheng.survey.file.definition.Change;

/** Runs commands as a shell would, and keeps what they print. */
public final class Shell {

    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    /** What a command printed, and its exit code. */
    public record Ran(int code, String out, String err) {}

    public static Ran run(String... arguments) {
        return fed("", arguments);
    }

    /** Runs a command that finds this on its standard input. */
    static Ran fed(String in, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = program(console(in, out, err)).run(arguments);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Runs a command whose output goes to a full disk. */
    static Ran onFullDisk(String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        int code = program(console("", full, err)).run(arguments);
        return new Ran(code, "", err.toString(StandardCharsets.UTF_8));
    }

    static Program program() {
        return program(console("", new ByteArrayOutputStream(), new ByteArrayOutputStream()));
    }

    private static Console console(String in, OutputStream out, OutputStream err) {
        List<Texts> words = List.of(
                Texts.of(Yaml.class),
                Texts.of(SurveyFolder.class),
                Texts.of(Change.class),
                Texts.of(AnswerFile.class),
                Texts.of(OfficeCalendar.class),
                Texts.of(CaseFile.class),
                Texts.of(Facts.class),
                Console.texts());
        return new Console(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Language.ZH_TW,
                false,
                Clock.fixed(NOW, ZoneOffset.UTC),
                new ProblemWords(words));
    }

    private static Program program(Console console) {
        Map<String, Supplier<?>> commands = new LinkedHashMap<>();
        Supplier<Servers> none = () -> {
            throw new IllegalStateException("no database here");
        };
        commands.put("survey", () -> SurveyFamily.with(console, none));
        commands.put("sample", () -> SampleFamily.with(console));
        commands.put("stats", () -> StatsFamily.with(console));
        commands.put("weight", () -> new WeightCommand(console, "0"));
        commands.put("petition", () -> PetitionFamily.with(console, "0", () -> ZoneOffset.UTC, none));
        commands.put("analyze", () -> new AnalyzeCommand(console, "0"));
        commands.put("deadline", () -> new DeadlineCommand(console));
        commands.put("report", () -> new ReportCommand(console, "0", () -> ZoneOffset.UTC));
        return new Program(console, "minsheng 0", commands);
    }
}
