package tw.minsheng.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.format.CsvLimits;
import tw.minsheng.format.CsvReader;
import tw.minsheng.format.CsvRow;

/** The live answers of a survey, as {@code export answers} writes them while the server runs. */
final class Exports {

    private Exports() {}

    /** Column → cell, for each answer. */
    static List<Map<String, String>> of(String survey, Path data) {
        Path file = data.resolveSibling("export-" + survey + ".csv");
        Product.Run run = Product.run(
                "export", "answers", survey, "--set", "live", "--data", data.toString(), "--out", file.toString());
        if (run.exit() != 0) {
            throw new IllegalStateException("the export failed: " + run.err());
        }
        try (InputStream in = Files.newInputStream(file);
                CsvReader rows = CsvReader.open(file.toString(), in, CsvLimits.DEFAULT)) {
            List<String> names = rows.next().orElseThrow().fields();
            List<Map<String, String>> all = new ArrayList<>();
            for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                all.add(row(names, row.get().fields()));
            }
            Files.delete(file);
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> row(List<String> names, List<String> fields) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            row.put(names.get(i), fields.get(i));
        }
        return row;
    }
}
