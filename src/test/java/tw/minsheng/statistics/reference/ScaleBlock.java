package tw.minsheng.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.MissingRule;
import tw.minsheng.statistics.moments.CrossSums;
import tw.minsheng.statistics.moments.SymmetricMatrix;
import tw.minsheng.statistics.ordinal.Polychoric;
import tw.minsheng.statistics.reference.ReferenceLibrary.ReferenceSet;
import tw.minsheng.statistics.reliability.Scale;
import tw.minsheng.statistics.reliability.ScaleReliability;
import tw.minsheng.statistics.reliability.ScaleSums;

/** One block of a psychometric reference with its data: items, reversed as the file says, and the missing rule. */
final class ScaleBlock {

    private final JsonNode set;
    private final JsonNode block;
    private final Path folder;

    ScaleBlock(JsonNode set, JsonNode block, Path folder) {
        this.set = set;
        this.block = block;
        this.folder = folder;
    }

    /** All items of the set, as the head of its file declares them. */
    static ScaleBlock ofWholeSet(ReferenceSet set) {
        ObjectNode whole = Tree.object();
        whole.put("block", "all");
        whole.set("items", set.content().path("items"));
        return new ScaleBlock(set.content(), whole, set.file().getParent());
    }

    String kind() {
        return block.get("block").asText();
    }

    List<String> items() {
        List<String> items = new ArrayList<>();
        block.path("items").forEach(item -> items.add(item.asText()));
        return items;
    }

    MissingRule rule() {
        return block.path("missing").asText("listwise").startsWith("pairwise")
                ? MissingRule.PAIRWISE
                : MissingRule.LISTWISE;
    }

    private boolean isReversed() {
        return !kind().equals("trap_unreversed");
    }

    double minimum() {
        return set.path("min").asDouble(1);
    }

    double maximum() {
        return set.path("max").asDouble(Math.max(5, minimum() + 1));
    }

    /** The rows of the items; {@link Missing#ANSWER} for an empty cell. */
    double[][] rows() {
        CsvTable table = CsvTable.read(folder.resolve(set.get("csv").asText()));
        Set<String> reverse = new HashSet<>();
        set.path("reverse").forEach(item -> reverse.add(item.asText()));
        Scale scale = scale();
        double[][] rows = new double[table.rows()][items().size()];
        for (int j = 0; j < items().size(); j++) {
            String item = items().get(j);
            List<String> column = table.columns().get(item);
            if (column == null) {
                throw new NotCovered("no column " + item);
            }
            for (int i = 0; i < rows.length; i++) {
                rows[i][j] = number(column.get(i));
                if (isReversed() && reverse.contains(item) && !Missing.is(rows[i][j])) {
                    rows[i][j] = scale.reversed(rows[i][j]);
                }
            }
        }
        return rows;
    }

    private static double number(String cell) {
        return CsvTable.isMissing(cell) ? Missing.ANSWER : Double.parseDouble(cell);
    }

    Scale scale() {
        return new Scale(items(), minimum(), maximum());
    }

    ScaleReliability reliability() {
        ScaleSums sums = new ScaleSums(scale(), rule());
        for (double[] row : rows()) {
            sums.add(row);
        }
        return ScaleReliability.of(sums);
    }

    CrossSums cross(MissingRule rule) {
        CrossSums sums = CrossSums.of(items().size(), rule);
        for (double[] row : rows()) {
            sums.add(row);
        }
        return sums;
    }

    SymmetricMatrix covariance() {
        return cross(rule()).covariances();
    }

    /** As {@code cor(Z, use="pairwise")}: each r with the standard deviations of its own rows. */
    SymmetricMatrix correlation() {
        if (!hasAnswers()) {
            return publishedMatrix();
        }
        CrossSums sums = cross(rule());
        return SymmetricMatrix.of(sums.columns(), (i, j) -> i == j ? 1 : sums.correlation(i, j));
    }

    /** The rows without a missing cell. */
    double[][] completeAnswers() {
        return Arrays.stream(rows())
                .filter(row -> Arrays.stream(row).noneMatch(Missing::is))
                .toArray(double[][]::new);
    }

    /** A column of the data as it was written. */
    List<String> column(String name) {
        List<String> column =
                CsvTable.read(folder.resolve(set.get("csv").asText())).columns().get(name);
        if (column == null) {
            throw new NotCovered("no column " + name);
        }
        return column;
    }

    /** The declared factors with their items, as the model of the block says. */
    Map<String, List<String>> declared() {
        Map<String, List<String>> declared = new LinkedHashMap<>();
        for (String line : named("model").split("\n", -1)) {
            String[] sides = line.split("=~", 2);
            declared.put(sides[0].strip(), List.of(sides[1].strip().split("\\+", -1)));
        }
        return declared;
    }

    /** A word of the block, such as the column of the second time. */
    String named(String key) {
        return block.path(key).asText();
    }

    /** A column as numbers. */
    double[] numbers(String name) {
        return column(name).stream().mapToDouble(ScaleBlock::number).toArray();
    }

    /** Two-step polychoric correlations of the complete rows. */
    SymmetricMatrix polychoric() {
        double[][] rows = completeAnswers();
        return SymmetricMatrix.of(
                items().size(),
                (i, j) -> i == j ? 1 : Polychoric.of(crossed(rows, i, j)).number());
    }

    private static double[] levels(double[][] rows, int item) {
        return Arrays.stream(rows)
                .mapToDouble(row -> row[item])
                .sorted()
                .distinct()
                .toArray();
    }

    private static long[][] crossed(double[][] rows, int i, int j) {
        double[] first = levels(rows, i);
        double[] second = levels(rows, j);
        long[][] counts = new long[first.length][second.length];
        for (double[] row : rows) {
            counts[Arrays.binarySearch(first, row[i])][Arrays.binarySearch(second, row[j])]++;
        }
        return counts;
    }

    /** How many factors R was asked for. */
    int factors() {
        return block.path("factors").asInt(1);
    }

    /** Rows that R would count: complete ones under listwise, all under pairwise deletion. */
    long n() {
        return rule() == MissingRule.PAIRWISE ? rows().length : completeRows();
    }

    long completeRows() {
        return Arrays.stream(rows())
                .filter(row -> Arrays.stream(row).noneMatch(Missing::is))
                .count();
    }

    /** The correlation matrix that stands in the CSV itself, for sets without answers. */
    SymmetricMatrix publishedMatrix() {
        CsvTable table = CsvTable.read(folder.resolve(set.get("csv").asText()));
        List<String> items = items();
        double[][] cells = new double[items.size()][];
        IntStream.range(0, items.size())
                .forEach(i -> cells[i] = items.stream()
                        .mapToDouble(item ->
                                Double.parseDouble(table.columns().get(item).get(i)))
                        .toArray());
        return SymmetricMatrix.of(cells);
    }

    /** Whether the CSV holds answers; some sets only publish a correlation matrix. */
    boolean hasAnswers() {
        return !set.has("n_obs");
    }

    long publishedN() {
        return set.path("n_obs").asLong(block.path("n").asLong());
    }
}
