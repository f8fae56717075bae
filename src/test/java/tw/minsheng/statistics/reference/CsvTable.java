package tw.minsheng.statistics.reference;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A CSV file of the references: header, empty cell = missing; {@code NA} too, as in R. */
record CsvTable(Map<String, List<String>> columns, int rows) {

    static CsvTable read(Path file) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            Map<String, List<String>> columns = new LinkedHashMap<>();
            List<String> names = new ArrayList<>();
            int rows = 0;
            for (CsvRecord line : reader) {
                if (names.isEmpty()) {
                    names.addAll(line.getFields());
                    names.forEach(name -> columns.put(name, new ArrayList<>()));
                    continue;
                }
                for (int i = 0; i < names.size(); i++) {
                    columns.get(names.get(i)).add(line.getField(i));
                }
                rows++;
            }
            return new CsvTable(columns, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isMissing(String cell) {
        return cell.isEmpty() || cell.equals("NA");
    }
}
