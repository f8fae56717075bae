package tw.minsheng.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import tw.minsheng.calendar.CalendarFile;
import tw.minsheng.calendar.CalendarYears;
import tw.minsheng.calendar.OfficeCalendar;
import tw.minsheng.calendar.ProductCalendar;
import tw.minsheng.format.JsonWriter;
import tw.minsheng.petition.deadline.Basis;
import tw.minsheng.petition.deadline.CaseTime;
import tw.minsheng.petition.deadline.Deadline;
import tw.minsheng.petition.deadline.DeadlineRules;
import tw.minsheng.petition.deadline.StepWords;
import tw.minsheng.petition.deadline.TimeLimit;

/** {@code deadline}: by when a case must be answered, and why. */
@CommandLine.Command(name = "deadline")
public final class DeadlineCommand extends Command {

    private static final String STANDARD_INPUT = "-";

    @Option(
            names = "--received",
            required = true,
            paramLabel = "YYYY-MM-DD[THH:MM]",
            converter = Moment.class,
            descriptionKey = "received")
    private LocalDateTime received;

    @Option(names = "--limit", required = true, paramLabel = "N", descriptionKey = "limit")
    private int limit;

    @Option(
            names = "--basis",
            required = true,
            paramLabel = "working-day|calendar-day|hour",
            converter = Counted.class,
            descriptionKey = "basis")
    private Basis basis;

    @Option(names = "--calendar", paramLabel = "F.csv", descriptionKey = "calendar")
    private Path calendar;

    @Option(names = "--json", descriptionKey = "shared.json")
    private boolean json;

    @SuppressWarnings("NullAway") // picocli sets the options before it calls the command
    public DeadlineCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        if (limit < 1 || limit > TimeLimit.MOST) {
            throw new ParameterException(spec().commandLine(), text("deadline.limit"));
        }
        OfficeCalendar known = calendar();
        CaseTime time = CaseTime.of(new TimeLimit(limit, basis), received);
        Deadline deadline = Deadline.of(time, DeadlineRules.DEFAULT, known.days());
        if (json) {
            JsonOut.print(console(), writer -> write(writer, deadline, known));
        } else {
            words(deadline).forEach(console().out()::println);
        }
        return Exit.DONE;
    }

    private OfficeCalendar calendar() throws IOException {
        if (calendar == null) {
            return ProductCalendar.read();
        }
        boolean given = calendar.toString().equals(STANDARD_INPUT);
        InputStream in = given ? console().in() : new ByteArrayInputStream(Input.bytes(calendar));
        return CalendarFile.read(calendar.toString(), in);
    }

    private List<String> words(Deadline deadline) {
        return new StepWords(language()).of(deadline.steps());
    }

    private void write(JsonWriter writer, Deadline deadline, OfficeCalendar known) {
        writer.startObject().field("due", deadline.due().toString()).field("basis", basis.word());
        writer.name("calendar")
                .startObject()
                .field("version", known.version())
                .field("covers_from", known.coversFrom().toString())
                .field("covers_until", known.coversUntil().toString())
                .end();
        writer.field("provisional", deadline.provisional()).name("steps").startArray();
        words(deadline).forEach(writer::text);
        writer.end().end();
    }

    /** A day, or a moment of a day. */
    private static final class Moment implements ITypeConverter<LocalDateTime> {
        @Override
        public LocalDateTime convert(String value) {
            try {
                LocalDateTime moment =
                        value.indexOf('T') < 0 ? LocalDate.parse(value).atStartOfDay() : LocalDateTime.parse(value);
                if (CalendarYears.isPossible(moment.toLocalDate())) {
                    return moment;
                }
            } catch (DateTimeParseException noDate) {
                // told below
            }
            throw new TypeConversionException("YYYY-MM-DD[THH:MM]");
        }
    }

    private static final class Counted implements ITypeConverter<Basis> {
        @Override
        public Basis convert(String value) {
            for (Basis basis : Basis.values()) {
                if (basis.word().equals(value)) {
                    return basis;
                }
            }
            throw new TypeConversionException("working-day|calendar-day|hour");
        }
    }
}
