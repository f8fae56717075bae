package tw.minsheng.survey.file.definition;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.format.CsvLimits;
import tw.minsheng.format.CsvReader;
import tw.minsheng.format.CsvRow;
import tw.minsheng.kernel.Problem;
import tw.minsheng.survey.Population;

/** Reads population counts: CSV with the header {@code code,n}, whole numbers, every code once. */
public final class PopulationFile {

    private static final List<String> HEADER = List.of("code", "n");
    private static final long MAX_BYTES = 10_000_000;

    private PopulationFile() {}

    /**
     * @param name relative to the survey's folder
     * @throws Problem INVALID, with {@code csv.…} or {@code population.columns} or {@code population.row}
     */
    public static Population read(String name, byte[] csv) {
        CsvLimits limits = CsvLimits.DEFAULT.withBytes(MAX_BYTES);
        try (CsvReader reader = CsvReader.open(name, new ByteArrayInputStream(csv), limits)) {
            if (!reader.next().map(CsvRow::fields).equals(Optional.of(HEADER))) {
                throw Problem.of(Problem.Kind.INVALID, "population.columns", Map.of("file", name));
            }
            Map<String, Long> counts = new LinkedHashMap<>();
            for (Optional<CsvRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                add(name, row.get(), counts);
            }
            if (counts.isEmpty()) {
                throw Problem.of(Problem.Kind.INVALID, "population.columns", Map.of("file", name));
            }
            return new Population(name, counts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(String name, CsvRow row, Map<String, Long> counts) {
        String n = row.field(1);
        boolean good = n.matches("[0-9]{1,15}") && !row.field(0).isEmpty();
        if (!good || counts.putIfAbsent(row.field(0), Long.parseLong(n)) != null) {
            throw Problem.of(
                    Problem.Kind.INVALID,
                    "population.row",
                    Map.of("file", name, "row", Long.toString(row.number()), "code", row.field(0), "n", n));
        }
    }
}
