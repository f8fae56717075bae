package tw.minsheng.calendar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.minsheng.format.CsvLimits;
import tw.minsheng.format.CsvReader;
import tw.minsheng.format.CsvRow;
import tw.minsheng.kernel.Problem;

/**
 * Reads an office calendar in one of two layouts, told apart by the header: {@code date,kind,name} with the exceptions of
 * whole years, and the yearly file of data.gov.tw 14718 with every day. UTF-8, or Big5 as the older yearly files are.
 */
public final class CalendarFile {

    private CalendarFile() {}

    /**
     * Reads a calendar.
     *
     * @param name how the file is called in messages
     * @throws Problem {@code calendar.faults} with every fault and its row; {@code calendar.layout} when the header is of
     *     neither layout; {@code calendar.no_rows}; the codes of {@link CsvReader}
     */
    public static OfficeCalendar read(String name, InputStream in) throws IOException {
        byte[] utf8 = CalendarText.utf8(CalendarText.bytes(name, in));
        try (CsvReader reader = CsvReader.open(name, new ByteArrayInputStream(utf8), CsvLimits.DEFAULT)) {
            Layout layout = layout(name, reader.next());
            RowFaults faults = new RowFaults(name);
            rows(reader, layout, faults);
            return layout.calendar(faults);
        }
    }

    /** One way of writing a calendar; it gathers the rows. */
    interface Layout {

        void row(CsvRow row, RowFaults faults);

        /** @throws Problem when the rows have faults */
        OfficeCalendar calendar(RowFaults faults);
    }

    private static Layout layout(String name, Optional<CsvRow> header) {
        List<String> columns = header.map(CsvRow::fields).orElse(List.of()).stream()
                .map(String::strip)
                .toList();
        if (columns.equals(ExceptionLayout.COLUMNS)) {
            return new ExceptionLayout();
        }
        if (columns.equals(YearLayout.COLUMNS)) {
            return new YearLayout();
        }
        Map<String, String> args = Map.of(
                "file", name,
                "found", RowFaults.shortened(String.join(",", columns)),
                "own", String.join(",", ExceptionLayout.COLUMNS),
                "yearly", String.join(",", YearLayout.COLUMNS));
        throw Problem.of(Problem.Kind.INVALID, "calendar.layout", args);
    }

    /** What the reader itself refuses ends the reading, but hides no fault that was found before. */
    private static void rows(CsvReader reader, Layout layout, RowFaults faults) {
        try {
            for (Optional<CsvRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                layout.row(row.get(), faults);
            }
        } catch (Problem problem) {
            faults.add(problem);
        }
    }
}
