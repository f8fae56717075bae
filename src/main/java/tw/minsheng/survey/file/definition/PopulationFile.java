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
     * @throws Problem INVALID, with {@code csv.…} or {@code population.columns}, or what is wrong with a row:
     *     {@code population.no_code no_count negative twice}
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
        String code = row.field(0);
        String n = row.field(1);
        if (code.isEmpty()) {
            throw wrong("population.no_code", name, row);
        }
        if (n.matches("-[0-9]+")) {
            throw wrong("population.negative", name, row);
        }
        if (!n.matches("[0-9]{1,15}")) {
            throw wrong("population.no_count", name, row);
        }
        if (counts.putIfAbsent(code, Long.parseLong(n)) != null) {
            throw wrong("population.twice", name, row);
        }
    }

    private static Problem wrong(String what, String name, CsvRow row) {
        return Problem.of(
                Problem.Kind.INVALID,
                what,
                Map.of("file", name, "row", Long.toString(row.number()), "code", row.field(0), "n", row.field(1)));
    }
}
