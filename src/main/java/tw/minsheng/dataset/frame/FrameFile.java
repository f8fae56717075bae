package tw.minsheng.dataset.frame;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.minsheng.dataset.Decimals;
import tw.minsheng.format.CsvLimits;
import tw.minsheng.format.CsvReader;
import tw.minsheng.format.CsvRow;
import tw.minsheng.kernel.Problem;
import tw.minsheng.kernel.Sha256;

/**
 * Reads a frame row by row. What has no id, one that came before, no group or no number is refused with its row, column and value; of many
 * such cells the first are named and the others counted, so that one run is enough to mend them.
 */
public final class FrameFile {

    private final String name;
    private final List<String> header;
    private final FrameColumns columns;
    private final List<Unit> units = new ArrayList<>();
    private final Map<String, String> groups = new HashMap<>();
    private final FrameFaults faults;

    private FrameFile(String name, List<String> header, FrameColumns columns) {
        this.name = name;
        this.header = header;
        this.columns = columns;
        this.faults = new FrameFaults(name);
        columns.all().forEach(this::refuseAbsent);
    }

    private record Unit(String id, String group, double measure, long row) {}

    /**
     * The names of its columns; several may have none, as spreadsheets write them beside the last one.
     *
     * @throws Problem INVALID {@code frame.empty}, {@code frame.column_twice} of any name, and what {@link CsvReader} refuses
     */
    public static List<String> header(String name, InputStream in, CsvLimits limits) throws IOException {
        try (CsvReader reader = CsvReader.open(name, in, limits)) {
            List<String> header = reader.next()
                    .orElseThrow(() -> refused("frame.empty", Map.of("file", name)))
                    .fields();
            header.stream()
                    .filter(column -> !column.isBlank() && header.indexOf(column) != header.lastIndexOf(column))
                    .findFirst()
                    .ifPresent(column -> {
                        throw refused("frame.column_twice", Map.of("file", name, "column", column));
                    });
            return header;
        }
    }

    /**
     * What stands in some columns of the units with these ids: id → values in the order of the columns.
     *
     * @param more columns of the file, beside that of the id
     */
    public static Map<String, List<String>> pick(
            String name, InputStream in, CsvLimits limits, String id, List<String> more, Set<String> ids)
            throws IOException {
        try (CsvReader reader = CsvReader.open(name, in, limits)) {
            CsvRow first = reader.next().orElseThrow(() -> refused("frame.empty", Map.of("file", name)));
            FrameFile file =
                    new FrameFile(name, first.fields(), new FrameColumns(id, Optional.empty(), Optional.empty()));
            more.forEach(file::refuseAbsent);
            int[] places = more.stream().mapToInt(file.header::indexOf).toArray();
            Map<String, List<String>> picked = new HashMap<>();
            for (Optional<CsvRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                CsvRow found = row.get();
                String unit = file.cell(found, id);
                if (ids.contains(unit)) {
                    picked.put(
                            unit,
                            Arrays.stream(places)
                                    .mapToObj(place -> found.field(place).strip())
                                    .toList());
                }
            }
            return picked;
        }
    }

    /**
     * @param name of the file in messages
     * @param each run after each row
     * @throws Problem INVALID {@code frame.no_column}, {@code frame.column_twice}, {@code frame.empty}, {@code frame.no_value}, {@code frame.twice},
     *     {@code frame.not_number}, {@code frame.faults} with several of the last three, and what {@link CsvReader} refuses
     */
    public static SamplingFrame read(String name, InputStream in, CsvLimits limits, FrameColumns columns, Runnable each)
            throws IOException {
        MessageDigest digest = Sha256.digest();
        try (CsvReader reader = CsvReader.open(name, new DigestInputStream(in, digest), limits)) {
            CsvRow first = reader.next().orElseThrow(() -> refused("frame.empty", Map.of("file", name)));
            FrameFile file = new FrameFile(name, first.fields(), columns);
            for (Optional<CsvRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                file.add(row.get());
                each.run();
            }
            return file.inOrder(Sha256.hex(digest));
        }
    }

    private void refuseAbsent(String column) {
        Map<String, String> args = Map.of("file", name, "column", column, "columns", String.join(", ", header));
        if (!header.contains(column)) {
            throw refused("frame.no_column", args);
        }
        if (header.indexOf(column) != header.lastIndexOf(column)) {
            throw refused("frame.column_twice", args);
        }
    }

    /** A row whose cells have faults is left out; the file is refused in the end. */
    private void add(CsvRow row) {
        String id = value(row, columns.id());
        String group = columns.group().map(column -> value(row, column)).orElse("");
        double measure = columns.measure().map(column -> number(row, column)).orElse(0.0);
        if (!id.isEmpty()) {
            units.add(new Unit(id, groups.computeIfAbsent(group, same -> same), measure, row.number()));
        }
    }

    private String cell(CsvRow row, String column) {
        return row.field(header.indexOf(column)).strip();
    }

    private String value(CsvRow row, String column) {
        String value = cell(row, column);
        if (value.isEmpty()) {
            faults.add("frame.no_value", row.number(), column, value);
        }
        return value;
    }

    private double number(CsvRow row, String column) {
        String value = value(row, column);
        double number = Decimals.of(value).map(BigDecimal::doubleValue).orElse(Double.POSITIVE_INFINITY);
        boolean good = Double.isFinite(number) && number >= 0;
        if (!good && !value.isEmpty()) {
            faults.add("frame.not_number", row.number(), column, value);
        }
        return good ? number : 0;
    }

    private SamplingFrame inOrder(String sha256) {
        if (units.isEmpty() && faults.isEmpty()) {
            throw refused("frame.empty", Map.of("file", name));
        }
        units.sort(Comparator.comparing(Unit::id, CodePoints.ORDER));
        for (int i = 1; i < units.size(); i++) {
            if (units.get(i).id().equals(units.get(i - 1).id())) {
                faults.add(
                        "frame.twice",
                        units.get(i).row(),
                        columns.id(),
                        units.get(i).id());
            }
        }
        faults.refuse();
        return new SamplingFrame(
                units.stream().map(Unit::id).toList(),
                columns.group().isEmpty()
                        ? List.of()
                        : units.stream().map(Unit::group).toList(),
                columns.measure().isEmpty()
                        ? List.of()
                        : units.stream().map(Unit::measure).toList(),
                sha256);
    }

    private static Problem refused(String code, Map<String, String> args) {
        return Problem.of(Problem.Kind.INVALID, code, args);
    }
}
