package tw.minsheng.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tw.minsheng.calendar.OfficeCalendar;
import tw.minsheng.collect.AnswerAges;
import tw.minsheng.collect.Responses;
import tw.minsheng.kernel.Act;
import tw.minsheng.kernel.Language;
import tw.minsheng.kernel.ProblemWords;
import tw.minsheng.kernel.Texts;
import tw.minsheng.petition.CalendarDesk;
import tw.minsheng.petition.MemoryCases;
import tw.minsheng.petition.MemoryOfficeCalendars;
import tw.minsheng.petition.Retentions;
import tw.minsheng.petition.imports.CaseImports;
import tw.minsheng.security.Account;
import tw.minsheng.security.MemorySecurity;

/** {@code calendar import}, with a calendar in memory in the place of the database. */
class CalendarCommandTest {

    @TempDir
    Path folder;

    private final MemorySecurity security = new MemorySecurity();
    private final CalendarDesk desk = new CalendarDesk(
            new MemoryOfficeCalendars(new MemoryCases(), security.doors().audit()));

    /** A server of which only the calendar is there. */
    private record OnlyCalendar(CalendarDesk desk) implements Servers {

        @Override
        public Running start(Settings settings, boolean demo) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long export(
                Settings settings,
                Responses.Selection selection,
                OutputStream answers,
                OutputStream codebook,
                LongConsumer progress) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void open(Settings settings, Account account, String password) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CaseImports.Done importCases(
                Settings settings, String agency, String file, boolean dryRun, CaseImports.Feed feed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CalendarDesk.Taken importCalendar(Settings settings, String name, byte[] content) {
            Act act = new Act("command line", "", Shell.NOW);
            return desk.take(name, content, Set.of("lingya"), act)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }

        @Override
        public Retentions.Counts runOut(Settings settings, Optional<String> agency, Consumer<Retentions.Aged> each) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Retentions.Erased anonymise(Settings settings, Optional<String> agency) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long agedAnswers(Settings settings, Optional<String> agency, Consumer<AnswerAges.Aged> each) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long eraseAnswers(Settings settings, Optional<String> agency) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long undoImport(Settings settings, long id) {
            throw new UnsupportedOperationException();
        }
    }

    private Shell.Ran run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Language.ZH_TW,
                false,
                Clock.fixed(Shell.NOW, ZoneOffset.UTC),
                new ProblemWords(List.of(Texts.of(OfficeCalendar.class), Console.texts())));
        CommandLine command = CalendarFamily.with(console, () -> new OnlyCalendar(desk));
        int code = new Program(console, "minsheng 0", Map.of("calendar", () -> command)).run(arguments);
        return new Shell.Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private String file(String name, String text, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(charset)).toString();
    }

    private static String year2028() {
        StringBuilder text = new StringBuilder("西元日期,星期,是否放假,備註\r\n");
        for (LocalDate day = LocalDate.of(2028, 1, 1); day.getYear() == 2028; day = day.plusDays(1)) {
            boolean holiday = day.equals(LocalDate.of(2028, 10, 10));
            boolean off = holiday || day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
            text.append(day.format(DateTimeFormatter.BASIC_ISO_DATE))
                    .append(',')
                    .append("一二三四五六日".charAt(day.getDayOfWeek().getValue() - 1))
                    .append(off ? ",2," : ",0,")
                    .append(holiday ? "國慶日" : "")
                    .append("\r\n");
        }
        return text.toString();
    }

    @Test
    void everyRefusedRowIsListedAndNothingIsKept() throws IOException {
        String text = "date,district,part,name\n2026-09-28,nowhere,noon,\nsoon,,day,颱風\n";
        Shell.Ran ran = run("calendar", "import", file("closures.csv", text, StandardCharsets.UTF_8));
        assertEquals(Exit.FAULTS, ran.code());
        for (String said : List.of("第 2 列：「noon」", "第 2 列：沒有「nowhere」", "第 2 列：請寫停班的原因", "第 3 列：「soon」")) {
            assertTrue(ran.err().contains(said), ran.err());
        }
        assertEquals(0, security.auditRows().size());
        assertEquals(Exit.USAGE, run("calendar", "import").code());
        assertEquals(Exit.USAGE, run("calendar").code());
    }

    /** As data.gov.tw 14718 is saved by older offices: every day, in Big5. */
    @Test
    void aYearInBig5IsTakenOnceAndSaysWhatItBrought() throws IOException {
        String file = file("117.csv", year2028(), Charset.forName("x-windows-950"));
        Shell.Ran ran = run("calendar", "import", file);
        assertEquals(Exit.DONE, ran.code(), ran.err());
        assertTrue(ran.out().contains("2017-01-01 至 2028-12-31"), ran.out());
        assertTrue(run("calendar", "import", file).out().startsWith("沒有變動"));
        assertEquals(1, security.auditRows().size());
    }
}
