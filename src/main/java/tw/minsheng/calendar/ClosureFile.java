package tw.minsheng.calendar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.minsheng.format.CsvLimits;
import tw.minsheng.format.CsvReader;
import tw.minsheng.format.CsvRow;
import tw.minsheng.kernel.Problem;

/** Reads local closures (颱風停班) from CSV: {@code date,district,part,name}; an empty district is the whole city. */
public final class ClosureFile {

    private static final List<String> COLUMNS = List.of("date", "district", "part", "name");

    private final Set<String> districts;
    private final RowFaults faults;
    private final Map<String, Long> rows = new HashMap<>();
    private final Map<Long, LocalClosure> found = new LinkedHashMap<>();

    private ClosureFile(Set<String> districts, RowFaults faults) {
        this.districts = districts;
        this.faults = faults;
    }

    /** Whether the header is that of closures. */
    public static boolean isOne(byte[] content) {
        String text = new String(CalendarText.utf8(content), StandardCharsets.UTF_8);
        String header = text.lines().findFirst().orElse("").replace("\uFEFF", "");
        return Arrays.stream(header.split(",", -1)).map(String::strip).toList().equals(COLUMNS);
    }

    /**
     * @param name how the file is called in messages
     * @param districts that a row may name; none when nobody knows them
     * @throws Problem {@code calendar.faults} with every fault and its row; the codes of {@link CsvReader}
     */
    public static LocalClosures read(String name, byte[] content, Set<String> districts) {
        ClosureFile file = new ClosureFile(districts, new RowFaults(name));
        byte[] utf8 = CalendarText.utf8(content);
        try (CsvReader reader = CsvReader.open(name, new ByteArrayInputStream(utf8), CsvLimits.DEFAULT)) {
            Optional<CsvRow> header = reader.next();
            for (Optional<CsvRow> row = header.isEmpty() ? header : reader.next();
                    row.isPresent();
                    row = reader.next()) {
                file.row(row.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        file.faults.refuse();
        return new LocalClosures(List.copyOf(file.found.values()));
    }

    private void row(CsvRow row) {
        Optional<LocalDate> date = date(row);
        Optional<LocalClosure.Part> part = Arrays.stream(LocalClosure.Part.values())
                .filter(each ->
                        each.name().toLowerCase(Locale.ROOT).equals(row.field(2).strip()))
                .findFirst();
        if (part.isEmpty()) {
            faults.add(row.number(), "closure.part", Map.of("value", row.field(2)));
        }
        String district = row.field(1).strip();
        if (!district.isEmpty() && !districts.isEmpty() && !districts.contains(district)) {
            faults.add(row.number(), "closure.district", Map.of("value", district));
        }
        String name = row.field(3).strip();
        if (name.isEmpty()) {
            faults.add(row.number(), "closure.name", Map.of());
        }
        if (date.isPresent() && part.isPresent()) {
            keep(row, new LocalClosure(district, date.get(), part.get(), name));
        }
    }

    private void keep(CsvRow row, LocalClosure closure) {
        Long before = rows.putIfAbsent(closure.date() + closure.district() + closure.part(), row.number());
        if (before != null) {
            faults.add(row.number(), "calendar.doubled", Map.of("value", row.field(0), "first", Long.toString(before)));
        }
        found.put(row.number(), closure);
    }

    private Optional<LocalDate> date(CsvRow row) {
        String text = row.field(0).strip();
        try {
            LocalDate date = LocalDate.parse(text);
            if (CalendarYears.isPossible(date)) {
                return Optional.of(date);
            }
        } catch (DateTimeParseException noDate) {
            // told below
        }
        faults.add(row.number(), "calendar.date", Map.of("value", text, "pattern", "2026-09-28"));
        return Optional.empty();
    }
}
