package tw.minsheng.dataset.weights;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import tw.minsheng.dataset.Decimals;
import tw.minsheng.dataset.FaultList;
import tw.minsheng.format.CsvLimits;
import tw.minsheng.format.CsvReader;
import tw.minsheng.format.CsvRow;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.Sha256;

/**
 * Reads of a file of answers what weights need: the variables of the margins, and the design weight in {@code _weight} where
 * there is such a column, else 1.
 */
public final class SampleFile {

    private static final String WEIGHT = "_weight";

    /** A column with so many is none of this variable; what stands there may be anything. */
    private static final int MOST_STRANGERS = 100;

    private final String name;
    private final List<KnownMargin> margins;
    private final List<Map<String, Integer>> levels;
    private final int[] columns;
    private final int weight;
    private final FaultList faults;
    private final Map<Stranger, Met> strangers = new LinkedHashMap<>();
    private final SampleCells cells = new SampleCells();

    /** A value of a variable that the population does not have. */
    private record Stranger(String variable, String value) {}

    private record Met(long firstRow, long rows) {}

    private SampleFile(String name, List<String> header, List<KnownMargin> margins) {
        this.name = name;
        this.margins = List.copyOf(margins);
        this.levels = margins.stream().map(SampleFile::numbered).toList();
        this.faults = new FaultList(name);
        this.columns = margins.stream()
                .mapToInt(margin -> place(header, margin.variable()))
                .toArray();
        this.weight = header.contains(WEIGHT) ? place(header, WEIGHT) : -1;
        faults.refuse();
    }

    /**
     * What was read.
     *
     * @param sha256 of the bytes of the file
     * @param weighted whether it had design weights
     */
    public record Sample(SampleCells cells, String sha256, boolean weighted) {}

    /**
     * @param name of the file in messages
     * @param each run after each row
     * @throws Problem INVALID {@code answers.faults} with a fault for each missing column, bad weight, and value that the
     *     population does not have; {@code answers.no_rows}; what {@link CsvReader} refuses
     */
    public static Sample read(String name, InputStream in, CsvLimits limits, List<KnownMargin> margins, Runnable each)
            throws IOException {
        MessageDigest digest = Sha256.digest();
        try (CsvReader reader = CsvReader.open(name, new DigestInputStream(in, digest), limits)) {
            CsvRow first = reader.next().orElseThrow(() -> empty(name));
            SampleFile file = new SampleFile(name, first.fields(), margins);
            for (Optional<CsvRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                file.add(row.get());
                each.run();
            }
            file.refuse();
            return new Sample(file.cells, Sha256.hex(digest), file.weight >= 0);
        }
    }

    private static Problem empty(String name) {
        return Problem.of(Problem.Kind.INVALID, "answers.no_rows", Map.of("file", name));
    }

    private static Map<String, Integer> numbered(KnownMargin margin) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        margin.levels().forEach(level -> numbers.put(level, numbers.size()));
        return numbers;
    }

    private int place(List<String> header, String column) {
        int place = header.indexOf(column);
        if (place < 0) {
            faults.header("answers.no_margin_column", column);
        } else if (place != header.lastIndexOf(column)) {
            faults.header("answers.column_twice", column);
        }
        return place;
    }

    private void add(CsvRow row) {
        List<Integer> at = new ArrayList<>();
        for (int m = 0; m < columns.length; m++) {
            level(m, row).ifPresent(at::add);
        }
        OptionalDouble given = weightOf(row);
        if (at.size() == columns.length && given.isPresent()) {
            cells.add(new SampleCells.Cell(at, given.getAsDouble()));
        }
    }

    private OptionalInt level(int margin, CsvRow row) {
        KnownMargin known = margins.get(margin);
        String code = row.field(columns[margin]).strip();
        Integer level = levels.get(margin).get(code);
        if (level != null) {
            return OptionalInt.of(level);
        }
        if (known.isUnknown(code)) {
            return OptionalInt.of(levels.get(margin).size());
        }
        strangers.merge(
                new Stranger(known.variable(), code),
                new Met(row.number(), 1),
                (met, again) -> new Met(met.firstRow(), met.rows() + 1));
        if (strangers.size() >= MOST_STRANGERS) {
            refuse();
        }
        return OptionalInt.empty();
    }

    private OptionalDouble weightOf(CsvRow row) {
        if (weight < 0) {
            return OptionalDouble.of(1);
        }
        String cell = row.field(weight).strip();
        Optional<Double> number = Decimals.of(cell).map(BigDecimal::doubleValue).filter(Double::isFinite);
        if (number.isPresent() && number.get() >= 0) {
            return OptionalDouble.of(number.get());
        }
        String code = cell.isEmpty() ? "missing_weight" : number.isPresent() ? "negative_weight" : "weight_not_number";
        faults.cell(row.number(), WEIGHT, cell, "answers." + code);
        return OptionalDouble.empty();
    }

    private void refuse() {
        strangers.forEach((stranger, met) -> faults.value(
                met.firstRow(), stranger.variable(), stranger.value(), met.rows(), "answers.not_in_population"));
        faults.refuse();
        if (cells.rows() == 0) {
            throw empty(name);
        }
    }
}
