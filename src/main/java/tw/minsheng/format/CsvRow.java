package tw.minsheng.format;

import java.util.List;

/**
 * One row of a CSV file.
 *
 * @param number as a spreadsheet counts: the header is row 1, empty lines count
 * @param fields as many as the header has
 */
public record CsvRow(long number, List<String> fields) {

    public CsvRow {
        fields = List.copyOf(fields);
    }

    public String field(int index) {
        return fields.get(index);
    }
}
