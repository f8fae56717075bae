package tw.minsheng.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import tw.minsheng.calendar.CalendarYears;
import tw.minsheng.dataset.frame.DrawPlan;
import tw.minsheng.dataset.frame.Drawing;
import tw.minsheng.dataset.frame.DrawnSample;
import tw.minsheng.dataset.frame.FrameColumns;
import tw.minsheng.dataset.frame.FrameFile;
import tw.minsheng.dataset.frame.SamplingFrame;
import tw.minsheng.kernel.Problem;
import tw.minsheng.report.draw.DrawFiles;
import tw.minsheng.report.wording.Printed;

/** {@code sample draw}: draws a sample from a frame (抽樣清冊) so that anybody can draw it again. */
@CommandLine.Command(name = "draw")
public final class SampleDrawCommand extends Command {

    /** So many strata are named in a warning. */
    private static final int NAMED = 3;

    @Option(names = "--frame", required = true, paramLabel = "F.csv", descriptionKey = "frame")
    private String frame;

    @Option(names = "--id", required = true, paramLabel = "COLUMN", descriptionKey = "id")
    private String id;

    @Option(names = "--size", required = true, paramLabel = "N", descriptionKey = "size")
    private int size;

    @Option(
            names = "--design",
            paramLabel = "srs|systematic|stratified|pps|cluster",
            converter = Designs.class,
            defaultValue = "srs",
            descriptionKey = "design")
    private DrawPlan.Method design;

    @Option(names = "--strata", paramLabel = "COLUMN", descriptionKey = "strata")
    private Optional<String> strata = Optional.empty();

    @Option(names = "--cluster", paramLabel = "COLUMN", descriptionKey = "cluster")
    private Optional<String> cluster = Optional.empty();

    @Option(
            names = "--allocation",
            paramLabel = "proportional|equal|neyman",
            converter = Shares.class,
            descriptionKey = "allocation")
    private Optional<DrawPlan.Share> allocation = Optional.empty();

    @Option(names = "--measure", paramLabel = "COLUMN", descriptionKey = "measure")
    private Optional<String> measure = Optional.empty();

    @Option(names = "--least", paramLabel = "N", defaultValue = "0", descriptionKey = "least")
    private long least;

    @Option(names = "--interval", paramLabel = "K", defaultValue = "0", descriptionKey = "interval")
    private int interval;

    @Option(names = "--seed", required = true, paramLabel = "S", descriptionKey = "seed")
    private long seed;

    @Option(names = "--by", paramLabel = "NAME", descriptionKey = "by")
    private Optional<String> by = Optional.empty();

    @Option(names = "--on", paramLabel = "DATE", descriptionKey = "on")
    private Optional<String> on = Optional.empty();

