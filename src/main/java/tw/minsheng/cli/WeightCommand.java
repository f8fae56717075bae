package tw.minsheng.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import tw.minsheng.dataset.weights.FittedWeights;
import tw.minsheng.dataset.weights.KnownMargin;
import tw.minsheng.dataset.weights.SampleFile;
import tw.minsheng.kernel.Problem;
import tw.minsheng.report.wording.Printed;
import tw.minsheng.survey.Weighting;

/** {@code weight}: fits weights (加權) to the population and says what they do before they are used. */
@CommandLine.Command(name = "weight")
public final class WeightCommand extends Command {

    private final String program;

    @Option(names = "--answers", required = true, paramLabel = "F.csv", descriptionKey = "answers")
    private String answers;

    @Option(names = "--margins", required = true, paramLabel = "M.yaml", descriptionKey = "margins")
    private Path margins;

    @Option(names = "--trim", paramLabel = "LO,HI", descriptionKey = "trim")
    private Optional<String> trim = Optional.empty();

    @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "out")
    private Path out;

    /** @param program version of the program */
    @SuppressWarnings("NullAway") // picocli sets the options before it calls the command
    public WeightCommand(Console console, String program) {
        super(console);
        this.program = program;
    }

    /** Limits in multiples of the mean weight. */
    record Trim(double low, double high) {}

    @Override
    public Integer call() throws IOException {
        Optional<Trim> limits = trim.map(this::limits);
        OutFolder folder = OutFolder.at(out);
        MarginPlan read = MarginPlan.read(console(), margins);
        MarginPlan plan = limits.map(cut -> read.trimmed(cut.low(), cut.high())).orElse(read);
        List<KnownMargin> known = plan.margins();
        SampleFile.Sample sample = sample(known);
        FittedWeights weights = FittedWeights.of(sample.cells(), known, plan.weighting());
        plan.refuse(weights, answers, language());
        WeightFiles files = new WeightFiles(program, plan.weighting(), sample, weights);
        folder.fill(files::write);
        tell(weights);
        return Exit.DONE;
    }

    private SampleFile.Sample sample(List<KnownMargin> known) {
        try (InputStream in = Input.open(console(), answers);
                Progress rows = progress("analyze.rows")) {
            SampleFile.Sample sample = SampleFile.read(answers, in, FileLimit.of(System.getenv()), known, rows::one);
            if (IntStream.range(0, sample.cells().size())
                    .allMatch(place -> sample.cells().cell(place).weight() == 0)) {
                throw Problem.of(Problem.Kind.INVALID, "answers.zero_weights", Map.of("file", answers));
            }
            return sample;
        } catch (IOException e) {
            throw new Problem(Problem.Kind.UNAVAILABLE, "file.unreadable", Map.of("file", answers), e);
        }
    }

    private void tell(FittedWeights weights) {
        say(text(
                "weight.done",
                Map.of(
                        "n",
                        Printed.count(weights.report().n()),
                        "deff",
                        Printed.fixed(weights.report().deffKish().number(), 3),
                        "neff",
                        Printed.fixed(weights.report().nEffective().number(), 1),
                        "folder",
                        out.toString())));
        weights.balance().stream()
                .filter(each -> each.unknown() > 0)
                .forEach(each -> say(text(
                        "weight.unknown",
                        Map.of("variable", each.margin().variable(), "n", Printed.count(each.unknown())))));
        if (weights.trimmed() > 0) {
            double error = weights.weighting().relativeMarginError().number();
            say(text(
                    "weight.trimmed",
                    Map.of("n", Printed.count(weights.trimmed()), "error", Printed.fixed(100 * error, 2))));
        }
        weights.report()
                .warnings()
                .forEach(warning -> say(text(
                        "weight." + warning.code(),
                        warning.args().entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey,
                                        entry -> Printed.fixed(Double.parseDouble(entry.getValue()), 1))))));
    }

    private Trim limits(String value) {
        String[] parts = value.split(",", -1);
        try {
            Trim limits = new Trim(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
            if (parts.length == 2 && Weighting.areLimits(limits.low(), limits.high())) {
                return limits;
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // told below
        }
        throw new ParameterException(spec().commandLine(), text("weight.trim", Map.of("value", value)));
    }
}
