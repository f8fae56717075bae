package tw.minsheng.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import tw.minsheng.dataset.weights.CountedFile;
import tw.minsheng.dataset.weights.CountedSample;
import tw.minsheng.dataset.weights.FittedWeights;
import tw.minsheng.dataset.weights.ItemColumns;
import tw.minsheng.dataset.weights.KnownMargin;
import tw.minsheng.format.JsonWriter;
import tw.minsheng.kernel.Problem;

/**
 * {@code stats tables}: weighted means of items with their errors, and cross tables by the variables of the weights with their
 * Rao–Scott tests. The file is read once and counted, so its size does not matter.
 */
@CommandLine.Command(name = "tables")
public final class StatsTablesCommand extends Command {

    @Option(names = "--data", required = true, paramLabel = "X.csv", descriptionKey = "data")
    private String data;

    @Option(names = "--definition", required = true, paramLabel = "X.json", descriptionKey = "definition")
    private Path definition;

    @Option(names = "--margins", required = true, paramLabel = "M.yaml", descriptionKey = "margins")
    private Path margins;

    @Option(names = "--by", paramLabel = "NAME", split = ",", descriptionKey = "by")
    private List<String> by = List.of();

    @SuppressWarnings("NullAway") // picocli sets the options before it calls the command
    public StatsTablesCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        MarginPlan plan = MarginPlan.read(console(), margins);
        List<KnownMargin> known = plan.margins();
        List<Integer> wanted = wanted(known);
        ScaleDefinition scale = ScaleDefinition.read(Input.name(definition), Input.bytes(console(), definition));
        ItemColumns items = items(scale);
        if (!CountedSample.isFeasible(known, items)) {
            throw Problem.of(Problem.Kind.INVALID, "tables.too_many_cells", Map.of("file", margins.toString()));
        }
        CountedSample sample = read(new CountedFile(data, known, items));
        FittedWeights weights = sample.weighted(plan.weighting());
        plan.refuse(weights, data, language());
        OutputStream out = new BufferedOutputStream(console().out());
        JsonWriter json = new JsonWriter(out);
        new TablesJson(json, items, scale.reverse(), sample, weights.weighting()).write(wanted);
        json.flush();
        out.write('\n');
        out.flush();
        return Exit.DONE;
    }

    /** Places of the variables of {@code --by} among the margins; all unless given. */
    private List<Integer> wanted(List<KnownMargin> known) {
        List<String> names = known.stream().map(KnownMargin::variable).toList();
        Set<String> asked = new LinkedHashSet<>(by.isEmpty() ? names : by);
        List<Integer> places = new ArrayList<>();
        for (String name : asked) {
            if (!names.contains(name)) {
                String message = text("tables.no_margin", Map.of("value", name, "names", String.join(", ", names)));
                throw new CommandLine.ParameterException(spec().commandLine(), message);
            }
            places.add(names.indexOf(name));
        }
        return places;
    }

    private ItemColumns items(ScaleDefinition scale) {
        double lowest = scale.minimum();
        double highest = scale.maximum();
        boolean whole = lowest == Math.rint(lowest) && highest == Math.rint(highest);
        if (scale.items().isEmpty() || !whole || highest - lowest >= ItemColumns.MOST_ANSWERS) {
            throw Problem.of(
                    Problem.Kind.INVALID,
                    "tables.no_closed_scale",
                    Map.of("file", definition.toString(), "n", Integer.toString(ItemColumns.MOST_ANSWERS)));
        }
        return new ItemColumns(scale.items(), (int) lowest, (int) highest);
    }

    private CountedSample read(CountedFile file) {
        try {
            if (!Input.isStandard(data)) {
                try (InputStream in = Input.open(console(), data);
                        Progress rows = progress("analyze.rows")) {
                    Optional<CountedSample> plain = file.plain(in, rows::one);
                    if (plain.isPresent()) {
                        return plain.get();
                    }
                }
            }
            try (InputStream in = Input.open(console(), data);
                    Progress rows = progress("analyze.rows")) {
                return file.careful(in, FileLimit.of(System.getenv()), rows::one);
            }
        } catch (IOException e) {
            throw new Problem(Problem.Kind.UNAVAILABLE, "file.unreadable", Map.of("file", data), e);
        }
    }
}