    @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "out")
    private Path out;

    @SuppressWarnings("NullAway") // picocli sets the options before it calls the command
    public SampleDrawCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        refuseWhatDoesNotBelong();
        OutFolder folder = OutFolder.at(out);
        SamplingFrame read = read();
        DrawPlan plan =
                new DrawPlan(design, allocation.orElse(DrawPlan.Share.PROPORTIONAL), size, least, seed, interval);
        DrawnSample sample = Drawing.of(read, plan);
        DrawFiles files = new DrawFiles(columns(), read, plan, sample, by, on);
        folder.fill(part -> {
            try (OutputStream list = new BufferedOutputStream(Files.newOutputStream(part.resolve("selected.csv")))) {
                files.selected(list);
            }
            Files.write(part.resolve("audit.json"), files.audit());
        });
        warn(sample);
        say(text(
                "draw.done",
                Map.of(
                        "n",
                        Printed.count(sample.units().size()),
                        "rows",
                        Printed.count(read.size()),
                        "folder",
                        out.toString())));
        return Exit.DONE;
    }

    /** What the design needs must be given, and nothing that would be passed over. */
    private void refuseWhatDoesNotBelong() {
        if (size < 1) {
            throw misuse("draw.size", Map.of());
        }
        on.filter(day -> !isDay(day)).ifPresent(day -> {
            throw misuse("draw.on", Map.of("value", day));
        });
        boolean stratified = design == DrawPlan.Method.STRATIFIED;
        boolean neyman =
                allocation.filter(share -> share == DrawPlan.Share.NEYMAN).isPresent();
        matching("--strata", strata.isPresent(), stratified, "stratified");
        matching("--cluster", cluster.isPresent(), design == DrawPlan.Method.CLUSTER, "cluster");
        if (allocation.isPresent() && !stratified) {
            throw misuse("draw.only_with", Map.of("option", "--allocation", "design", "--design stratified"));
        }
        if (interval < 0) {
            throw misuse("draw.interval", Map.of());
        }
        if (least < 0) {
            throw misuse("draw.least_below", Map.of());
        }
        if (least > 0 && !stratified) {
            throw misuse("draw.only_with", Map.of("option", "--least", "design", "--design stratified"));
        }
        matching(
                "--measure", measure.isPresent(), design == DrawPlan.Method.PPS || neyman, "pps / --allocation neyman");
    }

    private static boolean isDay(String value) {
        try {
            return CalendarYears.isPossible(LocalDate.parse(value));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private void matching(String option, boolean given, boolean needed, String with) {
        if (given != needed) {
            throw misuse(
                    given ? "draw.only_with" : "draw.needs", Map.of("option", option, "design", "--design " + with));
        }
    }

    private ParameterException misuse(String code, Map<String, String> args) {
        return new ParameterException(spec().commandLine(), text(code, args));
    }

    private FrameColumns columns() {
        return new FrameColumns(id, strata.or(() -> cluster), measure);
    }

    private SamplingFrame read() {
        try (InputStream in = Input.open(console(), frame);
                Progress rows = progress("analyze.rows")) {
            return FrameFile.read(frame, in, FileLimit.of(System.getenv()), columns(), rows::one);
        } catch (IOException e) {
            throw new Problem(Problem.Kind.UNAVAILABLE, "file.unreadable", Map.of("file", frame), e);
        }
    }

    /** Of one answer no error can be estimated; and for a stratum of none nobody speaks at all. */
    private void warn(DrawnSample sample) {
        List<DrawnSample.Stratum> thin = sample.strata().stream()
                .filter(stratum -> stratum.drawn() < 2 && !stratum.takenWhole())
                .toList();
        warn("draw.nobody", thin.stream().filter(stratum -> stratum.drawn() == 0));
        warn("draw.lonely", thin.stream().filter(stratum -> stratum.drawn() > 0));
    }

    /** One line for all of them, however many: the first by name. */
    private void warn(String code, Stream<DrawnSample.Stratum> strata) {
        List<DrawnSample.Stratum> all = strata.toList();
        if (all.isEmpty()) {
            return;
        }
        String first = all.stream()
                .limit(NAMED)
                .map(DrawnSample.Stratum::name)
                .collect(Collectors.joining(text("draw.comma")));
        Map<String, String> args = Map.of(
                "strata",
                Printed.count(all.size()),
                "rows",
                Printed.count(all.stream().mapToLong(DrawnSample.Stratum::size).sum()),
                "first",
                first);
        say(text(all.size() > NAMED ? code + ".many" : code, args));
    }

    private static final class Designs implements ITypeConverter<DrawPlan.Method> {
        @Override
        public DrawPlan.Method convert(String value) {
            return one(DrawPlan.Method.values(), value, "srs | systematic | stratified | pps | cluster");
        }
    }

    private static final class Shares implements ITypeConverter<DrawPlan.Share> {
        @Override
        public DrawPlan.Share convert(String value) {
            return one(DrawPlan.Share.values(), value, "proportional | equal | neyman");
        }
    }

    private static <E extends Enum<E>> E one(E[] all, String value, String words) {
        for (E each : all) {
            if (each.name().toLowerCase(Locale.ROOT).equals(value)) {
                return each;
            }
        }
        throw new CommandLine.TypeConversionException(words);
    }
}
