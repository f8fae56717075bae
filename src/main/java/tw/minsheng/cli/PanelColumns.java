package tw.minsheng.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tw.minsheng.format.CsvRow;
import tw.minsheng.statistics.battery.Block;
import tw.minsheng.statistics.battery.ExpertPanel;
import tw.minsheng.statistics.battery.Panels;

/** Columns of a file that are no items: ratings of experts, raters and coders, and measures of two times. */
final class PanelColumns {

    private static final Pattern EXPERT = Pattern.compile("E\\d+");
    private static final Pattern RATER = Pattern.compile("J\\d+");
    private static final Pattern CODER = Pattern.compile("R\\d+");
    private static final Pattern FIRST_TIME = Pattern.compile("(.+)_t1");
    private static final String RATED = "item";

    /** A number out of a cell. @throws tw.minsheng.kernel.Problem when it is none */
    @FunctionalInterface
    interface Cell {
        double of(CsvRow row, int column);
    }

    private final ScaleDefinition definition;
    private final Cell number;
    private final int rated;
    private final List<Integer> experts;
    private final List<Integer> raters;
    private final List<Integer> coders;
    private final Map<Integer, Integer> times = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<double[]> grades = new ArrayList<>();
    private final List<double[]> ratings = new ArrayList<>();
    private final List<List<String>> codes = new ArrayList<>();
    private final List<double[]> measures = new ArrayList<>();

    /** @param number reads any number; what must lie inside the scale is read by the cell given with each row */
    PanelColumns(List<String> header, ScaleDefinition definition, Cell number) {
        this.definition = definition;
        this.number = number;
        Predicate<String> free = column -> !definition.items().contains(column);
        this.rated = header.indexOf(RATED);
        this.experts = rated >= 0 && definition.items().isEmpty() ? several(header, EXPERT, free) : List.of();
        this.raters = several(header, RATER, free);
        this.coders = several(header, CODER, free);
        coders.forEach(coder -> codes.add(new ArrayList<>()));
        for (int i = 0; i < header.size(); i++) {
            Matcher first = FIRST_TIME.matcher(header.get(i));
            int second = first.matches() ? header.indexOf(first.group(1) + "_t2") : -1;
            if (second >= 0 && free.test(header.get(i)) && free.test(header.get(second))) {
                times.put(i, second);
            }
        }
    }

    /** Two or more columns of one kind, else none. */
    private static List<Integer> several(List<String> header, Pattern kind, Predicate<String> free) {
        List<Integer> found = IntStream.range(0, header.size())
                .filter(i -> kind.matcher(header.get(i)).matches() && free.test(header.get(i)))
                .boxed()
                .toList();
        return found.size() > 1 ? found : List.of();
    }

    boolean isEmpty() {
        return experts.isEmpty() && raters.isEmpty() && coders.isEmpty() && times.isEmpty();
    }

    void add(CsvRow row, Cell inside) {
        if (!experts.isEmpty()) {
            names.add(row.field(rated));
            grades.add(experts.stream().mapToDouble(i -> inside.of(row, i)).toArray());
        }
        if (!raters.isEmpty()) {
            ratings.add(raters.stream().mapToDouble(i -> number.of(row, i)).toArray());
        }
        for (int i = 0; i < coders.size(); i++) {
            codes.get(i).add(row.field(coders.get(i)));
        }
        if (!times.isEmpty()) {
            measures.add(times.entrySet().stream()
                    .flatMapToDouble(
                            pair -> IntStream.of(pair.getKey(), pair.getValue()).mapToDouble(i -> number.of(row, i)))
                    .toArray());
        }
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        if (!experts.isEmpty()) {
            blocks.add(
                    ExpertPanel.of(names, grades.toArray(double[][]::new), definition.minimum(), definition.maximum()));
        }
        if (!raters.isEmpty()) {
            blocks.add(Panels.raters(ratings.toArray(double[][]::new)));
        }
        if (!coders.isEmpty()) {
            blocks.add(Panels.coders(codes));
        }
        for (int pair = 0; pair < times.size(); pair++) {
            int at = 2 * pair;
            blocks.add(Panels.retest(
                    measures.stream().mapToDouble(both -> both[at]).toArray(),
                    measures.stream().mapToDouble(both -> both[at + 1]).toArray()));
        }
        return blocks;
    }
}
