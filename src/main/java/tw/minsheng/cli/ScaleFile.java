package tw.minsheng.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tw.minsheng.format.CsvLimits;
import tw.minsheng.format.CsvReader;
import tw.minsheng.format.CsvRow;
import tw.minsheng.kernel.Problem;
import tw.minsheng.statistics.Missing;
import tw.minsheng.statistics.battery.Block;
import tw.minsheng.statistics.battery.ScaleSet;
import tw.minsheng.statistics.reliability.Scale;

/**
 * A file of answers with the columns that its definition names, and those of panels: experts {@code E1, E2, …} beside the column
 * {@code item}, raters {@code J1, J2, …}, coders {@code R1, R2, …}, two times {@code score_t1} and {@code score_t2}. An empty cell
 * is missing; other columns are not read. What is not a number, or lies outside the scale, is refused with its row and column.
 */
final class ScaleFile {

    private static final String HEADER_ROW = "1";
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]{1,3})?");

    private final String name;
    private final ScaleDefinition definition;
    private final List<String> header;
    private final int[] items;
    private final int group;
    private final int criterion;
    private final PanelColumns panels;
    private final ScaleAnswers answers;
    private final List<String> labels = new ArrayList<>();
    private final List<Double> measures = new ArrayList<>();
    private final Map<String, String> seen = new HashMap<>();

    private ScaleFile(String name, ScaleDefinition definition, List<String> header) {
        this.name = name;
        this.definition = definition;
        this.header = header;
        refuseTwice();
        this.items = definition.items().stream().mapToInt(this::column).toArray();
        this.group = definition.group().isEmpty() ? -1 : column(definition.group());
        this.criterion = definition.criterion().isEmpty() ? -1 : column(definition.criterion());
        this.panels = new PanelColumns(header, definition, this::number);
        this.answers = new ScaleAnswers(items.length);
        if (items.length == 0 && panels.isEmpty()) {
            throw Problem.of(Problem.Kind.INVALID, "scale.nothing", Map.of("file", name));
        }
    }

    /**
     * Reads all rows.
     *
     * @param name of the file in messages
     * @param each run after each row
     * @throws Problem INVALID with row, column and value
     */
    static ScaleFile read(String name, InputStream in, CsvLimits limits, ScaleDefinition definition, Runnable each)
            throws IOException {
        try (CsvReader reader = CsvReader.open(name, in, limits)) {
            CsvRow first = reader.next()
                    .orElseThrow(() -> Problem.of(Problem.Kind.INVALID, "scale.empty", Map.of("file", name)));
            ScaleFile file = new ScaleFile(name, definition, first.fields());
            boolean any = false;
            for (Optional<CsvRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                file.add(row.get());
                each.run();
                any = true;
            }
            if (!any) {
                throw Problem.of(Problem.Kind.INVALID, "scale.no_rows", Map.of("file", name));
            }
            return file;
        }
    }

    private void refuseTwice() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            if (!names.add(header.get(i))) {
                throw refused("scale.column_twice", HEADER_ROW, i, header.get(i));
            }
        }
    }

    private int column(String wanted) {
        int found = header.indexOf(wanted);
        if (found < 0) {
            Map<String, String> args = Map.of("file", name, "value", wanted, "columns", String.join(", ", header));
            throw Problem.of(Problem.Kind.INVALID, "scale.no_column", args);
        }
        return found;
    }

    private Problem refused(String code, String row, int column, String value) {
        Map<String, String> args = Map.of(
                "file",
                name,
                "row",
                row,
                "column",
                header.get(column),
                "value",
                value,
                "min",
                plain(definition.minimum()),
                "max",
                plain(definition.maximum()));
        return Problem.of(Problem.Kind.INVALID, code, args);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private void add(CsvRow row) {
        double[] scores = new double[items.length];
        for (int i = 0; i < items.length; i++) {
            double answer = inside(row, items[i]);
            boolean turned = definition.reverse().contains(definition.items().get(i));
            scores[i] = turned && !Missing.is(answer) ? definition.minimum() + definition.maximum() - answer : answer;
        }
        answers.add(scores);
        if (group >= 0) {
            labels.add(seen.computeIfAbsent(row.field(group), label -> label));
        }
        if (criterion >= 0) {
            measures.add(number(row, criterion));
        }
        panels.add(row, this::inside);
    }

    /** A number of the scale. */
    private double inside(CsvRow row, int column) {
        double number = number(row, column);
        if (!Missing.is(number) && (number < definition.minimum() || number > definition.maximum())) {
            throw refused("scale.outside", Long.toString(row.number()), column, row.field(column));
        }
        return number;
    }

    private double number(CsvRow row, int column) {
        String cell = row.field(column).strip();
        if (cell.isEmpty()) {
            return Missing.ANSWER;
        }
        if (NUMBER.matcher(cell).matches()) {
            double number = Double.parseDouble(cell);
            if (Math.abs(number) <= ScaleDefinition.LARGEST) {
                return number;
            }
            throw refused("scale.number_too_large", Long.toString(row.number()), column, cell);
        }
        throw refused("scale.no_number", Long.toString(row.number()), column, cell);
    }

    /** The items with their scores; empty when the file holds a panel only. */
    Optional<ScaleSet> set() {
        if (items.length == 0) {
            return Optional.empty();
        }
        Scale scale = new Scale(definition.items(), definition.minimum(), definition.maximum());
        return Optional.of(new ScaleSet(
                scale, new LinkedHashMap<>(definition.factors()), answers, labels, measures, definition.extracted()));
    }

    List<Block> panels() {
        return panels.blocks();
    }
}
